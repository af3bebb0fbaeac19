import type { Kopecks } from "../../kernel/money.ts";
import {
  type BankDocument,
  isForeignAccount,
  MOST_DOCUMENTS,
  readDay,
  readSum,
  type StatementFault,
  type StatementReading,
} from "./reading.ts";

const MARK = "1CClientBankExchange";

interface Draft {
  readonly line: number;
  readonly kind: string;
  readonly fields: Map<string, string>;
}

/** Whether a text says of itself that it is of the exchange format. */
export function isExchange(text: string): boolean {
  return /^\uFEFF?\s*(\S*)/.exec(text)?.[1] === MARK;
}

/**
 * Reads `1CClientBankExchange`: sections of «key=value» lines. Never throws for content: what it does not understand is a
 * fault with its line, and the other documents stay. `damaged` is how many bytes were no letters.
 */
export function readExchange(text: string, damaged = 0): StatementReading {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  if (!isExchange(text)) {
    const said = (lines.find((line) => line.trim() !== "") ?? "").trim().slice(0, 80);
    const faults = [{ code: "not-exchange", line: null, text: said }] as const;
    return { documents: [], faults, accounts: [], from: null, to: null };
  }
  const { drafts, faults, head } = splitSections(lines);
  if (damaged > 0) faults.push({ code: "damaged-letters", line: null, text: String(damaged) });
  const documents = drafts.flatMap((draft) => readDocument(draft, faults) ?? []);
  return { documents, faults, ...head };
}

function splitSections(lines: readonly string[]) {
  const drafts: Draft[] = [];
  const accounts = new Set<string>();
  const faults: StatementFault[] = [];
  const [from, to] = [new Set<string>(), new Set<string>()];
  let open: Draft | null = null;
  let ended = false;
  const cut = ({ line, fields }: Draft) => faults.push({ code: "cut", line, text: fields.get("Номер") ?? "" });
  for (const [at, raw] of lines.entries()) {
    const [key, value] = splitLine(raw);
    if (key === "СекцияДокумент") {
      if (open) cut(open);
      open = { line: at + 1, kind: value, fields: new Map() };
    } else if (key === "КонецДокумента") {
      if (open) drafts.push(open);
      open = null;
    } else if (key === "КонецФайла") ended = true;
    else if (open) open.fields.set(key, value);
    else if (key === "РасчСчет" && value !== "") accounts.add(value);
    else if (key === "ДатаНачала") from.add(readDay(value) ?? "");
    else if (key === "ДатаКонца") to.add(readDay(value) ?? "");
  }
  if (open) cut(open);
  else if (!ended) faults.push({ code: "cut", line: lines.length, text: "" });
  if (drafts.length > MOST_DOCUMENTS) faults.push({ code: "too-many", line: null, text: String(drafts.length) });
  const first = [...from].filter((day) => day !== "").sort()[0] ?? null;
  const last =
    [...to]
      .filter((day) => day !== "")
      .sort()
      .at(-1) ?? null;
  const head = { accounts: [...accounts], from: first, to: last };
  return { drafts: drafts.slice(0, MOST_DOCUMENTS), faults, head };
}

function splitLine(raw: string): [string, string] {
  const line = raw.trim();
  const at = line.indexOf("=");
  return at < 0 ? [line, ""] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
}

function readDocument({ line, kind, fields }: Draft, faults: StatementFault[]): BankDocument | null {
  const text = (key: string) => (fields.get(key) ?? "").slice(0, 1_000);
  const kopecks = readPlainSum(text("Сумма"), { line, faults });
  const number = text("Номер");
  if (number === "") faults.push({ code: "number-missing", line, text: kind });
  const foreign = [text("ПлательщикСчет"), text("ПолучательСчет")].find(isForeignAccount);
  if (foreign) faults.push({ code: "currency", line, text: foreign });
  const day = (key: string) => {
    const date = readDay(text(key));
    if (date === null && text(key) !== "") faults.push({ code: "date-malformed", line, text: text(key) });
    return date;
  };
  const dates = { date: day("Дата"), debited: day("ДатаСписано"), credited: day("ДатаПоступило") };
  if (kopecks === null || number === "" || foreign) return null;
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

/** The format has sums above nothing only. */
function readPlainSum(
  text: string,
  { line, faults }: { readonly line: number; readonly faults: StatementFault[] },
): Kopecks | null {
  const sum = readSum(text);
  if (typeof sum === "bigint" && sum > 0n) return sum;
  faults.push({ code: typeof sum === "bigint" ? "sum-malformed" : sum, line, text });
  return null;
}
