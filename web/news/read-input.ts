import { readTyped } from "../app/form.ts";

/** The fields of a publication as its form sent them. */
export function readPublicationInput(form: FormData) {
  const typed = readTyped(form);
  const text = (name: string) => typed[name] ?? "";
  return {
    kind: text("kind"),
    outletId: text("outletId"),
    title: text("title"),
    lead: text("lead"),
    text: text("text"),
    link: text("link"),
    issue: text("issue"),
    publishedOn: text("publishedOn"),
    activityId: text("activityId"),
    authorName: text("authorName"),
    associationIds: form.getAll("associationIds").filter((id) => typeof id === "string"),
  };
}
