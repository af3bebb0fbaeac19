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
];
