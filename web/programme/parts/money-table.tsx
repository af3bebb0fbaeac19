import type { ReactNode } from "react";
import type { FundingSource } from "../../../src/programme/contract.ts";
import type { Consolidation } from "../../../src/programme/views.ts";
import { FigureTable, type Row } from "../../ui/figure-table.tsx";
import type { MoneyScale } from "../../ui/format.ts";
import { useText } from "../../ui/text.ts";
import { capitalise } from "../../ui/typography.ts";
import { amountOf, type MoneyLine } from "../view/money.ts";
import { programmeWords } from "../words.ts";
import { useMoney } from "./use-money.ts";

interface Props {
  readonly table: Consolidation;
  readonly years: readonly number[];
  readonly sources: readonly FundingSource[];
  readonly scale: MoneyScale;
  /** Where a line's figures are taken apart. */
  readonly hrefOf: (line: MoneyLine) => string;
}

/** Costs by source and year. Every figure leads to what it is made of; a plain zero does not. */
export function MoneyTable({ table, years, sources, scale, hrefOf }: Props) {
  const t = useText(programmeWords);
  const money = useMoney(scale);
  const keys = [...years.map(String), "total"];
  const headOf = (key: string) => (key === "total" ? t("total") : key);
  const cell = (line: MoneyLine, key: string): ReactNode => {
    const amount = amountOf(table, line, key);
    return amount === 0n ? money.format(amount) : <a href={hrefOf(line)}>{money.format(amount)}</a>;
  };
  const row = (line: MoneyLine): Row => ({
    key: line,
    total: line === "cost",
    cells: {
      source: capitalise(t(`source_${line}`)),
      ...Object.fromEntries(keys.map((key) => [key, cell(line, key)])),
    },
  });
  return (
    <FigureTable
      name={t("sourceHead", { unit: money.unit })}
      columns={[
        { key: "source", head: t("sourceHead", { unit: money.unit }) },
        ...keys.map((key) => ({ key, head: headOf(key), label: headOf(key), number: true })),
      ]}
      rows={[...sources, "cost" as const].map(row)}
    />
  );
}
