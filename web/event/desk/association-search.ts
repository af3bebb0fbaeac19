import type { FoundAssociations } from "../../../src/event/views.ts";
import { answer } from "../../app/answer.ts";
import type { Doors } from "../../app/doors.ts";
import { readText } from "../parts/act.ts";
import type { FormValues } from "./values.ts";

/** By the name of an association's field: what it offers after a search. */
export type Found = Readonly<Record<string, FoundAssociations>>;

/** The field beside it in which words of a name are typed; what stands there counts before what was chosen. */
export const wordsOf = (field: string) => `${field}-words`;

/** The association that a form names: by words typed, else the one chosen. */
export function readAssociation(form: FormData, field: string): string {
  return readText(form, wordsOf(field)).trim() || readText(form, field);
}

/** What the fields with a search offer for what a form holds, so that nothing chosen or typed is lost. */
export async function findOffered(doors: Doors, form: FormData): Promise<Found> {
  const suffix = wordsOf("");
  const fields = [...form.keys()].flatMap((name) => (name.endsWith(suffix) ? [name.slice(0, -suffix.length)] : []));
  const asked = fields.map((field) => [field, readText(form, field), readText(form, wordsOf(field))] as const);
  return offer(doors, asked);
}

/** What they offer for an event as it is: the associations that it has. */
export async function findChosen(doors: Doors, { associationId, sites }: FormValues): Promise<Found> {
  const own = sites.map((site, at) => [`site-${at}-association`, site.associationId, ""] as const);
  return offer(doors, [["associationId", associationId, ""], ...own]);
}

async function offer(
  doors: Doors,
  asked: readonly (readonly [field: string, chosen: string, words: string])[],
): Promise<Found> {
  const found: Record<string, FoundAssociations> = {};
  for (const [field, chosen, words] of asked) {
    if (chosen + words === "") continue;
    found[field] = await answer(doors, (ctx) => doors.events.findAssociationChoices(ctx, { chosen, words }));
  }
  return found;
}
