import { expect, test } from "vitest";
import { chooseGate } from "./gate.ts";

const AT = new Date("2026-03-25T05:00:00Z");

test.each([
  ["staff where nothing is required", { roles: ["coordinator"] }, null],
  ["staff where it is required and none is set up", { required: true, roles: ["coordinator"] }, "set-second-factor"],
  ["a juror too", { required: true, roles: ["resident", "juror"] }, "set-second-factor"],
  ["a resident where it is required of staff", { required: true, roles: ["resident"] }, null],
  ["a person without roles", { required: true, roles: [] }, null],
  ["who has one and has not passed it", { has: true, roles: ["resident"] }, "pass-second-factor"],
  ["who has one, required", { has: true, required: true, roles: ["auditor"] }, "pass-second-factor"],
  ["who has passed it", { has: true, required: true, passed: true, roles: ["auditor"] }, null],
  [
    "who passed it in this session and gave it up since",
    { passed: true, required: true, roles: ["auditor"] },
    "set-second-factor",
  ],
  [
    "who clicked on a door of the demonstration",
    { has: true, required: true, clicked: true, roles: ["auditor"] },
    null,
  ],
] as const)(
  "%s",
  (_who, given: Partial<Record<"has" | "required" | "passed" | "clicked", true>> & {
    roles: readonly string[];
  }, gate) => {
    expect(
      chooseGate({
        openedBy: given.clicked ? "demonstration" : "password",
        secondFactorAt: given.passed ? AT : null,
        hasSecondFactor: given.has ?? false,
        secondFactorRequired: given.required ?? false,
        holdings: given.roles.map((role) => ({ role })),
      }),
    ).toBe(gate);
  },
);
