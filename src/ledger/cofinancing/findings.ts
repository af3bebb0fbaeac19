import type { Severity } from "../../kernel/finding.ts";
import type { Kopecks } from "../../kernel/money.ts";
import { sayRoubles } from "../sums.ts";
import type { CofinancingCode, CofinancingFinding, RatioBasis } from "./contract.ts";
import { partOf } from "./tally.ts";
import type { CofinancingYear } from "./views.ts";

/** A year without its findings, and what the granting budget's money is by plan and limit. */
export interface YearFacts {
  readonly year: Omit<CofinancingYear, "findings">;
  readonly planned: Kopecks;
  readonly appropriated: Kopecks;
  readonly today: string;
}

/** How long before its day a return is spoken of. */
const NOTICE_FROM = "12-01";

/** What is wrong with a year of an agreement, and what is due. A clean year has none. */
export function findFaults(facts: YearFacts): readonly CofinancingFinding[] {
  return [...findPlanFaults(facts), ...findRatioFaults(facts), ...findReceiptFaults(facts), ...findReturns(facts)];
}

interface Said {
  readonly severity: Severity;
  readonly found: Kopecks | null;
  readonly expected: Kopecks | null;
  readonly values?: Readonly<Record<string, string | number>>;
}

function makeFinding({ year }: YearFacts, code: CofinancingCode, said: Said): CofinancingFinding {
  const { severity, found, expected, values = {} } = said;
  return {
    code,
    severity,
    where: { agreementId: year.agreement.id, year: year.terms.year },
    related: [],
    found: found === null ? null : sayRoubles(found),
    expected: expected === null ? null : sayRoubles(expected),
    variant: code,
    values: { year: year.terms.year, ...values },
  };
}

function findPlanFaults(facts: YearFacts): readonly CofinancingFinding[] {
  const { year, planned, appropriated } = facts;
  const { kopecks } = year.terms;
  const differs =
    planned === kopecks
      ? []
      : [makeFinding(facts, "plan-differs", { severity: "warning", found: planned, expected: kopecks })];
  const exceeds =
    appropriated <= kopecks
      ? []
      : [makeFinding(facts, "appropriation-exceeds", { severity: "error", found: appropriated, expected: kopecks })];
  return [...differs, ...exceeds];
}

const RATIO_CODES = {
  plan: "ratio-plan",
  appropriation: "ratio-appropriation",
  cash: "ratio-cash",
} as const satisfies Record<RatioBasis, CofinancingCode>;

/** Money is spent in any order within the year, so cash is only a warning until the year is over. */
function findRatioFaults(facts: YearFacts): readonly CofinancingFinding[] {
  const { year, today } = facts;
  const isOver = today > `${year.terms.year}-12-31`;
  return year.checks.flatMap(({ of, holds, own, required, missing }) => {
    if (holds) return [];
    const severity = of === "cash" && !isOver ? "warning" : "error";
    const values = { missing: sayRoubles(missing) };
    return [makeFinding(facts, RATIO_CODES[of], { severity, found: own, expected: required, values })];
  });
}

function findReceiptFaults(facts: YearFacts): readonly CofinancingFinding[] {
  const { year } = facts;
  const { received, terms, days } = year;
  const exceed =
    received <= terms.kopecks
      ? []
      : [makeFinding(facts, "receipts-exceed", { severity: "error", found: received, expected: terms.kopecks })];
  const ahead = days.find(({ held }) => held < 0n);
  if (!ahead) return exceed;
  const values = { date: ahead.date, sum: sayRoubles(-ahead.held) };
  return [
    ...exceed,
    makeFinding(facts, "spending-ahead", { severity: "warning", found: null, expected: null, values }),
  ];
}

function findReturns(facts: YearFacts): readonly CofinancingFinding[] {
  const { year, today } = facts;
  const { rest, toReturn, terms, late } = year;
  const found: CofinancingFinding[] = [];
  const due = { found: null, expected: toReturn, values: { by: terms.returnBy } };
  if (toReturn > 0n && today > terms.returnBy) {
    found.push(makeFinding(facts, "return-overdue", { severity: "error", ...due }));
  } else if (toReturn > 0n) {
    found.push(makeFinding(facts, "return-due", { severity: "note", ...due }));
  } else if (rest > 0n && today >= `${terms.year}-${NOTICE_FROM}` && today <= `${terms.year}-12-31`) {
    found.push(makeFinding(facts, "return-due", { severity: "note", ...due, expected: rest }));
  }
  // Returned although it was spent: the difference is the municipality's own money.
  if (rest < 0n && year.returned > 0n) {
    const spent = partOf(year.net, year.agreement.source);
    found.push(
      makeFinding(facts, "returned-too-much", {
        severity: "warning",
        found: year.returned,
        expected: year.received > spent ? year.received - spent : 0n,
      }),
    );
  }
  for (const { kopecks, returned, dueBy, number } of late) {
    const left = kopecks - returned;
    if (left <= 0n) continue;
    const isLate = today > dueBy;
    const code = isLate ? "late-return-overdue" : "late-return-due";
    const values = { by: dueBy, number };
    found.push(makeFinding(facts, code, { severity: isLate ? "error" : "note", found: null, expected: left, values }));
  }
  return found;
}
