import type { Id } from "../../kernel/id.ts";
import type { EditionLine } from "../edition.ts";
import type { Carry } from "../identity.ts";
import type { Change, Edit, LineList } from "./edit.ts";

/** Where each line of a draft stood in the edition it began from, by its place now; null for a new line. */
export type Origins = Readonly<Record<LineList, readonly (number | null)[]>>;

/** Follows the lines through all changes. A line that was taken out and put back is the same line. */
export function traceOrigins(lengths: Readonly<Record<LineList, number>>, changes: readonly Change[]): Origins {
  const origins: Record<LineList, (number | null)[]> = {
    indicators: Array.from({ length: lengths.indicators }, (_, at) => at),
    activities: Array.from({ length: lengths.activities }, (_, at) => at),
  };
  const taken: Taken[] = [];
  for (const edit of changes.flatMap((change) => change.edits)) traceEdit(origins, taken, edit);
  return origins;
}

interface Taken {
  readonly list: LineList;
  readonly name: string;
  readonly origin: number | null;
}

function traceEdit(origins: Record<LineList, (number | null)[]>, taken: Taken[], edit: Edit): void {
  if (edit.do === "set") return;
  if (edit.do === "replace") {
    for (const list of ["indicators", "activities"] as const) {
      const was = origins[list];
      const lines = edit.lines?.[list];
      if (lines) origins[list] = lines.map((at) => (at === null ? null : (was[at] ?? null)));
    }
    return;
  }
  const lines = origins[edit.list];
  if (edit.do === "insert") {
    const name = edit.line?.name.text;
    const back = taken.findLastIndex((one) => one.list === edit.list && one.name === name);
    const [found] = back < 0 ? [] : taken.splice(back, 1);
    lines.splice(edit.at, 0, found?.origin ?? null);
  } else if (edit.do === "remove") {
    const [origin] = lines.splice(edit.at, 1);
    taken.push({ list: edit.list, name: edit.name, origin: origin ?? null });
  } else {
    const [origin] = lines.splice(edit.from, 1);
    lines.splice(edit.to, 0, origin ?? null);
  }
}

/** Which line of the edition each line of the draft is, by the keys of `listEditionLines`: `activity:6` of the draft may be `activity:7` of the edition. */
export function pairLines(draft: readonly EditionLine[], origins: Origins): ReadonlyMap<string, string> {
  return new Map(
    draft.flatMap(({ key }) => {
      const line = /^(indicator|activity):(\d+)$/.exec(key);
      if (!line) return [[key, key] as const];
      const list = line[1] === "indicator" ? "indicators" : "activities";
      const origin = origins[list][Number(line[2]) - 1] ?? null;
      return origin === null ? [] : [[key, `${line[1]}:${origin + 1}`] as const];
    }),
  );
}

/** Which identities the lines of a draft carry on, from those of the edition's lines. */
export function carryLines(pairs: ReadonlyMap<string, string>, identities: ReadonlyMap<string, Id>): Carry {
  return Object.fromEntries(
    [...pairs].flatMap(([key, base]) => {
      const identity = identities.get(base);
      return identity ? [[key, identity]] : [];
    }),
  );
}
