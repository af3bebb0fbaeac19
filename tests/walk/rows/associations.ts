import type { Records } from "../records.ts";
import { type CallRow, heldBy, type RouteRow } from "../row.ts";

const settlementOf = ({ one }: Records) => one("association", "true", "settlement_id");
/** To what the association belongs of which the rows ask. */
const of = async (records: Records) => [await records.one("association"), await settlementOf(records)];
const card =
  (more = "") =>
  async ({ one }: Records) =>
    `/registry/associations/${await one("association")}${more}`;
const read: CallRow = { asks: "association.read", of };
const anything: CallRow = { asks: "association.read", of: heldBy };

const OFFICIAL = { kind: "deputy", name: "Проверочный П. П.", office: "округ № 1", since: "2025-09-20", until: "" };

export const associationRows: readonly RouteRow[] = [
  { route: "associations", calls: { GET: "everybody" } },
  { route: "associations.csv", calls: { GET: "everybody" } },
  { route: "associations.xlsx", calls: { GET: "everybody" } },
  {
    route: "associations/:number",
    at: async ({ one }) => `/associations/${await one("association", "true", "number")}`,
    calls: { GET: "everybody" },
  },
  {
    route: "settlements/:id",
    at: async (records) => `/settlements/${await settlementOf(records)}`,
    calls: { GET: "everybody" },
  },
  { route: "registry", calls: { GET: anything } },
  { route: "registry/register.csv", calls: { GET: anything } },
  { route: "registry/register.xlsx", calls: { GET: anything } },
  {
    route: "registry/new",
    calls: {
      GET: "signed-in",
      POST: {
        asks: "association.keep",
        of: async (records) => [await settlementOf(records)],
        form: async (records) => ({ name: "ТОС «Проверка»", settlementId: await settlementOf(records) }),
      },
    },
  },
  {
    route: "registry/import",
    calls: {
      GET: "signed-in",
      POST: { asks: "association.keep", of: heldBy, form: { text: "Наименование;Поселение\nА;Б" } },
      "POST check": { asks: "association.keep", of: heldBy, form: { text: "Наименование;Поселение\nА;Б" } },
      "POST accept": { asks: "association.keep", of: heldBy, form: { text: "а;б\n1;2" }, status: 422 },
    },
  },
  {
    route: "registry/rules",
    calls: {
      GET: "signed-in",
      POST: {
        asks: "registry.rule",
        form: { form: "meeting", validFrom: "2020-01-01", numerator: "1", denominator: "3", law: "проверка" },
      },
    },
  },
  {
    route: "registry/settlements",
    calls: { GET: "signed-in", POST: { asks: "settlement.keep", form: { name: "Проверочный сельсовет", oktmo: "" } } },
  },
  {
    route: "registry/settlements/:id",
    at: async (records) => `/registry/settlements/${await settlementOf(records)}`,
    calls: {
      GET: "settlement.keep",
      POST: {
        asks: "settlement.keep",
        form: { name: "Сельсовет обхода", oktmo: "", endedOn: "", version: "0" },
        status: 409,
      },
    },
  },
  {
    route: "registry/officials",
    calls: { GET: "signed-in", POST: { asks: "official.keep", form: OFFICIAL } },
  },
  {
    route: "registry/officials/:id",
    at: async ({ one }) => `/registry/officials/${await one("official")}`,
    calls: { GET: "official.keep", POST: { asks: "official.keep", form: { ...OFFICIAL, version: "0" }, status: 409 } },
  },
  { route: "registry/associations/:id", at: card(), calls: { GET: read } },
  { route: "registry/associations/:id/history", at: card("/history"), calls: { GET: read } },
  {
    route: "registry/associations/:id/people",
    at: card("/people"),
    calls: {
      GET: { asks: "association.keep", of },
      POST: { asks: "association.keep", of, form: { boardPersonId: "nobody", personId: "nobody" }, status: 404 },
      "POST forget": { asks: "personal.erase", form: { boardPersonId: "nobody", basis: "проверка" }, status: 404 },
    },
  },
  {
    route: "registry/associations/:id/sections/:section",
    at: card("/sections/about"),
    calls: {
      GET: read,
      POST: { asks: "association.describe", of, form: { section: "about", seen: "none" }, status: 409 },
      "POST take-back": {
        asks: "association.describe",
        of,
        form: { section: "about", seen: "none" },
        status: 409,
      },
    },
  },
];
