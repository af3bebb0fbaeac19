import type { Context } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import type { Language } from "../kernel/refusal.ts";

export type LetterTemplate = "invitation" | "confirm-email" | "reset-password" | "new-device" | "email-changed";

/** «Письмо»: what a template needs. `values` may hold a link with a secret: whoever keeps a letter forgets it once it is sent. */
export interface Letter {
  readonly to: string;
  readonly template: LetterTemplate;
  readonly language: Language;
  /**
   * invitation: municipality, link, days; confirm-email and reset-password: municipality, link, hours, name;
   * new-device: municipality, name, device, at (ISO instant), link (the list of sign-ins);
   * email-changed: municipality, name, email (the new address, shortened).
   */
  readonly values: Readonly<Record<string, string>>;
  /** Whose letter it is; null where the person is not there yet. */
  readonly personId: Id | null;
}

/** Where letters go: queued in the transaction of the action, sent by others afterwards. */
export interface Letters<Transaction> {
  /** False where no mail is set up: links are then shown, to be handed over, and no address can be confirmed. */
  readonly sends: boolean;
  queue(ctx: Context<Transaction>, letter: Letter): Promise<void>;
}

/** An installation without mail. */
export const NO_LETTERS: Letters<unknown> = { sends: false, queue: async () => {} };
