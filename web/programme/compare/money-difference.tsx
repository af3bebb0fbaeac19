import { SOURCES } from "../../../src/programme/contract.ts";
import type { ComparedMoney } from "../../../src/programme/views-comparison.ts";
import { FigureTable, type Row } from "../../ui/figure-table.tsx";
import { chooseScale } from "../../ui/format.ts";
import { useText } from "../../ui/text.ts";
import { capitalise } from "../../ui/typography.ts";
import { useMoney } from "../parts/use-money.ts";
import { amountOf, listAmounts, type MoneyLine } from "../view/money.ts";
import { programmeWords } from "../words.ts";

/** The money of all activities by source and year, before and after. */
export function MoneyDifference({ money }: { readonly money: ComparedMoney }) {
  const t = useText(programmeWords);
  const { format, unit, sentence } = useMoney(chooseScale([...listAmounts(money.was), ...listAmounts(money.became)]));
  const years = money.years.map(String);
  const paid = SOURCES.filter((source) =>
    years.some((year) => amountOf(money.was, source, year) !== 0n || amountOf(money.became, source, year) !== 0n),
  );
  const row = (line: MoneyLine, key: string): Row => {
    const [was, became] = [amountOf(money.was, line, key), amountOf(money.became, line, key)];
    const difference = became - was;
    return {
      key: `${line} ${key}`,
      total: line === "cost" && key === "total",
      cells: {
        line: `${capitalise(t(`source_${line}`))}, ${key === "total" ? t("allYears") : key}`,
        was: format(was),
        became: format(became),
        difference:
          difference === 0n ? (
            <span className="soft">{format(0n)}</span>
          ) : (
            `${difference > 0n ? "+" : ""}${format(difference)}`
          ),
      },
    };
  };
  const total = amountOf(money.became, "cost", "total") - amountOf(money.was, "cost", "total");
  const size = sentence(total < 0n ? -total : total);
  const title =
    total === 0n ? t("compareMoneyEven") : t(total > 0n ? "compareMoneyUp" : "compareMoneyDown", { sum: size });
  const column = (key: string, head: string) => ({ key, head, label: head, number: true });
  return (
    <section className="part">
      <h2>{title}</h2>
      <p className="under">{t("compareMoneyUnder", { unit })}</p>
      <FigureTable
        name={t("compareMoneyTitle")}
        columns={[
          { key: "line", head: t("compareSourceYear") },
          column("was", t("compareWas")),
          column("became", t("compareBecame")),
          column("difference", t("compareDifference")),
        ]}
        rows={[...paid, "cost" as const].flatMap((line) => [...years, "total"].map((key) => row(line, key)))}
      />
    </section>
  );
}
