import type { BoundaryWarning } from "../boundary/views.ts";
import type { Amendment, Particulars } from "../record/record.ts";
import { isInn, isOgrn } from "./digits.ts";
import { LAW_33_FROM, SOON_DAYS } from "./rules.data.ts";
import type { QuorumRule, Warning } from "./views.ts";

/** What is looked at besides the record itself. */
export interface Surroundings {
  readonly today: string;
  readonly rules: readonly QuorumRule[];
  /** Names of the same settlement that may be the same association. */
  readonly nearNames: readonly string[];
  /** What the map says of the boundary. */
  readonly boundary: readonly BoundaryWarning[];
}

type Check = (particulars: Particulars, around: Surroundings) => readonly Warning[];

/** Every check, in the order in which a page shows what they find. */
const CHECKS: readonly Check[] = [
  checkChair,
  checkBoard,
  checkQuorum,
  checkPapers,
  checkCharterLaw,
  checkCodes,
  checkRest,
  checkNames,
];

/** All warnings of an association. One that has ended is history and gets none. */
export function findWarnings(particulars: Particulars, around: Surroundings): readonly Warning[] {
  if (particulars.state === "ended") return [];
  return CHECKS.flatMap((check) => check(particulars, around));
}

const make = (
  severity: Warning["severity"],
  code: Warning["code"],
  section: Warning["section"],
  values: Warning["values"] = {},
): Warning => ({ code, severity, section, values });

function checkChair(particulars: Particulars, { today }: Surroundings): readonly Warning[] {
  if (!particulars.chair) return [make("error", "chair-missing", "chair")];
  const consent = particulars.chairConsent ? [] : [make("note", "consent-missing", "chair")];
  return [...checkTerm("chair", particulars.chairUntil, today), ...consent];
}

function checkBoard(particulars: Particulars, { today }: Surroundings): readonly Warning[] {
  const { members, boardSince } = particulars;
  if (members === undefined && boardSince === undefined) return [make("warning", "board-missing", "board")];
  return checkTerm("board", particulars.boardUntil, today);
}

function checkTerm(office: "chair" | "board", until: unknown, today: string): readonly Warning[] {
  if (typeof until !== "string") return [];
  if (until < today) return [make("error", `${office}-term-over`, office, { date: until })];
  return until <= addDays(today, SOON_DAYS) ? [make("warning", `${office}-term-soon`, office, { date: until })] : [];
}

function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The rule for a form on a day: the municipality's own before the programme's, of several the last to come into force. */
export function findQuorumRule(
  rules: readonly QuorumRule[],
  { form, on }: { readonly form: QuorumRule["form"]; readonly on: string },
): QuorumRule | undefined {
  const inForce = rules.filter((rule) => rule.form === form && rule.validFrom <= on);
  const latest = (own: boolean) =>
    inForce.filter(({ isOwn }) => isOwn === own).toSorted((a, b) => b.validFrom.localeCompare(a.validFrom))[0];
  return latest(true) ?? latest(false);
}

function checkQuorum(particulars: Particulars, { rules }: Surroundings): readonly Warning[] {
  const { foundingDate, foundingEntitled: entitled, foundingAttended: attended } = particulars;
  const form = particulars.foundingForm === "conference" ? "conference" : "meeting";
  if (typeof foundingDate !== "string") return [];
  const rule = findQuorumRule(rules, { form, on: foundingDate });
  if (typeof entitled !== "number" || typeof attended !== "number" || !rule) {
    return [make("note", "quorum-unknown", "founding")];
  }
  if (attended * rule.denominator >= entitled * rule.numerator) return [];
  const needed = Math.ceil((entitled * rule.numerator) / rule.denominator);
  return [make("error", "quorum-below", "founding", { attended, entitled, needed, law: rule.law })];
}

function checkPapers(particulars: Particulars): readonly Warning[] {
  const found: Warning[] = [];
  const { foundingDate, foundingProtocol, charterDate, charterNumber, charterAct } = particulars;
  if (!(foundingDate && foundingProtocol)) found.push(make("warning", "founding-missing", "founding"));
  if (!(charterDate || charterNumber)) found.push(make("error", "charter-missing", "charter"));
  else if (!(charterDate && charterNumber && charterAct)) found.push(make("warning", "charter-incomplete", "charter"));
  return found;
}

function checkCharterLaw(particulars: Particulars, { today }: Surroundings): readonly Warning[] {
  const { charterDate, amendments } = particulars;
  if (typeof charterDate !== "string" || today < LAW_33_FROM) return [];
  const last =
    [charterDate, ...((amendments ?? []) as readonly Amendment[]).map(({ date }) => date)].sort().at(-1) ?? "";
  return last < LAW_33_FROM ? [make("warning", "charter-before-law", "charter", { date: last })] : [];
}

function checkCodes({ legalEntity, inn, ogrn }: Particulars): readonly Warning[] {
  const found: Warning[] = [];
  if (typeof inn === "string" && !isInn(inn))
    found.push(make("error", "code-digits", "legal", { code: "ИНН", digits: inn }));
  if (typeof ogrn === "string" && !isOgrn(ogrn)) {
    found.push(make("error", "code-digits", "legal", { code: "ОГРН", digits: ogrn }));
  }
  if (legalEntity === true && !(inn && ogrn)) found.push(make("warning", "code-missing", "legal"));
  return found;
}

function checkRest({ people, kind }: Particulars): readonly Warning[] {
  const found: Warning[] = [];
  if (people === undefined) found.push(make("note", "population-missing", "population"));
  if (kind === undefined) found.push(make("note", "kind-missing", "territory"));
  return found;
}

function describeBoundary(warning: BoundaryWarning): Warning {
  if (warning.kind === "no-boundary") return make("warning", "no-boundary", null);
  const { other, squareMetres } = warning;
  return make("warning", `boundary-${warning.kind}`, null, {
    name: other.name,
    squareMetres: Math.round(squareMetres),
  });
}

function checkNames(_particulars: Particulars, { nearNames, boundary }: Surroundings): readonly Warning[] {
  return [
    ...nearNames.map((name) => make("warning", "near-name", "name", { name })),
    ...boundary.map(describeBoundary),
  ];
}
