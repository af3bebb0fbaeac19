import type { Translation } from "../ui/text.ts";
import type { ru } from "./ru.ts";

export const en: Translation<typeof ru> = {
  name: "Sosedstvo",
  skip: "To the content",
  demonstration:
    "Demonstration data: names and figures are the adopted programme’s, the text of the sections and the people are invented",
  pages: "Pages",
  menu: "Menu",
  programme: "Programme",
  indicators: "Indicators",
  activities: "Activities",
  finance: "Money",
  acts: "Legal acts",
  spending: "Spending",
  findings: "Findings",
  editions: "Editions",
  signIn: "Sign in",
  signOut: "Sign out",
  desk: "Desk",
  settings: "Settings",
  tasks: "Tasks",
  messages: "Messages",
  import: "Reading a document",
  draft: "Draft",
  people: "People and roles",
  ownSettings: "My sign-in: {{name}}",
  accessibility: "Accessibility",
  privacy: "Personal data",
  footer:
    "Every number on this site leads to the row of the document that it was taken from. The document’s own words stay in Russian, as printed.",
  home: "Home",
  crumbs: "Where you are",
  toHome: "To the home page",
  request: "Number of the request, by which the administrator finds it in the log:",
  missing: "There is no such page",
  missingNext: "The address may be mistyped, or the page has moved. Begin with the home page.",
  refused: "This cannot be done",
  failed: "The page could not be shown: an error of the server",
  failedNext:
    "Nothing is lost. Reload the page in a minute; if that does not help, tell the administrator the number of the request.",
};
