import { Refusal, type RefusalText } from "../kernel/refusal.ts";

/** Every refusal of the desk, with its status and sentences. */
export const deskRefusals = {
  "task-unknown": { status: 404, ru: "Такого поручения нет.", en: "There is no such task." },
  "task-title-missing": {
    status: 422,
    ru: "Напишите, что нужно сделать, не длиннее {limit} знаков.",
    en: "Say what is to be done, in at most {limit} characters.",
  },
  "task-due-wrong": {
    status: 422,
    ru: "Укажите срок: день, месяц и год.",
    en: "Give the due date: day, month and year.",
  },
  "task-owner-missing": {
    status: 422,
    ru: "Укажите, кому поручение: человека или роль.",
    en: "Say whose task it is: a person or a role.",
  },
  "task-owner-unknown": {
    status: 422,
    ru: "У этого человека нет роли в муниципальном образовании, поручить ему нельзя.",
    en: "This person holds no role in the municipality and cannot be given a task.",
  },
  "task-reason-missing": { status: 422, ru: "Напишите причину.", en: "Say why." },
  "task-executor-unknown": {
    status: 404,
    ru: "Исполнителя «{name}» в программе нет.",
    en: "The programme has no executor “{name}”.",
  },
  "task-state": {
    status: 409,
    ru: "Сейчас этого сделать нельзя: поручение уже в другом состоянии.",
    en: "This cannot be done now: the task is in another state.",
  },
  "task-changed": {
    status: 409,
    ru: "Поручение изменили, пока вы на него смотрели. Ничего не перезаписано: посмотрите, что изменилось, и повторите.",
    en: "The task was changed while you were looking at it. Nothing was overwritten: see what changed and try again.",
  },
  "task-export-large": {
    status: 422,
    ru: "Поручений {count}, в один файл входит не больше {limit}. Сузьте список.",
    en: "There are {count} tasks, a file takes at most {limit}. Narrow the list.",
  },
  "subject-unknown": {
    status: 404,
    ru: "Такой записи нет, или она вам не видна.",
    en: "There is no such record, or you may not see it.",
  },
  "message-empty": {
    status: 422,
    ru: "Напишите сообщение или приложите файл.",
    en: "Write a message or attach a file.",
  },
  "message-long": {
    status: 422,
    ru: "Сообщение длиннее {limit} знаков. Приложите текст файлом.",
    en: "The message is longer than {limit} characters. Attach the text as a file.",
  },
  "message-unknown": { status: 404, ru: "Такого сообщения нет.", en: "There is no such message." },
  "message-changed": {
    status: 409,
    ru: "Сообщение уже исправлено в другом окне.",
    en: "The message has been corrected in another window.",
  },
  "message-file-too-large": {
    status: 413,
    ru: "Файл «{name}» больше {megabytes} МБ.",
    en: "The file “{name}” is larger than {megabytes} MB.",
  },
  "files-too-many": {
    status: 422,
    ru: "К сообщению прикладывают не больше {limit} файлов.",
    en: "A message takes at most {limit} files.",
  },
  "file-unknown": { status: 404, ru: "Такого файла нет.", en: "There is no such file." },
} as const satisfies Record<string, RefusalText>;

export type DeskRefusalCode = keyof typeof deskRefusals;

export function refuseDesk(code: DeskRefusalCode, values: Record<string, string | number> = {}): never {
  throw new Refusal<DeskRefusalCode>(code, values);
}
