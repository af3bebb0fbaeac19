import type { Sheet, Workbook, WorkCell } from "../../office/workbook.ts";
import type { Programme } from "../contract.ts";
import { oneLine } from "../language/words.ts";
import { layOutActivities } from "./annex-activities.ts";
import { layOutIndicators } from "./annex-indicators.ts";
import { layOutSummary } from "./annex-summary.ts";
import type { LaidRow, LaidTable } from "./laid.ts";
import { ACTIVITIES_SHEET, ActivitySums, CODE_HEAD, codeOf, sumYears } from "./workbook-formulas.ts";
import { columnName, type Formula, makeSheetRows, moneyUnitOf, type SheetPlan } from "./workbook-table.ts";

/**
 * A programme as a workbook: passport, indicators, activities and finance on a sheet each. Every total is a live
 * formula; one that the document prints otherwise keeps the printed figure, is marked, and the computed one stands
 * beside it, so that the workbook says what page and document say and hides no mistake.
 */
export function layOutWorkbook(programme: Programme): Workbook {
  const activities = layOutActivities(programme);
  const sums = new ActivitySums(programme, activities);
  const { indicators, summary, passport, rollups } = programme;
  const has = programme.activities.length + rollups.length > 0;
  return {
    title: oneLine(programme.title.text),
    sheets: [
      ...(passport.rows.length > 0 ? [makePassport(programme)] : []),
      ...(indicators.length > 0 ? [makeSheet("Индикаторы", layOutIndicators(programme), PLAIN)] : []),
      ...(has ? [makeSheet(ACTIVITIES_SHEET, activities, planActivities(sums))] : []),
      ...(summary.length > 0 ? [makeFinance(programme, sums)] : []),
    ],
  };
}

const PLAIN: SheetPlan = { formulaOf: () => null, code: null };

function planActivities(sums: ActivitySums): SheetPlan {
  return { formulaOf: (row, key) => sums.formulaOf(row, key), code: { head: CODE_HEAD, of: codeOf } };
}

function makePassport({ passport }: Programme): Sheet {
  const rows = passport.rows.map(({ label, text }): WorkCell[] => [
    { value: label.text, bold: true },
    { value: text.text.trim() },
  ]);
  return { name: "Паспорт", orientation: "portrait", columns: [32, 90], headRows: 0, rows };
}

const CHARACTERS = 1.4;
const CODE_WIDTH = 26;
const DIFFERENCE_WIDTH = 40;

function makeSheet(name: string, table: LaidTable, plan: SheetPlan): Sheet {
  const widths = table.columns.map((width) => Math.max(9, Math.round(width * CHARACTERS)));
  const columns = [...widths, ...(plan.code ? [CODE_WIDTH] : []), DIFFERENCE_WIDTH];
  return { name, orientation: "landscape", columns, headRows: table.headRows, rows: makeSheetRows(table, plan) };
}

/** Annex 3 follows from the activities; what these do not say, the whole of its own sources. */
function makeFinance(programme: Programme, sums: ActivitySums): Sheet {
  const table = layOutSummary(programme);
  const formulaOf = (row: LaidRow, key: string): Formula | null => {
    const figures = row.origin?.row;
    if (!figures) return null;
    const number = table.rows.indexOf(row) + 1;
    if (key === "total") return sumYears(table, figures, { row: number, programme });
    return sums.sumAll(figures, key) ?? sumOwnSources(programme, table, { row, key });
  };
  return makeSheet("Финансирование", table, { formulaOf, code: null });
}

function sumOwnSources(
  programme: Programme,
  table: LaidTable,
  { row, key }: { row: LaidRow; key: string },
): Formula | null {
  const figures = row.origin?.row;
  if (figures?.kind !== "cost") return null;
  const unit = moneyUnitOf(figures);
  const sources = table.rows.flatMap(({ origin }, at) => {
    const own = origin?.row;
    const counts = own && own.kind !== "cost" && moneyUnitOf(own) === unit && own.values[key]?.value != null;
    return counts ? [{ number: at + 1, value: own.values[key]?.value ?? 0n }] : [];
  });
  const column = columnName(table.heads.findIndex((head) => head.key === key));
  if (sources.length === 0 || programme.summary.filter(({ kind }) => kind === "cost").length > 1) return null;
  const terms = sources.map(({ number }) => `${column}${number}`);
  return { text: `SUM(${terms.join(",")})`, value: sources.reduce((sum, { value }) => sum + value, 0n) };
}
