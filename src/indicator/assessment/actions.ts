import { requirePermission } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { getPublicBalance } from "../../ledger/index.ts";
import type { Tx } from "../../platform/database/index.ts";
import { type PlannedLine, selectPlannedLines } from "../../programme/index.ts";
import { computeActuals } from "../actual/actions.ts";
import type { Sources } from "../actual/actions-records.ts";
import type { Actual } from "../contract.ts";
import { parsePeriod } from "../line/period.ts";
import { assess } from "../method/assess.ts";
import type { Method } from "../method/contract.ts";
import { add, makeFraction, readFraction, writeFraction } from "../method/fraction.ts";
import type { AssessmentInputs, ItemInput } from "../method/inputs.ts";
import { parseMethod } from "../method/parse.ts";
import type { Outcome } from "../method/views.ts";
import { type KeptPassport, selectPassports } from "../passport/store.ts";
import { refuseIndicator } from "../refusals.ts";

/** An assessment with everything that a recount needs: `isRecounted` says whether the outcome follows from the other two. */
export interface Assessment {
  readonly method: Method;
  readonly inputs: AssessmentInputs;
  readonly outcome: Outcome;
}

/** What to assess: a programme's year by a method, as data; `given` is what people say for its terms of that kind. */
export interface AssessmentQuestion {
  readonly slug: string;
  readonly year: string;
  readonly method: unknown;
  readonly given?: Readonly<Record<string, string>>;
}

/** Assesses a year from the actuals and the ledger as they stand. Refuses `not-permitted`, `actual-period`, `method-malformed`. */
export async function assessYear(ctx: Context<Tx>, sources: Sources, asked: AssessmentQuestion): Promise<Assessment> {
  requirePermission(ctx, "indicator.read");
  const read = parseMethod(asked.method);
  if (!("method" in read)) {
    const problems = read.problems.map(({ code, at }) => `${at || "—"} (${code})`).join(", ");
    return refuseIndicator("method-malformed", { problems });
  }
  const period = parsePeriod(asked, ctx.today);
  const lines = (await selectPlannedLines(ctx)).filter(({ slug }) => slug === asked.slug);
  const actuals = await computeActuals(ctx, sources, { lines, asked: { ...period, knownAt: ctx.now } });
  const passports = await selectPassports(ctx, ctx.now);
  const money = await loadMoney(ctx, asked.slug, period.year);
  const items = lines.map((line, at) => {
    const passport = passports.find((own) => own.line.kind === line.kind && own.line.id === line.id) ?? null;
    return {
      kind: line.kind,
      item: toItem({ line, actual: actuals[at], passport, planned: money.planned, ...period }),
    };
  });
  const of = (kind: PlannedLine["kind"]) => items.flatMap((own) => (own.kind === kind ? [own.item] : []));
  const { plans, facts } = money;
  const own = { indicators: of("indicator"), activities: of("activity"), plans, facts, given: asked.given ?? {} };
  const inputs: AssessmentInputs = { year: period.year, ...own };
  return { method: read.method, inputs, outcome: assess(read.method, inputs) };
}

/** Of the plans, the programme as it is now and the budget as it was last stated; the others are not told apart by the balances. */
async function loadMoney(ctx: Context<Tx>, slug: string, year: number) {
  const rows = (await getPublicBalance(ctx, slug)).rows.filter((row) => row.year === year);
  const addUp = (read: (balance: (typeof rows)[number]["balance"]) => bigint) =>
    String(rows.reduce((sum, { balance }) => sum + read(balance), 0n));
  const planned = new Map<string, bigint>();
  for (const { activity, balance } of rows)
    planned.set(activity.id, (planned.get(activity.id) ?? 0n) + balance.allocated);
  return {
    planned,
    plans: {
      programme: addUp(({ allocated }) => allocated),
      "budget-list": addUp(({ appropriated }) => appropriated),
    },
    facts: {
      paid: addUp(({ paid }) => paid),
      net: addUp(({ net }) => net),
      performed: addUp(({ performed }) => performed),
      committed: addUp(({ committed }) => committed),
    },
  };
}

interface ItemParts {
  readonly line: PlannedLine;
  readonly actual: Actual | undefined;
  readonly passport: KeptPassport | null;
  readonly planned: ReadonlyMap<string, bigint>;
  readonly year: number;
}

function toItem({ line, actual, passport, planned, year }: ItemParts): ItemInput {
  const plans = Object.values(line.plans).flatMap((plan) => readFraction(plan) ?? []);
  return {
    id: line.id,
    number: line.number ?? String(line.position),
    name: line.name,
    unit: line.unit ?? "",
    level: passport?.level ?? (line.kind === "activity" ? "activity" : line.hasObjective ? "objective" : "goal"),
    direction: passport?.direction ?? "more",
    plan: line.plans[String(year)] ?? null,
    fact: actual?.value ?? null,
    weight: line.weight,
    planOfAllYears: plans.length === 0 ? null : writeFraction(plans.reduce(add, makeFraction(0n))),
    plannedKopecks: line.kind === "activity" ? String(planned.get(line.id) ?? 0n) : null,
  };
}
