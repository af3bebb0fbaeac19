import { KEPT_STATES, type KeptFilter } from "../../../src/registry/boundary/views.ts";

const LONGEST_TEXT = 200;

/** The conditions of the list of boundaries as the address says them; what is no condition is left out. */
export function readKeptFilter(asked: URLSearchParams): { readonly filter: KeptFilter; readonly page: number } {
  const text = (asked.get("text") ?? "").replaceAll("\u0000", "").trim().slice(0, LONGEST_TEXT);
  const settlementId = asked.get("settlement") ?? "";
  const only = KEPT_STATES.find((known) => known === asked.get("only"));
  const page = asked.get("page") ?? "";
  const filter = {
    ...(text !== "" && { text }),
    ...(/^[0-9a-f-]{36}$/.test(settlementId) && { settlementId }),
    ...(only && { only }),
  };
  return { filter, page: /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 1 };
}

/** The address's part after «?», with it; empty where nothing is narrowed. */
export function writeKeptFilter({ text, settlementId, only }: KeptFilter, page = 1): string {
  const asked = { text, settlement: settlementId, only, page: page > 1 ? page : undefined };
  const pairs = Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return pairs.length === 0 ? "" : `?${new URLSearchParams(pairs)}`;
}
