import { sql } from "kysely";
import type { Id } from "../../src/kernel/id.ts";
import { type Database, inOwnerTransaction } from "../../src/platform/database/index.ts";
import type { Answer, Form } from "../installation/ask.ts";
import type { Installation, Place } from "../installation/open.ts";
import { nextAddress } from "../installation/people.ts";
import type { Call } from "./calls.ts";
import type { Records } from "./records.ts";
import type { Asker, CallRow, RouteRow } from "./row.ts";
import { isPermitted, type Walker } from "./walkers.ts";

/** One row of the table, of one call. */
export interface Step {
  readonly route: RouteRow;
  readonly call: Call;
  readonly row: CallRow;
  /** Whether its data can be asked for alone, as the router in the browser does. */
  readonly hasData: boolean;
}

/** What an answer comes to. */
export type Verdict = "let in" | "refused" | "nothing there" | "asked to sign in" | `answered ${number}`;

/** The right was there; the record, the form or its file was not as it must be. */
const SAID_OF_THE_RECORD: readonly number[] = [409, 413, 415, 422];
const SIGN_IN = /^(\/m\/[^/]+)?(\/en)?\/sign-in(\?|$)/;

/** What came back, in the terms of the permission table. */
export function judge({ call, row }: Step, { status, location }: Pick<Answer, "status" | "location">): Verdict {
  if (row.status !== undefined && status === row.status) return "let in";
  if (status === 401 || SIGN_IN.test(location)) return "asked to sign in";
  if (status === 403) return "refused";
  if (status === 404) return "nothing there";
  const isDone = status < 400 || (call !== "GET" && SAID_OF_THE_RECORD.includes(status));
  return isDone ? "let in" : `answered ${status}`;
}

/** What the table expects of the call for this walker. */
export async function foresee({ row }: Step, walker: Walker, records: Records): Promise<Verdict> {
  if (await isPermitted(row, walker, records)) return "let in";
  if (walker.personId === null) return "asked to sign in";
  const { also, ...first } = row;
  return row.hides && !(await isPermitted(first, walker, records)) ? "nothing there" : "refused";
}

interface Asking {
  readonly walker: Walker;
  readonly records: Records;
  readonly place: Place;
  /** The whole page, not its data alone. */
  readonly whole?: boolean;
}

export async function findAddress({ route }: Pick<Step, "route">, records: Records, asker: Asker): Promise<string> {
  return route.at ? await route.at(records, asker) : `/${route.route}`.replace("//", "/");
}

/** Makes the call at a municipality's address with the ids of its records. */
export async function make(site: Installation, step: Step, asking: Asking): Promise<Answer> {
  const { walker, records, place, whole = false } = asking;
  const address = await findAddress(step, records, walker);
  const isAlone = step.hasData && !whole && address !== "/";
  const path = place.base + (isAlone ? address.replace(/(?=\?|$)/, ".data") : address);
  const form = await formOf(step, asking);
  const sent = step.row.json ? { json: form } : { form };
  // Strangers share a limit by their address: each call of theirs comes from another.
  const from = walker.cookie ? walker.address : nextAddress();
  const answer = await site.ask(path, { cookie: walker.cookie, address: from, ...(form && sent) });
  return isAlone ? readRedirect(answer) : answer;
}

async function formOf({ call, row }: Step, { records, walker }: Asking): Promise<Form | undefined> {
  if (call === "GET") return undefined;
  const own = typeof row.form === "function" ? await row.form(records, walker) : row.form;
  const intent = call.slice("POST ".length);
  return { ...(intent !== "" && { intent }), ...own };
}

/** Data that are asked for alone say a redirect in their body. */
function readRedirect(answer: Answer): Answer {
  const [, location, status] = /"redirect","([^"]*)","status",(\d+)/.exec(answer.text) ?? [];
  return answer.status === 202 && location ? { ...answer, location, status: Number(status) } : answer;
}

/** Log-like tables: an attempt that was refused, a look and a session in use leave rows there. */
const NOTED = ["sign_in_rate", "sign_in_session", "personal_read", "audit_link", "audit_chain"];

/** Keeps to the rows of one municipality and, of those that belong to none, to those without this person. */
export interface Within {
  readonly municipalityId: Id;
  readonly without: Id;
}

function ofPlace({ municipalityId, without }: Within, table: string, isTenant: boolean) {
  if (table === "municipality") return sql`id = ${municipalityId}`;
  return isTenant ? sql`municipality_id = ${municipalityId}` : sql`line::text not like ${`%${without}%`}`;
}

/**
 * What the database holds, but for what is only noted: of each table the number of rows and which transaction wrote each of
 * them where. A row written anew, even with the same values, is another one.
 */
export async function takeFingerprint(database: Database, within?: Within): Promise<Readonly<Record<string, string>>> {
  return inOwnerTransaction(database, async (tx) => {
    const { rows: tables } = await sql<{ name: string; tenant: boolean }>`
      select class.relname as name, exists (select from pg_attribute where attrelid = class.oid
        and attname = 'municipality_id' and not attisdropped) as tenant
      from pg_class as class where class.relkind = 'r' and class.relnamespace = 'public'::regnamespace
        and class.relname <> all(${NOTED}) order by class.relname`.execute(tx);
    const parts = tables.map(({ name, tenant }) => {
      const own = within ? ofPlace(within, name, tenant) : sql`true`;
      const deeds = name === "audit_entry" ? sql`refusal is null` : sql`true`;
      return sql`select ${name}::text as name, count(*) || ' ' || coalesce(sum(hashtextextended(line.xmin::text || line.ctid::text, 0)), 0) as print
        from ${sql.table(name)} as line where ${own} and ${deeds}`;
    });
    const { rows } = await sql<{ name: string; print: string }>`${sql.join(parts, sql` union all `)}`.execute(tx);
    return Object.fromEntries(rows.map(({ name, print }) => [name, print]));
  });
}

/** The lines of the permission table by which requests were refused since then, as the trail has them. */
export async function readRefused(database: Database, municipalityId: Id, since: Date): Promise<readonly string[]> {
  const { rows } = await inOwnerTransaction(database, (tx) =>
    sql<{ action: string }>`select distinct action from audit_entry where municipality_id = ${municipalityId}
      and refusal in ('not-permitted', 'not-yours') and at >= ${since} order by action`.execute(tx),
  );
  return rows.map(({ action }) => action);
}
