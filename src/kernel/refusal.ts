/** «Отказ»: a rule says no. `code` comes from the closed list of a slice; its sentence and its HTTP status stand in one table beside that list. */
export class Refusal<Code extends string = string> extends Error {
  readonly code: Code;
  readonly values: Readonly<Record<string, string | number>>;

  constructor(code: Code, values: Readonly<Record<string, string | number>> = {}) {
    super(code);
    this.name = "Refusal";
    this.code = code;
    this.values = values;
  }

  /** The built pages carry a copy of this class of their own: what they throw is a refusal too. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === "Refusal" && "code" in value && "values" in value;
  }
}

export type Language = "ru" | "en";

/** A row of a slice's `refusals.ts`: the 4xx status and the sentences, with `{name}` for values. */
export interface RefusalText {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503;
  readonly ru: string;
  readonly en: string;
}

/** Fills `{name}` in a sentence from values; an unknown name stays visible, so that a test sees it. */
export function fillSentence(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
