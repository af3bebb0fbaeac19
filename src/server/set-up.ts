import { inOwnerTransaction } from "../platform/database/index.ts";
import { languageOf } from "../platform/http/error-page.ts";
import type { Visit } from "../platform/http/server.ts";
import { explainRefusal } from "../refusals.ts";
import type { DoorFrame } from "./doors.ts";

const PAGE = "/set-up";

/** Where a server without a municipality sends everybody: to its one page. Null for a request of that page itself. */
export function leadToSetUp(request: Request): Response | null {
  const { pathname } = new URL(request.url);
  const language = languageOf(pathname);
  const page = pathname.replace(/^\/en(?=\/|$)/, "").replace(/\.data$/, "");
  if (page === PAGE) return null;
  return new Response(null, { status: 303, headers: { location: language === "en" ? `/en${PAGE}` : PAGE } });
}

/** What the page of the set-up gets for one request; `web/app/doors.ts` says what each of it is. */
export function openSetUpDoors({ parts, access }: DoorFrame, request: Request, visit: Visit) {
  const language = languageOf(new URL(request.url).pathname);
  const runAsOwner = <T>(work: Parameters<typeof inOwnerTransaction<T>>[1]) => inOwnerTransaction(parts.database, work);
  const asking = { headers: request.headers, now: visit.arrivedAt, language, runAsOwner };
  return {
    language,
    nonce: visit.nonce,
    requestId: visit.requestId,
    finish: (given: unknown) => access.setUp(asking, given),
    explain: (error: unknown) => explainRefusal(error, language),
  };
}
