import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { ActFields } from "./input.ts";
import { withActTables } from "./store-tables.ts";
import type { ActName, ActSubject } from "./views.ts";

/** An act as it lies in the database, without its text. */
export interface StoredAct extends ActName {
  readonly subject: ActSubject;
  readonly state: "draft" | "adopted";
  readonly clause: string | null;
  readonly link: string | null;
  readonly inForceFrom: string | null;
  readonly inForceUntil: string | null;
  readonly settlementId: Id | null;
  readonly settlement: string | null;
  readonly version: number;
  readonly hasFile: boolean;
  readonly hasText: boolean;
}

function selectRows(ctx: Context<Tx>) {
  return withActTables(ctx.tx)
    .selectFrom("legal_act as act")
    .leftJoin("settlement", (join) =>
      join
        .onRef("settlement.municipality_id", "=", "act.municipality_id")
        .onRef("settlement.id", "=", "act.settlement_id"),
    )
    .select((eb) => [
      "act.id",
      "act.kind",
      "act.subject",
      "act.state",
      "act.number",
      "act.date",
      "act.issuer",
      "act.title",
      "act.clause",
      "act.link",
      "act.in_force_from as inForceFrom",
      "act.in_force_until as inForceUntil",
      "act.settlement_id as settlementId",
      "settlement.name as settlement",
      "act.version",
      eb("act.text", "is not", null).$castTo<boolean>().as("hasText"),
      eb
        .exists(
          eb
            .selectFrom("legal_act_file as file")
            .select("file.id")
            .whereRef("file.municipality_id", "=", "act.municipality_id")
            .whereRef("file.act_id", "=", "act.id"),
        )
        .$castTo<boolean>()
        .as("hasFile"),
    ])
    .where("act.municipality_id", "=", ctx.municipalityId);
}

/** Every act of the register, the newest first, drafts on top. */
export async function selectActs(ctx: Context<Tx>): Promise<readonly StoredAct[]> {
  return selectRows(ctx)
    .orderBy("act.date", (order) => order.desc().nullsFirst())
    .orderBy("act.id", "desc")
    .execute();
}

export async function selectAct(ctx: Context<Tx>, id: Id): Promise<StoredAct | undefined> {
  return selectRows(ctx).where("act.id", "=", id).executeTakeFirst();
}

export async function selectActText(ctx: Context<Tx>, id: Id): Promise<string | null> {
  const row = await withActTables(ctx.tx)
    .selectFrom("legal_act")
    .select("text")
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row?.text ?? null;
}

function toRow({ inForceFrom, inForceUntil, settlementId, ...fields }: ActFields) {
  return { ...fields, in_force_from: inForceFrom, in_force_until: inForceUntil, settlement_id: settlementId };
}

export async function insertAct(ctx: Context<Tx>, fields: ActFields): Promise<Id> {
  const id = newId();
  await withActTables(ctx.tx)
    .insertInto("legal_act")
    .values({ municipality_id: ctx.municipalityId, id, ...toRow(fields), recorded_at: ctx.now })
    .execute();
  return id;
}

/** False where somebody saved it since `version`. */
export async function updateAct(
  ctx: Context<Tx>,
  { id, version }: { readonly id: Id; readonly version: number },
  fields: ActFields,
): Promise<boolean> {
  const { numUpdatedRows } = await withActTables(ctx.tx)
    .updateTable("legal_act")
    .set({ ...toRow(fields), version: version + 1 })
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Another adopted act of the same day, number and issuer. Who asks waits for whoever enters one now. */
export async function findSameAct(
  ctx: Context<Tx>,
  { date, number, issuer }: Pick<ActFields, "date" | "number" | "issuer">,
  but: Id | null,
): Promise<Id | undefined> {
  const key = `legal_act ${ctx.municipalityId} ${date} ${number?.toLowerCase()} ${issuer.toLowerCase()}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(ctx.tx);
  const rows = await withActTables(ctx.tx)
    .selectFrom("legal_act")
    .select("id")
    .where("municipality_id", "=", ctx.municipalityId)
    .where("state", "=", "adopted")
    .where("date", "=", date)
    .where(sql`lower(number)`, "=", number?.toLowerCase() ?? "")
    .where(sql`lower(issuer)`, "=", issuer.toLowerCase())
    .execute();
  return rows.find(({ id }) => id !== but)?.id;
}
