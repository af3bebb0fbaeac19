export type {
  ActFinding,
  ActFindingCode,
  ActInput,
  ActNumber,
  ActPlace,
  ActReading,
  ActRequisites,
  AmendedPart,
  PassportLine,
  Proposal,
  Replacement,
  Technique,
  TechniqueChoices,
  TotalAddress,
} from "./act.ts";
export { AMENDED_PARTS } from "./act.ts";
export { type Amended, applyProposals, listSteps } from "./apply.ts";
export { draftAct, suggestRequisites } from "./draft-act.ts";
export { listOptions, type PartOptions, type TechniqueBar } from "./options.ts";
export { type ActPlan, planAct } from "./plan.ts";
export { readAct } from "./reading/read-act.ts";
export { isAmendingAct } from "./reading/recognise.ts";
export { AMEND_REFUSALS, type AmendRefusalCode } from "./refusals.ts";
