import type { LetterView } from "../../../src/platform/mail/index.ts";

/** A letter with the words that the server has for it. */
export interface ShownLetter extends Omit<LetterView, "lastError"> {
  readonly title: string;
  /** Of the receiver, where it is somebody known. */
  readonly name: string | null;
  readonly hasLink: boolean;
  /** Why it was not sent. */
  readonly reason: string | null;
}
