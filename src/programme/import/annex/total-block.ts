import type { Rollup } from "../../contract.ts";
import { type Fact, RowGatherer } from "../table/figure.ts";
import type { Standing } from "./outline.ts";

/** Whose total a line is; `of` null where it only says «Итого», `number` null where it names none. */
export interface TotalName {
  readonly of: Rollup["of"] | null;
  readonly number: number | null;
}

/** «Итого затрат на решение задачи 1», «Всего по подпрограмме 2», «Итого»; null for a line that is no total. */
export function readTotal(text: string): TotalName | null {
  if (!/^(?:итого|всего)(?![а-яё])/iu.test(text)) return null;
  const match = /(подпрограмм|программ|задач|цел)[а-я]*\s*№?\s*(\d+(?:\.\d+)*)?/iu.exec(text);
  const last = match?.[2]?.split(".").at(-1);
  return { of: OWNERS[match?.[1]?.toLowerCase() ?? ""] ?? null, number: last ? Number(last) : null };
}

const OWNERS: Readonly<Record<string, Rollup["of"]>> = {
  подпрограмм: "subprogramme",
  программ: "programme",
  задач: "objective",
  цел: "goal",
};

/** A total of annex 2 while its rows are being read. */
export class TotalBlock {
  readonly rows = new RowGatherer();
  private readonly name: TotalName;
  private readonly standing: Standing;
  private readonly activitiesBefore: number;

  /** `activitiesBefore` tells two bare totals after each other apart: the second is of something larger. */
  constructor(name: TotalName, standing: Standing, activitiesBefore: number) {
    this.name = name;
    this.standing = standing;
    this.activitiesBefore = activitiesBefore;
  }

  add(facts: readonly Fact[]): void {
    // Quantities do not add up: a total leaves their cells empty.
    const told = facts.filter(
      ({ kind, figure }) => figure.value !== null || (kind !== "quantity" && kind !== "unitCost"),
    );
    for (const fact of told) this.rows.add(fact);
  }

  /** `later` are the totals below it: a bare «Итого» with another one after further activities is that of its objective. */
  finish(later: readonly TotalBlock[]): Rollup {
    const of = this.name.of ?? this.guessOwner(later);
    const { subprogramme, goal, objective } = this.standing;
    const standing = { objective, goal, subprogramme, programme: 1 }[of];
    const { rows, repeated } = this.rows.separate();
    return {
      of,
      number: this.name.number ?? standing ?? 1,
      goal: of === "objective" ? (goal ?? 1) : null,
      subprogramme: of === "objective" || of === "goal" ? subprogramme : null,
      rows,
      repeated,
    };
  }

  private guessOwner(later: readonly TotalBlock[]): Rollup["of"] {
    const more = later.some((total) => total.activitiesBefore > this.activitiesBefore || total.name.of !== null);
    const nextIsLarger = later[0] !== undefined && later[0].activitiesBefore === this.activitiesBefore;
    return (more || nextIsLarger) && this.standing.objective !== null ? "objective" : "programme";
  }
}
