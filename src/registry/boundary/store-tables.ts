import type { ColumnType, Generated, Transaction } from "kysely";
import type { Tx } from "../../platform/database/index.ts";
import type { Shape } from "../geometry/shape.ts";
import type { RegistryTables } from "../tables.ts";
import type { BoundaryActKind, GroundShape, SubjectKind } from "./views.ts";

type Tenant = { municipality_id: string };
/** Written as its text, read as what it holds. */
type Json<Value> = ColumnType<Value, string, string>;

/** Tables of boundaries as SQL names them; migration 0021 says what each column means. */
export type BoundaryTables = {
  boundary: Tenant & {
    id: string;
    subject_kind: SubjectKind;
    subject_id: string;
    number: number;
    since: string;
    act_kind: BoundaryActKind;
    act_number: string;
    act_date: string | null;
    shape: Json<Shape>;
    outline: Json<Shape>;
    points: number;
    square_metres: bigint;
    west: number;
    south: number;
    east: number;
    north: number;
    recorded_at: Date;
    cancelled_at: Date | null;
    cancelled_basis: string | null;
  };
  boundary_relation: Tenant & {
    boundary_id: string;
    other_id: string;
    kind: "overlap" | "outside";
    square_metres: bigint;
  };
  boundary_upload: Tenant & { hash: string; name: string; taken_at: Date };
  map_ground: Tenant & {
    water: Json<readonly GroundShape[]>;
    tiles_url: string | null;
    tiles_credit: string;
    version: Generated<number>;
  };
};

export function withBoundaryTables(tx: Tx): Transaction<BoundaryTables & RegistryTables> {
  return tx.$extendTables<BoundaryTables & RegistryTables>();
}
