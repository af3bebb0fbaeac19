import { Button, TextInput } from "@mantine/core";
import { Form } from "react-router";
import type { ActualView } from "../../../src/indicator/views.ts";
import { FoldForm } from "../../app/fold-form.tsx";
import type { RefusedForm } from "../../app/form.ts";
import { formatDate } from "../../ui/dates.ts";
import { showFigure } from "../../ui/exact.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { indicatorWords } from "../words.ts";

interface Props {
  readonly view: ActualView;
  readonly today: string;
  readonly refused: RefusedForm | undefined;
}

/** Corrections beside what was computed, and the forms for more. */
export function Corrections({ view, today, refused }: Props) {
  const t = useText(indicatorWords);
  const language = useLanguage();
  const { actual, mayCorrect, signed } = view;
  const { corrections, computed, value } = actual;
  const mayAdd = mayCorrect && signed.state !== "signed";
  const isOwn = actual.computation?.kind === "own";
  if (corrections.length === 0 && !mayAdd) return null;
  const said = {
    computed: computed ? showFigure(computed, language) : "–",
    value: value ? showFigure(value, language) : "–",
  };
  return (
    <section className="part">
      <h2>{t("corrections")}</h2>
      {corrections.length > 0 && <p className="measure">{t("correctionsUnder", said)}</p>}
      {corrections.length > 0 && <CorrectionTable view={view} mayWithdraw={mayAdd} />}
      {mayAdd && isOwn && <EntryForm intent="own" view={view} today={today} refused={refused} />}
      {mayAdd && value !== null && <EntryForm intent="correction" view={view} today={today} refused={refused} />}
    </section>
  );
}

function CorrectionTable({ view, mayWithdraw }: { readonly view: ActualView; readonly mayWithdraw: boolean }) {
  const t = useText(indicatorWords);
  const language = useLanguage();
  return (
    <FigureTable
      name={t("corrections")}
      columns={[
        { key: "reason", head: t("reason") },
        { key: "date", head: t("date"), label: t("date"), number: true },
        { key: "value", head: t("correction"), label: t("correction"), number: true },
        { key: "evidence", head: t("evidence"), label: t("evidence") },
        { key: "by", head: t("by"), label: t("by") },
        ...(mayWithdraw ? [{ key: "withdraw", head: "" }] : []),
      ]}
      rows={view.actual.corrections.map(({ id, reason, date, value, evidence, link, by }) => ({
        key: id,
        cells: {
          reason: <Words>{reason}</Words>,
          date: formatDate(date, language),
          value: showFigure(value, language, 4),
          evidence: link ? <a href={link}>{evidence}</a> : <Words>{evidence}</Words>,
          by: by ?? t("erased"),
          withdraw: <Withdraw id={id} />,
        },
      }))}
    />
  );
}

function Withdraw({ id }: { readonly id: string }) {
  const t = useText(indicatorWords);
  return (
    <details className="fold">
      <summary>{t("withdraw")}</summary>
      <Form method="post" className="form narrow">
        <input type="hidden" name="entry" value={id} />
        <TextInput name="reason" label={t("withdrawReason")} maxLength={1000} required />
        <Button type="submit" name="intent" value="withdraw" variant="outline">
          {t("withdraw")}
        </Button>
      </Form>
    </details>
  );
}

function EntryForm({ intent, view, today, refused }: Props & { readonly intent: "own" | "correction" }) {
  const t = useText(indicatorWords);
  const { year, until } = view.actual;
  const own = refused?.intent === intent ? refused.typed : {};
  const label = intent === "own" ? t("addOwn") : t("addCorrection");
  const hint = intent === "own" ? t("ownHint") : t("correctionHint");
  const id = (name: string) => `${intent}-${name}`;
  return (
    <FoldForm intent={intent} summary={label} submit={t("save")} hint={hint} refused={refused}>
      <input type="hidden" name="year" value={year} />
      <TextInput id={id("value")} name="value" label={t("value")} inputMode="decimal" defaultValue={own.value ?? ""} />
      <TextInput
        id={id("date")}
        name="date"
        type="date"
        label={t("date")}
        min={`${year}-01-01`}
        max={until < today ? until : today}
        defaultValue={own.date ?? until}
      />
      <TextInput id={id("reason")} name="reason" label={t("reason")} maxLength={1000} defaultValue={own.reason ?? ""} />
      <TextInput
        id={id("evidence")}
        name="evidence"
        label={t("evidence")}
        description={t("evidenceHint")}
        maxLength={1000}
        defaultValue={own.evidence ?? ""}
      />
      <TextInput id={id("link")} name="link" type="url" label={t("link")} defaultValue={own.link ?? ""} />
    </FoldForm>
  );
}
