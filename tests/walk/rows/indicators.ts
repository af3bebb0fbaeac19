import type { RouteRow } from "../row.ts";

/** Of the first indicator, whose value comes from records. */
const line = async ({ one }: Parameters<NonNullable<RouteRow["at"]>>[0], rest = "") =>
  `/indicators/indicator/${await one("indicator")}${rest}`;
const step = { year: "2024", until: "2024-12-31", step: "0", value: "0", reason: "проверка" };
const words = { year: "2024", date: "2024-12-31", value: "1", reason: "проверка", evidence: "акт", link: "" };

export const indicatorRows: readonly RouteRow[] = [
  { route: "indicators", at: () => "/indicators?year=2024&quarter=3", calls: { GET: "indicator.read" } },
  { route: "indicators.csv", at: () => "/indicators.csv?year=2024", calls: { GET: "indicator.read" } },
  { route: "indicators.xlsx", at: () => "/indicators.xlsx?year=2024", calls: { GET: "indicator.read" } },
  {
    route: "indicators/:kind/:id",
    at: (records) => line(records, "?year=2024"),
    calls: {
      GET: "indicator.read",
      "POST own": { asks: "indicator.correct", form: words, status: 422 },
      "POST correction": { asks: "indicator.correct", form: { ...words, value: "0" }, status: 422 },
      "POST withdraw": { asks: "indicator.correct", form: { entry: "none", reason: "проверка" }, status: 404 },
      "POST propose": { asks: "indicator.propose", form: step, status: 409 },
      "POST confirm": { asks: "indicator.confirm", form: step, status: 409 },
      "POST return": { asks: "indicator.confirm", form: step, status: 409 },
      "POST reopen": { asks: "indicator.confirm", form: step, status: 409 },
    },
  },
  {
    route: "indicators/:kind/:id/:file",
    at: (records) => line(records, "/records.csv?year=2024&quarter=2"),
    calls: { GET: "indicator.read" },
  },
  {
    route: "indicators/:kind/:id/passport",
    at: (records) => line(records, "/passport"),
    calls: {
      GET: "indicator.passport",
      POST: { asks: "indicator.passport", form: { version: "9", reason: "проверка" }, status: 422 },
    },
  },
];
