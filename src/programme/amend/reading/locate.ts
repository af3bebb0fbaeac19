import type { Programme } from "../../contract.ts";
import { bareWords } from "../../language/words.ts";
import { ANNEXES, type AnnexPart } from "../act.ts";
import { annexNumber, listUnits, type Unit, type UnitRow } from "../units.ts";
import type { PlacePhrase } from "./phrase.ts";

/** What a phrase points to in a programme. */
export type Target =
  | { readonly of: "title" }
  | { readonly of: "passport" }
  | { readonly of: "passport-row"; readonly at: number }
  | { readonly of: "sections" }
  | { readonly of: "section"; readonly at: number }
  | { readonly of: "annex"; readonly part: AnnexPart }
  | { readonly of: "unit"; readonly unit: Unit; readonly row: UnitRow | null };

/** Why no single place was found: nothing has this name, or several have. */
export interface NoPlace {
  readonly of: "none" | "several";
  readonly name: string;
}

/** The place that a phrase names in a programme. Names are compared by their words; a guess is never made. */
export function locatePlace(programme: Programme, phrase: PlacePhrase): Target | NoPlace {
  if (phrase.passport) return locatePassportRow(programme, phrase);
  if (phrase.annex !== null || phrase.activity !== null || phrase.rollup !== null || phrase.indicator !== null)
    return locateInAnnex(programme, phrase);
  if (phrase.section !== null) return locateSection(programme, phrase.section);
  if (phrase.title) return { of: "title" };
  if (phrase.row !== null) return locatePassportRow(programme, phrase);
  return { of: "none", name: "" };
}

export function isPlace(found: Target | NoPlace): found is Target {
  return found.of !== "none" && found.of !== "several";
}

function locatePassportRow(programme: Programme, phrase: PlacePhrase): Target | NoPlace {
  const name = phrase.row ?? phrase.section ?? phrase.indicator;
  const byNumber = Number(phrase.item ?? (/^\d+$/.test(name ?? "") ? name : 0));
  if (name === null && !byNumber) return { of: "passport" };
  if (byNumber) return { of: "none", name: String(byNumber) };
  const labels = programme.passport.rows.map((row) => row.label.text);
  const found = one(matchNames(labels, name ?? ""), name ?? "");
  return typeof found === "number" ? { of: "passport-row", at: found } : found;
}

function locateSection(programme: Programme, name: string): Target | NoPlace {
  const number = sectionNumber(name);
  const byNumber = programme.sections.flatMap((section, at) =>
    sectionNumber(section.number ?? "") === number ? [at] : [],
  );
  const headings = programme.sections.map((section) => section.heading.text);
  const found = one(number !== null ? byNumber : matchNames(headings, name), name);
  return typeof found === "number" ? { of: "section", at: found } : found;
}

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

/** «IV» and «4» are the same section; null for a heading. */
function sectionNumber(name: string): string | null {
  if (/^\d+(?:\.\d+)*$/.test(name)) return name;
  if (!/^[IVXLC]+$/.test(name)) return null;
  const digits = [...name].map((letter) => ROMAN[letter] ?? 0);
  return String(digits.reduce((sum, digit, at) => sum + (digit < (digits[at + 1] ?? 0) ? -digit : digit), 0));
}

function locateInAnnex(programme: Programme, phrase: PlacePhrase): Target | NoPlace {
  const part = phrase.annex === null ? null : findAnnex(programme, phrase.annex);
  if (phrase.annex !== null && part === null) return { of: "none", name: `приложение № ${phrase.annex}` };
  const units = listUnits(programme).filter((unit) => part === null || unit.part === part);
  const [kind, name] = namedUnit(phrase);
  if (name === null && phrase.row === null && phrase.item === null)
    return part ? { of: "annex", part } : { of: "none", name: "" };
  if (name !== null) {
    const same = units.filter((unit) => unit.kind === kind);
    const found = one(matchNames(same.map(nameOf), name), name);
    const unit = typeof found === "number" ? same[found] : undefined;
    if (!unit) return typeof found === "number" ? { of: "none", name } : found;
    return phrase.row === null ? { of: "unit", unit, row: null } : locateRow(unit, phrase.row);
  }
  return locateByRow(units, phrase.row, phrase.item);
}

function namedUnit(phrase: PlacePhrase): [Unit["kind"] | null, string | null] {
  if (phrase.activity !== null) return ["activity", phrase.activity];
  if (phrase.rollup !== null) return ["rollup", phrase.rollup];
  return phrase.indicator !== null ? ["indicator", phrase.indicator] : [null, null];
}

function findAnnex(programme: Programme, number: number): AnnexPart | null {
  const own = ANNEXES.filter((part) => listUnits(programme).some((unit) => unit.part === part));
  if (number === 0) return own.length === 1 ? (own[0] ?? null) : null;
  return own.find((part) => annexNumber(programme, part) === number) ?? null;
}

function nameOf(unit: Unit): string {
  return unit.number ? `${unit.number}. ${unit.name}` : unit.name;
}

/** A row by its words (the name of a line, or a row that stands once) or by the line's number. */
function locateByRow(units: readonly Unit[], row: string | null, item: string | null): Target | NoPlace {
  if (row === null) {
    const found = units.filter((unit) => unit.number === item);
    return found[0] && found.length === 1
      ? { of: "unit", unit: found[0], row: null }
      : { of: found.length ? "several" : "none", name: item ?? "" };
  }
  const named = matchNames(units.map(nameOf), row);
  const unit = named.length === 1 ? units[named[0] ?? -1] : undefined;
  if (unit) return { of: "unit", unit, row: unit.kind === "rollup" ? (unit.rows[0] ?? null) : null };
  if (named.length > 1) return { of: "several", name: row };
  const rows = units.flatMap((owner) => owner.rows.map((line) => ({ owner, line })));
  const found = one(
    matchNames(
      rows.map(({ line }) => line.label ?? ""),
      row,
    ),
    row,
  );
  const hit = typeof found === "number" ? rows[found] : undefined;
  if (hit) return { of: "unit", unit: hit.owner, row: hit.line };
  return typeof found === "number" ? { of: "none", name: row } : found;
}

function locateRow(unit: Unit, name: string): Target | NoPlace {
  const found = one(
    matchNames(
      unit.rows.map((row) => row.label ?? ""),
      name,
    ),
    name,
  );
  return typeof found === "number" ? { of: "unit", unit, row: unit.rows[found] ?? null } : found;
}

/** Positions of the names that say the same words; where none does, of those that begin with them or end with them behind a number. */
function matchNames(names: readonly string[], wanted: string): readonly number[] {
  const words = names.map(bareWords);
  const own = bareWords(wanted);
  if (own === "") return [];
  const positions = (test: (name: string) => boolean) => words.flatMap((name, at) => (test(name) ? [at] : []));
  const exact = positions((name) => name === own);
  if (exact.length > 0) return exact;
  const unnumbered = positions((name) => name.replace(/^\d+(?: \d+)* /, "") === own.replace(/^\d+(?: \d+)* /, ""));
  if (unnumbered.length > 0) return unnumbered;
  return own.length >= 12 ? positions((name) => name.startsWith(`${own} `)) : [];
}

function one(found: readonly number[], name: string): number | NoPlace {
  const [first] = found;
  if (first !== undefined && found.length === 1) return first;
  return { of: found.length === 0 ? "none" : "several", name };
}
