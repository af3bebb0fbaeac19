import { type CallRow, file, type RouteRow } from "../row.ts";

const adopted = ({ one }: Parameters<Extract<RouteRow["at"], CallableFunction>>[0]) =>
  one("legal_act", "state = 'adopted' and kind = 'council-decision'");
const keep = (form: NonNullable<CallRow["form"]> = {}): CallRow => ({ asks: "act.keep", form });

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
  { route: "registry/acts", calls: { GET: "act.read" } },
  { route: "registry/acts.csv", calls: { GET: "act.read" } },
  { route: "registry/acts.xlsx", calls: { GET: "act.read" } },
  { route: "registry/acts/new", calls: { GET: "act.read", POST: keep() } },
  {
    route: "registry/acts/rules",
    calls: { GET: "act.read", "POST rule": "revision.rule", "POST plan": "revision.rule" },
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
