import { type CallRow, file, type RouteRow } from "../row.ts";

const adopted = ({ one }: Parameters<Extract<RouteRow["at"], CallableFunction>>[0]) =>
  one("legal_act", "state = 'adopted' and kind = 'council-decision'");
const keep = (form: NonNullable<CallRow["form"]> = {}): CallRow => ({ asks: "act.keep", form });

const holding = (): CallRow => ({
  asks: "body.keep",
  form: async ({ one }) => ({ holding: await one("body_seat"), version: "1", to: "2024-12-31", basis: "проверка" }),
});

export const actRows: readonly RouteRow[] = [
  { route: "acts", calls: { GET: "everybody" } },
  { route: "acts.csv", calls: { GET: "everybody" } },
  { route: "acts.xlsx", calls: { GET: "everybody" } },
  { route: "acts/:id", at: async (records) => `/acts/${await adopted(records)}`, calls: { GET: "everybody" } },
  {
    route: "acts/:id/files/:file",
    at: async ({ one }) =>
      `/acts/${await one("legal_act_file", "true", "act_id")}/files/${await one("legal_act_file")}`,
    calls: { GET: "everybody" },
  },
  { route: "bodies", calls: { GET: "everybody" } },
  { route: "bodies.csv", calls: { GET: "everybody" } },
  { route: "bodies.xlsx", calls: { GET: "everybody" } },
  { route: "bodies/:id", at: async ({ one }) => `/bodies/${await one("body")}`, calls: { GET: "everybody" } },
  { route: "registry/bodies", calls: { GET: "act.read", "POST plan": "revision.rule" } },
  { route: "registry/bodies/new", calls: { GET: "body.keep", POST: "body.keep" } },
  {
    route: "registry/bodies/:id",
    at: async ({ one }) => `/registry/bodies/${await one("body")}`,
    calls: {
      GET: "act.read",
      "POST change": "body.keep",
      "POST size": "body.keep",
      "POST take": "body.keep",
      "POST end": holding(),
      "POST cancel": holding(),
      "POST forget": { ...holding(), last: true },
    },
  },
  { route: "registry/acts", calls: { GET: "act.read" } },
  { route: "registry/acts.csv", calls: { GET: "act.read" } },
  { route: "registry/acts.xlsx", calls: { GET: "act.read" } },
  { route: "registry/acts/new", calls: { GET: "act.read", POST: keep() } },
  {
    route: "registry/acts/rules",
    calls: {
      GET: "act.read",
      "POST rule": { asks: "revision.rule", form: { key: "33-fz-50" } },
      "POST plan": "revision.rule",
    },
  },
  {
    route: "registry/acts/:id",
    at: async (records) => `/registry/acts/${await adopted(records)}`,
    calls: {
      GET: "act.read",
      "POST change": keep({ version: "1" }),
      "POST attach": keep({ file: file("act.pdf", "%PDF-1.7") }),
      "POST relate": keep(async (records) => ({ relation: "amends", targetId: await adopted(records) })),
      "POST review": keep({ key: "33-fz-50" }),
      "POST withdraw": keep(async ({ one }) => ({ relationId: await one("legal_act_relation"), reason: "проверка" })),
    },
  },
];
