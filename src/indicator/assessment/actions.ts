import type { Context } from "../../kernel/context.ts";
import { add, makeFraction, readFraction, writeFraction } from "../../kernel/fraction.ts";
import { loadSpending, type SpendingLine } from "../../ledger/index.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { Sources } from "../actual/actions-reading.ts";
import { type LineActual, loadLineActuals } from "../line/actions-load.ts";
import { type Period, parsePeriod } from "../line/period.ts";
import { listMethods } from "../method/actions.ts";
import { requireMethod } from "../method/actions-parse.ts";
import { assess } from "../method/assess.ts";
import type { Method } from "../method/contract.ts";
import { withEqualWeights } from "../method/equal-weights.ts";
import { writeFormulas } from "../method/formula.ts";
import type { AssessmentInputs, ItemInput } from "../method/inputs.ts";
import { parseMethod } from "../method/parse.ts";
import type { MethodCard, MethodProblem, Outcome } from "../method/views.ts";

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
  readonly until?: string;
  readonly method: unknown;
  readonly given?: Readonly<Record<string, string>>;
}

/** Assesses a year from the actuals and the ledger as they stand. Refuses `not-permitted`, `actual-period`, `method-malformed`. */
export async function assessYear(ctx: Context<Tx>, sources: Sources, asked: AssessmentQuestion): Promise<Assessment> {
  const method = requireMethod(asked.method);
  const period = parsePeriod(asked, ctx.today);
  const lines = await loadLineActuals(ctx, sources, { slug: asked.slug, ...period });
  const inputs = await loadInputs(ctx, lines, { slug: asked.slug, ...period, given: asked.given ?? {} });
  return { method, inputs, outcome: assess(method, inputs) };
}

/** Which methods assess a period, by their keys; `given` is what people say, by «key symbol». */
export interface AssessedBy extends Period {
  readonly slug: string;
  readonly keys: readonly string[];
  readonly given: Readonly<Record<string, string>>;
}

/** A period assessed by one method, with what a recount needs besides the inputs that all methods share. */
export interface AssessedLines {
  readonly key: string;
  readonly method: Method;
  readonly given: Readonly<Record<string, string>>;
  readonly outcome: Outcome;
  readonly formulas: ReturnType<typeof writeFormulas>;
  /** Where a document's weights are refused: what equal ones would give. */
  readonly withEqual: Outcome | null;
}

/** Assesses lines that were loaded already by several methods; a key that names none is left out. Refuses `not-permitted`. */
export async function assessLines(
  ctx: Context<Tx>,
  lines: readonly LineActual[],
  { keys, given, ...period }: AssessedBy,
): Promise<{ readonly inputs: AssessmentInputs; readonly assessments: readonly AssessedLines[] }> {
  const inputs = await loadInputs(ctx, lines, { ...period, given: {} });
  const methods = await listMethods(ctx);
  const assessments = keys.flatMap((key) => {
    const found = methods.find((card) => card.key === key);
    return found ? [assessBy(found, inputs, givenTo(key, given))] : [];
  });
  return { inputs, assessments };
}

/** A method as somebody is writing it: what it gives of these lines, or everything that keeps it from being used. */
export async function tryMethod(
  ctx: Context<Tx>,
  lines: readonly LineActual[],
  { method, given, ...period }: Omit<AssessedBy, "keys"> & { readonly method: unknown },
): Promise<{ readonly assessed: AssessedLines } | { readonly problems: readonly MethodProblem[] }> {
  const read = parseMethod(method);
  if (!("method" in read)) return read;
  const inputs = await loadInputs(ctx, lines, { ...period, given: {} });
  return { assessed: assessBy({ key: "", method: read.method }, inputs, given) };
}

function givenTo(key: string, given: AssessedBy["given"]): AssessedBy["given"] {
  const own = Object.entries(given).filter(([name]) => name.startsWith(`${key} `));
  return Object.fromEntries(own.map(([name, value]) => [name.slice(key.length + 1), value]));
}

function assessBy(
  { key, method }: Pick<MethodCard, "key" | "method">,
  shared: AssessmentInputs,
  given: AssessedBy["given"],
): AssessedLines {
  const inputs = { ...shared, given };
  const outcome = assess(method, inputs);
  const isRefused = outcome.terms.some(({ proposed }) => proposed !== null);
  const equal = isRefused ? withEqualWeights(method) : null;
  const formulas = writeFormulas(method, outcome);
  return { key, method, given, outcome, formulas, withEqual: equal && assess(equal, inputs) };
}

/** What every method is given of a period: its lines, and the money of its activities. */
export async function loadInputs(
  ctx: Context<Tx>,
  lines: readonly LineActual[],
  { slug, year, until, given }: Period & { readonly slug: string; readonly given: AssessmentInputs["given"] },
): Promise<AssessmentInputs> {
  const spending = await loadSpending(ctx, { slug, year, until });
  const of = (kind: "indicator" | "activity") =>
    lines.flatMap((own) => (own.line.kind === kind ? [toItem(own, spending.lines)] : []));
  return { year, indicators: of("indicator"), activities: of("activity"), ...tellMoney(spending.lines), given };
}

/** The budget as it was last stated is the budget list; the budget decision is not told apart from it. */
function tellMoney(lines: readonly SpendingLine[]): Pick<AssessmentInputs, "plans" | "facts"> {
  const addUp = (read: (line: SpendingLine) => bigint) => String(lines.reduce((sum, line) => sum + read(line), 0n));
  return {
    plans: {
      "programme-start": addUp(({ plannedAtStart }) => plannedAtStart),
      programme: addUp(({ planned }) => planned),
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

function toItem({ line, passport, plan, actual }: LineActual, spending: readonly SpendingLine[]): ItemInput {
  const plans = Object.values(line.plans).flatMap((text) => readFraction(text) ?? []);
  const own = spending.filter(({ activity }) => activity.id === line.id);
  return {
    id: line.id,
    number: line.number ?? String(line.position),
    name: line.name,
    unit: line.unit ?? "",
    level: passport?.level ?? (line.kind === "activity" ? "activity" : line.hasObjective ? "objective" : "goal"),
    direction: passport?.direction ?? "more",
    plan,
    fact: actual.value,
    weight: line.weight,
    planOfAllYears: plans.length === 0 ? null : writeFraction(plans.reduce(add, makeFraction(0n))),
    plannedKopecks: line.kind === "activity" ? String(own.reduce((sum, { planned }) => sum + planned, 0n)) : null,
  };
}
