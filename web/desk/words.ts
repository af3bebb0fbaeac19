import type { Catalogue } from "../ui/text.ts";

const ru = {
  title: "Стол",
  waiting_one: "Вас ждёт {{count}} документ",
  waiting_few: "Вас ждут {{count}} документа",
  waiting_many: "Вас ждут {{count}} документов",
  waiting_other: "Вас ждут {{count}} документа",
  nothing: "Ничего не ждёт решения",
  nothingNext: "Когда вы прочитаете документ программы, он появится здесь и будет ждать утверждения.",
  readings: "Прочитанные документы ждут утверждения",
  document: "Документ",
  read: "Прочитан",
  findings: "Ошибки, предупреждения, заметки",
  next: "Следующий шаг",
  open: "Посмотреть и решить",
  wouldBe: "станет редакцией {{edition}} программы {{slug}}",
  upload: "Прочитать документ",
  programmes: "Программы",
  programme: "Программа",
  edition: "Редакция {{edition}}",
  approved: "утверждена {{date}}",
  noProgrammes: "Программ ещё нет. Начните с документа: Word или текст.",
} as const satisfies Record<string, string>;

const en = {
  title: "Desk",
  waiting_one: "{{count}} document waits for you",
  waiting_other: "{{count}} documents wait for you",
  nothing: "Nothing waits for a decision",
  nothingNext: "A programme document that you read in will appear here and wait for approval.",
  readings: "Documents read, waiting for approval",
  document: "Document",
  read: "Read",
  findings: "Errors, warnings, notes",
  next: "Next step",
  open: "Look and decide",
  wouldBe: "would be edition {{edition}} of {{slug}}",
  upload: "Read a document",
  programmes: "Programmes",
  programme: "Programme",
  edition: "Edition {{edition}}",
  approved: "approved {{date}}",
  noProgrammes: "No programmes yet. Begin with a document: Word or text.",
};

export const deskWords: Catalogue<typeof ru> = { ru, en };
