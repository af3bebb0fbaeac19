import { assert } from "../../kernel/assert.ts";
import type { Id } from "../../kernel/id.ts";
import { foldLetters } from "../../office/grid/words.ts";
import type { AssociationState } from "../contract.ts";
import type { Particulars } from "../record/record.ts";

/** What lists show of an association today. */
export interface Projection {
  readonly name: string;
  readonly settlementId: Id;
  readonly state: AssociationState;
  readonly particulars: Particulars;
  readonly search: string;
}

/** What lists show, out of all that its sections say. An association has a name and a settlement. */
export function projectParticulars(particulars: Particulars): Projection {
  const { name, fullName, settlementId, state } = particulars;
  assert(typeof name === "string" && typeof settlementId === "string", "an association has a name and a settlement");
  return {
    name,
    settlementId,
    state: (state ?? "active") as AssociationState,
    particulars,
    search: foldLetters([name, fullName].filter((part) => part !== undefined).join("\n")),
  };
}
