import type { Workbook } from "../../office/workbook.ts";
import { writeWorkbook } from "../../office/xlsx-write/write-xlsx.ts";
import type { Grid } from "./views.ts";

const WIDEST = 60;

/** A table of texts as an Excel file; every cell is words, so that codes keep their noughts and dates their form. */
export function writeXlsx([heads = [], ...rows]: Grid): Promise<Uint8Array> {
  const widths = heads.map((head, at) =>
    Math.min(WIDEST, Math.max(10, head.length / 2, ...rows.map((row) => longestLine(row[at] ?? ""))) + 2),
  );
  const workbook: Workbook = {
    title: "Реестр ТОС",
    sheets: [
      {
        name: "Реестр ТОС",
        orientation: "landscape",
        columns: widths,
        headRows: 1,
        rows: [heads.map((value) => ({ value, head: true })), ...rows.map((row) => row.map((value) => ({ value })))],
      },
    ],
  };
  return writeWorkbook(workbook);
}

function longestLine(text: string): number {
  return Math.max(...text.split("\n").map((line) => line.length));
}
