import type { RoleSubjects } from "../access/index.ts";
import { registry } from "../registry/index.ts";

/** In what roles are held: what the slices after access keep, for access to choose from and to name. */
export const roleSubjects: RoleSubjects = {
  settlement: async (ctx) => (await registry.listSettlements(ctx)).map(({ id, name }) => ({ id, name, open: true })),
  chair: async (ctx) =>
    (await registry.listAssociations(ctx)).map(({ id, name, state }) => ({ id, name, open: state !== "ended" })),
};
