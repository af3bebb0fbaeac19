import { enterAssociation, getAssociation } from "./association/actions.ts";
import { selectAssociations } from "./association/store.ts";
import { addOfficial } from "./official/actions.ts";
import { selectOfficials } from "./official/store.ts";
import { addSettlement } from "./settlement/actions.ts";
import { selectSettlements } from "./settlement/store.ts";

export { type ActsDoor, openActs } from "./act/actions-door.ts";
export { actRefusals } from "./act/refusals.ts";
export { type BodiesDoor, bodies } from "./body/actions-door.ts";
export { bodySource } from "./body/actions-personal.ts";
export { bodyRefusals } from "./body/refusals.ts";
export { type BoundaryDoor, openBoundaries } from "./boundary/actions.ts";
export type { BoundaryInput } from "./boundary/actions-record.ts";
export { type BoundaryRefusalCode, boundaryRefusals } from "./boundary/refusals.ts";
export { type RegistryRefusalCode, registryRefusals } from "./refusals.ts";

/** The doors of the slice. Settlements, associations and officials are public: reading them asks for no right. */
export const registry = {
  addSettlement,
  listSettlements: selectSettlements,
  enterAssociation,
  getAssociation,
  listAssociations: selectAssociations,
  addOfficial,
  listOfficials: selectOfficials,
};
export type RegistryDoor = typeof registry;
