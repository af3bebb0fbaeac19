import type { Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import type { LetterList } from "../../kernel/letter.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { Tx } from "../../platform/database/index.ts";
import {
  cancelMail,
  explainReason,
  type HandOver,
  isMailAddress,
  type LetterPage,
  type LetterState,
  type LetterView,
  listMail,
  loadHandOver,
  platformLetters,
  queueMail,
  repeatMail,
} from "../../platform/mail/index.ts";
import { loadNames } from "../people/store.ts";
import type { AccessRefusalCode } from "../refusals.ts";
import { requirePermission } from "../require.ts";
import { loadMunicipality } from "../tenant/store.ts";
import { writeAudit } from "../trail/store.ts";

/** A page of letters with the names of those who are known. */
export interface NamedLetters extends LetterPage {
  readonly names: Readonly<Record<Id, string>>;
}

/** The administrator's page of letters. Every deed leaves a row in the trail, without whose letter it was. */
export interface MailDoor {
  /** Whether a mail server is set; without one letters with a link are handed over by people. */
  readonly hasServer: boolean;
  /** To whom a demonstration may write: addresses, and domains as `@example.org`. */
  readonly demonstrationReceivers: readonly string[];
  /** Whether it is a letter with a link that a person can hand over. */
  hasLink(letter: Pick<LetterView, "template">): boolean;
  /** The name of a letter as the page shows it; the code itself where the program has it no more. */
  title(template: string, language: Context["language"]): string;
  /** Why a letter was not sent, from its `lastError`. */
  explain(reason: string, language: Context["language"]): string;
  list(ctx: Context<Tx>, filter: { readonly state?: LetterState }, page: number): Promise<NamedLetters>;
  /** Sends again. Refuses `letter-missing`, `letter-gone`. */
  repeat(ctx: Context<Tx>, id: Id): Promise<void>;
  /** Sends no more and forgets. Refuses `letter-missing`, `letter-gone`, `letter-being-sent`. */
  cancel(ctx: Context<Tx>, id: Id): Promise<void>;
  /** The link to hand over. Refuses `letter-missing`, `letter-gone`, `letter-without-link`. */
  handOver(ctx: Context<Tx>, id: Id): Promise<HandOver>;
  /** Queues a test letter. Refuses `email-malformed`. */
  test(ctx: Context<Tx>, address: string): Promise<void>;
}

interface MailSettings {
  readonly letters: LetterList;
  readonly hasServer: boolean;
  readonly demonstrationReceivers?: readonly string[];
}

/** The page's door on the outbox; `letters` are those of all slices. */
export function openMail({ letters, hasServer, demonstrationReceivers = [] }: MailSettings): MailDoor {
  return {
    hasServer,
    demonstrationReceivers,
    title: (template, language) => letters[template]?.title[language] ?? template,
    hasLink: ({ template }) => letters[template]?.handOver != null,
    explain: explainReason,
    list: listLetters,
    repeat: async (ctx, id) => {
      requirePermission(ctx, "mail.repeat");
      await record(ctx, { action: "mail.repeat", id, template: await repeatMail(ctx, id) });
    },
    cancel: async (ctx, id) => {
      requirePermission(ctx, "mail.repeat");
      await record(ctx, { action: "mail.cancel", id, template: await cancelMail(ctx, id) });
    },
    handOver: async (ctx, id) => {
      requirePermission(ctx, "mail.repeat");
      const shown = await loadHandOver(ctx, letters, id);
      await record(ctx, { action: "mail.hand-over", id, template: shown.template });
      return shown;
    },
    test: sendTest,
  };
}

async function listLetters(ctx: Context<Tx>, filter: { readonly state?: LetterState }, page: number) {
  requirePermission(ctx, "mail.read");
  const list = await listMail(ctx.tx, filter, page);
  const known = list.letters.flatMap(({ personId }) => personId ?? []);
  return { ...list, names: Object.fromEntries(await loadNames(ctx, known)) };
}

async function sendTest(ctx: Context<Tx>, given: string): Promise<void> {
  requirePermission(ctx, "mail.repeat");
  const to = given.trim();
  if (!isMailAddress(to)) throw new Refusal<AccessRefusalCode>("email-malformed", { email: to });
  const { name } = await loadMunicipality(ctx);
  const { id } = await queueMail(ctx, platformLetters, {
    to,
    template: "test",
    language: ctx.language,
    values: { portal: name },
    key: `test:${newId()}`,
  });
  await record(ctx, { action: "mail.test", id, template: "test" });
}

function record(ctx: Context<Tx>, { action, id, template }: { action: string; id: Id; template: string }) {
  return writeAudit(ctx, { action, subject: { kind: "letter", id }, detail: { template } });
}
