import { listConsents } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Tx } from "../../platform/database/index.ts";
import { SECTIONS } from "../record/fields.data.ts";
import { type Content, fieldOf, isShown, joinContents, listBelieved, readAsOf } from "../record/record.ts";
import { selectSettlements } from "../settlement/store.ts";
import { getByNumber } from "./actions.ts";
import { viewFields } from "./actions-read.ts";
import { selectEntries } from "./store-entry.ts";
import { type BoardPerson, selectPeopleOf } from "./store-person.ts";
import type { ChairView, PublicView } from "./views.ts";

/** Fields whose people are shown by their consent alone, apart from the others. */
const OF_CHAIR: readonly string[] = ["chair", "chairSince", "chairUntil"];

/** What anybody may see of an association, by its number. Refuses `association-unknown`. */
export async function getPublic(ctx: Context<Tx>, number: string): Promise<PublicView> {
  const association = await getByNumber(ctx, number);
  const entries = await selectEntries(ctx, association.id);
  const held = readAsOf(entries, { on: ctx.today, knownAt: null });
  const particulars = joinContents(held);
  const settlements = new Map((await selectSettlements(ctx)).map(({ id, name }) => [id, name]));
  const fields = SECTIONS.flatMap((section) => viewFields(section, held.get(section)?.content ?? {}, settlements));
  const isChairShown = isShown({ key: "chair", isPublic: true }, particulars);
  const chairs = isChairShown ? await listChairs(ctx, association.id, listBelieved(entries, null)) : [];
  const current = held.get("chair");
  return {
    association,
    fields: fields.filter(({ key }) => {
      const field = fieldOf(key);
      return field !== undefined && isShown(field, particulars) && !OF_CHAIR.includes(key);
    }),
    chair: chairs.find(({ entry }) => entry === current)?.view ?? null,
    formerChairs: chairs.filter(({ entry }) => entry !== current).map(({ view }) => view),
    members: Array.isArray(particulars.members) ? particulars.members.length : 0,
  };
}

type Entries = ReturnType<typeof listBelieved>;

/** The chairs who agreed to be named, the newest first. */
async function listChairs(ctx: Context<Tx>, associationId: string, believed: Entries) {
  const people = new Map((await selectPeopleOf(ctx, [associationId])).map((person) => [person.id, person]));
  const chairs: { readonly entry: Entries[number]; readonly view: ChairView }[] = [];
  for (const entry of believed.filter(({ section, since }) => section === "chair" && since <= ctx.today)) {
    const content = entry.content ?? {};
    const person = people.get(String(content.chair));
    if (person && (await isNamed(ctx, person, content))) chairs.push({ entry, view: viewChair(person, content) });
  }
  return chairs;
}

/**
 * Whether a chair is named to everybody: by the consent noted in the register, or by that of their account. Whoever has given
 * one under their account decides there alone: what they withdraw is withdrawn (152-ФЗ, art. 10.1 p. 12).
 */
async function isNamed(ctx: Context<Tx>, person: BoardPerson, content: Content): Promise<boolean> {
  if (person.name === "") return false;
  const consents = person.personId === null ? [] : await listConsents(ctx, person.personId);
  const [latest] = consents.filter(({ purpose }) => purpose === "publication");
  return latest ? latest.withdrawnOn === null : content.chairConsent !== undefined;
}

function viewChair({ name }: BoardPerson, { chairSince, chairUntil }: Content): ChairView {
  const day = (value: unknown) => (typeof value === "string" ? value : null);
  return { name, since: day(chairSince), until: day(chairUntil) };
}
