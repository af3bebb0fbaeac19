import { type ListFilter, SORTS } from "../../src/registry/list/views.ts";
import { KINDS, STATES } from "../../src/registry/record/fields.data.ts";

const LONGEST_TEXT = 200;

/** The conditions of a list of associations as the address says them; what is no condition is left out. */
export function readFilter(asked: URLSearchParams): ListFilter {
  const settlementId = asked.get("settlement") ?? "";
  const state = STATES.find((known) => known === asked.get("state"));
  const kind = KINDS.find((known) => known === asked.get("kind"));
  const sort = SORTS.find((known) => known === asked.get("sort"));
  const text = (asked.get("text") ?? "").replaceAll("\u0000", "").trim().slice(0, LONGEST_TEXT);
  const page = asked.get("page") ?? "";
  return {
    ...(/^[0-9a-f-]{36}$/.test(settlementId) && { settlementId }),
    ...(state && { state }),
    ...(kind && { kind }),
    ...(text !== "" && { text }),
    ...(sort && { sort }),
    ...(asked.get("warned") === "1" && { warned: true }),
    ...(/^[1-9]\d{0,3}$/.test(page) && { page: Number(page) }),
  };
}

/** The address's part after «?», with it; empty where nothing is narrowed. */
export function writeFilter({ settlementId, warned, ...plain }: ListFilter, page?: number): string {
  const asked = { ...plain, settlement: settlementId, warned: warned ? 1 : undefined, page };
  const pairs = Object.entries(asked).flatMap(([name, value]) =>
    value === undefined || (name === "page" && value === 1) ? [] : [[name, String(value)]],
  );
  return pairs.length === 0 ? "" : `?${new URLSearchParams(pairs)}`;
}

/** Whether anything but the order and the page was asked for. */
export function isNarrowed({ settlementId, state, kind, text, warned }: ListFilter): boolean {
  return [settlementId, state, kind, text, warned].some((part) => part !== undefined);
}
