import { divideRounded, type Millionths, ONE, parseDecimal } from "../../kernel/decimal.ts";
import type { Kopecks } from "../../kernel/money.ts";
import { isDay } from "../../kernel/times.ts";
import { GROUP_QUESTION, isAsked, type Terms } from "../call/contract.ts";
import { checkSums } from "../rules/check.ts";
import type { ContentFault, TypedContent } from "./contract.ts";

/** What is typed, read: its sums, the facts that criteria are reckoned from, and what keeps it from being submitted. */
export interface ReadContent {
  readonly requested: Kopecks;
  readonly own: Kopecks;
  readonly facts: Readonly<Record<string, Millionths>>;
  readonly faults: readonly ContentFault[];
}

/** A sum in roubles as people type it: `1 200,50`; undefined for what is none, is negative, or is beyond any contest. */
export function readRoubles(typed: string): Kopecks | undefined {
  const value = readNumber(typed);
  if (value === undefined || value < 0n || (value * 100n) % ONE !== 0n) return undefined;
  const kopecks = (value * 100n) / ONE;
  return kopecks > MOST_KOPECKS ? undefined : kopecks;
}

/** A hundred billion roubles: more than any budget of a district, and far from where sums would overflow a column. */
const MOST_KOPECKS: Kopecks = 10_000_000_000_000n;

function readNumber(typed: string): Millionths | undefined {
  return parseDecimal(typed.replace(/[\s\u00a0\u202f]/g, "").replace(",", "."));
}

/** Reads a whole application by the call's terms; `papers` are the keys of those that are attached. */
export function readContent(content: TypedContent, terms: Terms, papers: readonly string[]): ReadContent {
  const { requested, own, faults: lines } = readEstimate(content.estimate, terms);
  const answers = readAnswers(content, terms);
  const sums = lines.length > 0 ? [] : checkSums(terms.rules, { requested, own });
  return {
    requested,
    own,
    facts: gatherFacts(terms, { requested, own, numbers: answers.numbers }),
    faults: [
      ...(["title", "summary", "place"] as const).flatMap((where) => need(content[where], where)),
      ...answers.faults,
      ...readPlan(content.plan),
      ...lines,
      ...sums.map(({ code, allowed }) => ({ code, where: "estimate", allowed })),
      ...terms.papers
        .filter(({ key, isCompulsory }) => isCompulsory && !papers.includes(key))
        .map(({ key }): ContentFault => ({ code: "paper-missing", where: `papers.${key}` })),
    ],
  };
}

const need = (text: string, where: string): readonly ContentFault[] =>
  text.trim() === "" ? [{ code: "missing", where }] : [];

function readAnswers({ answers }: TypedContent, terms: Terms) {
  const { fields, rules } = terms;
  const numbers: Record<string, Millionths> = {};
  const faults: ContentFault[] = [];
  for (const { key, kind, isCompulsory } of fields) {
    const typed = (answers[key] ?? "").trim();
    // What stands in a question that is not asked counts for nothing.
    if (!isAsked(key, terms, answers)) continue;
    const value = kind === "number" ? readNumber(typed) : undefined;
    // In no group of the rules it would be ranked nowhere.
    if (key === GROUP_QUESTION && rules.categories.length > 0) {
      if (!rules.categories.some((group) => group.key === typed))
        faults.push({ code: "missing", where: `answers.${key}` });
    } else if (typed === "") faults.push(...(isCompulsory ? need(typed, `answers.${key}`) : []));
    else if (kind === "number" && (value === undefined || value < 0n))
      faults.push({ code: "not-a-number", where: `answers.${key}` });
    if (value !== undefined) numbers[key] = value;
  }
  return { numbers, faults };
}

function readPlan(plan: TypedContent["plan"]): readonly ContentFault[] {
  if (plan.length === 0) return [{ code: "missing", where: "plan" }];
  return plan.flatMap(({ what, from, until }, at): readonly ContentFault[] => {
    const days = [...(isDay(from) ? [] : [`plan.${at}.from`]), ...(isDay(until) ? [] : [`plan.${at}.until`])].map(
      (where): ContentFault => ({ code: "not-a-day", where }),
    );
    const order: readonly ContentFault[] =
      days.length === 0 && until < from ? [{ code: "days-order", where: `plan.${at}` }] : [];
    return [...need(what, `plan.${at}.what`), ...days, ...order];
  });
}

const PARTS = ["asked", "ownMoney", "ownLabour", "ownThings"] as const;

/** Each line must add up: quantity times price, to the kopeck, is what is asked and what is put in. */
function readEstimate(estimate: TypedContent["estimate"], terms: Terms) {
  const faults: ContentFault[] = [];
  let [requested, own] = [0n, 0n];
  // A contest of nominations asks for no money and needs no estimate.
  if (estimate.length === 0 && terms.rules.winners.amount.kind !== "prizes" && terms.rules.money.sources.length > 0)
    faults.push({ code: "missing", where: "estimate" });
  for (const [at, line] of estimate.entries()) {
    const sums = PARTS.map((part) => readRoubles(line[part] === "" ? "0" : line[part]));
    const quantity = readNumber(line.quantity);
    const unitCost = readRoubles(line.unitCost);
    faults.push(...need(line.what, `estimate.${at}.what`));
    for (const [place, part] of PARTS.entries())
      if (sums[place] === undefined) faults.push({ code: "not-a-sum", where: `estimate.${at}.${part}` });
    if (unitCost === undefined) faults.push({ code: "not-a-sum", where: `estimate.${at}.unitCost` });
    if (quantity === undefined || quantity <= 0n)
      faults.push({ code: "not-a-number", where: `estimate.${at}.quantity` });
    if (quantity === undefined || quantity <= 0n || unitCost === undefined || sums.includes(undefined)) continue;
    const total = sums.reduce<Kopecks>((sum, part) => sum + (part ?? 0n), 0n);
    const cost = divideRounded(quantity * unitCost, ONE);
    if (cost !== total) faults.push({ code: "line-differs", where: `estimate.${at}`, allowed: cost });
    requested += sums[0] ?? 0n;
    own += total - (sums[0] ?? 0n);
  }
  return { requested, own, faults };
}

const SHARE_STEP = 100n;

function gatherFacts(
  { facts }: Terms,
  {
    requested,
    own,
    numbers,
  }: { readonly requested: Kopecks; readonly own: Kopecks; readonly numbers: Readonly<Record<string, Millionths>> },
): Readonly<Record<string, Millionths>> {
  const whole = requested + own;
  // Per cent with four decimals.
  const share = whole === 0n ? 0n : divideRounded(own * 100n * (ONE / SHARE_STEP), whole) * SHARE_STEP;
  const read = (from: string) => (from === "own-share" ? share : numbers[from]);
  return Object.fromEntries(
    Object.entries(facts).flatMap(([at, from]) => {
      const value = read(from);
      return value === undefined ? [] : [[at, value]];
    }),
  );
}
