import type { Kopecks } from "../../kernel/money.ts";

/** «Платёжный документ» of a bank's or treasury's file, as it stands there. Dates are `YYYY-MM-DD`, null where none is given. */
export interface BankDocument {
  /** The place in the file, from 1. */
  readonly line: number;
  readonly kind: string;
  readonly number: string;
  readonly date: string | null;
  readonly kopecks: Kopecks;
  /** The days on which it left the payer's account and came to the payee's. */
  readonly debited: string | null;
  readonly credited: string | null;
  readonly payerAccount: string;
  readonly payer: string;
  readonly payeeAccount: string;
  readonly payee: string;
  readonly payeeTaxNumber: string;
  readonly purpose: string;
}

/** What in the file could not be understood. */
export const FAULT_CODES = [
  "not-exchange",
  "cut",
  "sum-malformed",
  "sum-decimals",
  "currency",
  "date-malformed",
  "number-missing",
  "damaged-letters",
  "too-many",
  "other-table",
] as const;
export type FaultCode = (typeof FAULT_CODES)[number];

export interface StatementFault {
  readonly code: FaultCode;
  /** The line, from 1; null of the whole file. */
  readonly line: number | null;
  readonly text: string;
}

export interface StatementReading {
  readonly documents: readonly BankDocument[];
  readonly faults: readonly StatementFault[];
  /** The administration's own accounts, as the file's head names them. */
  readonly accounts: readonly string[];
  /** The days for which the file says that it is whole; else those of its first and last document. */
  readonly from: string | null;
  readonly to: string | null;
}

/** So many documents are read of a file; what is beyond is a fault, never silence. */
export const MOST_DOCUMENTS = 20_000;

/** The day of the treasury's mark: when it was debited. */
export function markOf(document: BankDocument): string | null {
  return document.debited;
}

/** The day on which it counts, whichever way it went. */
export function dayOf(document: BankDocument): string | null {
  return document.debited ?? document.credited;
}

const FOREIGN = /[$€£¥₴₸]|(?<!\p{L})(usd|eur|cny|kzt|byn|gbp|доллар\p{L}*|евро|юан\p{L}*|тенге)(?!\p{L})/iu;

/** A sum of a file as kopecks, or what is wrong with it. Roubles with a point or a comma, blanks between thousands, commas only where a point follows; a minus is the other way. */
export function readSum(text: string): Kopecks | Extract<FaultCode, `sum-${string}` | "currency"> {
  if (FOREIGN.test(text)) return "currency";
  const plain = text
    .replace(/[\s\u00a0\u202f]/gu, "")
    .replace(/(руб\p{L}*\.?|р\.|₽)$/iu, "")
    .replace("−", "-");
  const match = /^(-?)(\d{1,3}(?:,\d{3})+(?=\.)|\d{1,13})(?:[.,](\d+))?$/.exec(plain);
  if (!match) return "sum-malformed";
  const [, sign = "", whole = "0", fraction = ""] = match;
  if (fraction.replace(/0+$/, "").length > 2) return "sum-decimals";
  const kopecks = BigInt(whole.replaceAll(",", "")) * 100n + BigInt(fraction.slice(0, 2).padEnd(2, "0"));
  if (kopecks === 0n) return "sum-malformed";
  return sign === "-" ? -kopecks : kopecks;
}

/** «26.04.2024», «26.04.24», «2024-04-26», with or without a time, as a day that is in the calendar. */
export function readDay(text: string): string | null {
  const dotted = /^(\d\d)[./](\d\d)[./](?:20)?(\d\d)(?:\s.*)?$/.exec(text.trim());
  const plain = /^(20\d\d)-(\d\d)-(\d\d)(?:[T\s].*)?$/.exec(text.trim());
  const date = dotted ? `20${dotted[3]}-${dotted[2]}-${dotted[1]}` : plain ? plain.slice(1, 4).join("-") : "";
  const day = new Date(`${date}T00:00:00Z`);
  return date !== "" && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date) ? date : null;
}

/** Figures 6 to 8 of an account of twenty say its currency; 643 and 810 are roubles. */
export function isForeignAccount(account: string): boolean {
  return /^\d{20}$/.test(account) && !["643", "810"].includes(account.slice(5, 8));
}
