import { expect, test } from "vitest";
import type { Actor } from "../kernel/context.ts";
import { type Action, may, PERMISSIONS, ROLES } from "./permissions.ts";

const ACTIONS = Object.keys(PERMISSIONS) as Action[];
const holding = (...roles: string[]): Actor => ({ kind: "person", personId: "1", name: "А", roles });

test.each(ROLES)("the table alone decides what %s may do", (role) => {
  const allowed = ACTIONS.filter((action) => may(holding(role), action));
  expect(allowed).toEqual(ACTIONS.filter((action) => (PERMISSIONS[action] as readonly string[]).includes(role)));
});

test.each<[string, Actor, boolean]>([
  ["the command on the server", { kind: "system", name: "cli" }, true],
  ["a stranger", { kind: "stranger" }, false],
  ["a person without a role", holding(), false],
  ["a role that the table does not know", holding("owner"), false],
  ["one of several roles", holding("resident", "coordinator"), true],
])("%s importing a programme", (_who, actor, expected) => {
  expect(may(actor, "programme.import")).toBe(expected);
});
