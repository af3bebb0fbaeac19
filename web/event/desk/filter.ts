import { EVENT_STATES, ORGANISERS } from "../../../src/event/contract.ts";
import { EVENT_SORTS, type EventFilter, type EventSort } from "../../../src/event/views.ts";

export interface ListQuery {
  readonly filter: EventFilter;
  readonly sort: EventSort;
  readonly page: number;
}

const ID = /^[0-9a-f-]{36}$/;

/** The conditions of the list as the page's address says them; what is no condition is left out. */
export function readQuery(asked: URLSearchParams): ListQuery {
  const of = (name: string) => asked.get(name) ?? "";
  const state = EVENT_STATES.find((known) => known === of("state"));
  const organiser = ORGANISERS.find((known) => known === of("organiser"));
  const text = of("text").replaceAll("\u0000", "").trim().slice(0, 200);
  const sort = EVENT_SORTS.find((known) => known === of("sort")) ?? "-date";
  const filter: EventFilter = {
    ...(/^[a-z0-9-]{4,36}$/.test(of("kind")) && { kind: of("kind") }),
    ...(state && { state }),
    ...(organiser && { organiser }),
    ...(ID.test(of("settlement")) && { settlementId: of("settlement") }),
    ...(ID.test(of("association")) && { associationId: of("association") }),
    ...(/^20\d\d$/.test(of("year")) && { year: Number(of("year")) }),
    ...(text !== "" && { text }),
  };
  return { filter, sort, page: /^[1-9]\d{0,4}$/.test(of("page")) ? Number(of("page")) : 1 };
}

/** The same as an address says it, of another page where asked. */
export function writeQuery({ filter, sort, page }: ListQuery): Readonly<Record<string, string>> {
  const { settlementId, associationId, year, ...plain } = filter;
  const all = {
    ...plain,
    settlement: settlementId,
    association: associationId,
    year: year === undefined ? undefined : String(year),
    sort: sort === "-date" ? undefined : sort,
    page: page === 1 ? undefined : String(page),
  };
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
