import { loadContact } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { printDay } from "../../kernel/day.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { queueMail } from "../../platform/mail/index.ts";
import type { FindRoot } from "../admission/actions.ts";
import type { StoredApplicant, StoredApplication } from "../application/store.ts";
import { contestLetters } from "../letters.ts";

const TEMPLATES = {
  received: "contest-appeal-received",
  upheld: "contest-appeal-upheld",
  dismissed: "contest-appeal-dismissed",
} as const;

interface Told {
  readonly application: StoredApplication;
  readonly applicant: StoredApplicant;
  readonly appealId: Id;
  readonly as: keyof typeof TEMPLATES;
  /** The answer, or the day by which there will be one. */
  readonly values: { readonly reason?: string; readonly until?: string };
}

/** Writes to whoever applied what became of their appeal. */
export async function tellOfAppeal(
  ctx: Context<Tx>,
  findRoot: FindRoot,
  { application, applicant, appealId, as, values }: Told,
): Promise<void> {
  const { personId } = applicant;
  const contact = personId === null ? undefined : await loadContact(ctx, personId);
  if (!contact || personId === null) return;
  const { email, name, language } = contact;
  const link = `${await findRoot(ctx)}${language === "en" ? "/en" : ""}/contests/applications/${application.id}`;
  const { reason = "", until = "" } = values;
  const own = { name, number: String(application.number), title: application.content.title, link };
  await queueMail(ctx, contestLetters, {
    ...{ to: email, personId, template: TEMPLATES[as], language },
    values: { ...own, reason, until: until && printDay(until) },
    key: `contest-appeal:${appealId}:${as}`,
  });
}
