import type { Context } from "../kernel/context.ts";
import type { Tx } from "../platform/database/index.ts";
import { selectPlannedLines } from "../programme/index.ts";
import { reckonAchieved } from "./achieved.ts";
import type { Direction } from "./method/contract.ts";
import { selectPassports } from "./passport/store.ts";
import { hashContent, type SignedContent } from "./sign-off/actions.ts";
import { findProposal } from "./sign-off/actions-require.ts";
import { type KeptStep, selectSteps } from "./sign-off/store.ts";
import { stateAfter } from "./sign-off/views.ts";
import type { PublicActuals, PublicFact } from "./views.ts";

/** An indicator as a public page knows it: its place and name in the edition that the page shows. */
export interface PublicQuestion {
  readonly slug: string;
  readonly position: number;
  readonly name: string;
}

/**
 * What everybody may see of an indicator's facts: those that were confirmed, as they were signed, and how they are computed
 * beside the formula as printed. Null where the edition in force has it no more.
 */
export async function getPublicActuals(ctx: Context<Tx>, asked: PublicQuestion): Promise<PublicActuals | null> {
  const fold = (text: string) => text.replace(/\s+/g, " ").trim();
  const line = (await selectPlannedLines(ctx)).find(
    ({ kind, slug, position, name }) =>
      kind === "indicator" && slug === asked.slug && position === asked.position && fold(name) === fold(asked.name),
  );
  if (!line) return null;
  const passport = (await selectPassports(ctx, ctx.now)).find(
    (own) => own.line.kind === line.kind && own.line.id === line.id,
  );
  const facts: PublicFact[] = [];
  for (const year of line.years) {
    const steps = await selectSteps(ctx, { year, line: { kind: line.kind, id: line.id } });
    for (const own of Map.groupBy(steps, ({ until }) => until).values())
      facts.push(...tellSigned(own, passport?.direction ?? null));
  }
  return {
    printed: passport?.printed ?? null,
    computation: passport?.computation ?? null,
    facts: facts.sort((a, b) => a.until.localeCompare(b.until)),
  };
}

/** The value of a period whose last step confirmed it, where what was kept still has its hash. */
function tellSigned(steps: readonly KeptStep[], direction: Direction | null): readonly PublicFact[] {
  const last = steps.at(-1);
  const proposal = findProposal(steps);
  if (!last || !proposal?.content || stateAfter(last.move) !== "signed") return [];
  if (hashContent(proposal.content) !== proposal.hash) return [];
  const { actual, plan } = JSON.parse(proposal.content) as SignedContent;
  if (actual.value === null) return [];
  const { year, until, value, total, divisor, corrections, records } = actual;
  return [
    {
      ...{ year, until, plan, value, total, divisor },
      achieved: reckonAchieved({ direction, plan, fact: value }),
      isCorrected: corrections.length > 0,
      records: records.length,
      confirmedAt: last.at,
    },
  ];
}
