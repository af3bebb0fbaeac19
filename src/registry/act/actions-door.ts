import type { Context } from "../../kernel/context.ts";
import type { Tx } from "../../platform/database/index.ts";
import { changeRule, listRules, type RuleInput, recordReview } from "../revision/actions.ts";
import type { ActDesk } from "../revision/actions-follow.ts";
import { attachActFile, changeAct, enterAct } from "./actions.ts";
import { choosePlan, getPlanChoice } from "./actions-plan.ts";
import {
  countActsBroughtUpToDate,
  findActFile,
  getAct,
  listActs,
  listActYears,
  listOwnDue,
  listPublicActs,
} from "./actions-read.ts";
import { type RelationInput, relateActs, withdrawRelation } from "./actions-relation.ts";
import type { ActInput } from "./input.ts";

/** The doors of legal acts, bound to the desk, whose tasks follow what is due for revision. */
export function openActs(desk: ActDesk) {
  return {
    listActs,
    listOwnDue,
    listPublicActs,
    getAct,
    findActFile,
    listActYears,
    countActsBroughtUpToDate,
    getPlanChoice,
    choosePlan,
    listRules,
    enterAct: (ctx: Context<Tx>, input: ActInput) => enterAct(ctx, desk, input),
    changeAct: (ctx: Context<Tx>, input: Parameters<typeof changeAct>[2]) => changeAct(ctx, desk, input),
    attachActFile: (ctx: Context<Tx>, given: Parameters<typeof attachActFile>[2]) => attachActFile(ctx, desk, given),
    relateActs: (ctx: Context<Tx>, input: RelationInput) => relateActs(ctx, desk, input),
    withdrawRelation: (ctx: Context<Tx>, given: { id: string; reason: string }) => withdrawRelation(ctx, desk, given),
    changeRule: (ctx: Context<Tx>, input: RuleInput) => changeRule(ctx, desk, input),
    recordReview: (ctx: Context<Tx>, given: Parameters<typeof recordReview>[2]) => recordReview(ctx, desk, given),
  };
}

export type ActsDoor = ReturnType<typeof openActs>;
