import type { Context } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import type { Tx } from "../platform/database/index.ts";
import type { Files } from "../platform/files.ts";
import { approveReading, discardReading, type NewReading, saveReading } from "./actions.ts";
import { getEdition, getReading, listEditions, listProgrammes, listReadings, proposeCarry } from "./actions-load.ts";
import type { Approval, EditionApproved } from "./hooks.ts";

export type { NewReading } from "./actions.ts";
export type { CarryProposal } from "./actions-carry.ts";
export type { ReadingCard } from "./actions-load.ts";
export type { Approval, ApprovedEdition, EditionApproved } from "./hooks.ts";
export type { Carry, CarryLine, KnownLine } from "./identity.ts";
export { readAside } from "./read-aside.ts";
export { type ProgrammeRefusalCode, programmeRefusals } from "./refusals.ts";

/** What the slice needs from the composition root. */
export interface ProgrammeParts {
  readonly files: Files;
  readonly editionApproved: EditionApproved<Tx>;
}

/** The doors of the slice, bound to the files and to what later slices do when an edition is approved. */
export function openProgramme(parts: ProgrammeParts) {
  return {
    listProgrammes,
    listEditions,
    getEdition,
    listReadings,
    getReading,
    proposeCarry,
    discardReading,
    saveReading: (ctx: Context<Tx>, given: NewReading) => saveReading(ctx, parts.files, given),
    approveReading: (ctx: Context<Tx>, id: Id, approval: Approval) =>
      approveReading(ctx, parts.editionApproved, { ...approval, id }),
  };
}

export type ProgrammeDoor = ReturnType<typeof openProgramme>;
