import type { Context } from "../../kernel/context.ts";
import { type Id, isId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { registry } from "../../registry/index.ts";
import { refuseEvent } from "../refusals.ts";
import type { EventInput } from "./input.ts";

/** A form may name an association by its number in the register or by words of its name: then its id stands in the form instead. */
export async function nameAssociations(ctx: Context<Tx>, input: EventInput): Promise<EventInput> {
  const sites = [];
  for (const site of input.sites) sites.push({ ...site, ...(await nameOne(ctx, site.associationId)) });
  return { ...input, ...(await nameOne(ctx, input.associationId)), sites };
}

/** Refuses `event-association-none` and `event-association-several`. */
async function nameOne(ctx: Context<Tx>, text = ""): Promise<{ readonly associationId?: Id }> {
  const typed = text.trim();
  if (typed === "" || isId(typed.toLowerCase())) return {};
  const [found, other] = await registry.findMeant(ctx, typed, 2);
  if (!found) return refuseEvent("event-association-none", { text: typed });
  if (other) refuseEvent("event-association-several", { text: typed });
  return { associationId: found.id };
}
