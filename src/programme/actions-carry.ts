import type { Context } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import { fillSentence, Refusal } from "../kernel/refusal.ts";
import type { Tx } from "../platform/database/index.ts";
import { findOlder } from "./actions-older.ts";
import { flattenLines, listEditionLines } from "./edition.ts";
import type { LinesInUse } from "./hooks.ts";
import {
  type Carry,
  type CarryLine,
  findWrongCarry,
  followCarry,
  type KnownEdition,
  type KnownLine,
  matchLines,
} from "./identity.ts";
import { type ProgrammeRefusalCode, programmeRefusals } from "./refusals.ts";
import type { StoredReading } from "./store.ts";
import { findEdition, type StoredEdition, selectEditionHeads } from "./store-edition.ts";
import { findIdentities, selectKnownLines } from "./store-identity.ts";
import {
  completeSuccession,
  findWrongSuccession,
  type LineDecision,
  type SuccessionChoice,
  toDecision,
} from "./succession.ts";

/** What the approval of a reading would carry on, and what else could be chosen. `from` is null for a municipality's first programme. */
export interface CarryProposal {
  readonly from: { readonly slug: string; readonly edition: number } | null;
  readonly lines: readonly CarryLine[];
  readonly candidates: readonly KnownLine[];
  /** Earlier lines that nothing goes on from; empty where `from` is another programme, whose lines live on in it. */
  readonly ended: readonly KnownLine[];
  /** Why the document seems older than the edition in force; null where it does not. */
  readonly older: { readonly code: ProgrammeRefusalCode; readonly sentence: string } | null;
}

/** Each line with the earlier line that it seems to be: of this programme, or else of the programme before it. A draft said it itself. */
export async function proposeCarry(ctx: Context<Tx>, reading: StoredReading): Promise<CarryProposal> {
  const from = await loadPredecessor(ctx, reading.slug, null);
  const lines = proposeLines(reading, from);
  const candidates = from?.known ?? [];
  const isSame = from?.edition.slug === reading.slug;
  const gone = new Set(
    isSame
      ? completeSuccession(toDecision(lines), candidates)
          .filter(({ kind }) => kind === "ended")
          .map((end) => end.from)
      : [],
  );
  const older = await findOlder(ctx, reading);
  return {
    from: from && { slug: from.edition.slug, edition: from.edition.number },
    lines,
    candidates,
    ended: candidates.filter((line) => gone.has(line.identityId)),
    older: older && {
      code: older.code,
      sentence: fillSentence(programmeRefusals[older.code][ctx.language], older.values),
    },
  };
}

interface DecisionQuestion {
  readonly reading: StoredReading;
  /** What the person chose; null for the proposal. */
  readonly chosen: { readonly carry: Carry; readonly succession: readonly SuccessionChoice[] } | null;
  /** The edition being made. */
  readonly except: Id;
  readonly linesInUse: LinesInUse<Tx>;
}

/**
 * The identities that lines carry on, and what became of the others. Refuses `carry-wrong` with the key of the line,
 * `succession-wrong` with the earlier line's name, `line-in-use`.
 */
export async function decideLines(ctx: Context<Tx>, question: DecisionQuestion): Promise<LineDecision> {
  const { reading, chosen, except, linesInUse } = question;
  const from = await loadPredecessor(ctx, reading.slug, except);
  const decision = chosen ?? toDecision(proposeLines(reading, from));
  const known = from?.known ?? [];
  if (chosen || reading.carry) await refuseWrong(ctx, reading, { decision, known });
  // The lines of another programme do not end where the next one begins.
  const own = from?.edition.slug === reading.slug ? known : [];
  const succession = completeSuccession(decision, own);
  await refuseUsed(ctx, { succession, known, linesInUse });
  return { carry: decision.carry, succession };
}

type Predecessor = KnownEdition & { readonly edition: StoredEdition };

function proposeLines(reading: StoredReading, from: Predecessor | null): readonly CarryLine[] {
  const lines = matchLines(reading.content, from);
  return reading.carry ? followCarry(lines, reading.carry) : lines;
}

async function refuseWrong(
  ctx: Context<Tx>,
  reading: StoredReading,
  { decision, known }: { readonly decision: LineDecision; readonly known: readonly KnownLine[] },
): Promise<void> {
  const lines = flattenLines(listEditionLines(reading.content));
  const asked = [...Object.values(decision.carry), ...decision.succession.map((choice) => choice.from)];
  const kinds = await findIdentities(ctx, asked);
  const wrong = findWrongCarry(decision.carry, lines, kinds);
  if (wrong !== null) throw refuse("carry-wrong", { key: wrong });
  const line = findWrongSuccession(decision, lines, kinds);
  const name = known.find((one) => one.identityId === line)?.name ?? line;
  if (line !== null) throw refuse("succession-wrong", { name: name ?? "" });
}

/** A line that something hangs on does not end: it is carried on, split or joined. */
async function refuseUsed(
  ctx: Context<Tx>,
  given: {
    readonly succession: readonly SuccessionChoice[];
    readonly known: readonly KnownLine[];
    readonly linesInUse: LinesInUse<Tx>;
  },
): Promise<void> {
  const ended = given.succession.filter((choice) => choice.kind === "ended").map((choice) => choice.from);
  const uses = ended.length > 0 ? await given.linesInUse(ctx, ended) : [];
  const [first] = uses;
  if (!first) return;
  const name = given.known.find((line) => line.identityId === first.identityId)?.name ?? first.identityId;
  const reasons = uses.filter((use) => use.identityId === first.identityId).map((use) => use.why);
  throw refuse("line-in-use", { name, uses: reasons.join("; ") });
}

/** The last edition of the programme itself, else of the newest programme that is no later. Years of four digits sort as text. */
async function loadPredecessor(ctx: Context<Tx>, slug: string, except: Id | null): Promise<Predecessor | null> {
  const heads = (await selectEditionHeads(ctx)).filter((head) => head.id !== except);
  const head = heads.find((one) => one.slug === slug) ?? heads.find((one) => one.slug < slug);
  const edition = head && (await findEdition(ctx, head.id));
  return edition ? { edition, content: edition.content, known: await selectKnownLines(ctx, edition.id) } : null;
}

function refuse(code: ProgrammeRefusalCode, values: Record<string, string | number>): Refusal<ProgrammeRefusalCode> {
  return new Refusal(code, values);
}
