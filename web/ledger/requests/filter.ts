import { REQUEST_STATES, type RequestFilter } from "../../../src/ledger/request/contract.ts";

/** The conditions of the list as the address says them; what is no condition is left out. */
export function readFilter(asked: URLSearchParams): RequestFilter {
  const state = REQUEST_STATES.find((known) => known === asked.get("state"));
  const year = asked.get("year") ?? "";
  return { ...(state && { state }), ...(/^20\d\d$/.test(year) && { year: Number(year) }) };
}

export function readPage(asked: URLSearchParams): number {
  const page = asked.get("page") ?? "";
  return /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1;
}

export function writeFilter({ state, year }: RequestFilter, page = 1): Readonly<Record<string, string>> {
  return {
    ...(state && { state }),
    ...(year !== undefined && { year: String(year) }),
    ...(page > 1 && { page: String(page) }),
  };
}
