import type { LetterState } from "../../../src/platform/mail/index.ts";

/** The states of letters in the order of what an administrator should look at. */
export const STATES = ["waiting", "failed", "handed-over", "sent", "cancelled"] as const satisfies LetterState[];

export interface LetterFilter {
  readonly state: LetterState | null;
  /** Counts from 1. */
  readonly page: number;
}

/** Reads the address; what it does not know shows everything. */
export function readFilter(search: URLSearchParams): LetterFilter {
  const page = Number(search.get("page") ?? 1);
  return {
    state: STATES.find((state) => state === search.get("state")) ?? null,
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  };
}

/** The address of a filter, without what goes without saying. */
export function writeFilter({ state, page }: LetterFilter): string {
  const search = new URLSearchParams({ ...(state && { state }), ...(page > 1 && { page: String(page) }) });
  return search.size > 0 ? `?${search}` : "";
}
