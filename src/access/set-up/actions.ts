import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { type Language, Refusal } from "../../kernel/refusal.ts";
import { localDate } from "../../platform/clock.ts";
import type { Tx } from "../../platform/database/index.ts";
import { writeLog } from "../../platform/log.ts";
import { createPerson } from "../people/actions.ts";
import type { AccessRefusalCode } from "../refusals.ts";
import type { Cookies, Frame } from "../sign-in/actions-frame.ts";
import { admit } from "../sign-in/actions-session.ts";
import { findAccount } from "../sign-in/store-account.ts";
import { type AttemptRule, countAttempt } from "../sign-in/store-attempt.ts";
import { recordPopulation } from "../tenant/actions.ts";
import { createMunicipality, listMunicipalities } from "../tenant/store.ts";
import { writeAudit } from "../trail/store.ts";
import { hashCode, isSameHash } from "./actions-code.ts";
import { readSetUp, type SetUp } from "./given.ts";
import { closeSetUp, findInstallation, lockInstallation } from "./store.ts";

/** The account of the rule is the code that holds now: a restart, which prints another, lets one try again at once. */
const SET_UP: AttemptRule = { kind: "set-up", perAddress: 10, perAccount: 20 };
const BASIS = "первый запуск: код с терминала сервера";

/** A request to a server that has no municipality yet. */
export interface SetUpAsking {
  readonly headers: Headers;
  readonly now: Date;
  readonly language: Language;
  /** One transaction by the owner of the tables: only it may add a tenant. */
  runAsOwner<T>(work: (ownerTx: Tx) => Promise<T>): Promise<T>;
}

const refuse = (code: AccessRefusalCode, values: Record<string, string> = {}): never => {
  throw new Refusal(code, values);
};

/**
 * Makes the municipality and its first administrator of what the form says, once, and opens their session: the cookies to
 * answer with. Refuses `set-up-code-wrong`, `set-up-code-expired`, `too-many-attempts`, `set-up-malformed` naming the fields,
 * and `set-up-done` to all but the first.
 */
export async function finishSetUp(frame: Frame, asking: SetUpAsking, given: unknown): Promise<Cookies> {
  const { headers, now } = asking;
  const typed = readCode(given);
  const open = await asking.runAsOwner(requireOpen);
  await countAttempt(frame.kysely, SET_UP, { headers, account: open.codeHash.toString("base64url") });
  if (!isSameHash(hashCode(frame.secret, typed), open.codeHash)) {
    writeLog("warning", "a wrong code was given to the set-up page");
    refuse("set-up-code-wrong");
  }
  if (open.codeExpiresAt <= now) refuse("set-up-code-expired");
  const asked = readSetUp(given);
  if ("fields" in asked) return refuse("set-up-malformed", { fields: asked.fields.join(", ") });
  return asking.runAsOwner(async (tx) => {
    await lockInstallation(tx);
    // Of two browsers with the right code the second waits above and finds it done.
    const { codeHash } = await requireOpen(tx);
    if (!isSameHash(codeHash, open.codeHash)) refuse("set-up-code-wrong");
    await closeSetUp(tx, now);
    const ctx = await makeMunicipality(tx, asking, asked);
    return makeAdministrator(frame, ctx, { asked, headers });
  });
}

function readCode(given: unknown): string {
  const code = typeof given === "object" && given !== null && "code" in given ? given.code : "";
  return typeof code === "string" ? code.slice(0, 100) : "";
}

/** The code that opens the set-up. Refuses `set-up-done` where there is none, or a municipality came by another way. */
async function requireOpen(ownerTx: Tx): Promise<{ readonly codeHash: Buffer; readonly codeExpiresAt: Date }> {
  const found = await findInstallation(ownerTx);
  const isEmpty = (await listMunicipalities(ownerTx)).length === 0;
  if (!found?.codeHash || !found.codeExpiresAt || !isEmpty) return refuse("set-up-done");
  return { codeHash: found.codeHash, codeExpiresAt: found.codeExpiresAt };
}

async function makeMunicipality(tx: Tx, { now, language }: SetUpAsking, asked: SetUp): Promise<Context<Tx>> {
  const { slug, name, nameGenitive, nameShort, kind, timeZone, population } = asked;
  const names = { slug, name, nameGenitive, nameShort, kind };
  const municipalityId = await createMunicipality(tx, { ...names, timeZone, demonstration: false });
  // Where the owner of the tables is under row-level security too, as on some managed servers.
  await sql`select set_config('sosedstvo.municipality', ${municipalityId}, true)`.execute(tx);
  const actor = { kind: "system", name: "первый запуск" } as const;
  const ctx = { tx, actor, municipalityId, today: localDate(now, timeZone), now, language };
  const subject = { kind: "municipality", id: municipalityId };
  await writeAudit(ctx, { action: "municipality.create", subject, after: { ...names, timeZone } });
  if (population) await recordPopulation(ctx, population);
  return ctx;
}

async function makeAdministrator(
  frame: Frame,
  ctx: Context<Tx>,
  { asked, headers }: { readonly asked: SetUp; readonly headers: Headers },
): Promise<Cookies> {
  const { personName: name, email, password } = asked;
  const id = await createPerson(ctx, { name, email, password, roles: ["administrator"], basis: BASIS });
  const account = await findAccount(ctx, id);
  return account ? admit(frame, ctx, { account, headers, openedBy: "set-up" }) : [];
}
