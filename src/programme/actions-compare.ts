import { requirePermission } from "../access/index.ts";
import type { Context } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import { Refusal } from "../kernel/refusal.ts";
import type { Tx } from "../platform/database/index.ts";
import { loadReading } from "./actions.ts";
import { proposeCarry } from "./actions-carry.ts";
import { makeTitle } from "./approval.ts";
import { makeComparison, type NamedProgramme } from "./compare/index.ts";
import { nameSuccessions } from "./compare/successions.ts";
import { keyIdentities } from "./identity.ts";
import { editionName } from "./messages-comparison.ts";
import type { ProgrammeRefusalCode } from "./refusals.ts";
import { type EditionHead, findEdition, type StoredEdition, selectEditionHeads } from "./store-edition.ts";
import { selectKnownLines } from "./store-identity.ts";
import { selectSuccessions } from "./store-succession.ts";
import type { Comparison } from "./views-comparison.ts";
import { type ComparisonFormat, writeComparisonAs } from "./write-comparison.ts";

/** Two editions of a programme by their numbers. */
export interface EditionPair {
  readonly slug: string;
  readonly was: number;
  readonly became: number;
}

/**
 * Two editions side by side; lines are paired by their identities, so that a renamed line is one line. Split, joined and
 * ended lines say so. Refuses `programme-unknown`, `edition-unknown`.
 */
export async function compareEditions(ctx: Context<Tx>, { slug, was, became }: EditionPair): Promise<Comparison> {
  const heads = (await selectEditionHeads(ctx)).filter((head) => head.slug === slug);
  if (heads.length === 0) throw new Refusal<ProgrammeRefusalCode>("programme-unknown", { slug });
  const [before, after] = [
    await loadSide(ctx, heads, { slug, number: was }),
    await loadSide(ctx, heads, { slug, number: became }),
  ];
  const between = heads.filter((head) => head.number > was && head.number <= became);
  const keys = new Map([...before.identities].map(([key, id]) => [id, key]));
  const pairs = new Map([...after.identities].flatMap(([key, id]) => keysOf(key, keys.get(id))));
  const basis = await joinBases(ctx, between);
  const comparison = makeComparison(
    nameEdition(ctx, before.edition, null),
    nameEdition(ctx, after.edition, basis),
    pairs,
  );
  const successions = await selectSuccessions(
    ctx,
    between.map((head) => head.id),
  );
  return nameSuccessions(comparison, { successions, was: before, became: after });
}

function keysOf(key: string, before: string | undefined): readonly (readonly [string, string])[] {
  return before === undefined ? [] : [[key, before]];
}

/** The comparison as a file, in the language of the context. Refuses as `compareEditions`. */
export async function writeComparison(
  ctx: Context<Tx>,
  pair: EditionPair,
  format: ComparisonFormat,
): Promise<{ readonly bytes: Uint8Array; readonly fileName: string }> {
  const comparison = await compareEditions(ctx, pair);
  const bytes = await writeComparisonAs(format, comparison, ctx.language);
  return { bytes, fileName: `${pair.slug}-${pair.was}-${pair.became}.${format}` };
}

/** An open document against the edition in force; null for a programme's first. Refuses `reading-unknown`. */
export async function compareReading(ctx: Context<Tx>, id: Id): Promise<Comparison | null> {
  requirePermission(ctx, "programme.read-drafts");
  const reading = await loadReading(ctx, id);
  const heads = (await selectEditionHeads(ctx)).filter((head) => head.slug === reading.slug);
  const [last] = heads;
  if (!last) return null;
  const before = await loadSide(ctx, heads, { slug: reading.slug, number: last.number });
  const keys = new Map([...before.identities].map(([key, identity]) => [identity, key]));
  const { lines } = await proposeCarry(ctx, reading);
  const pairs = new Map(lines.flatMap((line) => keysOf(line.key, keys.get(line.identityId ?? ""))));
  const called = { title: makeTitle(reading.content), name: reading.file.name, basis: null };
  return makeComparison(nameEdition(ctx, before.edition, null), { programme: reading.content, called }, pairs);
}

interface LoadedSide {
  readonly edition: StoredEdition;
  /** Key of a line → its identity. */
  readonly identities: ReadonlyMap<string, Id>;
}

async function loadSide(
  ctx: Context<Tx>,
  heads: readonly EditionHead[],
  { slug, number }: { readonly slug: string; readonly number: number },
): Promise<LoadedSide> {
  const head = heads.find((candidate) => candidate.number === number);
  const edition = head && (await findEdition(ctx, head.id));
  if (!edition) throw new Refusal<ProgrammeRefusalCode>("edition-unknown", { slug, edition: number });
  const known = await selectKnownLines(ctx, edition.id);
  return { edition, identities: keyIdentities({ content: edition.content, known }) };
}

function nameEdition(ctx: Context<Tx>, edition: StoredEdition, basis: string | null): NamedProgramme {
  const name = editionName(edition.number, ctx.language);
  return { programme: edition.content, called: { title: edition.title, name, basis } };
}

/** The acts of every edition on the way, the earliest first. */
async function joinBases(ctx: Context<Tx>, between: readonly EditionHead[]): Promise<string | null> {
  const bases: string[] = [];
  for (const head of between.toReversed()) {
    const edition = await findEdition(ctx, head.id);
    if (edition && !bases.includes(edition.basis)) bases.push(edition.basis);
  }
  return bases.length > 0 ? bases.join("; ") : null;
}
