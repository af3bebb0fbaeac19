import type { ReadLimits } from "../limits.ts";
import { refuse } from "../refusals.ts";
import { HiddenLines } from "./lines.ts";

/** A merged rectangle; rows and columns from 1, ends included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Counts what all sheets of a workbook hold. */
export class CellBudget {
  private spent = 0;
  private readonly limits: ReadLimits;

  constructor(limits: ReadLimits) {
    this.limits = limits;
  }

  spend(cells: number): void {
    this.spent += cells;
    if (this.spent > this.limits.cells) throw refuse("too-many-cells", { limit: this.limits.cells });
  }
}

/** One sheet with what stands in it: cells without text cost nothing, however many are formatted. */
export class Sheet {
  readonly rows = new Map<number, Map<number, string>>();
  readonly merges: Merge[] = [];
  readonly hiddenRows = new HiddenLines();
  readonly hiddenColumns = new HiddenLines();
  private readonly budget: CellBudget;

  constructor(budget: CellBudget) {
    this.budget = budget;
  }

  setCell(row: number, column: number, text: string): void {
    if (text.trim() === "") return;
    this.budget.spend(1);
    const cells = this.rows.get(row) ?? new Map<number, string>();
    this.rows.set(row, cells);
    cells.set(column, text);
  }

  addMerge(merge: Merge): void {
    if (merge.bottom <= merge.top && merge.right <= merge.left) return;
    this.budget.spend(1);
    this.merges.push(merge);
  }
}
