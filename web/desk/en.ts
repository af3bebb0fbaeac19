import type { Translation } from "../ui/text.ts";
import type { ru } from "./ru.ts";

export const en: Translation<typeof ru> = {
  waiting_one: "{{count}} document waits for a decision",
  waiting_other: "{{count}} documents wait for a decision",
  nothing: "Nothing waits for a decision",
  today: "Today is {{date}}",
  document: "Document",
  read: "Read",
  found: "Findings",
  next: "Next step",
  decide: "Look and approve",
  wouldBe: "will be edition {{number}} of the programme {{slug}}",
  upload: "Read a document",
  uploadNext: "Documents that were read and wait for approval will appear here. To begin, upload the programme’s file.",
  programmes: "Approved programmes",
  noProgrammes: "None yet. The first appears when you approve a document that was read.",
  programme: "Programme",
  edition: "Edition",
  approvedAt: "Approved",
  openEdition: "Edition {{number}}",
  error_one: "{{count}} error",
  error_other: "{{count}} errors",
  warning_one: "{{count}} warning",
  warning_other: "{{count}} warnings",
  note_one: "{{count}} note",
  note_other: "{{count}} notes",
};
