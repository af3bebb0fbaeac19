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

/** What in the file could not be understood, and where. */
export interface ExchangeFault {
  readonly code: "not-exchange" | "cut" | "sum-malformed" | "date-malformed" | "number-missing" | "damaged-letters";
  /** The line, from 1; null of the whole file. */
  readonly line: number | null;
  readonly text: string;
}

export interface ExchangeReading {
  readonly documents: readonly BankDocument[];
  readonly faults: readonly ExchangeFault[];
  /** The administration's own accounts, as the file's head names them. */
  readonly accounts: readonly string[];
}

interface Draft {
  readonly line: number;
  readonly kind: string;
  readonly fields: Map<string, string>;
}

/** So many documents are read of a file; what is beyond is a fault, never silence. */
const MOST = 20_000;

/**
 * Reads `1CClientBankExchange`: sections of «key=value» lines. Never throws for content: what it does not understand is a
 * fault with its line, and the other documents stay. `damaged` is how many bytes were no letters.
 */
export function readExchange(text: string, damaged = 0): ExchangeReading {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  const first = lines.findIndex((line) => line.trim() !== "");
  if (lines[first]?.trim() !== "1CClientBankExchange") {
    const said = (lines[first] ?? "").trim().slice(0, 80);
    return { documents: [], faults: [{ code: "not-exchange", line: null, text: said }], accounts: [] };
  }
  const { drafts, accounts, faults } = splitSections(lines);
  if (damaged > 0) faults.push({ code: "damaged-letters", line: null, text: String(damaged) });
  const documents = drafts.flatMap((draft) => readDocument(draft, faults) ?? []);
  return { documents, faults, accounts };
}

function splitSections(lines: readonly string[]) {
  const drafts: Draft[] = [];
  const accounts = new Set<string>();
  const faults: ExchangeFault[] = [];
  let open: Draft | null = null;
  let ended = false;
  for (const [at, raw] of lines.entries()) {
    const [key, value] = splitLine(raw);
    if (key === "СекцияДокумент") {
      if (open) faults.push({ code: "cut", line: open.line, text: open.fields.get("Номер") ?? "" });
      open = { line: at + 1, kind: value, fields: new Map() };
    } else if (key === "КонецДокумента") {
      if (open && drafts.length < MOST) drafts.push(open);
      else if (open) faults.push({ code: "cut", line: open.line, text: open.fields.get("Номер") ?? "" });
      open = null;
    } else if (key === "КонецФайла") ended = true;
    else if (open) open.fields.set(key, value);
    else if (key === "РасчСчет" && value !== "") accounts.add(value);
  }
  if (open) faults.push({ code: "cut", line: open.line, text: open.fields.get("Номер") ?? "" });
  else if (!ended) faults.push({ code: "cut", line: lines.length, text: "" });
  return { drafts, accounts: [...accounts], faults };
}

function splitLine(raw: string): [string, string] {
  const line = raw.trim();
  const at = line.indexOf("=");
  return at < 0 ? [line, ""] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
}

function readDocument({ line, kind, fields }: Draft, faults: ExchangeFault[]): BankDocument | null {
  const text = (key: string) => (fields.get(key) ?? "").slice(0, 1_000);
  const kopecks = readSum(text("Сумма"));
  if (kopecks === null) faults.push({ code: "sum-malformed", line, text: text("Сумма") });
  const number = text("Номер");
  if (number === "") faults.push({ code: "number-missing", line, text: kind });
  const day = (key: string) => {
    const date = readDay(text(key));
    if (date === null && text(key) !== "") faults.push({ code: "date-malformed", line, text: text(key) });
    return date;
  };
  const dates = { date: day("Дата"), debited: day("ДатаСписано"), credited: day("ДатаПоступило") };
  if (kopecks === null || number === "") return null;
  return {
    line,
    kind,
    number,
    ...dates,
    kopecks,
    payerAccount: text("ПлательщикСчет"),
    payer: text("Плательщик1") || text("Плательщик"),
    payeeAccount: text("ПолучательСчет"),
    payee: text("Получатель1") || text("Получатель"),
    payeeTaxNumber: text("ПолучательИНН"),
    purpose: text("НазначениеПлатежа"),
  };
}

/** Roubles with a point, as the format has them; null where they are something else, also where they have three decimals. */
function readSum(text: string): Kopecks | null {
  const match = /^(\d{1,13})(?:[.,](\d{1,2}))?$/.exec(text);
  if (!match) return null;
  const kopecks = BigInt(match[1] ?? "0") * 100n + BigInt((match[2] ?? "").padEnd(2, "0"));
  return kopecks > 0n ? kopecks : null;
}

/** «26.04.2024» as a day that is in the calendar. */
function readDay(text: string): string | null {
  const match = /^(\d\d)\.(\d\d)\.(20\d\d)$/.exec(text);
  if (!match) return null;
  const date = `${match[3]}-${match[2]}-${match[1]}`;
  const day = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date) ? date : null;
}
