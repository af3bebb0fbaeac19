import { readTyped } from "../../app/form.ts";

/** The fields of an act as its form sent them. */
export function readActInput(form: FormData) {
  const typed = readTyped(form);
  const text = (name: string) => typed[name] ?? "";
  return {
    kind: text("kind"),
    subject: text("subject"),
    state: text("state"),
    number: text("number"),
    date: text("date"),
    issuer: text("issuer"),
    title: text("title"),
    clause: text("clause"),
    text: text("text"),
    link: text("link"),
    inForceFrom: text("inForceFrom"),
    inForceUntil: text("inForceUntil"),
    settlementId: text("settlementId"),
  };
}
