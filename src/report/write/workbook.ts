import type { Sheet, Workbook } from "../../office/workbook.ts";
import { PART_WORDS } from "../compose/words.ts";
import { sayPeriod } from "../period.ts";
import type { ReportContent } from "../views.ts";
import { assessmentSheet } from "./book-assessment.ts";
import { makeSheet, word } from "./book-cells.ts";
import { lineSheet, recordSheet } from "./book-lines.ts";
import { moneySheet, paymentSheet } from "./book-money.ts";

/** A report as a workbook whose facts, shares, totals and terms are formulas down to the records. */
export function layOutReportBook(content: ReportContent): Workbook {
  const { indicators, narrative, form } = content;
  const assessment = assessmentSheet(content);
  return {
    title: `${form.title} ${sayPeriod(content)}`,
    sheets: [
      ...(indicators.length > 0 ? [lineSheet(content, "indicator")] : []),
      lineSheet(content, "activity"),
      moneySheet(content),
      ...(assessment ? [assessment] : []),
      ...(narrative.length > 0 ? [textSheet(content)] : []),
      recordSheet(content),
      paymentSheet(content),
    ],
  };
}

function textSheet({ narrative, form }: ReportContent): Sheet {
  return makeSheet("Разделы", [["Раздел", 30] as const, ["Текст", 120] as const], {
    title: form.title,
    rows: narrative.map(({ key, text }) => [word(PART_WORDS[key]), word(text)]),
  });
}
