import type { Doors } from "../../app/doors.ts";

/** The id of whoever looks; null for nobody. */
export function whoAmI({ actor }: Doors): string | null {
  return actor.kind === "person" ? actor.personId : null;
}
