import type { Context } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import { Refusal } from "../kernel/refusal.ts";
import type { Tx } from "../platform/database/index.ts";
import { type EditionLine, flattenLines, listEditionLines } from "./edition.ts";
import { type Carry, type CarryLine, findWrongCarry, type KnownLine, matchLines, toCarry } from "./identity.ts";
import type { ProgrammeRefusalCode } from "./refusals.ts";
import type { StoredReading } from "./store.ts";
import { type EditionHead, selectEditionHeads } from "./store-edition.ts";
import { findIdentities, selectKnownLines } from "./store-identity.ts";

/** What the approval of a reading would carry on, and what else could be chosen. `from` is null for a municipality's first programme. */
export interface CarryProposal {
  readonly from: { readonly slug: string; readonly edition: number } | null;
  readonly lines: readonly CarryLine[];
  readonly candidates: readonly KnownLine[];
}

/** Lines of the same name as in the edition before: of this programme, or else of the programme before it. */
export async function proposeCarry(ctx: Context<Tx>, reading: StoredReading): Promise<CarryProposal> {
  const from = await findPredecessor(ctx, reading.slug, null);
  const candidates = from ? await selectKnownLines(ctx, from.id) : [];
  const lines = matchLines(flattenLines(listEditionLines(reading.content)), candidates);
  return { from: from && { slug: from.slug, edition: from.number }, lines, candidates };
}

interface CarryQuestion {
  readonly lines: readonly EditionLine[];
  /** What the person chose; null for the proposal. */
  readonly carry: Carry | null;
  readonly slug: string;
  /** The edition being made. */
  readonly except: Id;
}

/** The identities that lines carry on. Refuses `carry-wrong` with the key of the line. */
export async function findCarry(ctx: Context<Tx>, { lines, carry, slug, except }: CarryQuestion): Promise<Carry> {
  if (!carry) {
    const from = await findPredecessor(ctx, slug, except);
    return from ? toCarry(matchLines(lines, await selectKnownLines(ctx, from.id))) : {};
  }
  const known = await findIdentities(ctx, Object.values(carry));
  const wrong = findWrongCarry(carry, lines, known);
  if (wrong !== null) throw new Refusal<ProgrammeRefusalCode>("carry-wrong", { key: wrong });
  return carry;
}

/** The last edition of the programme itself, else of the newest programme that is no later. Years of four digits sort as text. */
async function findPredecessor(ctx: Context<Tx>, slug: string, except: Id | null): Promise<EditionHead | null> {
  const heads = (await selectEditionHeads(ctx)).filter((head) => head.id !== except);
  return heads.find((head) => head.slug === slug) ?? heads.find((head) => head.slug < slug) ?? null;
}
