import type { RoleSubjects } from "../access/index.ts";
import { listCallSubjects } from "../contest/index.ts";
import { registry } from "../registry/index.ts";

/** In what roles are held: what the slices after access keep, for access to choose from and to name. */
export const roleSubjects: RoleSubjects = {
  settlement: async (ctx) =>
    (await registry.listEverySettlement(ctx)).map(({ id, name, endedOn }) => ({ id, name, open: endedOn === null })),
  chair: async (ctx) =>
    (await registry.listAssociations(ctx)).map(({ id, name, state }) => ({ id, name, open: state !== "ended" })),
  juror: listCallSubjects,
};
