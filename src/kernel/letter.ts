import type { Language } from "./refusal.ts";

/** The words of a letter in one language: `{name}` stands for a value, an empty line parts paragraphs, a paragraph that is one value alone may be a link. */
export interface LetterWords {
  readonly subject: string;
  readonly body: string;
}

/** «Шаблон письма»: one row of a slice's `letters.ts`. */
export interface LetterText extends Readonly<Record<Language, LetterWords>> {
  /** How the administrator's page names it. */
  readonly title: Readonly<Record<Language, string>>;
  /** The value that is a link to hand over where no mail is set up; null for a letter that is only told by mail. */
  readonly handOver: string | null;
  /** Values that keep their lines: each stands alone in its paragraph and is put together by the program, line by line. */
  readonly lists?: readonly string[];
}

export type LetterList = Readonly<Record<string, LetterText>>;

type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;

/** The values that a letter asks for, read off its Russian words. */
export type LetterValues<Letter extends LetterText> = Readonly<
  Record<NamesIn<Letter["ru"]["subject"] | Letter["ru"]["body"]>, string>
>;
