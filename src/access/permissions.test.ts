import { expect, test } from "vitest";
import type { Actor } from "../kernel/context.ts";
import { ACTIONS, may, mayAnywhere, permissionOf, rolesFor } from "./permissions.ts";
import { ROLES } from "./roles.ts";

const OWN = "01890000-0000-7000-8000-000000000001";
const SELF = "01890000-0000-7000-8000-000000000002";
const FOREIGN = "01890000-0000-7000-8000-000000000003";
const holding = (...roles: string[]): Actor => ({
  kind: "person",
  personId: SELF,
  name: "А",
  holdings: roles.map((role) => ({ role, subjectId: OWN })),
});

test.each(ROLES)("the table alone decides what %s may do, and how far", (role) => {
  const actor = holding(role);
  for (const action of ACTIONS) {
    const { roles, everybody } = permissionOf(action);
    const reach = roles[role];
    expect([action, may(actor, action, [FOREIGN])]).toEqual([action, reach === "all"]);
    expect([action, may(actor, action, [OWN])]).toEqual([action, reach !== undefined]);
    expect([action, may(actor, action, [SELF])]).toEqual([action, reach !== undefined || everybody !== undefined]);
    expect([action, mayAnywhere(actor, action)]).toEqual([action, reach !== undefined || everybody !== undefined]);
  }
});

test.each<[string, Actor, boolean]>([
  ["the command on the server", { kind: "system", name: "cli" }, true],
  ["a stranger", { kind: "stranger" }, false],
  ["a person without a role", holding(), false],
  ["a role that the table does not know", holding("owner"), false],
  ["a role named like what every object has", holding("constructor", "toString"), false],
  ["one of several roles", holding("resident", "coordinator"), true],
])("%s importing a programme", (_who, actor, expected) => {
  expect(may(actor, "programme.import")).toBe(expected);
  expect(mayAnywhere(actor, "programme.import")).toBe(expected);
});

test("a role held in no subject reaches nothing that has one", () => {
  const chair: Actor = { kind: "person", personId: SELF, name: "А", holdings: [{ role: "chair", subjectId: null }] };
  expect(may(chair, "consent.record", [OWN])).toBe(false);
});

test.each([
  [["coordinator", "resident"], "programme.import", ["coordinator"]],
  [["resident"], "programme.import", ["resident"]],
  [["coordinator", "resident"], "programme.draft-discard", ["coordinator", "resident"]],
])("%s doing %s stand in the trail as %s", (held, action, expected) => {
  expect(rolesFor(holding(...held), action)).toEqual(expected);
});

test("every action says in both languages what it is", () => {
  const silent = ACTIONS.filter(
    (action) => !/\p{L}/u.test(permissionOf(action).ru) || !/[a-z]/.test(permissionOf(action).en),
  );
  expect(silent).toEqual([]);
});
