import { timePage } from "./desk.ts";
import { type DistrictBench, type RegionSize, withDistricts } from "./districts.ts";
import { compareRatio, type Measured, median } from "./measure.ts";
import { readProcessor } from "./open-register.ts";
import { findSlowestNode, recordStatements } from "./statements.ts";

const REGION_LIMIT_MS = 2_000;
const PAGE_LIMIT_MS = 100;
const REPORT_LIMIT_MS = 1_000;
const ROUNDS = 9;
const WARM_UP = 2;

/** A district as large as a forty-fourth of the region; its events lie in five years, so that a year has some 270 of them. */
const EACH = { name: "district", associations: 45, events: 1_364, marks: 45_455, firstYear: 2021, years: 5 };
/** Of the programme, with plans. */
const YEAR = "2024";
/** 44 districts: 1,980 associations, 60,016 events, 2,000,020 marks and more, since each event has as many as the others. */
const SIZES: readonly RegionSize[] = [1, 10, 44].map((districts) => ({
  name: String(districts),
  districts,
  each: EACH,
  awards: 6,
}));

/**
 * Every indicator of every district, one district's pages and the demonstration's annual report, in regions of three sizes.
 * `SOSEDSTVO_BENCH_DISTRICTS=1` (or 10, 44) measures that size alone.
 */
export async function benchIndicator(): Promise<Measured[]> {
  const only = process.env.SOSEDSTVO_BENCH_DISTRICTS;
  const lines: Measured[] = [];
  const pages = new Map<number, number>();
  for (const size of SIZES.filter(({ name }) => only === undefined || name === only)) {
    const { measured, page } = await withDistricts(size, (bench) => measureAll(bench, size));
    lines.push(...measured);
    pages.set(size.districts, page);
  }
  const [one, region] = [pages.get(1), pages.get(44)];
  if (one !== undefined && region !== undefined)
    lines.push(compareRatio("one district's page among 44 districts ÷ alone", region / one, { most: 1.5 }));
  return lines;
}

async function measureAll(bench: DistrictBench, { districts }: RegionSize) {
  const said = `${districts * EACH.events} events, ${districts * EACH.marks} marks in ${districts} districts`;
  const id = await findLine(bench);
  const year = { path: `/indicators?year=${YEAR}`, what: `one district's figures of a year, ${said}` };
  const line = { path: `/indicators/indicator/${id}?year=${YEAR}`, what: `one figure down to its records, ${said}` };
  const page = await timeDistrict(bench, year);
  const measured = [
    await timeRegion(bench, said),
    page.line,
    (await timeDistrict(bench, line)).line,
    await timeReport(bench, said),
  ];
  return { measured, page: page.middle };
}

interface Times {
  readonly middle: number;
  readonly high: number;
  /** Of the process that computes, milliseconds of each round; the database's own are not among them. */
  readonly processor: number;
}

async function timeRounds(work: () => Promise<unknown>): Promise<Times> {
  const times: { readonly clock: number; readonly processor: number }[] = [];
  for (let round = 0; round < ROUNDS + WARM_UP; round++) {
    const [start, before] = [performance.now(), process.cpuUsage()];
    await work();
    const { user, system } = process.cpuUsage(before);
    times.push({ clock: performance.now() - start, processor: (user + system) / 1_000 });
  }
  const warm = times.slice(WARM_UP);
  const clock = warm.map((time) => time.clock).toSorted((a, b) => a - b);
  const high = clock[Math.floor(clock.length * 0.95)] ?? Number.NaN;
  return { middle: median(clock), high, processor: median(warm.map((time) => time.processor)) };
}

function tell(what: string, { middle, high, processor }: Times, limit: number): Measured {
  return {
    what: `${what}: median; ${high.toFixed(0)} ms at 95 %, ${processor.toFixed(0)} ms of its processor`,
    value: `${middle.toFixed(0)} ms`,
    target: `≤ ${limit} ms`,
    met: middle <= limit,
  };
}

/** All seven indicators and nine activities of each district, one district after the other, as their pages ask for them. */
async function timeRegion(bench: DistrictBench, said: string): Promise<Measured> {
  const { districts, runIn, slices } = bench;
  let lines = 0;
  const times = await timeRounds(async () => {
    lines = 0;
    for (const { id } of districts)
      lines += (await runIn(id, (ctx) => slices.indicators.listYear(ctx, { year: YEAR }))).rows.length;
  });
  const what = `every indicator of every district, ${lines} figures, ${said}; slowest node: ${await findNode(bench)}`;
  return tell(what, times, REGION_LIMIT_MS);
}

/** Of what a district's list of figures asks the database. */
async function findNode({ database, slices, districts }: DistrictBench): Promise<string> {
  const { id } = middleOf(districts);
  const now = new Date();
  const base = { municipalityId: id, actor: { kind: "system", name: "bench" }, language: "ru" } as const;
  const own = { ...base, now, today: now.toISOString().slice(0, 10) };
  const statements = await recordStatements(database, own, (ctx) => slices.indicators.listYear(ctx, { year: YEAR }));
  return findSlowestNode(database, id, statements);
}

/** The line of the district's people, once every figure is seen to have records. */
async function findLine({ districts, runIn, slices }: DistrictBench): Promise<string> {
  const { rows } = await runIn(middleOf(districts).id, (ctx) => slices.indicators.listYear(ctx, { year: YEAR }));
  const bare = rows.filter(({ value, records }) => value === null || records === 0).map(({ line }) => line.name);
  if (bare.length > 0) throw new Error(`the seed has no records of ${bare.join("; ")}`);
  const own = rows.find(({ line }) => line.number === "1.1");
  if (!own) throw new Error("the district's people are counted");
  return own.line.id;
}

function middleOf<T>(all: readonly T[]): T {
  const found = all[Math.floor(all.length / 2)];
  if (found === undefined) throw new Error("there are districts");
  return found;
}

/** The whole page of the real server, as a coordinator of a district in the middle gets it. */
async function timeDistrict(
  { portal, districts, enter }: DistrictBench,
  { path, what }: { readonly path: string; readonly what: string },
): Promise<{ readonly line: Measured; readonly middle: number }> {
  const district = middleOf(districts);
  const cookie = await enter(district);
  const before = readProcessor(portal);
  const times = await timePage(portal, { path: `/m/${district.slug}${path}`, cookie });
  const processor = (readProcessor(portal) - before) / times.rounds;
  return { line: tell(what, { ...times, processor }, PAGE_LIMIT_MS), middle: times.middle };
}

/** All tables, .docx and .xlsx, of the demonstration's 2024. */
async function timeReport({ runIn, demonstration, slices }: DistrictBench, said: string): Promise<Measured> {
  const key = { kind: "council", year: "2024", quarter: "4" } as const;
  const times = await timeRounds(async () => {
    for (const format of ["docx", "xlsx"] as const)
      await runIn(demonstration, (ctx) => slices.reports.writeReportOf(ctx, { ...key, format }));
  });
  return tell(`the demonstration's annual report as .docx and .xlsx, beside ${said}`, times, REPORT_LIMIT_MS);
}
