import { findApplicationSubject, findCallSubject, findGrantSubject } from "../contest/index.ts";
import type { Subjects } from "../desk/index.ts";
import { findEventSubject } from "../event/index.ts";
import { lineSubjectOf } from "../indicator/index.ts";
import { findAgreementSubject, findEntrySubject, findRequestSubject } from "../ledger/index.ts";
import { findPublicationSubject } from "../news/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { findDraftSubject } from "../programme/index.ts";
import { boundarySubjectOf, findActSubject, findAssociationSubject, findBodySubject } from "../registry/index.ts";
import { findReportSubject } from "../report/index.ts";

/** The records that people talk about, by the kinds that their addresses name. */
export const SUBJECTS: Subjects<Tx> = {
  "programme-draft": findDraftSubject,
  association: findAssociationSubject,
  "legal-act": findActSubject,
  body: findBodySubject,
  "association-boundary": boundarySubjectOf("association"),
  "settlement-boundary": boundarySubjectOf("settlement"),
  "district-boundary": boundarySubjectOf("district"),
  indicator: lineSubjectOf("indicator"),
  activity: lineSubjectOf("activity"),
  "ledger-entry": findEntrySubject,
  "payment-request": findRequestSubject,
  "cofinancing-agreement": findAgreementSubject,
  event: findEventSubject,
  publication: findPublicationSubject,
  "contest-call": findCallSubject,
  "contest-grant": findGrantSubject,
  "contest-application": findApplicationSubject,
  report: findReportSubject,
};
