import type { ActualView } from "../../../src/indicator/views.ts";
import { formatDate } from "../../ui/dates.ts";
import { showFigure } from "../../ui/exact.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { indicatorWords } from "../words.ts";

type Difference = NonNullable<ActualView["since"]>["difference"];

/** What is different from an earlier day, and why. */
export function Changes({
  since,
  timeZoneDay,
}: {
  since: NonNullable<ActualView["since"]>;
  timeZoneDay: string | null;
}) {
  const t = useText(indicatorWords);
  const language = useLanguage();
  const { difference, until } = since;
  const moment = timeZoneDay
    ? t("asOfKnown", { until: formatDate(until, language), known: formatDate(timeZoneDay, language) })
    : formatDate(until, language);
  return (
    <section className="part">
      <h2>{`${t("changes")}: ${moment}`}</h2>
      <p>
        {t(
          "changesFrom",
          tellEnds(difference, (text) => showFigure(text, language)),
        )}
      </p>
      <DifferenceTable difference={difference} />
    </section>
  );
}

const tellEnds = (
  { before, after }: { before: string | null; after: string | null },
  show: (text: string) => string,
) => ({
  before: before === null ? "–" : show(before),
  after: after === null ? "–" : show(after),
});

/** The records and corrections that are not the same, each with its reason. */
export function DifferenceTable({ difference }: { readonly difference: Difference }) {
  const t = useText(indicatorWords);
  const language = useLanguage();
  const { records, corrections, divisor, isComputedOtherwise } = difference;
  const show = (text: string | null) => (text === null ? "–" : showFigure(text, language, 4));
  const changes = [...records, ...corrections];
  return (
    <>
      {divisor && <p>{t("changedDivisor", tellEnds(divisor, show))}</p>}
      {isComputedOtherwise && <p>{t("changedPassport")}</p>}
      {changes.length === 0 && !divisor && !isComputedOtherwise && <p className="soft">{t("changesNone")}</p>}
      {changes.length > 0 && (
        <FigureTable
          name={t("changes")}
          columns={[
            { key: "record", head: t("record") },
            { key: "date", head: t("date"), label: t("date"), number: true },
            { key: "was", head: t("was"), label: t("was"), number: true },
            { key: "became", head: t("became"), label: t("became"), number: true },
            { key: "reason", head: t("reason"), label: t("reason") },
          ]}
          rows={changes.map(({ record, before, after, reason }) => ({
            key: record.id,
            cells: {
              record: <Words>{"title" in record ? record.title : `${t("correction")}: ${record.reason}`}</Words>,
              date: formatDate(record.date, language),
              was: show(before),
              became: show(after),
              reason: t(`reason-${reason}`),
            },
          }))}
        />
      )}
    </>
  );
}
