import { may } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { walled } from "../store-wall.ts";
import { ownersOf } from "./actions.ts";
import { findApplication, selectApplicants } from "./store.ts";

/**
 * An application as a record that the applicant and the office talk about; a draft is the applicant's alone, and whom the wall
 * keeps from the applicant takes no part. Null where there is none.
 */
export const findApplicationSubject = walled(async (ctx: Context<Tx>, id: Id) => {
  const found = await findApplication(ctx, id);
  const applicants = found ? await selectApplicants(ctx, found.callId) : [];
  const applicant = applicants.find(({ applicationId }) => applicationId === id);
  if (!found || !applicant) return null;
  const belongsTo = await ownersOf(ctx, applicant);
  const asks = found.number === null ? "application.write" : "application.read";
  return {
    // Notices stay and letters leave: they do not name whose application it is.
    title: sayTitle(ctx, found.number),
    href: `/contests/applications/${id}`,
    belongsTo,
    may: may(ctx.actor, asks, belongsTo),
  };
});

function sayTitle({ language }: Pick<Context<Tx>, "language">, number: number | null): string {
  if (number === null) return language === "ru" ? "Черновик заявки на конкурс" : "A draft application";
  return language === "ru" ? `Заявка на конкурс № ${number}` : `Application № ${number}`;
}
