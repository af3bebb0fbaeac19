import type { LetterList } from "../kernel/letter.ts";

/** Letters of the desk. Where no mail is set up, the desk itself says the same. */
export const deskLetters = {
  "task-reminder": {
    title: { ru: "Напоминание о задаче", en: "Reminder of a task" },
    handOver: null,
    ru: {
      subject: "Срок {due}: {task}",
      body: "Здравствуйте, {name}!\n\nНапоминаем о задаче «{task}». Срок: {due}.\n\n{link}",
    },
    en: {
      subject: "Due {due}: {task}",
      body: "Hello {name},\n\nThis is a reminder of the task “{task}”. Due: {due}.\n\n{link}",
    },
  },
  "record-message": {
    title: { ru: "Сообщение к записи", en: "Message on a record" },
    handOver: null,
    ru: {
      subject: "Новое сообщение: {record}",
      body: "Здравствуйте, {name}!\n\n{author} пишет о записи «{record}».\n\nПрочитать и ответить:\n\n{link}",
    },
    en: {
      subject: "New message: {record}",
      body: "Hello {name},\n\n{author} wrote about “{record}”.\n\nRead and answer:\n\n{link}",
    },
  },
} as const satisfies LetterList;
