export { addDemonstrationPerson, listDemonstrationDoors } from "./demonstration/actions.ts";
export type { DemonstrationDoor } from "./demonstration/views.ts";
export { type InvitationView, listInvitations, withdrawInvitation } from "./invitation/actions.ts";
export { accessLetters } from "./letters.ts";
export { type Letter, type Letters, NO_LETTERS } from "./letters-door.ts";
export { type MailDoor, openMail } from "./mail/actions.ts";
export { createPerson, type NewPerson } from "./people/actions.ts";
export { chooseOwnLanguage, readOwnLanguage } from "./people/actions-language.ts";
export {
  endRole,
  giveRole,
  type HoldingEnd,
  listPeople,
  type NewHolding,
  type PersonView,
  requireSecondFactor,
} from "./people/actions-roles.ts";
export {
  listSubjectChoices,
  nameOwnRoles,
  type RoleSubjects,
  requireSubject,
} from "./people/actions-subject.ts";
export { loadContact, loadNames } from "./people/store.ts";
export { type Holder, listConcerned, listHoldersOf, listStaff, loadActor } from "./people/store-holders.ts";
export { type Action, may, mayAnywhere, type Reach, reachOf } from "./permissions.ts";
export {
  findScan,
  giveConsent,
  listCurrentTexts,
  type PaperConsent,
  publishConsentText,
  readConsentsOf,
  readOwnConsents,
  recordPaperConsent,
  recordPaperWithdrawal,
  requireRecorder,
  withdrawConsent,
} from "./personal/actions-consent.ts";
export { type ErasureForecast, forecastErasure, requireConfirmation } from "./personal/actions-forecast.ts";
export {
  type OperatorView,
  openIncident,
  readOperator,
  recordDuty,
  takeIncidentStep,
} from "./personal/actions-operator.ts";
export {
  collectPersonal,
  type Exporting,
  eraseAgain,
  erasePersonal,
  openAccessSource,
} from "./personal/actions-person.ts";
export type { PersonalField } from "./personal/fields.ts";
export { layOutExport } from "./personal/lay-out-export.ts";
export { draftConsentText } from "./personal/purposes.ts";
export type { PersonalSection, PersonalSource } from "./personal/source.ts";
export { listConsents, listConsentTexts } from "./personal/store-consent.ts";
export { loadErasures } from "./personal/store-erasure-list.ts";
export { listFileRemovals, noteFileRemovals, settleFileRemovals } from "./personal/store-file-removal.ts";
export { notePersonalRead } from "./personal/store-person.ts";
export { applyRetention, listIdlePeople } from "./personal/store-retention.ts";
export { openProvider } from "./provider/actions-provider.ts";
export { type AccessRefusalCode, accessRefusals } from "./refusals.ts";
export { requirePermission } from "./require.ts";
export type { Role } from "./roles.ts";
export { renewCode, type SetUpCode } from "./set-up/actions-code.ts";
export { findInstallation, insertInstallation, lockInstallation } from "./set-up/store.ts";
export { type Access, createAccess, type SignInDoor } from "./sign-in/actions.ts";
export { ADDRESS_HEADER, COOKIE_PREFIX } from "./sign-in/actions-auth.ts";
export { openAgain } from "./sign-in/actions-rescue.ts";
export type { Visitor } from "./sign-in/actions-session.ts";
export { loadSecret } from "./sign-in/store-secret.ts";
export { sweepSignIn } from "./sign-in/store-session.ts";
export { changeLogo, changeMunicipality, recordPopulation } from "./tenant/actions.ts";
export { isTimeZone } from "./tenant/particulars.ts";
export {
  createMunicipality,
  listMunicipalities,
  listPopulation,
  loadMunicipality,
  raiseRevision,
  setRegion,
} from "./tenant/store.ts";
export type { Municipality, NewMunicipality, Population } from "./tenant/views.ts";
export { exportTrail, listTrailActions, readTrail } from "./trail/actions.ts";
export { type AuditEntry, writeAudit, writeAudits } from "./trail/store.ts";
export { loadAnchor, setAnchor } from "./trail/store-anchor.ts";
export { checkChain } from "./trail/store-chain.ts";
export { sealPersonal } from "./trail/store-seal.ts";
export { selectFormerStates } from "./trail/store-state.ts";
export type { ChainReport, TrailFilter, TrailPage, TrailRow } from "./trail/views.ts";
