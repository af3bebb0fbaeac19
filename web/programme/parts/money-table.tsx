import type { ReactNode } from "react";
import { FigureTable, type Row } from "../../ui/figure-table.tsx";
import { useText } from "../../ui/text.ts";
import { capitalise } from "../../ui/typography.ts";
import { amountOf, type ShownLine } from "../view/money.ts";
import type { MoneyFacts } from "../view/money-facts.ts";
import { moneyKeys } from "../view/years.ts";
import { programmeWords } from "../words.ts";
import { useMoney, useSourceName } from "./use-money.ts";
import { useYearColumns } from "./year-columns.ts";

interface Props {
  readonly facts: MoneyFacts;
  /** Where a line's figures are taken apart. */
  readonly hrefOf: (line: ShownLine) => string;
}

/** Costs by source and year. Every figure leads to what it is made of; a plain zero does not. */
export function MoneyTable({ facts, hrefOf }: Props) {
  const t = useText(programmeWords);
  const { table, years, sources, scale, region } = facts;
  const money = useMoney(scale);
  const nameOf = useSourceName(region);
  const columns = useYearColumns(years);
  const cell = (line: ShownLine, key: string): ReactNode => {
    const amount = amountOf(table, line, key);
    return amount === 0n ? money.format(amount) : <a href={hrefOf(line)}>{money.format(amount)}</a>;
  };
  const row = (line: ShownLine): Row => ({
    key: line,
    total: line === "cost",
    cells: {
      source: capitalise(nameOf(line)),
      ...Object.fromEntries(moneyKeys(years).map((key) => [key, cell(line, key)])),
    },
  });
  const head = t("sourceHead", { unit: money.unit });
  return (
    <FigureTable
      name={head}
      columns={[{ key: "source", head }, ...columns]}
      rows={[...sources, "cost" as const].map(row)}
    />
  );
}
