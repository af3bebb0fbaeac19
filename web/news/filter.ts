import { type NewsFilter, PUBLICATION_KINDS, PUBLICATION_STATES } from "../../src/news/contract.ts";

/** The conditions of the list as the page's address says them; what is no condition is left out. */
export function readNewsFilter(asked: URLSearchParams): NewsFilter {
  const kind = PUBLICATION_KINDS.find((known) => known === asked.get("kind"));
  const state = PUBLICATION_STATES.find((known) => known === asked.get("state"));
  const year = asked.get("year") ?? "";
  const outletId = asked.get("outlet") ?? "";
  const text = (asked.get("text") ?? "").replaceAll("\u0000", "").trim().slice(0, 200);
  return {
    ...(kind && { kind }),
    ...(state && { state }),
    ...(/^(19|20)\d\d$/.test(year) && { year: Number(year) }),
    ...(/^[0-9a-f-]{36}$/.test(outletId) && { outletId }),
    ...(text !== "" && { text }),
  };
}

/** The address's part after «?», with it; empty where nothing is narrowed. */
export function writeNewsFilter({ outletId, ...plain }: NewsFilter): string {
  const pairs = Object.entries({ ...plain, outlet: outletId }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return pairs.length === 0 ? "" : `?${new URLSearchParams(pairs)}`;
}
