import { VISITOR_COLUMNS, type VisitorAnswers, type VisitorColumn } from "../../../src/event/visitors/views.ts";

/** What the form of the preview says: `column-3=name`, `cell-12:5=…`, `row-12=new`, and its ticks. */
export function readAnswers(form: FormData): VisitorAnswers {
  const columns: Record<number, VisitorColumn | "none"> = {};
  const cells: Record<string, string> = {};
  const rows: Record<number, string> = {};
  for (const [name, value] of form) {
    if (typeof value !== "string") continue;
    const [, kind, place = ""] = /^(column|cell|row)-(\d+(?::\d+)?)$/.exec(name) ?? [];
    if (kind === "column") columns[Number(place)] = VISITOR_COLUMNS.find((column) => column === value) ?? "none";
    else if (kind === "cell") cells[place] = value;
    else if (kind === "row" && value !== "") rows[Number(place)] = value;
  }
  const eventId = form.get("event");
  return {
    eventId: typeof eventId === "string" ? eventId : "",
    columns,
    cells,
    rows,
    haveSigned: form.has("haveSigned"),
    skipUnsigned: form.has("skipUnsigned"),
    similarDiffer: form.has("similarDiffer"),
  };
}
