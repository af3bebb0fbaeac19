import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { registry } from "../../registry/index.ts";
import { pastWall } from "../store-wall.ts";
import { selectHeldCalls, selectYearAwards } from "./store-award.ts";

interface Asked {
  readonly year: number;
  /** The last local day that counts. */
  readonly until: string;
  readonly knownAt: Date;
}

/** An association's award by the sitting that holds: for figures and reports of later slices. Sums are kopecks. */
export interface AwardRecord {
  /** The application's: its page tells of the award. */
  readonly id: Id;
  readonly associationId: Id;
  readonly association: string;
  readonly contestId: Id;
  readonly callId: Id;
  readonly activityId: Id | null;
  /** The day of the sitting. */
  readonly date: string;
  readonly recordedAt: string;
  readonly kopecks: bigint;
  readonly sums: readonly { readonly source: string; readonly kopecks: bigint }[];
}

/**
 * The awards of the year's calls, by the sittings that hold; one that an appeal replaced counts no more, whenever it is asked. Who
 * was awarded is public, so no right is asked.
 */
export async function listAwards(ctx: Context<Tx>, asked: Asked): Promise<readonly AwardRecord[]> {
  const names = new Map((await registry.listAssociations(ctx)).map(({ id, name }) => [id, name]));
  const rows = await pastWall(ctx, () => selectYearAwards(ctx, asked.year));
  return rows
    .filter(({ date, decidedAt }) => date <= asked.until && decidedAt <= asked.knownAt)
    .map(({ decidedAt, associationId, ...award }) => ({
      ...award,
      associationId,
      association: names.get(associationId) ?? "",
      recordedAt: decidedAt.toISOString(),
    }));
}

/** A call whose sitting was decided. */
export interface HeldRecord {
  readonly contestId: Id;
  readonly callId: Id;
  /** The activity of the programme that the contest carries out. */
  readonly activityId: Id | null;
  readonly title: string;
  readonly date: string;
  readonly recordedAt: string;
}

/** The year's calls that came to a decision, also to one without a winner. */
export async function listHeld(ctx: Context<Tx>, asked: Asked): Promise<readonly HeldRecord[]> {
  const rows = await selectHeldCalls(ctx, asked.year);
  return rows
    .filter(({ date, decidedAt }) => date <= asked.until && decidedAt <= asked.knownAt)
    .map(({ decidedAt, ...held }) => ({ ...held, recordedAt: decidedAt.toISOString() }));
}
