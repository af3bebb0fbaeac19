export { closeFilling, openFilling } from "./filling.ts";
export { listSequences, listTables, type SequenceValue, type TableLayout } from "./layout.ts";
export { openCounter, openSummedRows, putRows, speakPlainly, sumTable, type TableSum } from "./rows.ts";
