import type { RegionLine } from "../../../src/programme/views-region.ts";
import { formatMoney } from "../../ui/format.ts";
import type { Text } from "../../ui/text.ts";
import { capitalise, oneLine } from "../../ui/typography.ts";
import { sourceName } from "../view/source-name.ts";
import { yearSpan } from "../view/titles.ts";
import type { ProgrammeWords } from "../words.ts";
import { amountIn, countAll, listLines, sumIn } from "./figures.ts";
import type { District, Region } from "./load.ts";

/** Head, a row for each district, and the total. Money in roubles, in Russian form in both languages: the files are for Russian spreadsheets. */
export function listDistricts(region: Pick<Region, "districts" | "period">, t: Text<ProgrammeWords>) {
  const { districts, period } = region;
  const lines = listLines(districts);
  const all = countAll(districts);
  const money = (amount: bigint | null) => (amount === null ? "" : formatMoney(amount, "rouble", "ru"));
  return [
    [
      ...[t("regionDistrict"), t("programme"), t("regionYears"), t("regionEdition")],
      ...lines.map((line) => `${capitalise(sourceName(t, null, line))}, ${t("roubles")}`),
      ...[t("regionActivities"), t("regionIndicators"), t("regionErrors"), t("regionWarnings")],
    ],
    ...districts.map((district) => [
      ...describeProgramme(district, t),
      ...lines.map((line: RegionLine) => money(amountIn(district, line, period))),
      ...countsOf(district),
    ]),
    [
      ...[t("regionTotal"), "", "", ""],
      ...lines.map((line) => money(sumIn(districts, line, period))),
      ...[all.activities, all.indicators, all.errors, all.warnings].map(String),
    ],
  ];
}

function describeProgramme({ name, programme }: District, t: Text<ProgrammeWords>): readonly string[] {
  if (!programme) return [name, t("regionNone"), "", ""];
  return [name, oneLine(programme.title), yearSpan(programme.years), String(programme.edition)];
}

function countsOf({ programme }: District): readonly string[] {
  if (!programme) return ["", "", "", ""];
  const { activities, indicators, findings } = programme;
  return [activities, indicators, findings.error, findings.warning].map(String);
}
