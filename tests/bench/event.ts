import { NO_ANSWERS } from "../../src/event/visitors/views.ts";
import type { Measured } from "./measure.ts";
import { type Bench, type BenchPage, withRegister } from "./open-register.ts";
import { DISTRICT, REGION, type Size } from "./seed-events.ts";

const LIMIT_MS = 100;
const IMPORT_ROWS = 10_000;
const IMPORT_LIMIT_MS = 5_000;

/** Lists of events, an event and a table of 10,000 visitors, in a district and in a region. */
export async function benchEvent(sizes: readonly Size[] = [DISTRICT, REGION]): Promise<Measured[]> {
  const lines: Measured[] = [];
  for (const size of sizes) lines.push(...(await withRegister(size, (bench) => measureAll(bench, size))));
  return lines;
}

async function measureAll(bench: Bench, size: Size): Promise<readonly Measured[]> {
  const lines: Measured[] = [];
  const { rows } = await bench.database.pool.query<{ id: string; association_id: string }>(
    "select id, association_id from event where number_year = 2010 and association_id is not null order by number limit 1",
  );
  for (const page of listPages(bench, rows[0]?.id ?? "", rows[0]?.association_id ?? "")) {
    const said = `${page.what}, ${size.events} events, ${size.marks} marks`;
    lines.push(await bench.measure({ ...page, what: said }));
  }
  lines.push(await timeImport(bench, size));
  return lines;
}

function listPages({ slices: { events } }: Bench, id: string, association: string): readonly BenchPage[] {
  type Query = Parameters<typeof events.listEvents>[1];
  const list = (what: string, path: string, query: Query): BenchPage => ({
    ...{ what: `the list of events, ${what}`, path: `/desk/events${path}`, limit: LIMIT_MS },
    work: (ctx) => events.listEvents(ctx, query),
  });
  const base = { sort: "-date", page: 1 } as const;
  return [
    list("the first page", "", { ...base, filter: {} }),
    list("of a kind and a year", "?kind=clean-up&year=2010", { ...base, filter: { kind: "clean-up", year: 2010 } }),
    list("of an association", `?association=${association}`, { ...base, filter: { associationId: association } }),
    list("by frequent words", `?text=${encodeURIComponent("площадка 7")}`, { ...base, filter: { text: "площадка 7" } }),
    list("by words that nothing has", `?text=${encodeURIComponent("ромашка")}`, {
      ...base,
      filter: { text: "ромашка" },
    }),
    list("by title", "?sort=title", { ...base, sort: "title", filter: {} }),
    list("by state, deep", "?sort=state&page=30", { ...base, sort: "state", page: 30, filter: {} }),
    {
      ...{ what: "an event", path: `/desk/events/${id}`, limit: LIMIT_MS },
      work: (ctx) => events.openEvent(ctx, id),
    },
    {
      ...{ what: "its attendance", path: `/desk/events/${id}`, limit: LIMIT_MS },
      work: (ctx) => events.attendance.get(ctx, id),
    },
    {
      ...{ what: "a public event", path: `/events/${id}?anew=1`, limit: LIMIT_MS },
      work: (ctx) => events.openPublicEvent(ctx, id),
    },
  ];
}

/** Half of them known by name and year, the others new; taken back by the transaction's end, so that each run finds the same. */
async function timeImport({ run, slices: { events } }: Bench, size: Size): Promise<Measured> {
  const lines = Array.from({ length: IMPORT_ROWS }, (_, at) => {
    const n = at + 1;
    const name = n % 2 === 0 ? `Житель${n % 4001} Имя${n % 101} Отчество${n % 97}` : `Новый${n} Приезжий${n} Гость${n}`;
    return `${name};${1940 + (n % 70)};да`;
  });
  const undo = new Error("undo");
  let spent = Number.NaN;
  let marks = 0;
  await run(async (ctx) => {
    const input = { kind: "clean-up", title: "Проверка", organiser: "administration", date: "2025-05-25" };
    const times = { from: "10:00", until: "12:00", sites: [{ place: "Парк" }] };
    const eventId = await events.planEvent(ctx, { ...input, ...times });
    const start = performance.now();
    const given = { text: `ФИО;Год рождения;Согласие\n${lines.join("\n")}\n`, importId: null, tell: async () => true };
    const answers = { ...NO_ANSWERS, eventId, similarDiffer: true };
    ({ marks } = await events.visitors.accept(ctx, { ...given, answers }));
    spent = performance.now() - start;
    throw undo;
  }).catch((error: unknown) => {
    if (error !== undo) throw error;
  });
  return {
    what: `${marks} visits from a table of ${IMPORT_ROWS} rows, beside ${size.marks} marks`,
    value: `${(spent / 1000).toFixed(1)} s`,
    target: "< 5 s",
    met: spent < IMPORT_LIMIT_MS && marks === IMPORT_ROWS,
  };
}
