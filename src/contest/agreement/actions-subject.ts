import { may } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { pastWall } from "../store-wall.ts";
import { findGrant } from "./actions.ts";

/** A grant as a record that the office and its receiver talk about, by its application. Null where nothing was awarded. */
export async function findGrantSubject(ctx: Context<Tx>, id: Id) {
  const grant = await pastWall(ctx, () => findGrant(ctx, id));
  if (!grant) return null;
  const { number } = grant.view;
  return {
    // Notices stay and letters leave: they do not name whose grant it is.
    title: ctx.language === "ru" ? `Грант по заявке № ${number}` : `Grant of application № ${number}`,
    href: `/desk/grants/${id}`,
    belongsTo: grant.owners,
    may: may(ctx.actor, "agreement.read", grant.owners),
  };
}
