import { writeGrid } from "../office/grid/values.ts";
import { enterAssociation, getAssociation, getByNumber } from "./association/actions.ts";
import { forgetPerson, joinAccount, listAccountChoices } from "./association/actions-person.ts";
import { getPublic } from "./association/actions-public.ts";
import { getCard, getEntry, getHistory, getMeanwhile } from "./association/actions-read.ts";
import { saveSection, withdrawEntry } from "./association/actions-save.ts";
import { selectAssociations, selectAssociationsOf, selectFew, selectMeant } from "./association/store.ts";
import { acceptImport, exportRegister, previewImport } from "./exchange/actions.ts";
import { writeXlsx } from "./exchange/actions-file.ts";
import { readTable } from "./exchange/actions-grid.ts";
import { listMostWarned, listPublic, listRegister } from "./list/actions.ts";
import { addOfficial, changeOfficial, getOfficial } from "./official/actions.ts";
import { selectOfficials } from "./official/store.ts";
import { addSettlement, changeSettlement, getKeptSettlement, getSettlement } from "./settlement/actions.ts";
import { selectEverySettlement, selectSettlements } from "./settlement/store.ts";
import { addQuorumRule, listQuorumRules } from "./warning/actions.ts";

export { type ActsDoor, openActs } from "./act/actions-door.ts";
export { findActSubject } from "./act/actions-subject.ts";
export { actRefusals } from "./act/refusals.ts";
export { registrySource } from "./association/actions-personal.ts";
export { findAssociationSubject } from "./association/actions-subject.ts";
export { type AssociationCheck, recountAssociations } from "./association/store-recount.ts";
export { type BodiesDoor, bodies } from "./body/actions-door.ts";
export { bodySource } from "./body/actions-personal.ts";
export { findBodySubject } from "./body/actions-subject.ts";
export { bodyRefusals } from "./body/refusals.ts";
export { type BoundaryDoor, openBoundaries } from "./boundary/actions.ts";
export type { BoundaryInput } from "./boundary/actions-record.ts";
export { boundarySubjectOf } from "./boundary/actions-subject.ts";
export { type BoundaryRefusalCode, boundaryRefusals } from "./boundary/refusals.ts";
export { officialSource } from "./official/actions-personal.ts";
export { type RegistryRefusalCode, registryRefusals } from "./refusals.ts";

/** The doors of the slice. Settlements, associations and officials are public: reading them asks for no right. */
export const registry = {
  addSettlement,
  changeSettlement,
  getKeptSettlement,
  getSettlement,
  listSettlements: selectSettlements,
  listEverySettlement: selectEverySettlement,
  enterAssociation,
  getAssociation,
  getByNumber,
  listAssociations: selectAssociations,
  nameAssociations: selectAssociationsOf,
  listFewAssociations: selectFew,
  findMeant: selectMeant,
  /** The register as anybody may see it, by pages or whole. */
  listPublic,
  getPublic,
  listRegister,
  listMostWarned,
  getCard,
  getEntry,
  getHistory,
  getMeanwhile,
  saveSection,
  withdrawEntry,
  listAccountChoices,
  joinAccount,
  forgetPerson,
  listQuorumRules,
  addQuorumRule,
  /** A file's table as a grid of texts, and a grid as a file. */
  readTable,
  writeCsv: writeGrid,
  writeXlsx,
  previewImport,
  acceptImport,
  exportRegister,
  addOfficial,
  changeOfficial,
  getOfficial,
  listOfficials: selectOfficials,
};
export type RegistryDoor = typeof registry;
