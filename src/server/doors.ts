import {
  type Access,
  type Action,
  COOKIE_PREFIX,
  type Exporting,
  endRole,
  forecastErasure,
  giveRole,
  type HoldingEnd,
  listInvitations,
  listPeople,
  listSubjectChoices,
  type Municipality,
  may,
  mayAnywhere,
  type NewHolding,
  nameOwnRoles,
  requireConfirmation,
  requireSecondFactor,
  type Visitor,
  withdrawInvitation,
} from "../access/index.ts";
import type { VisitorTable } from "../event/index.ts";
import type { Context } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import { type Language, Refusal } from "../kernel/refusal.ts";
import { streamArchive } from "../platform/archive/stream-archive.ts";
import { localDate } from "../platform/clock.ts";
import { inTenant, type Tx } from "../platform/database/index.ts";
import { languageOf } from "../platform/http/error-page.ts";
import type { Visit } from "../platform/http/server.ts";
import { redrawPicture } from "../platform/pictures.ts";
import { readActAside, readAside, writeAside } from "../programme/index.ts";
import { explainRefusal } from "../refusals.ts";
import { bodies, registry } from "../registry/index.ts";
import { accessPages } from "./access-pages.ts";
import { importVisitors } from "./import-visitors.ts";
import type { Parts } from "./parts.ts";
import { erasePerson, exportPerson, personalSources } from "./personal.ts";
import { watchRefusals } from "./refused.ts";
import { roleSubjects } from "./role-subjects.ts";
import { saveScan } from "./save-scan.ts";
import type { Tenant, Tenants } from "./tenants.ts";

/** What all requests share. */
export interface DoorFrame {
  readonly parts: Parts;
  readonly access: Access;
  readonly tenants: Tenants;
}

/** The same, with the municipality whose pages are asked for. */
interface TenantFrame extends DoorFrame {
  readonly tenant: Tenant;
}

type Run = <T>(work: (ctx: Context<Tx>) => Promise<T>) => Promise<T>;

/** What the pages get for one request; `web/app/doors.ts` says what each of it is. */
export async function openDoors(frame: TenantFrame, request: Request, visit: Visit) {
  const { parts, access } = frame;
  const { pathname } = new URL(request.url);
  const { tenant } = frame;
  const { municipality, base: prefix } = tenant;
  const language = languageOf(pathname);
  const { actor, gate } = await findVisitor(frame, request, { municipality, visit });
  const today = localDate(visit.arrivedAt, municipality.timeZone);
  const base = { actor, municipalityId: municipality.id, today, now: visit.arrivedAt, language };
  const plain: Run = (work) => inTenant(parts.database, municipality.id, (tx) => work({ ...base, tx }));
  const watched = watchRefusals(plain, { method: request.method, path: pathname });
  const run: Run = (work) => watched(() => plain(work));
  return {
    run,
    /** What stands before the addresses of this municipality's pages. */
    base: prefix,
    actor,
    gate,
    may: (action: Action) => mayAnywhere(actor, action),
    mayOver: (action: Action, belongsTo: readonly Id[]) => may(actor, action, belongsTo),
    language: language satisfies Language,
    today,
    municipality,
    nonce: visit.nonce,
    portalOf: (id: Id) => frame.tenants.portalOf(id, { from: tenant, site: siteOf(parts.config) }),
    requestId: visit.requestId,
    desk: parts.desk,
    programme: parts.programme,
    registry,
    ledger: parts.ledger,
    events: parts.events,
    importVisitors: (given: VisitorTable) => importVisitors(run, parts.events, given),
    boundaries: parts.boundaries,
    acts: parts.acts,
    bodies,
    news: parts.news,
    indicators: parts.indicators,
    contests: parts.contests,
    reports: parts.reports,
    mail: parts.mail,
    access: { ...access.open({ headers: request.headers, run }), ...accessPages },
    people,
    personal: {
      export: (given: Exporting) => exportPerson(parts, run, given),
      forecast: (ctx: Context<Tx>, personId: Id) => forecastErasure(ctx, personalSources, personId),
      erase: ({ confirmation, ...given }: { personId: Id; basis: string; confirmation: string }) =>
        watched(async () => {
          await plain((ctx) => requireConfirmation(ctx, given.personId, confirmation));
          await erasePerson(parts, plain, given);
        }),
    },
    /** Keeps a picture drawn anew; its hash. */
    savePicture: async (bytes: Uint8Array, side: number) => parts.files.store((await redrawPicture(bytes, side)).bytes),
    saveScan: (bytes: Uint8Array) => saveScan(parts.files, bytes),
    readFile: parts.files.read,
    streamArchive,
    readDocument: readAside,
    readAct: readActAside,
    writeEdition: writeAside,
    say: (code: string, values: Readonly<Record<string, string | number>>) =>
      explainRefusal(new Refusal(code, values), language)?.sentence ?? code,
    explain: (error: unknown) => explainRefusal(error, language),
  };
}

const siteOf = ({ publicUrl, port }: Parts["config"]) => publicUrl ?? `http://localhost:${port}`;

/** People, roles and invitations, for those who may. */
const people = {
  list: (ctx: Context<Tx>) => listPeople(ctx, roleSubjects),
  listInvitations: (ctx: Context<Tx>) => listInvitations(ctx, roleSubjects),
  withdrawInvitation,
  giveRole: (ctx: Context<Tx>, given: NewHolding) => giveRole(ctx, given, roleSubjects),
  endRole: (ctx: Context<Tx>, ending: HoldingEnd) => endRole(ctx, ending, roleSubjects),
  listSubjects: (ctx: Context<Tx>) => listSubjectChoices(ctx, roleSubjects),
  nameOwnRoles: (ctx: Context<Tx>) => nameOwnRoles(ctx, roleSubjects),
  requireSecondFactor,
};

/** Strangers, who are most of those who read public pages, cost no question to the database. */
async function findVisitor(
  { parts, access }: DoorFrame,
  request: Request,
  { municipality, visit }: { municipality: Municipality; visit: Visit },
): Promise<Visitor> {
  const stranger: Visitor = { actor: { kind: "stranger" }, gate: null };
  if (!request.headers.get("cookie")?.includes(COOKIE_PREFIX)) return stranger;
  const { id, timeZone } = municipality;
  const now = visit.arrivedAt;
  const base = { ...stranger, municipalityId: id, today: localDate(now, timeZone), now, language: "ru" as const };
  const run: Run = (work) => inTenant(parts.database, id, (tx) => work({ ...base, tx }));
  return access.findVisitor({ headers: request.headers, run });
}
