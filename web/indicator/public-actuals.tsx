import type { PublicActuals, PublicFact } from "../../src/indicator/views.ts";
import type { Doors } from "../app/doors.ts";
import { formatDate } from "../ui/dates.ts";
import { showFigure, showPercent } from "../ui/exact.ts";
import { FigureTable } from "../ui/figure-table.tsx";
import { useLanguage } from "../ui/language.ts";
import { useText } from "../ui/text.ts";
import { Words } from "../ui/words.tsx";
import { wayOf } from "./parts/way.ts";
import { indicatorWords } from "./words.ts";

/** What everybody may see of an indicator's facts; null where the edition in force has it no more. */
export function loadPublicActuals(
  doors: Doors,
  asked: { readonly slug: string; readonly position: number; readonly name: string },
): Promise<PublicActuals | null> {
  return doors.run((ctx) => doors.indicators.getPublicActuals(ctx, asked));
}

/** Confirmed facts against the plan, and how they are computed beside the formula as printed. */
export function PublicFacts({ actuals }: { readonly actuals: PublicActuals }) {
  const t = useText(indicatorWords);
  const { printed, computation, facts } = actuals;
  return (
    <section className="part">
      <h2>{t("publicFacts")}</h2>
      {facts.length === 0 ? <p className="under">{t("publicNone")}</p> : <Table facts={facts} />}
      {computation && (
        <dl className="facts">
          <dt>{t("asPrinted")}</dt>
          <dd>{printed ? <Words>{printed}</Words> : t("notPrinted")}</dd>
          <dt>{t("asComputed")}</dt>
          <dd>{t(wayOf(computation))}</dd>
        </dl>
      )}
    </section>
  );
}

function Table({ facts }: { readonly facts: readonly PublicFact[] }) {
  const t = useText(indicatorWords);
  const language = useLanguage();
  const numbers = ["plan", "fact", "achieved"] as const;
  return (
    <FigureTable
      name={t("publicFacts")}
      columns={[
        { key: "until", head: t("publicUntil") },
        ...numbers.map((key) => ({ key, head: t(key), label: t(key), number: true })),
        { key: "formula", head: t("asComputed"), label: t("asComputed") },
      ]}
      rows={facts.map((own) => ({
        key: own.until,
        cells: {
          until: formatDate(own.until, language),
          plan: own.plan === null ? "–" : showFigure(own.plan, language),
          fact: showFigure(own.value, language),
          achieved: own.achieved === null ? "–" : showPercent(own.achieved, language),
          formula: <Formula fact={own} />,
        },
      }))}
    />
  );
}

/** «4 480 ÷ 34 000 × 100», with how many records stand behind it. */
function Formula({ fact }: { readonly fact: PublicFact }) {
  const t = useText(indicatorWords);
  const language = useLanguage();
  const { total, divisor, records, isCorrected } = fact;
  const show = (text: string) => showFigure(text, language);
  return (
    <div>
      {divisor ? `${show(total)} ÷ ${show(divisor.value)} × 100` : show(total)}
      <small className="note place">
        {t("publicRecordCount", { count: records })}
        {isCorrected && `, ${t("corrected")}`}
      </small>
    </div>
  );
}
