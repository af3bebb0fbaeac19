import type { ContentFault } from "../application/contract.ts";
import type { Terms } from "../call/contract.ts";

/** What is known of the applicant, for the rules. Days are local; null where the register does not say. */
export interface KnownApplicant {
  readonly isActive: boolean;
  readonly charterDate: string | null;
  readonly isLegalEntity: boolean | null;
  readonly kind: Terms["applicants"][number];
  /** Years of earlier calls of this contest in which the association was awarded. */
  readonly prizeYears: readonly number[];
}

export interface CheckLine {
  readonly key: string;
  /** A rule's line is named by the program, a person's by the call. */
  readonly name: string | null;
  readonly by: "rule" | "person";
  /** Null where it waits for a person, also of a rule that the register's data do not answer. */
  readonly isMet: boolean | null;
  /** What the rule saw, for a sentence. */
  readonly seen: string | null;
  readonly note: string | null;
}

type Found = ReadonlyMap<string, { readonly isMet: boolean; readonly note: string | null }>;

/**
 * «Проверка допуска», line by line. What follows from rules is reckoned; what a rule cannot tell, and the lines of the call, a
 * person answers. A person does not overrule a rule.
 */
export function drawChecklist(
  terms: Terms,
  {
    known,
    faults,
    deadlineDay,
    year,
    found,
  }: { known: KnownApplicant; faults: readonly ContentFault[]; deadlineDay: string; year: number; found: Found },
): readonly CheckLine[] {
  const lines: CheckLine[] = [];
  const rule = (key: string, isMet: boolean | null, seen: string | null) => {
    const answer = isMet === null ? found.get(key) : undefined;
    lines.push({
      key,
      name: null,
      by: isMet === null ? "person" : "rule",
      isMet: isMet ?? answer?.isMet ?? null,
      seen,
      note: answer?.note ?? null,
    });
  };
  if (terms.mustBeActive) rule("association-active", known.isActive, null);
  if (terms.leastAgeMonths !== null)
    rule("association-age", isOldEnough(known.charterDate, terms.leastAgeMonths, deadlineDay), known.charterDate);
  if (terms.prizeFreeYears !== null) {
    const since = year - terms.prizeFreeYears;
    const recent = known.prizeYears.filter((one) => one >= since && one < year);
    rule("prize-free", recent.length === 0, recent.join(", ") || null);
  }
  if (known.kind === "legal-entity") rule("legal-entity", known.isLegalEntity, null);
  rule("papers", !faults.some(({ code }) => code === "paper-missing"), null);
  rule("sums", !faults.some(({ code }) => code === "over-project-limit" || code === "own-contribution-low"), null);
  rule(
    "form",
    faults.every(({ code }) => NOT_OF_FORM.has(code)),
    null,
  );
  const own = terms.lines.map(({ key, name }): CheckLine => {
    const answer = found.get(`call:${key}`);
    return {
      key: `call:${key}`,
      name,
      by: "person",
      isMet: answer?.isMet ?? null,
      seen: null,
      note: answer?.note ?? null,
    };
  });
  return [...lines, ...own];
}

const NOT_OF_FORM = new Set(["paper-missing", "over-project-limit", "own-contribution-low"]);

/** Whether so many whole months have passed by the deadline's day; null where the charter's day is not known. */
function isOldEnough(charterDate: string | null, months: number, deadlineDay: string): boolean | null {
  if (charterDate === null) return null;
  const [year = 0, month = 1, day = 1] = charterDate.split("-").map(Number);
  const due = new Date(Date.UTC(year, month - 1 + months, 1));
  const lastDay = new Date(Date.UTC(due.getUTCFullYear(), due.getUTCMonth() + 1, 0)).getUTCDate();
  due.setUTCDate(Math.min(day, lastDay));
  return due.toISOString().slice(0, 10) <= deadlineDay;
}
