import type { Translation } from "../../ui/text.ts";
import type { ru } from "./ru.ts";

export const en: Translation<typeof ru> = {
  title: "Appeals",
  none: "There are no appeals.",
  file: "File an appeal",
  fileHint:
    "If you disagree with the decision on the application. The answer comes by letter and stands here; days for it: {{days}}.",
  fileUntil: "An appeal can be filed until {{until}}, that day included.",
  essence: "What you disagree with, and why",
  attachment: "A file, if needed",
  paper: "Enter an appeal from paper",
  paperHint: "The applicant gets a letter that it was received; days for the answer: {{days}}.",
  receivedOn: "The day on which it came in",
  paperEssence: "What it says",
  scan: "Scan of the appeal",
  way_page: "filed on the site",
  way_paper: "came on paper",
  said: "{{day}}, {{way}}",
  state_filed: "waits for an answer until {{until}}",
  state_upheld: "upheld on {{day}}",
  state_dismissed: "dismissed on {{day}}",
  dismiss: "Dismiss the appeal",
  dismissHint: "The applicant gets a letter with the grounds.",
  grounds: "Grounds",
  uphold: "Uphold it and check the application again",
  upholdHint: "The refusal of admission falls, the application is submitted again. The applicant gets a letter.",
  upholdReason: "What was decided, and why",
  toSitting: "Uphold it: hold another sitting",
};
