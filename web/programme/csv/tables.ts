import type { Language } from "../../../src/kernel/refusal.ts";
import { findingMessage, findingTitle } from "../../../src/programme/messages.ts";
import type { EditionView } from "../../../src/programme/views.ts";
import type { CsvTable } from "../../app/paths.ts";
import { formatMoney, formatNumber, type MoneyScale } from "../../ui/format.ts";
import { makeText, type Text } from "../../ui/text.ts";
import { capitalise, oneLine } from "../../ui/typography.ts";
import { UNITS } from "../parts/use-money.ts";
import { namesMoney, placeActivities } from "../view/activities.ts";
import {
  indicatorDecimals,
  indicatorUnit,
  isNumbered,
  listTargetKeys,
  placeIndicators,
  targetName,
} from "../view/indicators.ts";
import { amountOf, consolidateMoney, type ShownLine } from "../view/money.ts";
import { chooseActivityScale, describeMoney } from "../view/money-facts.ts";
import { describeOutline, groupItems, hasSeveralGoals, listGroups, type Standing } from "../view/outline.ts";
import { placeWords } from "../view/places.ts";
import { sourceName } from "../view/source-name.ts";
import { moneyKeys } from "../view/years.ts";
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

function headsOf({ edition, t }: Source): readonly string[] {
  return moneyKeys(edition.content.years).map((key) => (key === "total" ? t("total") : key));
}

/** Empty but for its head where the document names no money. */
function listFinance(source: Source): Rows {
  const { edition, t } = source;
  const { table, scale, sources, region, years } = describeMoney(edition.content);
  const isNamed = edition.content.activities.some(namesMoney);
  const lines: readonly ShownLine[] = isNamed ? [...sources, "cost"] : [];
  return [
    [t("sourceHead", { unit: t(UNITS[scale]) }), ...headsOf(source)],
    ...lines.map((line) => [
      capitalise(sourceName(t, region, line)),
      ...moneyKeys(years).map((key) => money(amountOf(table, line, key), scale)),
    ]),
  ];
}

function listIndicators(source: Source): Rows {
  const { edition, t } = source;
  const { content } = edition;
  const placed = placeIndicators(content.indicators);
  const place = describePlaces(source, "indicators", placed);
  const keys = listTargetKeys(content.indicators, content.years);
  return [
    [t("number"), t("indicator"), t("unit"), ...place.heads, ...keys.map((key) => targetName(t, content, key))],
    ...placed.map(({ indicator, position }) => [
      // A leading word keeps a spreadsheet from reading «1.2» as a date.
      isNumbered(indicator) ? t("indicatorKicker", { number: indicator.number }) : "",
      oneLine(indicator.name.text),
      indicatorUnit(indicator) ?? "",
      ...place.cellsOf(position),
      ...keys.map((key) => {
        const value = indicator.targets.values[key]?.value ?? null;
        return value === null ? "" : formatNumber(value, { language: "ru", decimals: indicatorDecimals(indicator) });
      }),
    ]),
  ];
}

function listActivities(source: Source): Rows {
  const { edition, t } = source;
  const { activities, years } = edition.content;
  const place = describePlaces(source, "activities", placeActivities(activities));
  const scale = chooseActivityScale(edition.content);
  const sums = (of: typeof activities) => {
    if (!of.some(namesMoney)) return moneyKeys(years).map(() => "");
    const table = consolidateMoney(of, years);
    return moneyKeys(years).map((key) => money(amountOf(table, "cost", key), scale));
  };
  return [
    [t("number"), t("activityCost", { unit: t(UNITS[scale]) }), ...place.heads, ...headsOf(source)],
    ...activities.map((activity, index) => [
      String(index + 1),
      oneLine(activity.name.text),
      ...place.cellsOf(index + 1),
      ...sums([activity]),
    ]),
    [t("total"), "", ...place.heads.map(() => ""), ...sums(activities)],
  ];
}

/** Columns that say where lines stand: those of subprogrammes, goals and objectives that tell any of them apart. */
function describePlaces(
  { edition, t }: Source,
  kind: "indicators" | "activities",
  items: readonly { readonly position: number }[],
) {
  const outline = describeOutline(edition.content);
  const chapters = groupItems(outline, kind, items);
  const groups = listGroups(chapters);
  const columns = [
    {
      head: t("subprogrammeHead"),
      isShown: groups.some((group) => group.subprogramme !== null),
      cell: (standing: Standing) => numbered(standing.subprogramme, outline.subprogrammeName(standing.subprogramme)),
    },
    {
      head: t("goalHead"),
      isShown: hasSeveralGoals(chapters),
      cell: (standing: Standing) => numbered(standing.goal, outline.goalName(standing)),
    },
    {
      head: t("objective"),
      isShown: groups.some((group) => group.objective !== null),
      cell: (standing: Standing) => numbered(standing.objective, outline.objectiveName(standing)),
    },
  ].filter((column) => column.isShown);
  return {
    heads: columns.map((column) => column.head),
    cellsOf: (position: number) => columns.map((column) => column.cell(outline.standingOf(kind, position))),
  };
}

/** «2. Поддержка инициатив»; empty where the line stands under none. */
function numbered(number: number | null, name: string | null): string {
  if (number === null) return "";
  return name === null ? String(number) : `${number}. ${name}`;
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
