import type { Severity } from "../../kernel/finding.ts";
import { fromKopecks } from "../../kernel/money.ts";
import type { Figure, FigureRow, FindingCode, Place, Programme, ProgrammeFinding } from "../contract.ts";
import { writeRussian } from "../language/number.ts";
import { readMoneyUnit } from "../language/vocabulary.ts";

/** A check looks at a whole programme and says what is wrong in it; it never throws for content. */
export type Check = (programme: Programme) => ProgrammeFinding[];

interface Said {
  readonly variant?: string;
  readonly found?: string | null;
  readonly expected?: string | null;
  readonly related?: readonly Place[];
  readonly values?: Readonly<Record<string, string | number>>;
}

export function makeFinding(code: FindingCode, severity: Severity, where: Place, said: Said = {}): ProgrammeFinding {
  return {
    code,
    severity,
    where,
    related: said.related ?? [],
    found: said.found ?? null,
    expected: said.expected ?? null,
    variant: said.variant ?? "plain",
    values: said.values ?? {},
  };
}

/** A value in the printed unit of its row, Russian notation, with the decimals that `like` prints. */
export function writeIn(row: Pick<FigureRow, "unit">, value: bigint, like = ""): string {
  const unit = row.unit ? readMoneyUnit(row.unit.text) : null;
  return writeRussian(unit ? fromKopecks(value, unit) : value, like);
}

export function isMoney(row: FigureRow): boolean {
  return row.unit !== null && readMoneyUnit(row.unit.text) !== null;
}

/** Figures of a row for the years, in order; absent years left out. */
export function yearFigures(row: FigureRow, years: readonly number[]): Figure[] {
  return years.flatMap((year) => row.values[String(year)] ?? []);
}
