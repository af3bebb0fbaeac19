import type { CarryLine, CarryProposal, KnownLine } from "../../../src/programme/index.ts";
import type { MatchReason } from "../../../src/programme/views-comparison.ts";
import { oneLine } from "../../ui/typography.ts";

/** What a line may be said to be: `new`, `carry:ID`, `split:ID`; of an earlier line `ended`, `joined:KEY`. */
export interface MatchOption {
  readonly value: string;
  readonly name: string;
}

/** A line of the document about which a person decides. */
export interface MatchRow {
  readonly key: string;
  readonly kind: CarryLine["kind"];
  readonly name: string;
  readonly reason: MatchReason;
  readonly moved: boolean;
  readonly chosen: string;
  readonly options: readonly MatchOption[];
}

/** An earlier line that no line of the document carries on. */
export interface EndedRow {
  readonly id: string;
  readonly kind: KnownLine["kind"];
  readonly name: string;
  readonly chosen: string;
  readonly options: readonly MatchOption[];
}

export interface MatchData {
  readonly from: { readonly slug: string; readonly edition: number };
  /** How many lines were known by their names: those need no decision. */
  readonly sure: number;
  /** How many lines more than are shown here are taken as proposed. */
  readonly rest: number;
  readonly rows: readonly MatchRow[];
  readonly ended: readonly EndedRow[];
}

const SURE: readonly MatchReason[] = ["same-number-name", "same-name", "from-draft"];
/** More lines than this are not decided on one page; more options than this are not offered for one. */
const MOST_ROWS = 150;
const MOST_OPTIONS = 60;

/** The step of the preview that ties lines to those of the edition before; null where there is none. */
export function describeMatch(proposal: CarryProposal): MatchData | null {
  if (!proposal.from) return null;
  const unsure = proposal.lines.filter((line) => !SURE.includes(line.reason));
  const taken = new Set(proposal.lines.filter((line) => SURE.includes(line.reason)).map((line) => line.identityId));
  const free = proposal.candidates.filter((line) => !taken.has(line.identityId));
  const shown = unsure.slice(0, MOST_ROWS);
  const ended = listEnded(proposal, unsure);
  return {
    from: proposal.from,
    sure: proposal.lines.length - unsure.length,
    rest: unsure.length - shown.length + Math.max(0, ended.length - MOST_ROWS),
    rows: shown.map((line) => describeRow(line, free, proposal.candidates)),
    ended: ended.slice(0, MOST_ROWS),
  };
}

function describeRow(line: CarryLine, free: readonly KnownLine[], all: readonly KnownLine[]): MatchRow {
  const ofKind = (known: readonly KnownLine[]) => known.filter((one) => one.kind === line.kind);
  const own = ofKind(all).filter((one) => one.identityId === line.identityId || line.from.includes(one.identityId));
  const carried = limit([...own, ...ofKind(free)]);
  const divided = limit([...own, ...(ofKind(all).length <= MOST_OPTIONS ? ofKind(all) : ofKind(free))]);
  const part = line.reason === "joined" ? undefined : line.from[0];
  return {
    key: line.key,
    kind: line.kind,
    name: nameOf(line),
    reason: line.reason,
    moved: line.moved,
    chosen: line.identityId ? `carry:${line.identityId}` : part ? `split:${part}` : "new",
    options: [
      { value: "new", name: "" },
      ...carried.map((one) => ({ value: `carry:${one.identityId}`, name: nameOf(one) })),
      ...divided.map((one) => ({ value: `split:${one.identityId}`, name: nameOf(one) })),
    ],
  };
}

function limit(known: readonly KnownLine[]): readonly KnownLine[] {
  return [...new Set(known)].slice(0, MOST_OPTIONS);
}

function listEnded(proposal: CarryProposal, unsure: readonly CarryLine[]): readonly EndedRow[] {
  const joined = new Map(
    unsure.filter((line) => line.reason === "joined").flatMap((line) => line.from.map((id) => [id, line.key] as const)),
  );
  const gone = new Set(proposal.ended.map((line) => line.identityId));
  return proposal.candidates
    .filter(({ identityId }) => gone.has(identityId) || joined.has(identityId))
    .map((known) => {
      const ofKind = proposal.lines.filter((line) => line.kind === known.kind);
      const into = ofKind.length <= MOST_OPTIONS ? ofKind : ofKind.filter((line) => unsure.includes(line));
      const key = joined.get(known.identityId);
      const own = ofKind.filter((line) => line.key === key);
      const lines = [...new Set([...own, ...into])].slice(0, MOST_OPTIONS);
      return {
        id: known.identityId,
        kind: known.kind,
        name: nameOf(known),
        chosen: key ? `joined:${key}` : "ended",
        options: [
          { value: "ended", name: "" },
          ...lines.map((line) => ({ value: `joined:${line.key}`, name: nameOf(line) })),
        ],
      };
    });
}

function nameOf({ number, name }: { readonly number: string | null; readonly name: string }): string {
  return oneLine([number, name].filter(Boolean).join(". "));
}
