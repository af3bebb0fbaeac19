import { parseDecimal } from "../../kernel/decimal.ts";
import type { FundingSource } from "../../programme/contract.ts";
import { TEXT_LIMIT } from "../contract.ts";
import { cleanText, parseBasis, parseDate } from "../input.ts";
import { parseRoubles } from "../sums.ts";
import {
  AGREEMENT_NUMBER_LIMIT,
  GRANTED_SOURCES,
  LATE_RETURN_DAYS_LIMIT,
  PARTY_LIMIT,
  type RatioRule,
  SHARE_BASES,
  type YearTerms,
} from "./contract.ts";
import { refuseCofinancing } from "./refusals.ts";
import { returnDayOf } from "./working-days.ts";

/** A year of the form as a person types it; without a sum the year is not in the agreement. */
export interface YearInput {
  readonly year: number;
  readonly sum: string;
  /** Per cent; empty where the year has no rule. */
  readonly share: string;
  readonly base: string;
  readonly ruleBasis: string;
  /** Empty: the fifteenth working day of the next year. */
  readonly returnBy: string;
}

/** What the form of an agreement, or of its amendment, sends of its terms. */
export interface TermsInput {
  readonly grantor: string;
  readonly grantee: string;
  readonly programme: string;
  readonly activities: readonly string[];
  readonly years: readonly YearInput[];
  readonly lateReturnDays: string;
}

export function parseNumber(text: string): string {
  const number = cleanText(text).replace(/^№\s*/, "");
  const limit = AGREEMENT_NUMBER_LIMIT;
  return number === "" || number.length > limit ? refuseCofinancing("cofinancing-number-missing", { limit }) : number;
}

export function parseSource(text: string): FundingSource {
  return GRANTED_SOURCES.find((source) => source === text) ?? refuseCofinancing("cofinancing-source");
}

/** What a form says of the parties, the years and the days. */
export interface Terms {
  readonly grantor: string;
  readonly grantee: string;
  readonly programme: string;
  readonly years: readonly YearTerms[];
  readonly lateReturnDays: number;
}

/** Parties, programme, years and days; the activities are looked up by the action. Refuses what the form lacks. */
export function parseTerms(input: TermsInput): Terms {
  const [grantor, grantee, programme] = [input.grantor, input.grantee, input.programme].map(cleanText);
  if (!grantor || !grantee || !programme) return refuseCofinancing("cofinancing-party-missing");
  if (Math.max(grantor.length, grantee.length) > PARTY_LIMIT || programme.length > TEXT_LIMIT) {
    return refuseCofinancing("cofinancing-party-missing");
  }
  const years = input.years.flatMap(parseYear);
  if (years.length === 0) refuseCofinancing("cofinancing-years-missing");
  return { grantor, grantee, programme, years, lateReturnDays: parseDays(input.lateReturnDays) };
}

function parseDays(text: string): number {
  const days = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0;
  const limit = LATE_RETURN_DAYS_LIMIT;
  return days >= 1 && days <= limit ? days : refuseCofinancing("cofinancing-days", { limit });
}

function parseYear(input: YearInput): YearTerms[] {
  const { year } = input;
  const kopecks = parseRoubles(input.sum);
  if (kopecks === null || kopecks === 0n) return [];
  const returnBy = input.returnBy.trim() === "" ? returnDayOf(year) : parseDate(input.returnBy);
  if (returnBy <= `${year}-12-31`) refuseCofinancing("cofinancing-return-day", { year });
  return [{ year, kopecks, rule: parseRule(input), returnBy }];
}

function parseRule({ year, share, base, ruleBasis }: YearInput): RatioRule | null {
  const text = share.trim();
  if (text === "") return null;
  const minShare = parseDecimal(text.replace(/\s*%$/, "").replace(",", "."));
  if (minShare === undefined || minShare <= 0n || minShare >= 100_000_000n) {
    return refuseCofinancing("cofinancing-share", { text: text.slice(0, 40) });
  }
  const known = SHARE_BASES.find((candidate) => candidate === base);
  if (!known || cleanText(ruleBasis) === "") return refuseCofinancing("cofinancing-rule", { year });
  return { minShare, base: known, basis: parseBasis(ruleBasis) };
}
