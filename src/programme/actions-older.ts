import type { Context } from "../kernel/context.ts";
import { Refusal } from "../kernel/refusal.ts";
import type { Tx } from "../platform/database/index.ts";
import { namesNewerActs } from "./approval.ts";
import { compareProgrammes } from "./compare/index.ts";
import type { ProgrammeRefusalCode } from "./refusals.ts";
import type { StoredReading } from "./store.ts";
import { findEdition, selectEditionHeads } from "./store-edition.ts";

/**
 * Why a document seems older than the edition in force: the acts that it names end before those of the edition, or it
 * says what an earlier edition said. Null where it does not, and for a programme's first edition.
 */
export async function findOlder(
  ctx: Context<Tx>,
  reading: Pick<StoredReading, "slug" | "content">,
): Promise<Refusal<ProgrammeRefusalCode> | null> {
  const heads = (await selectEditionHeads(ctx)).filter((head) => head.slug === reading.slug);
  const [last, ...earlier] = heads;
  const inForce = last && (await findEdition(ctx, last.id));
  if (!inForce) return null;
  const acts = namesNewerActs(inForce.content, reading.content);
  if (acts) return new Refusal("edition-older", { edition: inForce.number, ...acts });
  if (earlier.length === 0 || compareProgrammes(inForce.content, reading.content).length === 0) return null;
  for (const head of earlier) {
    const edition = await findEdition(ctx, head.id);
    if (edition && compareProgrammes(edition.content, reading.content).length === 0) {
      return new Refusal("edition-repeats", { edition: inForce.number, earlier: edition.number });
    }
  }
  return null;
}
