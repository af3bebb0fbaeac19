import type { Role } from "../roles.ts";

/** What stands between a right password and the roles: a code to be given, or a second factor to be set up. */
export type Gate = "pass-second-factor" | "set-second-factor" | null;

interface Shown {
  readonly openedBy: string;
  readonly secondFactorAt: Date | null;
  readonly hasSecondFactor: boolean;
  readonly secondFactorRequired: boolean;
  readonly holdings: readonly { readonly role: string }[];
}

const NO_STAFF: readonly string[] = ["resident"] satisfies Role[];

/** An invented person of the demonstration shows nothing more: whoever clicked before may have set up what they like. Whoever has a second factor passes it in each session; staff of a municipality that requires one must have one. */
export function chooseGate({ openedBy, secondFactorAt, hasSecondFactor, secondFactorRequired, holdings }: Shown): Gate {
  if (openedBy === "demonstration") return null;
  if (hasSecondFactor) return secondFactorAt ? null : "pass-second-factor";
  const isStaff = holdings.some(({ role }) => !NO_STAFF.includes(role));
  return secondFactorRequired && isStaff ? "set-second-factor" : null;
}
