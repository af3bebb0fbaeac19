import type { Context } from "../kernel/context.ts";
import type { Tx } from "../platform/database/index.ts";
import type { FindCounted, TellVisitors } from "./actions-tell.ts";
import { planEvent, planEvents } from "./event/actions.ts";
import { type ChangeInput, changeEvent } from "./event/actions-change.ts";
import { type MoveInput, moveEvents } from "./event/actions-move.ts";
import { getEvent, listEventsIn, listSites, mayWorkOn } from "./event/actions-read.ts";
import { addKind, endKind } from "./kind/actions.ts";
import { selectOwnKinds } from "./kind/store.ts";

export type { ChangeInput } from "./event/actions-change.ts";
export type { MoveInput } from "./event/actions-move.ts";
export type { EventInput, SiteInput } from "./event/input.ts";
export { type EventRefusalCode, eventRefusals } from "./refusals.ts";

/** Attendance is counted nowhere yet, so nothing can be confirmed. */
const findCounted: FindCounted = async () => new Set();

/** The doors of the slice. */
export function openEvents() {
  const tell: TellVisitors = async () => {};
  return {
    planEvent,
    planEvents,
    changeEvent: (ctx: Context<Tx>, given: ChangeInput) => changeEvent(ctx, tell, given),
    moveEvents: (ctx: Context<Tx>, given: MoveInput) => moveEvents(ctx, { findCounted, tell }, given),
    getEvent,
    listSites,
    listEventsIn,
    mayWorkOn,
    addKind,
    endKind,
    listOwnKinds: selectOwnKinds,
  };
}

export type EventDoor = ReturnType<typeof openEvents>;
