import type { Id } from "../../kernel/id.ts";
import type { LetterList } from "../../kernel/letter.ts";
import { type Database, inTenant } from "../database/index.ts";
import { queueMail } from "./queue.ts";
import { withMailTables } from "./tables.ts";

/** One letter with a link to hand over, one without. */
export const TEST_LETTERS = {
  invitation: {
    title: { ru: "Приглашение", en: "Invitation" },
    handOver: "link",
    ru: { subject: "Для {name}", body: "Здравствуйте, {name}!\n\n{link}" },
    en: { subject: "For {name}", body: "Hello {name}\n\n{link}" },
  },
  reminder: {
    title: { ru: "Напоминание", en: "Reminder" },
    handOver: null,
    ru: { subject: "Срок", body: "Срок — {due}" },
    en: { subject: "Due", body: "Due {due}" },
  },
} as const satisfies LetterList;

export const LINK = "https://tos.example/invitation/very-secret-token";

/** Queues an invitation, committed. */
export function invite(database: Database, municipalityId: Id, given: { key: string; to?: string; now: Date }) {
  const { key, to = "anna@example.org", now } = given;
  return inTenant(database, municipalityId, (tx) =>
    queueMail({ tx, municipalityId, now }, TEST_LETTERS, {
      to,
      template: "invitation",
      language: "ru",
      values: { name: "Анна", link: LINK },
      key,
    }),
  );
}

/** What the outbox holds of a letter. */
export function readLetter(database: Database, municipalityId: Id, id: Id) {
  return inTenant(database, municipalityId, (tx) =>
    withMailTables(tx).selectFrom("mail_letter").selectAll().where("id", "=", id).executeTakeFirstOrThrow(),
  );
}

/** A municipality to write letters in. */
export async function makeMunicipality({ pool }: Database, id: Id): Promise<Id> {
  await pool.query(
    `insert into municipality (id, slug, name, name_genitive, name_short, time_zone)
     values ($1, 'm' || replace($1::uuid::text, '-', ''), 'Р', 'Р', 'Р', 'Asia/Novosibirsk')`,
    [id],
  );
  return id;
}
