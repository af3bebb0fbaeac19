import { QUARTERS } from "../../src/kernel/quarter.ts";
import { REPORT_PARTS } from "../../src/report/contract.ts";

/** The settings of a report as their form sends them; the slice reads and judges them. */
export function readReportForm(form: FormData): unknown {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  const periods = QUARTERS.filter((quarter) => form.has(`period-${quarter}`)).map((quarter) => ({
    quarter,
    due: { months: Number(text(`months-${quarter}`)), day: Number(text(`day-${quarter}`)) },
  }));
  return {
    title: text("title"),
    recipient: text("recipient"),
    basis: text("basis"),
    signatory: { office: text("office"), name: text("name") },
    periods,
    parts: REPORT_PARTS.filter((part) => form.has(`part-${part}`)),
    deviation: text("deviation").trim().replace(",", "."),
    plan: text("plan"),
    fact: text("fact"),
    methods: [...new Set(form.getAll("method").filter((key) => typeof key === "string" && key !== ""))],
  };
}
