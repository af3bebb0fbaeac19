import type { Programme } from "../../../src/programme/contract.ts";
import { chooseLineScale, chooseScale, type MoneyScale } from "../../ui/format.ts";
import { consolidateMoney, listAmounts, listSources, type ShownMoney, type ShownSource } from "./money.ts";
import { findRegionKind, type RegionKind } from "./regions.ts";

/** The money of a programme as its chart, its table and its sentences show it. */
export interface MoneyFacts {
  readonly table: ShownMoney;
  readonly years: readonly number[];
  readonly sources: readonly ShownSource[];
  readonly scale: MoneyScale;
  readonly region: RegionKind | null;
}

export function describeMoney(content: Programme): MoneyFacts {
  const table = consolidateMoney(content.activities, content.years);
  return {
    table,
    years: content.years,
    sources: listSources(content.activities),
    scale: chooseScale(listAmounts(table)),
    region: findRegionKind(content),
  };
}

/** One scale for all tables that have a line for each activity. */
export function chooseActivityScale({ activities, years }: Programme): MoneyScale {
  return chooseLineScale(activities.flatMap((activity) => listAmounts(consolidateMoney([activity], years))));
}
