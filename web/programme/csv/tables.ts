import type { Language } from "../../../src/kernel/refusal.ts";
import { consolidateCosts, sumActivities } from "../../../src/programme/consolidation.ts";
import { findingMessage, findingTitle } from "../../../src/programme/messages.ts";
import type { EditionView } from "../../../src/programme/views.ts";
import type { CsvTable } from "../../app/paths.ts";
import { chooseScale, formatMoney, formatNumber, type MoneyScale } from "../../ui/format.ts";
import { makeText, type Text } from "../../ui/text.ts";
import { capitalise, oneLine } from "../../ui/typography.ts";
import { indicatorDecimals, indicatorUnit } from "../view/indicators.ts";
import { amountOf, listAmounts, listSources, type MoneyLine } from "../view/money.ts";
import { placeWords } from "../view/places.ts";
import { objectiveName } from "../view/titles.ts";
import { type ProgrammeWords, programmeWords } from "../words.ts";

type Rows = readonly (readonly string[])[];

interface Source {
  readonly edition: EditionView;
  readonly language: Language;
  readonly t: Text<ProgrammeWords>;
}

const TABLES: Readonly<Record<CsvTable, (source: Source) => Rows>> = {
  finance: listFinance,
  indicators: listIndicators,
  activities: listActivities,
  findings: listFindings,
};

/** Heads, rows and totals of a page's table. Figures stand in Russian form in both languages: the files are for Russian spreadsheets. */
export function listTable(table: CsvTable, edition: EditionView, language: Language): Rows {
  return TABLES[table]({ edition, language, t: makeText(programmeWords, language) });
}

const money = (amount: bigint, scale: MoneyScale) => formatMoney(amount, scale, "ru");

function keysOf({ edition }: Source): readonly string[] {
  return [...edition.content.years.map(String), "total"];
}

function headsOf(source: Source): readonly string[] {
  return keysOf(source).map((key) => (key === "total" ? source.t("total") : key));
}

function listFinance(source: Source): Rows {
  const { edition, t } = source;
  const table = consolidateCosts(edition.content);
  const scale = chooseScale(listAmounts(table));
  const unit = t(scale === "thousand" ? "thousandRoubles" : "roubles");
  const lines: readonly MoneyLine[] = [...listSources(edition.content.activities), "cost"];
  return [
    [t("sourceHead", { unit }), ...headsOf(source)],
    ...lines.map((line) => [
      capitalise(t(`source_${line}`)),
      ...keysOf(source).map((key) => money(amountOf(table, line, key), scale)),
    ]),
  ];
}

function listIndicators({ edition, t }: Source): Rows {
  const { years, indicators } = edition.content;
  return [
    [t("number"), t("indicator"), t("unit"), ...years.map(String)],
    ...indicators.map((indicator) => [
      // A leading word keeps a spreadsheet from reading «1.2» as a date.
      t("indicatorKicker", { number: indicator.number }),
      oneLine(indicator.name.text),
      indicatorUnit(indicator) ?? "",
      ...years.map((year) => {
        const value = indicator.targets.values[String(year)]?.value ?? null;
        return value === null ? "" : formatNumber(value, { language: "ru", decimals: indicatorDecimals(indicator) });
      }),
    ]),
  ];
}

function listActivities(source: Source): Rows {
  const { edition, t } = source;
  const { activities, years } = edition.content;
  const sums = (of: typeof activities) => {
    const table = sumActivities(of, years);
    return keysOf(source).map((key) => money(amountOf(table, "cost", key), "rouble"));
  };
  return [
    [t("number"), t("activityCost", { unit: t("roubles") }), t("objective"), ...headsOf(source)],
    ...activities.map((activity, index) => [
      String(index + 1),
      oneLine(activity.name.text),
      objectiveName(edition.content, activity.objective) ?? "",
      ...sums([activity]),
    ]),
    [t("total"), "", "", ...sums(activities)],
  ];
}

function listFindings({ edition, language, t }: Source): Rows {
  return [
    [t("number"), t("code"), t("severity"), t("where"), t("findingTitle"), t("message"), t("found"), t("expected")],
    ...edition.findings.map((finding, index) => [
      String(index + 1),
      finding.code,
      t(`${finding.severity}Number`, { number: "" }).trim(),
      placeWords(finding.where, t),
      findingTitle(finding, language),
      findingMessage(finding, language),
      finding.found ?? "",
      finding.expected ?? "",
    ]),
  ];
}
