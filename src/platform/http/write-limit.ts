import { createHash } from "node:crypto";
import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance, FastifyRequest } from "fastify";

/** How many forms may come within a minute before the next is refused. */
export interface WriteLimits {
  /** From one browser that carries a cookie of ours: far more than hands can press, an attendance sheet and a grid that saves itself included. */
  readonly perSession: number;
  /** From all browsers of one address that carry none: signing in, links of letters, forms for everybody. */
  readonly perStrangers: number;
  /** From one address, whatever its browsers carry: an administration goes out under one, and a cookie is easily made up. */
  readonly perAddress: number;
}

export const WRITE_LIMITS: WriteLimits = { perSession: 300, perStrangers: 60, perAddress: 1_200 };

const MINUTE_MS = 60_000;
/** Of IPv6 a household has as many addresses as it likes, all with the same first 64 bits. */
const IPV6_BITS = 64;
/** Sessions and addresses that are remembered at once; of more, those that came first are forgotten. */
const REMEMBERED = 20_000;

/** Says after how many seconds the next form may come; null where this one may pass. Each process counts for itself. */
export type WriteLimit = (request: FastifyRequest) => Promise<number | null>;

export async function openWriteLimit(
  app: FastifyInstance,
  { limits, cookiePrefix }: { readonly limits: WriteLimits; readonly cookiePrefix: string },
): Promise<WriteLimit> {
  await app.register(rateLimit, { global: false, timeWindow: MINUTE_MS, cache: REMEMBERED });
  const addressOf = ({ ip }: FastifyRequest) => rateLimit.normalizeIP(ip, IPV6_BITS);
  const sessionOf = ({ headers }: FastifyRequest) => readCookie(headers.cookie, cookiePrefix);
  const count = (max: number, keyGenerator: (request: FastifyRequest) => string) =>
    app.createRateLimit({ max, keyGenerator });
  const bySession = count(limits.perSession, (request) => digest(sessionOf(request) ?? ""));
  const byStrangers = count(limits.perStrangers, addressOf);
  const byAddress = count(limits.perAddress, addressOf);
  return async (request) => {
    const counters = [byAddress, sessionOf(request) === null ? byStrangers : bySession];
    const counted = await Promise.all(counters.map((counter) => counter(request)));
    const waits = counted.flatMap((one) => (!one.isAllowed && one.isExceeded ? [one.ttlInSeconds] : []));
    return waits.length > 0 ? Math.max(1, ...waits) : null;
  };
}

function readCookie(header: string | undefined, prefix: string): string | null {
  return header?.includes(prefix) ? header : null;
}

/** Session tokens are not kept, not even in memory. */
function digest(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}
