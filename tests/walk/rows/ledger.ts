import type { Records } from "../records.ts";
import { file, type RouteRow } from "../row.ts";

export const ledgerRows: readonly RouteRow[] = [
  {
    route: "programmes/:slug/spending",
    at: ({ slug }) => `/programmes/${slug}/spending`,
    calls: { GET: "everybody" },
  },
  {
    route: "programmes/:slug/spending/:file",
    at: ({ slug }) => `/programmes/${slug}/spending/balance.csv`,
    calls: { GET: "everybody" },
  },
  { route: "money", calls: { GET: "ledger.read" } },
  { route: "money/:file", at: () => "/money/journal.csv", calls: { GET: "ledger.read" } },
  { route: "money/journal", calls: { GET: "ledger.read" } },
  { route: "money/register", calls: { GET: "ledger.read" } },
  { route: "money/reconciliation", calls: { GET: "ledger.read", POST: "ledger.set-up" } },
  { route: "money/new-limit", calls: { GET: "ledger.read", POST: "ledger.appropriate" } },
  { route: "money/new-obligation", calls: { GET: "ledger.read", POST: "ledger.commit" } },
  {
    route: "money/entries/:id",
    at: async ({ one }) => `/money/entries/${await one("ledger_entry", "kind = 'commitment'")}`,
    calls: {
      GET: "ledger.read",
      "POST payment": "ledger.pay",
      "POST performance": "ledger.commit",
      "POST release": "ledger.commit",
      "POST lapse": "ledger.commit",
      "POST carry-over": "ledger.commit",
      "POST refund": "ledger.pay",
      "POST return": "ledger.pay",
      "POST reversal": "ledger.reverse",
    },
  },
  {
    route: "money/statements",
    calls: { GET: "ledger.read", POST: { asks: "ledger.pay", form: { statement: file("kl_to_1c.txt") } } },
  },
  {
    route: "money/statements/:hash",
    at: ({ statement }) => `/money/statements/${statement}`,
    calls: { GET: "ledger.read", POST: "ledger.pay" },
  },
  {
    // The statement of the records is an exchange file: it has no columns to name.
    route: "money/statements/:hash/columns",
    at: ({ statement }) => `/money/statements/${statement}/columns`,
    calls: { GET: { asks: "ledger.read", status: 409 }, POST: { asks: "ledger.pay", status: 409 } },
  },
  {
    route: "money/statements/:hash/:file",
    at: ({ statement }) => `/money/statements/${statement}/rows.csv`,
    calls: { GET: "ledger.read" },
  },
  {
    route: "money/move",
    calls: { GET: { asks: "programme.draft", also: { asks: "ledger.read" } }, POST: "programme.draft" },
  },
  { route: "money/requests", calls: { GET: { asks: "request.read", of: "anything" } } },
  {
    route: "money/requests/new",
    calls: { GET: { asks: "request.ask", of: "anything" }, POST: { asks: "request.ask", of: "anything" } },
  },
  {
    route: "money/requests/:id",
    at: async ({ one }) => `/money/requests/${await one("payment_request")}`,
    calls: {
      GET: "request.read",
      "POST approve": { asks: "request.approve", status: 409 },
      "POST return": { asks: "request.approve", status: 409 },
      "POST cancel": { asks: "request.approve", status: 409 },
      "POST withdraw": { asks: "request.ask", of: () => [] },
      "POST change": { asks: "request.ask", of: () => [] },
      "POST pay": "ledger.pay",
    },
  },
  {
    route: "money/requests/files/:file",
    at: () => "/money/requests/files/requests.csv",
    calls: { GET: { asks: "request.read", of: "anything" } },
  },
  { route: "money/cofinancing", calls: { GET: "ledger.read" } },
  { route: "money/cofinancing/new", calls: { GET: "cofinancing.agree", POST: "cofinancing.agree" } },
  {
    route: "money/cofinancing/:id",
    at: ({ one }) => agreementAt(one),
    calls: {
      GET: "ledger.read",
      "POST receive": "cofinancing.receive",
      "POST return": "cofinancing.receive",
      "POST reverse": { asks: "cofinancing.receive", form: { note: "опечатка" } },
      "POST end": "cofinancing.agree",
    },
  },
  {
    route: "money/cofinancing/:id/amend",
    at: async ({ one }) => `${await agreementAt(one)}/amend`,
    calls: { GET: { asks: "cofinancing.agree", also: { asks: "ledger.read" } }, POST: "cofinancing.agree" },
  },
  {
    route: "money/cofinancing/:id/report",
    at: async ({ one }) => `${await agreementAt(one)}/report?year=2024`,
    calls: { GET: "ledger.read" },
  },
  {
    route: "money/cofinancing/:id/files/:file",
    at: async ({ one }) => `${await agreementAt(one)}/files/report.xlsx?year=2024`,
    calls: { GET: "ledger.read" },
  },
];

const agreementAt = async (one: Records["one"]) => `/money/cofinancing/${await one("cofinancing_agreement")}`;
