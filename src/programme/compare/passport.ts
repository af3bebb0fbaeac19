import type { FigureRow, Passport, Programme, Words } from "../contract.ts";
import type { Change, ChangedLine } from "../views-comparison.ts";
import { compareRow } from "./figure-rows.ts";
import { compareWords, makeChange, type Spot } from "./make-change.ts";
import { alignSequences } from "./sequences.ts";
import { meaningOf } from "./words.ts";

type PassportRow = Passport["rows"][number];

/** The passport row by row, and its money figure by figure: a row that differs in its figures alone is not said twice. */
export function comparePassport(was: Programme, became: Programme): readonly Change[] {
  const [before, after] = [was.passport, became.passport];
  const labels = (passport: Passport) => passport.rows.map((row) => meaningOf(row.label.text));
  const rows = alignSequences(labels(before), labels(after)).flatMap((pair) => {
    const old = pair.was === null ? undefined : before.rows[pair.was];
    const now = pair.became === null ? undefined : after.rows[pair.became];
    const line = describeRow(old, now, pair);
    const fate = old && now ? "kept" : now ? "added" : "ended";
    const spot: Spot = { part: "passport", line, fate };
    const sides = { old, now, before, after };
    return [...compareLabel(spot, sides), ...compareText(spot, sides)];
  });
  return [...rows, ...compareFinance(before.finance, after.finance)];
}

interface Sides {
  readonly old: PassportRow | undefined;
  readonly now: PassportRow | undefined;
  readonly before: Passport;
  readonly after: Passport;
}

function describeRow(
  old: PassportRow | undefined,
  now: PassportRow | undefined,
  pair: { readonly was: number | null; readonly became: number | null },
): ChangedLine {
  const name = (now ?? old)?.label.text.trim() ?? "";
  return {
    kind: "passport-row",
    key: `passport-row:${pair.was ?? "-"}:${pair.became ?? "-"}`,
    number: null,
    name,
    ...pair,
  };
}

function compareLabel(spot: Spot, { old, now }: Sides): readonly Change[] {
  if (!old || !now) return [];
  return compareWords(spot, { subject: "passport-row", field: "name", was: old.label, became: now.label });
}

function compareText(spot: Spot, { old, now, before, after }: Sides): readonly Change[] {
  if (old && now) {
    if (meaningOf(old.text.text) === meaningOf(now.text.text)) return [];
    const kinds = new Set(before.finance.filter((row) => findRow(after.finance, row)).map((row) => row.kind));
    const same = wordsBeside(old.text, before.finance, kinds) === wordsBeside(now.text, after.finance, kinds);
    if (same) return [];
    const places = { was: old.text.place, became: now.text.place };
    return [
      makeChange(spot, { subject: "passport-row", was: old.text.text.trim(), became: now.text.text.trim(), places }),
    ];
  }
  return compareWords(spot, { subject: "passport-row", was: old?.text, became: now?.text });
}

/**
 * What a row says beside its figures. Of lines with figures each wording counts once, whatever the year and the sum;
 * the line of a source that only one of the passports has says nothing that its figures do not.
 */
function wordsBeside(text: Words, finance: readonly FigureRow[], kinds: ReadonlySet<string>): string {
  const own = new Map(
    finance.flatMap((row) => [
      [meaningOf(row.label.text), row.kind] as const,
      ...Object.values(row.values).map((figure) => [meaningOf(figure.place.text), row.kind] as const),
    ]),
  );
  const lines = text.text
    .split("\n")
    .map(meaningOf)
    .filter((line) => line !== "");
  const plain = lines.filter((line) => !own.has(line));
  const patterns = lines.flatMap((line) => {
    const kind = own.get(line);
    return kind && kinds.has(kind) ? [line.replace(/\d+(?: \d+)*(?:,\d+)?/g, "#")] : [];
  });
  return [...plain, ...new Set(patterns)].join("\n");
}

function compareFinance(was: readonly FigureRow[], became: readonly FigureRow[]): readonly Change[] {
  const all = [...became, ...was.filter((row) => !findRow(became, row))];
  const spot: Spot = { part: "passport", line: null, fate: "kept" };
  return all.flatMap((row) =>
    compareRow(spot, { subject: "passport-finance", was: findRow(was, row), became: findRow(became, row) }),
  );
}

function findRow(rows: readonly FigureRow[], like: FigureRow): FigureRow | undefined {
  return rows.find((row) => row.kind === like.kind);
}
