import { findApplicationSubject } from "../contest/index.ts";
import type { Subjects } from "../desk/index.ts";
import { findEventSubject } from "../event/index.ts";
import { findEntrySubject, findRequestSubject } from "../ledger/index.ts";
import { findPublicationSubject } from "../news/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { findDraftSubject } from "../programme/index.ts";
import { findActSubject, findAssociationSubject } from "../registry/index.ts";
import { findReportSubject } from "../report/index.ts";

/** The records that people talk about, by the kinds that their addresses name. */
export const SUBJECTS: Subjects<Tx> = {
  "programme-draft": findDraftSubject,
  association: findAssociationSubject,
  "legal-act": findActSubject,
  "ledger-entry": findEntrySubject,
  "payment-request": findRequestSubject,
  event: findEventSubject,
  publication: findPublicationSubject,
  "contest-application": findApplicationSubject,
  report: findReportSubject,
};
