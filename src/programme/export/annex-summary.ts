import type { Programme } from "../contract.ts";
import { findMoneyUnit } from "../language/vocabulary.ts";
import { oneLine } from "../language/words.ts";
import { adoptHead, type Column, makeHeadRows, orderKeys, ownHead } from "./columns.ts";
import { rowLabel } from "./labels.ts";
import { figureCell, type LaidRow, type LaidTable, makeLaidTable } from "./laid.ts";

/** Annex 3: the whole and its sources by year; one unit of money for all stands in the head, several in a column. */
export function layOutSummary(programme: Programme): LaidTable {
  const columns = summaryColumns(programme);
  const headRows = makeHeadRows(columns);
  const rows = programme.summary.map(
    (row): LaidRow => ({
      origin: { of: "line", row },
      cells: columns.map((column) => {
        if (column.key !== null) return figureCell(row, column.key);
        if (column.meaning === "source") return { text: rowLabel(row) };
        return { text: column.meaning === "unit" ? oneLine(row.unit?.text ?? "") : "" };
      }),
    }),
  );
  return makeLaidTable(columns, headRows, rows);
}

function summaryColumns(programme: Programme): Column[] {
  const { summary } = programme;
  const units = new Set(summary.map(({ unit }) => unit?.text ?? ""));
  const [unit = ""] = units;
  const above = unit ? `Финансовые затраты, ${oneLine(unit)}` : "Финансовые затраты";
  const inHead = units.size === 1 && (unit === "" || findMoneyUnit(above) === oneLine(unit));
  const keys = orderKeys(summary);
  const ordered = keys.includes("total") ? ["total", ...keys.filter((key) => key !== "total")] : keys;
  const head = inHead ? above : "Финансовые затраты";
  const usual: Column[] = [
    { meaning: "source", key: null, texts: ["Источники и объемы расходов по программе"], width: 30 },
    ...(inHead ? [] : [{ meaning: "unit" as const, key: null, texts: ["Единица измерения"], width: 10 }]),
    ...ordered.map((key) => summaryColumn(key, head)),
  ];
  const adopted = adoptHead(usual, ownHead(programme, "annex3"));
  return inHead && !saysUnit(adopted, oneLine(unit)) ? usual : adopted;
}

function summaryColumn(key: string, head: string): Column {
  if (key === "total") return { meaning: "total", key, texts: [head, "всего"], width: 12 };
  return { meaning: "year", key, texts: [head, "в том числе по годам реализации программы", `${key} год`], width: 12 };
}

/** Whether the unit of every figure is what its head says, or where it is silent, what the first head that says one does. */
function saysUnit(columns: readonly Column[], unit: string): boolean {
  const units = columns.map(({ texts }) => texts.toReversed().flatMap((text) => findMoneyUnit(text) ?? [])[0] ?? null);
  const said = units.filter((text) => text !== null);
  return unit === "" ? said.length === 0 : said.length > 0 && said.every((text) => text === unit);
}
