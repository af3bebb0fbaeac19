import type { Transaction } from "kysely";
import type { Context } from "../kernel/context.ts";
import type { Tx } from "../platform/database/index.ts";
import type { LineKind } from "./contract.ts";
import type { Direction, Level } from "./method/contract.ts";
import type { SignOffMove } from "./sign-off/views.ts";

type Line = { municipality_id: string; line_kind: LineKind; line_id: string };
type Recorded = { recorded_at: Date; recorded_by_person_id: string | null; recorded_by_name: string | null };

/** Tables of actuals as SQL names them; their migration says what each column means. */
type IndicatorTables = {
  indicator_passport: Line &
    Recorded & {
      version: number;
      computation: unknown;
      direction: Direction;
      level: Level;
      printed: string | null;
      reason: string;
    };
  indicator_entry: Line &
    Recorded & {
      id: string;
      year: number;
      kind: "own" | "correction" | "withdrawal";
      date: string;
      value: string;
      reason: string;
      evidence: string | null;
      link: string | null;
      of_entry_id: string | null;
    };
  indicator_sign_off: Line & {
    until: string;
    step: number;
    move: SignOffMove;
    content: string | null;
    hash: string | null;
    reason: string | null;
    at: Date;
    by_person_id: string | null;
    by_name: string | null;
  };
  indicator_method: Recorded & {
    municipality_id: string;
    id: string;
    version: number;
    content: unknown;
    reason: string;
  };
};

export function withIndicatorTables(tx: Tx): Transaction<IndicatorTables> {
  return tx.$extendTables<IndicatorTables>();
}

/** Who does it, as the columns have it: a person by id, the command on the server by name. */
export function describeDoer({ actor }: Context) {
  return {
    personId: actor.kind === "person" ? actor.personId : null,
    name: actor.kind === "person" ? null : actor.kind === "system" ? actor.name : "stranger",
  };
}
