import { fold } from "../../kernel/fold.ts";
import type { ActFilter, ActRow } from "./views.ts";

/** Whether a list with these conditions shows the act. Of the text every word must be found, in whatever order. */
export function matchesFilter(row: ActRow, filter: ActFilter): boolean {
  const { kind, subject, state, year, text, due } = filter;
  if (kind && row.kind !== kind) return false;
  if (subject && row.subject !== subject) return false;
  if (state && row.effect.state !== state) return false;
  if (year !== undefined && row.date?.slice(0, 4) !== String(year)) return false;
  if (due && row.revision?.state !== "due" && row.revision?.state !== "late") return false;
  if (!text) return true;
  const said = fold(`${row.number ?? ""} ${row.title} ${row.issuer} ${row.settlement ?? ""}`);
  return fold(text)
    .split(/\s+/)
    .every((word) => said.includes(word));
}
