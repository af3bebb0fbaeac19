import { openTestIndicators } from "../indicator/testing.ts";
import type { Actor, Context } from "../kernel/context.ts";
import { newId } from "../kernel/id.ts";
import { runScenario } from "../ledger/testing.ts";
import type { Database, Tx } from "../platform/database/index.ts";
import { openReports } from "./index.ts";

export { codeOf } from "../indicator/testing.ts";

/** The money of the tests: training paid whole, a grant of which some came back. */
const MONEY = `2024-02-01 appropriate training activity=4 local=70_000,00 = ok
  2024-02-01 appropriate grants activity=6 regional=708_500,00 local=13_000,00 = ok
  2024-03-01 commit school of=training activity=4 local=70_000,00 payee=Школа = ok
  2024-04-01 pay first of=school local=70_000,00 = ok
  2024-04-20 commit grant of=grants activity=6 regional=708_500,00 local=13_000,00 payee=ТОС_Заря = ok
  2024-05-02 pay second of=grant regional=708_500,00 local=13_000,00 = ok
  2024-12-10 refund back of=second total=5_000,00 = ok`;

/** The example programme with money, passports of some lines, and reports over them. */
export async function openTestReports(database: Database, slug: string) {
  const here = await openTestIndicators(database, slug);
  const lines = await runScenario(here, MONEY);
  if (/= (?!ok)/.test(lines)) throw new Error(lines);
  const money = { kind: "money" as const, unit: "thousand" as const, fact: "net" as const };
  await here.bind("2.2", { ...money, activityIds: [here.activityAt(4)] });
  await here.bind("4.1", { ...money, activityIds: [here.activityAt(6)] });
  await here.bind("1.2", { kind: "awards", contestIds: [] });
  await here.bind("3.1", { kind: "own", take: "sum" });
  const own = { callId: newId(), activityId: null, kopecks: 0n, sums: [] };
  const listAwards = async () => here.awards.map((award) => ({ ...award, ...own, recordedAt: award.recordedAt ?? "" }));
  const reports = openReports({
    indicators: here.indicators,
    contests: { listAwards, listHeld: async () => [] },
    findRoot: async () => "https://tos.example",
  });
  const programme = "example";
  /** On 20 January 2025 unless another day is said. */
  const as =
    (actor: Actor, today = "2025-01-20") =>
    <T>(work: (ctx: Context<Tx>) => Promise<T>) =>
      here.on(today, actor)(work);
  return { ...here, reports, programme, as };
}

export type TestReports = Awaited<ReturnType<typeof openTestReports>>;
