import { Button, NativeSelect, TextInput } from "@mantine/core";
import type { Alignment, Reconciliation } from "../../../src/ledger/plan/views.ts";
import { useRootData } from "../../app/root-data.ts";
import { formatDate, formatInstant } from "../../ui/dates.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { useLanguage } from "../../ui/language.ts";
import { Mark } from "../../ui/mark.tsx";
import { useText } from "../../ui/text.ts";
import { ledgerWords } from "../words.ts";
import { roubles, sourceHead } from "./money.ts";

interface Props {
  readonly plans: Reconciliation;
  readonly today: string;
  readonly maySetUp: boolean;
  readonly refused: { readonly code: string; readonly sentence: string } | undefined;
}

/** Whether the programme equals the budget decision, by which day it is to, and who chose that day. */
export function AlignmentPart({ plans, today, maySetUp, refused }: Props) {
  const t = useText(ledgerWords);
  const language = useLanguage();
  const { alignments, alignBy, year } = plans;
  return (
    <section className="part" id="alignment">
      <h2>{t("alignment")}</h2>
      {alignments.length === 0 && <p>{t("alignmentNone", { year })}</p>}
      {alignments.map((alignment) => (
        <Held key={alignment.slug} alignment={alignment} isLate={today > alignBy} alignBy={alignBy} />
      ))}
      <Chosen plans={plans} />
      {maySetUp && (
        <details className="fold" open={refused !== undefined}>
          <summary>{t("alignmentChoose")}</summary>
          <form method="post" className="form narrow wider">
            <input type="hidden" name="year" value={year} />
            <div className="filter">
              <NativeSelect
                id="day"
                name="day"
                label={t("alignmentDay")}
                defaultValue={plans.alignmentDay.day.slice(3)}
                error={refused?.code === "ledger-day-wrong" ? refused.sentence : undefined}
                data={Array.from({ length: 31 }, (_, at) => ({
                  value: String(at + 1).padStart(2, "0"),
                  label: String(at + 1),
                }))}
              />
              <NativeSelect
                name="month"
                label={t("alignmentMonth")}
                defaultValue={plans.alignmentDay.day.slice(0, 2)}
                data={Array.from({ length: 12 }, (_, at) => ({
                  value: String(at + 1).padStart(2, "0"),
                  label: monthName(at, language),
                }))}
              />
            </div>
            <TextInput
              id="basis"
              name="basis"
              label={t("alignmentBasis")}
              description={t("alignmentBasisHint")}
              defaultValue={plans.alignmentDay.basis ?? ""}
              error={refused?.code === "ledger-basis-missing" ? refused.sentence : undefined}
              maxLength={1000}
            />
            <Button type="submit" variant="outline">
              {t("alignmentSave")}
            </Button>
          </form>
        </details>
      )}
    </section>
  );
}

function monthName(at: number, language: string): string {
  return new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" }).format(new Date(Date.UTC(2023, at, 1)));
}

interface HeldProps {
  readonly alignment: Alignment;
  readonly isLate: boolean;
  readonly alignBy: string;
}

function Held({ alignment, isLate, alignBy }: HeldProps) {
  const t = useText(ledgerWords);
  const language = useLanguage();
  const date = formatDate(alignBy, language);
  return (
    <>
      <p>
        {alignment.isAligned ? (
          <Mark kind="done">{t("aligned")}</Mark>
        ) : (
          <Mark kind={isLate ? "error" : "warning"}>{t(isLate ? "alignedLate" : "notAligned", { date })}</Mark>
        )}
      </p>
      <FigureTable
        name={t("alignment")}
        columns={[
          { key: "source", head: t("source") },
          { key: "programme", head: t("planProgramme"), label: t("planProgramme"), number: true },
          { key: "decision", head: t("planDecision"), label: t("planDecision"), number: true },
          { key: "by", head: t("alignmentBy"), label: t("alignmentBy"), number: true },
        ]}
        rows={alignment.rows.map(({ source, programme, decision }) => ({
          key: source,
          cells: {
            source: sourceHead(source, language),
            programme: roubles(programme, language),
            decision: roubles(decision, language),
            by: roubles(programme - decision, language),
          },
        }))}
      />
    </>
  );
}

function Chosen({ plans }: { readonly plans: Reconciliation }) {
  const t = useText(ledgerWords);
  const language = useLanguage();
  const timeZone = useRootData()?.municipality.timeZone ?? "UTC";
  const { alignmentDay, alignBy } = plans;
  const date = formatDate(alignBy, language);
  const { basis, by, at } = alignmentDay;
  if (basis === null || at === null) return <p className="note">{t("alignmentUsual", { date })}</p>;
  const when = formatInstant(at, timeZone, language);
  return <p className="note">{t("alignmentChosen", { date, basis, by: by ?? "", when })}</p>;
}
