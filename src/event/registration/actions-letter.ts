import { createHash, randomBytes } from "node:crypto";
import { loadMunicipality } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { printDay } from "../../kernel/day.ts";
import type { Id } from "../../kernel/id.ts";
import type { Language } from "../../kernel/refusal.ts";
import { toLocal } from "../../kernel/times.ts";
import type { Tx } from "../../platform/database/index.ts";
import { queueMail } from "../../platform/mail/index.ts";
import type { LoadedEvent } from "../event/actions-load.ts";
import { eventLetters } from "../letters.ts";
import { insertLink, type Registration } from "./store.ts";

/** The address of the municipality's pages, without a slash at its end. */
export type FindRoot = (ctx: Context<Tx>) => Promise<string>;

interface Writing {
  readonly event: LoadedEvent;
  readonly registration: Registration;
  readonly template: keyof typeof eventLetters;
  /** Names the occasion: the same occasion is one letter. */
  readonly occasion: string;
  readonly reason?: string;
  readonly expiresAt?: Date;
}

export function hashLink(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Queues a letter to who registered, with a link of its own by which the registration is confirmed or withdrawn. */
export async function writeToVisitor(ctx: Context<Tx>, findRoot: FindRoot, given: Writing): Promise<void> {
  const { event, registration } = given;
  const { language, email, personId, id, name } = registration;
  if (email === "") return;
  const token = randomBytes(18).toString("base64url");
  const root = await findRoot(ctx);
  const path = `/events/registration/${token}`;
  const { timeZone } = await loadMunicipality(ctx);
  const values = {
    name,
    title: event.fields.title,
    when: sayWhen(event, timeZone, language),
    where: event.fields.sites.map(({ place }) => place).join("; ") || "—",
    link: `${root}${language === "en" ? "/en" : ""}${path}`,
    reason: given.reason ?? "",
  };
  const { already } = await queueMail(ctx, eventLetters, {
    to: email,
    ...(personId && { personId }),
    template: given.template,
    language,
    values,
    key: `event-registration:${id}:${given.occasion}`,
    ...(given.expiresAt && { expiresAt: given.expiresAt }),
  });
  if (!already) await insertLink(ctx, id as Id, hashLink(token));
}

/** «25.05.2024, 12:00–15:00». */
function sayWhen({ row }: LoadedEvent, timeZone: string, language: Language): string {
  const start = toLocal(row.starts_at, timeZone);
  const end = toLocal(row.ends_at, timeZone);
  const say = (date: string) => (language === "ru" ? printDay(date) : date);
  const last = end.date === start.date ? end.time : `${say(end.date)}, ${end.time}`;
  return `${say(start.date)}, ${start.time}–${last}`;
}
