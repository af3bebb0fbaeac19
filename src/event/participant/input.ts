import { z } from "zod";
import { fold } from "../../kernel/fold.ts";
import { NAME_LIMIT } from "../attendance/views.ts";

/** A name as searches hold it: folded, and nothing between its words but one space. */
export function foldName(name: string): string {
  return fold(name)
    .replace(/[^\p{L}\d]+/gu, " ")
    .trim();
}

/** A name as people write it; null of what is none: too long, or without letters. */
export function cleanName(text: string): string | null {
  const name = text
    .normalize("NFC")
    // Control and direction signs have no place in a name and can turn round what stands beside it.
    .replace(/[\p{Cc}\p{Cf}]/gu, "")
    .replace(/\s+/g, " ")
    .trim();
  return name.length <= NAME_LIMIT && /\p{L}/u.test(name) ? name : null;
}

/** A year of birth that a visitor of today may have; null of nothing, undefined of what is none. */
export function parseBirthYear(text: string | number | null, today: string): number | null | undefined {
  const written = String(text ?? "").trim();
  if (written === "") return null;
  if (!/^\d{4}$/.test(written)) return undefined;
  const year = Number(written);
  return year >= 1900 && year <= Number(today.slice(0, 4)) ? year : undefined;
}

/** Somebody who is entered for the first time; the id is made where the name was typed. */
export const newParticipantShape = z.object({
  id: z.uuid().toLowerCase(),
  name: z.string().max(1_000),
  birthYear: z.union([z.string().max(20), z.number(), z.null()]).default(null),
  associationId: z.union([z.uuid().toLowerCase(), z.literal("").transform(() => null), z.null()]).default(null),
  /** They have signed or ticked the consent to taking part. */
  consent: z.boolean().default(false),
});
export type NewParticipantInput = z.input<typeof newParticipantShape>;
export type NewParticipant = z.output<typeof newParticipantShape>;
