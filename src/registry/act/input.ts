import { z } from "zod";
import type { Id } from "../../kernel/id.ts";
import { parsePublicLink } from "../../kernel/public-link.ts";
import { type ActRefusalCode, refuseAct } from "./refusals.ts";
import { ACT_KINDS, ACT_SUBJECTS, type ActKind, type ActSubject } from "./views.ts";

export const TITLE_LIMIT = 2000;
export const TEXT_LIMIT = 200_000;

/** An act as a form sends it: any text at all. */
export interface ActInput {
  readonly kind: string;
  readonly subject: string;
  /** `draft` or `adopted`. */
  readonly state: string;
  readonly number: string;
  readonly date: string;
  readonly issuer: string;
  readonly title: string;
  readonly clause: string;
  readonly text: string;
  readonly link: string;
  readonly inForceFrom: string;
  readonly inForceUntil: string;
  readonly settlementId: string;
}

/** What a form says of an act. */
export interface ActFields {
  readonly kind: ActKind;
  readonly subject: ActSubject;
  readonly state: "draft" | "adopted";
  readonly number: string | null;
  readonly date: string | null;
  readonly issuer: string;
  readonly title: string;
  readonly clause: string | null;
  readonly text: string | null;
  readonly link: string | null;
  readonly inForceFrom: string | null;
  readonly inForceUntil: string | null;
  readonly settlementId: Id | null;
}

const clean = (text: string) => text.replaceAll("\u0000", "").replace(/\s+/g, " ").trim();
const line = (limit: number) => z.string().transform(clean).pipe(z.string().min(1).max(limit));
const optional = (limit: number) =>
  z
    .string()
    .transform((text) => clean(text) || null)
    .pipe(z.string().max(limit).nullable());
const day = z.union([z.literal("").transform(() => null), z.iso.date()]);

const kinds = z.object({ kind: z.enum(ACT_KINDS), subject: z.enum(ACT_SUBJECTS), state: z.enum(["draft", "adopted"]) });
const names = z.object({ issuer: line(500), title: line(TITLE_LIMIT), clause: optional(300) });
const days = z.object({ date: day, inForceFrom: day, inForceUntil: day });
const requisites = z.object({ number: optional(100) });
const texts = z.object({ text: z.string().max(TEXT_LIMIT) });

/**
 * What a form says of an act; of an adopted one the day of its coming into force is its own day where none is given. Refuses
 * `act-kind`, `act-title`, `act-requisites`, `act-date-wrong`, `act-term`, `act-text-long`, `act-link`.
 */
export function parseAct(input: ActInput, today: string): Omit<ActFields, "settlementId"> {
  const { kind, subject, state } = read(kinds, input, "act-kind");
  const { issuer, title, clause } = read(names, input, "act-title", { limit: TITLE_LIMIT });
  const given = read(days, input, "act-date-wrong");
  const { number } = read(requisites, input, "act-requisites");
  const { text } = read(texts, input, "act-text-long", { limit: TEXT_LIMIT });
  const { date } = given;
  if (state === "adopted" && (number === null || date === null)) refuseAct("act-requisites");
  if (date !== null && (date > today || date < "1900-01-01")) refuseAct("act-date-wrong");
  const inForceFrom = given.inForceFrom ?? (state === "adopted" ? date : null);
  const inForceUntil = given.inForceUntil;
  if (date !== null && inForceFrom !== null && inForceFrom < date) refuseAct("act-term");
  if (inForceUntil !== null && (inForceFrom === null || inForceUntil < inForceFrom)) refuseAct("act-term");
  const link = input.link.trim() === "" ? null : (parsePublicLink(input.link) ?? refuseAct("act-link"));
  const plain = text.replaceAll("\u0000", "").replace(/\r\n?/g, "\n").trim() || null;
  return { kind, subject, state, number, date, issuer, title, clause, text: plain, link, inForceFrom, inForceUntil };
}

function read<T>(
  shape: z.ZodType<T>,
  input: unknown,
  code: ActRefusalCode,
  values: Readonly<Record<string, number>> = {},
): T {
  const asked = shape.safeParse(input);
  return asked.success ? asked.data : refuseAct(code, values);
}
