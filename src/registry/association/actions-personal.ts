import type { PersonalField, PersonalSection, PersonalSource, Role } from "../../access/index.ts";
import { raiseRevision } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { joinContents, readAsOf } from "../record/record.ts";
import { selectAssociation, updateParticulars } from "./store.ts";
import { type StoredEntry, selectEntries, updateContent } from "./store-entry.ts";
import { type BoardPerson, selectPlacesOf, updatePerson } from "./store-person.ts";

const READERS: readonly Role[] = ["coordinator", "administrator", "auditor", "settlement", "chair"];

const FIELDS: readonly PersonalField[] = [
  {
    at: "association_person.name",
    what: {
      ru: "имя председателя и членов совета ТОС; на публичной странице — только с согласия",
      en: "name of an association's chair and board members; on the public page only by consent",
    },
    ground: "law",
    readers: READERS,
    retention: {
      ru: "пока ведётся реестр ТОС; по обращению человека имя убирают",
      en: "while the register is kept; at the person's request the name is taken out",
    },
    erasure: "blanked",
  },
  {
    at: "association_entry.content",
    what: {
      ru: "телефон и почта ТОС, если это контакты его председателя",
      en: "an association's telephone and e-mail, where they are its chair's",
    },
    ground: "law",
    readers: READERS,
    retention: { ru: "пока ведётся реестр ТОС", en: "while the register is kept" },
    erasure: "blanked",
  },
];

/** The register as a source of what is kept of people: their places in bodies of associations. */
export const registrySource: PersonalSource<Tx> = { fields: FIELDS, collect, erase };

async function collect(ctx: Context<Tx>, personId: Id): Promise<readonly PersonalSection[]> {
  const rows: PersonalSection["rows"][number][] = [];
  for (const place of await selectPlacesOf(ctx, personId)) {
    const association = await selectAssociation(ctx, place.associationId);
    for (const { content, section, since, basis } of listOffices(
      await selectEntries(ctx, place.associationId),
      place,
    )) {
      const until = content?.[section === "chair" ? "chairUntil" : "boardUntil"];
      rows.push({
        association: association?.name ?? null,
        name: place.name,
        office: section === "chair" ? "председатель" : "член совета",
        since,
        until: typeof until === "string" ? until : null,
        basis,
      });
    }
  }
  return [{ key: "associations", title: { ru: "Места в органах ТОС", en: "Offices in associations" }, rows }];
}

function listOffices(entries: readonly StoredEntry[], { id }: BoardPerson): readonly StoredEntry[] {
  return entries.filter(
    ({ content }) => content?.chair === id || (content?.members as readonly string[])?.includes(id),
  );
}

/** The name goes, and what the contacts said while this person was the chair. */
async function erase(ctx: Context<Tx>, personId: Id): Promise<void> {
  for (const place of await selectPlacesOf(ctx, personId)) {
    await updatePerson(ctx, place.id, { name: "" });
    const entries = await selectEntries(ctx, place.associationId);
    const contacts = entries.filter(({ section, content }) => section === "contacts" && content !== null);
    for (const entry of contacts.filter(({ since }) => isChairOn(entries, { since, id: place.id }))) {
      const { phone: _phone, email: _email, staffPhone: _staff, ...rest } = entry.content ?? {};
      await updateContent(ctx, entry.id, rest);
    }
    const held = readAsOf(await selectEntries(ctx, place.associationId), { on: ctx.today, knownAt: null });
    await updateParticulars(ctx, place.associationId, joinContents(held));
  }
  await raiseRevision(ctx);
}

function isChairOn(
  entries: readonly StoredEntry[],
  { since, id }: { readonly since: string; readonly id: Id },
): boolean {
  return readAsOf(entries, { on: since, knownAt: null }).get("chair")?.content?.chair === id;
}
