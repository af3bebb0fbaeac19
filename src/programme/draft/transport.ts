import type { DraftNews } from "../views-draft.ts";
import type { Change } from "./edit.ts";

/** Changes as text: a line that is put back holds figures, whose bigint values stand as strings of digits. */
export function encodeChanges(changes: readonly Change[]): string {
  return JSON.stringify(changes, writeBigint);
}

/** The server's news on their way to a page, which revives the changes in them. */
export function encodeNews(news: DraftNews): string {
  return JSON.stringify(news, writeBigint);
}

function writeBigint(_key: string, value: unknown): unknown {
  if (typeof value === "bigint") return value.toString();
  // What `jsonb` cannot hold, as in `codec.ts`.
  return typeof value === "string" ? value.toWellFormed().replaceAll("\0", "\uFFFD") : value;
}

/** What `encodeChanges` wrote and this program stored; what comes from a stranger goes through `parseChanges` first. */
export function reviveChange(stored: unknown): Change {
  return revive(stored) as Change;
}

function revive(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(revive);
  if (typeof node !== "object" || node === null) return node;
  const revived = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, revive(value)]));
  const isFigure = typeof revived.value === "string" && "printed" in revived && "place" in revived;
  return isFigure ? { ...revived, value: BigInt(String(revived.value)) } : revived;
}
