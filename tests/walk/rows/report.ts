import type { RouteRow } from "../row.ts";

const COUNCIL = { kind: "council", slug: "", year: "2024", quarter: "4", executor: "" };

/** Of the year's report to the council, which the row of the calendar begins. */
const report = async ({ one }: Parameters<NonNullable<RouteRow["at"]>>[0], rest = "") =>
  `/reports/${await one("report")}${rest}`;
const step = { version: "999", seen: "", reason: "проверка" };

export const reportRows: readonly RouteRow[] = [
  {
    route: "reports",
    at: () => "/reports?year=2024",
    calls: { GET: "report.read", "POST begin": { asks: "report.write", form: COUNCIL } },
  },
  { route: "reports/charts", at: () => "/reports/charts?year=2024", calls: { GET: "report.read" } },
  {
    route: "reports/forms/:kind",
    at: () => "/reports/forms/region",
    calls: { GET: "report.set", POST: { asks: "report.set", form: { version: "0", title: "" }, status: 422 } },
  },
  {
    route: "reports/:id",
    at: (records) => report(records),
    calls: {
      GET: "report.read",
      "POST save": { asks: "report.write", form: { version: "999" }, status: 409 },
      "POST sign": { asks: "report.sign", form: step, status: 409 },
      "POST accept": { asks: "report.sign", form: step, status: 409 },
      "POST return": { asks: "report.sign", form: step, status: 409 },
    },
  },
  {
    route: "reports/:id/save",
    at: (records) => report(records, "/save"),
    calls: { "POST save": { asks: "report.write", form: { version: "999" }, status: 409 } },
  },
  {
    route: "reports/:id/:file",
    at: (records) => report(records, "/report.json"),
    calls: { GET: "report.read" },
  },
  { route: "methods", at: () => "/methods?year=2024", calls: { GET: "report.read" } },
  {
    route: "methods/new",
    calls: {
      GET: "indicator.method",
      "POST preview": { asks: "indicator.method", form: { name: "" } },
      "POST add-term": { asks: "indicator.method", form: { name: "" } },
      "POST save": { asks: "indicator.method", form: { name: "", version: "0", reason: "проверка" }, status: 422 },
    },
  },
  { route: "methods/:key", at: () => "/methods/federal?year=2024", calls: { GET: "report.read" } },
  {
    route: "methods/:key/edit",
    at: async ({ one }) => `/methods/${await one("indicator_method")}/edit`,
    calls: {
      GET: "indicator.method",
      "POST preview": { asks: "indicator.method", form: { name: "" } },
      "POST add-term": { asks: "indicator.method", form: { name: "" } },
      "POST save": { asks: "indicator.method", form: { name: "", version: "1", reason: "проверка" }, status: 422 },
    },
  },
];
