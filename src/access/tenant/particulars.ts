import { z } from "zod";
import { PARTICULARS, type Particulars } from "./views.ts";

/** Days and deadlines are reckoned in it, so it must be one that this computer knows. */
export function isTimeZone(name: string): boolean {
  try {
    // `Intl` takes names in any case; we keep the usual one.
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone === name;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

const HOST = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/;

/** «ОКТМО»: 8 digits for a municipality, 11 for a place in it. The classifier keeps its check number beside the code, not in it. */
const OKTMO = /^(\d{8}|\d{11})$/;

const line = (longest: number) => z.string().trim().max(longest);
const named = line(200).min(1);

/** What a form sends; an empty field of an optional one is null. */
export const particularsShape = z.strictObject({
  name: named,
  nameGenitive: named,
  nameShort: named,
  timeZone: z.string().refine(isTimeZone),
  oktmo: z.union([z.literal("").transform(() => null), z.string().trim().regex(OKTMO)]),
  postalAddress: line(500),
  contactEmail: z.union([z.literal(""), z.email()]),
  contactPhone: line(100),
  host: z.union([z.literal("").transform(() => null), z.string().trim().toLowerCase().regex(HOST)]),
});

/** The fields whose values differ, in the order of the form. */
export function listChanged(was: Particulars, became: Particulars): readonly (keyof Particulars)[] {
  return PARTICULARS.filter((name) => was[name] !== became[name]);
}

export const populationShape = z.strictObject({
  year: z.coerce.number().int().min(1990).max(2100),
  people: z.coerce.number().int().min(1).max(50_000_000),
  source: line(500).min(1),
  assumed: z.boolean(),
});
