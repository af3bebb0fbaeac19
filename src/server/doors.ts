import {
  type Access,
  type Action,
  COOKIE_PREFIX,
  type Credentials,
  type Municipality,
  mayAnywhere,
} from "../access/index.ts";
import { assert } from "../kernel/assert.ts";
import type { Actor, Context } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import type { Language } from "../kernel/refusal.ts";
import { localDate } from "../platform/clock.ts";
import { inTenant, type Tx } from "../platform/database/index.ts";
import { languageOf } from "../platform/http/error-page.ts";
import type { Visit } from "../platform/http/server.ts";
import { redrawPicture } from "../platform/pictures.ts";
import { readActAside, readAside, writeAside } from "../programme/index.ts";
import { explainRefusal } from "../refusals.ts";
import { accessPages } from "./access-pages.ts";
import type { Parts } from "./parts.ts";
import { erasePerson, exportPerson } from "./personal.ts";
import { watchRefusals } from "./refused.ts";
import type { Tenants } from "./tenants.ts";

/** What all requests share. */
export interface DoorFrame {
  readonly parts: Parts;
  readonly access: Access;
  readonly tenants: Tenants;
}

/** What the pages get for one request; `web/app/doors.ts` says what each of it is. */
export async function openDoors(frame: DoorFrame, request: Request, visit: Visit) {
  const { parts, access } = frame;
  const { host, pathname } = new URL(request.url);
  const tenant = frame.tenants.find(host, pathname);
  assert(tenant, "a server that answers has a municipality");
  const { municipality, base: prefix } = tenant;
  const language = languageOf(pathname);
  const actor = await findActor(frame, request, municipality);
  const today = localDate(visit.arrivedAt, municipality.timeZone);
  const base = { actor, municipalityId: municipality.id, today, now: visit.arrivedAt, language };
  const run = <T>(work: (ctx: Context<Tx>) => Promise<T>): Promise<T> =>
    inTenant(parts.database, municipality.id, (tx) => work({ ...base, tx }));
  const watched = watchRefusals(run, { method: request.method, path: pathname });
  return {
    run: <T>(work: (ctx: Context<Tx>) => Promise<T>) => watched(() => run(work)),
    /** What stands before the addresses of this municipality's pages. */
    base: prefix,
    actor,
    may: (action: Action) => mayAnywhere(actor, action),
    language: language satisfies Language,
    today,
    municipality,
    nonce: visit.nonce,
    requestId: visit.requestId,
    desk: parts.desk,
    programme: parts.programme,
    mail: parts.mail,
    access: {
      signIn: (credentials: Credentials, headers: Headers) => watched(() => access.signIn(credentials, headers)),
      signOut: access.signOut,
      ...accessPages,
    },
    personal: {
      export: (personId: Id) => exportPerson(parts, run, personId),
      erase: (given: { personId: Id; basis: string }) => watched(() => erasePerson(parts, run, given)),
    },
    /** Keeps a picture drawn anew; its hash. */
    savePicture: async (bytes: Uint8Array, side: number) => parts.files.store((await redrawPicture(bytes, side)).bytes),
    readFile: parts.files.read,
    readDocument: readAside,
    readAct: readActAside,
    writeEdition: writeAside,
    explain: (error: unknown) => explainRefusal(error, language),
  };
}

/** Strangers, who are most of those who read public pages, cost no question to the database. */
async function findActor({ parts, access }: DoorFrame, request: Request, { id }: Municipality): Promise<Actor> {
  if (!request.headers.get("cookie")?.includes(COOKIE_PREFIX)) return { kind: "stranger" };
  return inTenant(parts.database, id, (tx) => access.whoIs(request.headers, tx));
}
