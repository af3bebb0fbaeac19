import type { Records } from "../records.ts";
import { OPEN_CONTEST, REVIEW_CONTEST } from "../records-contests.ts";
import { type CallRow, file, heldBy, type RouteRow } from "../row.ts";

const callOf = async ({ one }: Records, contest: string, state: string) =>
  one("contest_call", `state = '${state}' and contest_id = '${await one("contest", `name = '${contest}'`)}'`);
const open = (records: Records) => callOf(records, OPEN_CONTEST, "announced");
const draft = (records: Records) => callOf(records, OPEN_CONTEST, "draft");
const inReview = (records: Records) => callOf(records, REVIEW_CONTEST, "review");
const begun = async (records: Records, call = open) =>
  records.one("contest_application", `call_id = '${await call(records)}'`);
const juror = async (records: Records) => records.one("contest_juror", `call_id = '${await inReview(records)}'`);

/** The association whose application it is. */
const ofAssociation = async (records: Records) => [
  await records.one(
    "association",
    `id = (select association_id from contest_applicant where application_id = '${await begun(records)}')`,
  ),
];
const own = (form: NonNullable<CallRow["form"]> = {}): CallRow => ({
  asks: "application.write",
  of: ofAssociation,
  form,
});
const ofCall = async (records: Records) => [await inReview(records)];
const kept: CallRow = { asks: "contest.keep", form: { version: "0", reason: "проверка" } };
const DAYS = { opensOn: "2026-01-01", opensTime: "00:00", closesOn: "2031-01-01", closesTime: "24:00" };

/** An application that got a grant; where nothing was awarded, some application. */
const granted = ({ one }: Records) =>
  one(
    "contest_application",
    `id = coalesce((select application_id from contest_agreement order by number limit 1),
      (select id from contest_application order by id limit 1))`,
  );
const ofGrant = async (records: Records) => [
  await records.one(
    "association",
    `id = (select association_id from contest_applicant where application_id = '${await granted(records)}')`,
  ),
];
const report: CallRow = { asks: "usage.write", of: ofGrant, form: { version: "0" } };

