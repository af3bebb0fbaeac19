import { z } from "zod";
import type { Id } from "../../kernel/id.ts";
import { refuseBody } from "./refusals.ts";
import { BODY_KINDS, type BodyKind, type SizeView } from "./views.ts";

export interface BodyFields {
  readonly kind: BodyKind;
  readonly name: string;
  readonly authority: string;
  readonly actId: Id | null;
  readonly actWords: string | null;
  readonly since: string;
  readonly until: string | null;
}

/** A body as a form sends it: any text at all. */
export interface BodyInput {
  readonly kind: string;
  readonly name: string;
  readonly authority: string;
  /** One of the register, or empty. */
  readonly actId: string;
  readonly actWords: string;
  readonly since: string;
  readonly until: string;
}

export interface SizeInput {
  readonly since: string;
  readonly seats: string;
  readonly basis: string;
}

const clean = (text: string) => text.replaceAll("\u0000", "").replace(/\s+/g, " ").trim();
const line = (limit: number) => z.string().transform(clean).pipe(z.string().min(1).max(limit));
const lastDay = z.union([z.literal("").transform(() => null), z.iso.date()]);
const names = z.object({ kind: z.enum(BODY_KINDS), name: line(500), authority: line(500) });
const days = z.object({ since: z.iso.date(), until: lastDay });
const size = z.object({
  since: z.iso.date(),
  seats: z
    .string()
    .trim()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.number().min(1).max(500)),
  basis: line(1000),
});

/** Refuses `body-name`, `body-date`, `body-act`; whether the act is in the register is for the action to see. */
export function parseBody(input: BodyInput): BodyFields {
  const asked = names.safeParse(input);
  if (!asked.success) return refuseBody("body-name");
  const given = days.safeParse(input);
  if (!given.success || (given.data.until !== null && given.data.until < given.data.since))
    return refuseBody("body-date");
  const [actId, actWords] = [input.actId.trim() || null, clean(input.actWords) || null];
  if ((actId === null) === (actWords === null) || (actWords?.length ?? 0) > 1000) refuseBody("body-act");
  return { ...asked.data, ...given.data, actId, actWords };
}

/** Refuses `size-wrong`. */
export function parseSize(input: SizeInput): SizeView {
  const asked = size.safeParse(input);
  return asked.success ? asked.data : refuseBody("size-wrong");
}

/** Who takes a seat, as a form sends it. */
export interface SeatInput {
  readonly bodyId: string;
  /** A number, or of those whom nobody names a span, «5–18». */
  readonly seat: string;
  /** `association` or `other`. */
  readonly holder: string;
  readonly associationId: string;
  readonly holderName: string;
  readonly consent: string;
  readonly since: string;
  readonly until: string;
  readonly basis: string;
}

const optional = (limit: number) =>
  z
    .string()
    .transform((text) => clean(text) || null)
    .pipe(z.string().max(limit).nullable());
const basisShape = z.object({ basis: line(1000) });
const person = z.object({ holderName: optional(200), consent: optional(1000) });

/** Refuses `seat-term`, `seat-number`, `seat-basis`, `seat-holder`, `seat-consent`. */
export function parseSeat(input: SeatInput) {
  const term = days.safeParse(input);
  if (!term.success) return refuseBody("seat-term");
  if (input.holder !== "association" && input.holder !== "other") refuseBody("seat-holder");
  const given = person.safeParse(input);
  if (!given.success) return refuseBody("seat-consent");
  const { holderName, consent } = given.data;
  if (holderName !== null && consent === null) refuseBody("seat-consent");
  return {
    seats: parseSeats(input.seat, input.holder === "other" && holderName === null),
    associationId: input.holder === "association" ? input.associationId.trim() : null,
    holderName,
    consent: holderName === null ? null : consent,
    basis: parseBasis(input.basis),
    ...term.data,
  };
}

/** «5», or of those whom nobody names «5–18» at once. Refuses `seat-number`. */
function parseSeats(text: string, mayBeMany: boolean): readonly number[] {
  const [, first = "", last = first] = /^\s*(\d{1,3})(?:\s*[-–—]\s*(\d{1,3}))?\s*$/.exec(text) ?? [];
  const [from, to] = [Number(first), Number(last)];
  if (first === "" || to < from || to > 500 || (to > from && !mayBeMany)) {
    refuseBody("seat-number", { seat: clean(text).slice(0, 10), seats: "—" });
  }
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

/** Refuses `seat-basis`. */
export function parseBasis(basis: string): string {
  const asked = basisShape.safeParse({ basis });
  return asked.success ? asked.data.basis : refuseBody("seat-basis");
}

/** Refuses `seat-term`. */
export function parseLastDay(until: string): string {
  const asked = z.iso.date().safeParse(until);
  return asked.success ? asked.data : refuseBody("seat-term");
}
