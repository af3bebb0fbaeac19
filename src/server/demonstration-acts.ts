import { assert } from "../kernel/assert.ts";
import type { Context } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import type { Tx } from "../platform/database/index.ts";
import type { ActsDoor } from "../registry/index.ts";
import { ACTS, RELATIONS, REVIEW } from "./demonstration-acts.data.ts";

const EMPTY = { state: "adopted", clause: "", text: "", link: "", inForceFrom: "", inForceUntil: "", settlementId: "" };

/** The demonstration's legal acts, by the same actions as a person's; some of them wait for their revision. */
export async function fillActs(ctx: Context<Tx>, acts: ActsDoor): Promise<void> {
  const ids = new Map<string, Id>();
  const find = (key: string): Id => {
    const id = ids.get(key);
    assert(id, `the demonstration has the act ${key}`);
    return id;
  };
  for (const { key, ...act } of ACTS) ids.set(key, await acts.enterAct(ctx, { ...EMPTY, ...act }));
  for (const { act, target, ...relation } of RELATIONS) {
    const empty = { holdsFrom: "", bringsUpToDate: false, note: "" };
    await acts.relateActs(ctx, { ...empty, ...relation, actId: find(act), targetId: find(target) });
  }
  const { act, ...review } = REVIEW;
  await acts.recordReview(ctx, { actId: find(act), ...review });
  const { activities } = await acts.getPlanChoice(ctx, "acts");
  const planning = activities.find(({ name }) => name.startsWith("Организационное и информационное обеспечение"));
  assert(planning, "the example plans legal acts");
  await acts.choosePlan(ctx, { purpose: "acts", activityId: planning.id });
}
