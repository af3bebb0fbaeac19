import { requirePermission } from "../access/index.ts";
import type { Context } from "../kernel/context.ts";
import { type Id, newId } from "../kernel/id.ts";
import type { Kopecks } from "../kernel/money.ts";
import type { Tx } from "../platform/database/index.ts";
import { lockOpenDraft, openDraft, saveChanges } from "./actions-draft.ts";
import { loadContent } from "./actions-draft-content.ts";
import { findDraftCarry, refuseOutdated } from "./actions-draft-submit.ts";
import type { FigureRow, FundingSource, Programme } from "./contract.ts";
import type { SetEdit } from "./draft/edit.ts";
import { printedOf, writeLike } from "./draft/notation.ts";
import type { Carry } from "./identity.ts";

/** An activity by its identity, a source and a year of a programme. */
export interface MoneyLine {
  readonly activityId: Id;
  readonly source: FundingSource;
  readonly year: number;
}

export interface MoneyMove {
  readonly slug: string;
  readonly from: MoneyLine;
  readonly to: MoneyLine;
  readonly kopecks: Kopecks;
  /** So much of `from` stays, because it was promised. */
  readonly keep: Kopecks;
}

/** What became of a move: it was made, or the draft prints no figure there, or what `from` has does not suffice. */
export type MovedMoney =
  | { readonly kind: "moved" }
  | { readonly kind: "no-figure"; readonly line: MoneyLine }
  | { readonly kind: "kept"; readonly planned: Kopecks };

/**
 * Moves money from a line of the open draft to another, opening a draft of the edition in force where none is open. Totals
 * follow as when a person types. Refuses `not-permitted`, `programme-unknown`, `draft-closed`, `draft-outdated`.
 */
export async function moveDraftMoney(ctx: Context<Tx>, move: MoneyMove): Promise<MovedMoney> {
  requirePermission(ctx, "programme.draft");
  const { id } = await openDraft(ctx, move.slug);
  const draft = await lockOpenDraft(ctx, id);
  await refuseOutdated(ctx, draft);
  const content = await loadContent(ctx, draft);
  const carry = await findDraftCarry(ctx, draft, content);
  const [from, to] = [locate(content, carry, move.from), locate(content, carry, move.to)];
  if (!from) return { kind: "no-figure", line: move.from };
  if (!to) return { kind: "no-figure", line: move.to };
  const planned = from.kopecks;
  if (planned - move.kopecks < move.keep) return { kind: "kept", planned };
  const edits = [edit(from, planned - move.kopecks), edit(to, to.kopecks + move.kopecks)];
  const voice = { id, version: draft.version, visitor: newId(), place: null };
  const { conflicts } = await saveChanges(ctx, { ...voice, changes: [{ token: newId(), change: { edits } }] });
  return conflicts.length === 0 ? { kind: "moved" } : { kind: "no-figure", line: move.to };
}

interface Cell {
  readonly at: number;
  readonly row: FigureRow;
  readonly key: string;
  readonly kopecks: Kopecks;
}

/** Where the draft prints the money of a line; undefined where it prints none. An empty cell is nothing. */
function locate(content: Programme, carry: Carry, { activityId, source, year }: MoneyLine): Cell | undefined {
  const [, place] = /^activity:(\d+)$/.exec(Object.keys(carry).find((key) => carry[key] === activityId) ?? "") ?? [];
  const at = Number(place) - 1;
  const row = content.activities[at]?.sources.find(({ kind }) => kind === source);
  const figure = row?.values[String(year)];
  return row && figure ? { at, row, key: String(year), kopecks: figure.value ?? 0n } : undefined;
}

function edit({ at, row, key }: Cell, kopecks: Kopecks): SetEdit {
  const was = row.values[key]?.printed ?? "";
  const text = writeLike(kopecks, row, printedOf(row));
  return { do: "set", address: { of: "figure", at, kind: row.kind, key }, was, text };
}
