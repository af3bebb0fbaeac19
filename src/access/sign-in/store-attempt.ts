import { createHash } from "node:crypto";
import { type Kysely, sql } from "kysely";
import { newId } from "../../kernel/id.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { AccessRefusalCode } from "../refusals.ts";
import { ADDRESS_HEADER } from "./actions-auth.ts";

/** So many attempts of one kind from one address within a minute, and on one account within a quarter of an hour. */
export interface AttemptRule {
  readonly kind: string;
  readonly perAddress: number;
  readonly perAccount: number;
}

const ADDRESS_SECONDS = 60;
const ACCOUNT_SECONDS = 900;

/** `account` is what names the account, whether there is one or not: an e-mail address, a person's id, a link's secret. */
export interface Attempt {
  readonly headers: Headers;
  readonly account: string;
}

/**
 * Counts an attempt before anything is looked at, outside the action's transaction, so that a refused one counts too.
 * Refuses `too-many-attempts`.
 */
export async function countAttempt(kysely: Kysely<object>, rule: AttemptRule, attempt: Attempt): Promise<void> {
  const address = attempt.headers.get(ADDRESS_HEADER) ?? "";
  const account = attempt.account.trim().toLowerCase();
  await countKey(kysely, {
    key: digest(`${rule.kind} from ${address}`),
    most: rule.perAddress,
    seconds: ADDRESS_SECONDS,
  });
  await countKey(kysely, {
    key: digest(`${rule.kind} on ${account}`),
    most: rule.perAccount,
    seconds: ACCOUNT_SECONDS,
  });
}

/** Who tried what is nobody's business after the window: only a hash is kept. */
function digest(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}

interface Count {
  readonly key: string;
  readonly most: number;
  readonly seconds: number;
}

async function countKey(kysely: Kysely<object>, { key, most, seconds }: Count): Promise<void> {
  const now = Date.now();
  const since = now - seconds * 1000;
  const { rows } = await sql<{ count: number; last_request: bigint }>`
    insert into sign_in_rate as rate (id, key, count, last_request) values (${newId()}, ${key}, 1, ${now})
    on conflict (key) do update set
      count = case when rate.last_request < ${since} then 1 else rate.count + 1 end,
      last_request = case when rate.last_request < ${since} then ${now} else rate.last_request end
    returning count, last_request`.execute(kysely);
  const [row] = rows;
  if (!row || row.count <= most) return;
  const left = Math.ceil((Number(row.last_request) + seconds * 1000 - now) / 1000);
  throw new Refusal<AccessRefusalCode>("too-many-attempts", { seconds: Math.max(1, left) });
}