export const contestRows: readonly RouteRow[] = [
  { route: "contests", calls: { GET: "everybody" } },
  { route: "contests/:id", at: async (records) => `/contests/${await open(records)}`, calls: { GET: "everybody" } },
  {
    route: "projects/:id/photos/:photo",
    at: () => "/projects/unknown/photos/unknown",
    calls: { GET: { asks: "everybody", status: 404 } },
  },
  { route: "projects/:id", at: async (records) => `/projects/${await granted(records)}`, calls: { GET: "everybody" } },
  {
    route: "desk/contests",
    calls: {
      GET: "signed-in",
      "POST add": { asks: "contest.keep", form: { kind: "projects", name: "Ещё один" } },
      "POST start": {
        asks: "contest.keep",
        form: async ({ one }) => ({ ...DAYS, reviewUntil: "2031-02-01", contestId: await one("contest") }),
      },
      "POST begin": own(async (records) => ({
        callId: await open(records),
        associationId: (await ofAssociation(records))[0] ?? "",
        applicant: "chair-person",
      })),
    },
  },
  {
    route: "desk/contests/:id",
    at: async (records) => `/desk/contests/${await open(records)}`,
    calls: {
      GET: "signed-in",
      "POST announce": kept,
      "POST begin-review": kept,
      "POST void": kept,
      "POST cancel": kept,
    },
  },
  {
    route: "desk/contests/:id/edit",
    at: async (records) => `/desk/contests/${await draft(records)}/edit`,
    calls: { GET: "contest.keep", POST: "contest.keep" },
  },
  {
    route: "desk/contests/:id/criteria",
    at: async (records) => `/desk/contests/${await draft(records)}/criteria`,
    calls: {
      GET: "contest.keep",
      "POST show": "contest.keep",
      "POST add": "contest.keep",
      "POST save": "contest.keep",
      "POST drop-0": "contest.keep",
      "POST drop-1": "contest.keep",
    },
  },
  {
    route: "desk/contests/:id/jury",
    at: async (records) => `/desk/contests/${await inReview(records)}/jury`,
    calls: {
      GET: "jury.read",
      "POST invite": { asks: "jury.keep", form: ({ person }) => ({ personId: person }) },
      "POST assign": { asks: "jury.keep", form: { way: "everybody", perApplication: "1" } },
      "POST recuse": {
        asks: "jury.keep",
        form: async (records) => ({
          jurorId: await juror(records),
          applicationId: await begun(records, inReview),
          basis: "проверка",
        }),
      },
      "POST remove": {
        asks: "jury.keep",
        form: async (records) => ({ jurorId: await juror(records), basis: "" }),
      },
    },
  },
  {
    route: "desk/contests/:id/jury/:application",
    at: async (records) => `/desk/contests/${await inReview(records)}/jury/${await begun(records, inReview)}`,
    calls: {
      // Who holds the role and was not invited has no sheet.
      GET: { asks: "review.write", of: ofCall, status: 404 },
      "POST save": { asks: "review.write", of: ofCall, status: 404 },
      "POST submit": { asks: "review.write", of: ofCall, status: 404 },
    },
  },
  {
    route: "desk/contests/:id/sitting",
    at: async (records) => `/desk/contests/${await inReview(records)}/sitting`,
    calls: {
      GET: "jury.read",
      "POST open": { asks: "sitting.keep", form: { heldOn: "2099-01-01", agenda: "Итоги" } },
      "POST votes": "sitting.keep",
      "POST decide": { asks: "sitting.keep", form: { version: "0" } },
      "POST minutes": "sitting.keep",
      "POST sign": { asks: "agreement.keep", form: { documentId: "x" }, status: 404 },
    },
  },
  {
    route: "desk/contests/:id/appeal",
    at: async (records) => `/desk/contests/${await inReview(records)}/appeal`,
    calls: { GET: "jury.read", "POST appeal": { asks: "sitting.keep", form: { essence: "проверка" } } },
  },
  {
    route: "desk/contests/:id/files/:file",
    at: async (records) => `/desk/contests/${await open(records)}/files/applications.csv`,
    calls: { GET: "application.read" },
  },
  {
    route: "contests/applications/:id",
    at: async (records) => `/contests/applications/${await begun(records)}`,
    calls: {
      GET: { asks: "application.read", of: ofAssociation },
      "POST save": own({ version: "0", title: "Двор" }),
      "POST submit": own({ version: "0" }),
      "POST reopen": own({ version: "0" }),
      "POST withdraw": own({ version: "0" }),
      "POST attach": own({ paper: "report", file: file("a.txt") }),
      "POST take-off": own(async (records) => ({
        fileId: await records.one("contest_file", `application_id = '${await begun(records)}'`),
      })),
      "POST appeal": own(),
      "POST paper-appeal": "sitting.keep",
      "POST dismiss": { asks: "sitting.keep", status: 404 },
      "POST uphold": { asks: "sitting.keep", status: 404 },
      "POST answer": { asks: "application.admit", form: { line: "call:place", met: "yes", note: "" } },
      "POST admit": { asks: "application.admit", form: { version: "0" } },
      "POST return": { asks: "application.admit", form: { version: "0" } },
      "POST refuse": { asks: "application.admit", form: { version: "0" } },
    },
  },
  {
    route: "contests/:id/forms/:file",
    at: async (records) => `/contests/${await open(records)}/forms/application.docx`,
    calls: { GET: "everybody" },
  },
  {
    route: "contests/:id/apply",
    at: async (records) => `/contests/${await open(records)}/apply`,
    calls: {
      GET: "signed-in",
      "POST accept": { asks: "application.write", of: heldBy, form: { tables: "{}" } },
      "POST read": "signed-in",
    },
  },
  {
    route: "contests/applications/:id/save",
    at: async (records) => `/contests/applications/${await begun(records)}/save`,
    calls: { POST: own({ version: "0", title: "Двор" }) },
  },
  {
    route: "contests/applications/:id/files/:file",
    at: async (records) =>
      `/contests/applications/${await begun(records)}/files/${await records.one("contest_file", `application_id = '${await begun(records)}'`)}`,
    calls: { GET: { asks: "application.read", of: ofAssociation } },
  },
  {
    route: "desk/agreement-template",
    calls: { GET: "agreement.keep", POST: { asks: "agreement.keep", form: { version: "x" } } },
  },
  {
    route: "desk/contests/:id/documents/:file",
    at: async (records) => `/desk/contests/${await open(records)}/documents/unknown`,
    calls: { GET: { asks: "signed-in", status: 404 } },
  },
  {
    route: "desk/grants/:id/files/:file",
    at: () => "/desk/grants/unknown/files/unknown",
    calls: { GET: { asks: "signed-in", status: 404 } },
  },
  {
    route: "desk/grants/:id",
    at: async (records) => `/desk/grants/${await granted(records)}`,
    calls: {
      GET: { asks: "agreement.read", of: ofGrant },
      "POST conclude": "agreement.keep",
      "POST sign": { asks: "agreement.keep", also: { asks: "agreement.read", of: ofGrant }, status: 404 },
      "POST ask": "agreement.keep",
      "POST end": "agreement.keep",
      "POST save": report,
      "POST submit": report,
      "POST attach": report,
      "POST take-off": { ...report, status: 404 },
      "POST accept": { asks: "usage.accept", form: { version: "0" } },
      "POST return": { asks: "usage.accept", form: { version: "0" } },
      "POST demand": "usage.accept",
      "POST settle": { asks: "usage.accept", status: 404 },
    },
  },
];
