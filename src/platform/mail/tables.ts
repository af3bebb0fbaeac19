import type { Transaction } from "kysely";
import type { Language } from "../../kernel/refusal.ts";
import type { Tx } from "../database/index.ts";

export const LETTER_STATES = ["waiting", "sent", "failed", "handed-over", "cancelled"] as const;
export type LetterState = (typeof LETTER_STATES)[number];

/** The outbox as SQL names it; migration 0011 says what each column means. */
type MailTables = {
  mail_letter: {
    municipality_id: string;
    id: string;
    key: string;
    template: string;
    language: Language;
    person_id: string | null;
    address: string | null;
    content: unknown;
    state: LetterState;
    attempts: number;
    queued_at: Date;
    next_attempt_at: Date | null;
    sending_until: Date | null;
    expires_at: Date;
    settled_at: Date | null;
    last_error: string | null;
  };
};

export function withMailTables(tx: Tx): Transaction<MailTables> {
  return tx.$extendTables<MailTables>();
}
