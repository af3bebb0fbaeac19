import type { PersonalField, PersonalSection, PersonalSource } from "../access/index.ts";
import type { Context } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import type { Tx } from "../platform/database/index.ts";
import {
  blankMessagesOf,
  deleteReadingOf,
  selectFilesOf,
  selectNoticesOf,
  selectTasksOf,
  selectTextsOf,
} from "./store-personal.ts";

const WHILE_ACCOUNT = {
  ru: "пока есть учётная запись; без ролей, согласий и входов — три года",
  en: "while there is an account; three years without roles, consents and sign-ins",
};

const MESSAGES: Omit<PersonalField, "at" | "erasure"> = {
  what: { ru: "сообщения человека и их файлы", en: "a person's messages and their files" },
  ground: "account",
  // Of these, those who may see the record on which the message stands.
  readers: [
    "coordinator",
    "accountant",
    "operator",
    "settlement",
    "juror",
    "chair",
    "resident",
    "auditor",
    "administrator",
  ],
  retention: WHILE_ACCOUNT,
};

const READING: Omit<PersonalField, "at" | "erasure"> = {
  what: { ru: "уведомления человека и что он прочёл", en: "a person's notices and what was read" },
  ground: "account",
  readers: [],
  retention: WHILE_ACCOUNT,
};

const FIELDS: readonly PersonalField[] = [
  { ...MESSAGES, at: "message_version.text", erasure: "blanked" },
  { ...MESSAGES, at: "message_file.name", erasure: "deleted" },
  { ...MESSAGES, at: "message_file.hash", erasure: "deleted" },
  { ...READING, at: "notice.title", erasure: "deleted" },
  { ...READING, at: "notice_choice.by_letter", erasure: "deleted" },
  { ...READING, at: "message_reading.at", erasure: "deleted" },
];

/**
 * The desk as a source of what is kept of people. Tasks are records of the administration: they stay when a person is erased,
 * and name nobody then.
 */
export const deskSource: PersonalSource<Tx> = {
  fields: FIELDS,
  collect,
  erase: async (ctx, personId) => {
    await blankMessagesOf(ctx, personId);
    await deleteReadingOf(ctx, personId);
  },
};

async function collect(ctx: Context<Tx>, personId: Id): Promise<readonly PersonalSection[]> {
  const texts = await selectTextsOf(ctx, personId);
  const files = await selectFilesOf(ctx, personId);
  const tasks = await selectTasksOf(ctx, personId);
  const notices = await selectNoticesOf(ctx, personId);
  return [
    {
      key: "messages",
      title: { ru: "Сообщения", en: "Messages" },
      rows: texts.map(({ at, ...row }) => ({ at: at.toISOString(), ...row })),
      files: files.map(({ id, hash, name }) => ({ hash, name: `message-${id}-${name}` })),
    },
    {
      key: "tasks",
      title: { ru: "Поручения", en: "Tasks" },
      rows: tasks.map(({ number_year, number, owner_person_id, ...row }) => ({
        number: `${number}/${number_year}`,
        ...row,
        part: owner_person_id === personId ? "owner" : "giver",
      })),
    },
    {
      key: "notices",
      title: { ru: "Уведомления", en: "Notices" },
      rows: notices.map(({ at, kind, title, read_at }) => ({
        at: at.toISOString(),
        kind,
        title,
        read_at: read_at?.toISOString() ?? null,
      })),
    },
  ];
}
