import { KOPECKS_IN, type MoneyUnit } from "../../kernel/money.ts";
import { activitiesUnder } from "../consolidation.ts";
import { type Activity, type FigureKind, type FigureRow, type Programme, type Rollup, SOURCES } from "../contract.ts";
import type { LaidRow, LaidTable } from "./laid.ts";
import { columnName, type Formula, moneyUnitOf } from "./workbook-table.ts";

export const ACTIVITIES_SHEET = "Мероприятия";
export const CODE_HEAD = "Вид строки";

const CODES: Partial<Readonly<Record<FigureKind, string>>> = {
  cost: "сумма затрат",
  federal: "федеральный бюджет",
  regional: "областной бюджет",
  local: "местный бюджет",
  settlement: "бюджеты поселений",
  extrabudgetary: "внебюджетные источники",
};
const UNIT_CODES: Readonly<Record<MoneyUnit, string>> = { rouble: "руб.", thousand: "тыс. руб.", million: "млн руб." };

/** What a row of an activity is, for the totals that add up rows of one kind: «областной бюджет, тыс. руб.»; empty for rows that no total adds up. */
export function codeOf({ origin }: LaidRow): string {
  if (origin?.of !== "activity") return "";
  return addendsOf(origin.activity).find(({ row }) => row === origin.row)?.code ?? "";
}

/** A row of an activity that totals add up; the sources of an activity without a sum of its own count for the sum too. */
interface Addend {
  readonly row: FigureRow;
  readonly code: string;
  readonly unit: MoneyUnit;
  readonly countsForCost: boolean;
}

function addendsOf({ cost, sources }: Activity): Addend[] {
  return [...(cost ? [cost] : []), ...sources].flatMap((row) => {
    const unit = moneyUnitOf(row);
    const kind = CODES[row.kind];
    if (!unit || !kind) return [];
    const alone = cost === null;
    const code = `${kind}, ${UNIT_CODES[unit]}${alone ? ", без суммы" : ""}`;
    return [{ row, code, unit, countsForCost: alone || row === cost }];
  });
}

/** Where the rows of activities stand on their sheet, and what the totals of that and other sheets add up. */
export class ActivitySums {
  private readonly programme: Programme;
  private readonly table: LaidTable;
  private readonly rowNumbers = new Map<FigureRow, number>();
  private readonly codeColumn: string;

  constructor(programme: Programme, table: LaidTable) {
    this.programme = programme;
    this.table = table;
    table.rows.forEach((row, at) => {
      if (row.origin) this.rowNumbers.set(row.origin.row, at + 1);
    });
    this.codeColumn = `$${columnName(table.columns.length)}`;
  }

  /** The formula of a cell of annex 2. */
  formulaOf({ origin }: LaidRow, key: string): Formula | null {
    if (!origin) return null;
    if (key === "total")
      return sumYears(this.table, origin.row, { row: this.rowNumbers.get(origin.row) ?? 0, programme: this.programme });
    if (origin.of === "activity") return this.sumSources(origin.activity, origin.row, key);
    return origin.of === "rollup" ? this.sumRollup(origin.rollup, origin.row, key) : null;
  }

  /** The rows of one kind of all activities, in the unit of a row of another sheet. */
  sumAll(row: FigureRow, key: string): Formula | null {
    return this.sumKind(this.programme.activities, row, { key, sheet: `${ACTIVITIES_SHEET}!` });
  }

  private sumRollup(rollup: Rollup, row: FigureRow, key: string): Formula | null {
    if (rollup.repeated.includes(row)) return null;
    return this.sumKind(activitiesUnder(this.programme, rollup), row, { key, sheet: "" });
  }

  private sumSources(activity: Activity, row: FigureRow, key: string): Formula | null {
    const sources = activity.sources.filter((source) => source.values[key]?.value != null);
    const unit = moneyUnitOf(row);
    if (row !== activity.cost || sources.length === 0 || !unit) return null;
    const column = this.columnOf(key);
    const terms = sources.map((source) => {
      const number = this.rowNumbers.get(source) ?? 0;
      return `${column}${number}${factor(moneyUnitOf(source) ?? unit, unit)}`;
    });
    const value = sources.reduce((sum, source) => sum + (source.values[key]?.value ?? 0n), 0n);
    return { text: `SUM(${terms.join(",")})`, value };
  }

  private sumKind(
    activities: readonly Activity[],
    row: FigureRow,
    { key, sheet }: { key: string; sheet: string },
  ): Formula | null {
    const unit = moneyUnitOf(row);
    const column = this.columnOf(key);
    const addends = activities
      .flatMap(addendsOf)
      .filter((one) => (row.kind === "cost" ? one.countsForCost : one.row.kind === row.kind));
    if (!unit || !column || !addends.some((own) => own.row.values[key]?.value != null)) return null;
    const codes = new Map(addends.map((own) => [own.code, own.unit]));
    const terms = this.findRuns(activities).flatMap(([from, to]) =>
      [...codes].map(([code, own]) => {
        const range = (name: string) => `${sheet}${name}$${from}:${name}$${to}`;
        return `SUMIF(${range(this.codeColumn)},"${code}",${range(column)})${factor(own, unit)}`;
      }),
    );
    const value = addends.reduce((sum, own) => sum + (own.row.values[key]?.value ?? 0n), 0n);
    return { text: terms.join("+"), value };
  }

  /** First and last sheet row of each run of activities that stand together. */
  private findRuns(activities: readonly Activity[]): [number, number][] {
    const wanted = new Set(activities);
    const runs: [number, number][] = [];
    let open = false;
    this.table.rows.forEach(({ origin }, at) => {
      if (origin?.of !== "activity") return;
      const run = runs.at(-1);
      if (!wanted.has(origin.activity)) open = false;
      else if (open && run) run[1] = at + 1;
      else {
        runs.push([at + 1, at + 1]);
        open = true;
      }
    });
    return runs;
  }

  private columnOf(key: string): string {
    const at = this.table.heads.findIndex((column) => column.key === key);
    return at < 0 ? "" : columnName(at);
  }
}

/** What turns an amount in one unit of money into the same in another. */
function factor(from: MoneyUnit, to: MoneyUnit): string {
  const [a, b] = [KOPECKS_IN[from], KOPECKS_IN[to]];
  if (a === b) return "";
  return a > b ? `*${a / b}` : `/${b / a}`;
}

const SUMMED: ReadonlySet<FigureKind> = new Set(["cost", ...SOURCES]);

/** The whole of a row as the sum of its years: for money always, for a quantity where the document sums it up so. */
export function sumYears(
  table: LaidTable,
  figures: FigureRow,
  { row, programme }: { row: number; programme: Programme },
): Formula | null {
  const years = table.heads.flatMap((column, at) =>
    programme.years.some((year) => String(year) === column.key) ? [{ at, key: column.key ?? "" }] : [],
  );
  const values = years.map(({ key }) => figures.values[key]?.value ?? null);
  if (values.every((value) => value === null)) return null;
  const value = values.reduce<bigint>((sum, one) => sum + (one ?? 0n), 0n);
  const habit = SUMMED.has(figures.kind) || (figures.kind === "quantity" && value === figures.values.total?.value);
  const [first, last] = [years[0], years.at(-1)];
  if (!habit || !first || !last) return null;
  const together = last.at - first.at + 1 === years.length;
  const cells = years.map(({ at }) => `${columnName(at)}${row}`);
  const text = together ? `${columnName(first.at)}${row}:${columnName(last.at)}${row}` : cells.join(",");
  return { text: `SUM(${text})`, value };
}
