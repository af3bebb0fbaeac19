import { findData, type Grid } from "./columns.ts";
import {
  type BankDocument,
  dayOf,
  type FaultCode,
  isForeignAccount,
  MOST_DOCUMENTS,
  readDay,
  readSum,
  type StatementFault,
  type StatementReading,
} from "./reading.ts";
import type { ColumnRole, ColumnRoles } from "./views.ts";

/** A spreadsheet as it was read from its file. */
export interface SheetReading {
  readonly grid: Grid;
  readonly faults: readonly StatementFault[];
  /** Whether the file may end in the middle of its last row. */
  readonly mayBeCut: boolean;
}

/**
 * Reads a treasury's spreadsheet by the roles of its columns, a document a row. Rows without a number, a day and a payee are
 * sums and headings of the sheet. Never throws for content: a row that is not understood is a fault.
 */
export function readTable({ grid, faults: found, mayBeCut }: SheetReading, roles: ColumnRoles): StatementReading {
  const faults = [...found];
  const documents: BankDocument[] = [];
  const data = findData(grid) ?? grid.length;
  const width = Math.max(0, ...grid.map((row) => row.length));
  for (const [at, row] of grid.entries()) {
    if (at < data) continue;
    const isLast = at === grid.length - 1;
    if (mayBeCut && isLast && row.length < width) {
      faults.push({ code: "cut", line: at + 1, text: row.join("; ").slice(0, 80) });
      continue;
    }
    const document = readRow(row, { line: at + 1, roles, faults });
    if (document) documents.push(document);
  }
  if (documents.length > MOST_DOCUMENTS) faults.push({ code: "too-many", line: null, text: String(documents.length) });
  const kept = documents.slice(0, MOST_DOCUMENTS);
  const days = kept.flatMap((document) => dayOf(document) ?? []).sort();
  return { documents: kept, faults, accounts: [], from: days[0] ?? null, to: days.at(-1) ?? null };
}

interface RowReading {
  readonly line: number;
  readonly roles: ColumnRoles;
  readonly faults: StatementFault[];
}

function readRow(row: readonly string[], { line, roles, faults }: RowReading): BankDocument | null {
  const text = (role: ColumnRole) => (row[roles.indexOf(role)] ?? "").replace(/\s+/g, " ").trim().slice(0, 1_000);
  const fault = (code: FaultCode, said: string) => {
    faults.push({ code, line, text: said });
    return null;
  };
  const said = { number: text("number"), date: text("date"), debited: text("debited"), payee: text("payee") };
  if (said.number === "" && said.payee === "" && readDay(said.date || said.debited) === null) return null;
  const [spent, received] = [text("sum"), text("income")];
  const isIncome = isNothing(spent) && !isNothing(received);
  const sum = readSum(isIncome ? received : spent);
  if (typeof sum !== "bigint") return fault(sum, isIncome ? received : spent);
  if (said.number === "") return fault("number-missing", said.payee);
  const currency = text("currency");
  if (currency !== "" && !/^(643|810|rub|rur|руб|₽|р\.?$)/i.test(currency)) return fault("currency", currency);
  if (isForeignAccount(text("account"))) return fault("currency", text("account"));
  const [date, debited] = [readDay(said.date), readDay(said.debited)];
  const wrong = [said.date, said.debited].find((day) => day !== "" && readDay(day) === null);
  if (wrong) return fault("date-malformed", wrong);
  const day = debited ?? (roles.includes("debited") ? null : date);
  const goesOut = sum > 0n && !isIncome;
  return {
    line,
    kind: "",
    number: said.number,
    date: date ?? debited,
    kopecks: sum > 0n ? sum : -sum,
    debited: goesOut ? day : null,
    credited: goesOut ? null : (day ?? date),
    payerAccount: "",
    payer: "",
    payeeAccount: text("account"),
    payee: said.payee,
    payeeTaxNumber: text("taxNumber"),
    purpose: text("purpose"),
  };
}

/** An empty cell, a dash, a nought: the other column has the sum. */
function isNothing(text: string): boolean {
  return /^[\s–—-]*$|^0+([.,]0+)?$/.test(text);
}
