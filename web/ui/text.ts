import { createInstance, type i18n } from "i18next";
import type { Language } from "../../src/kernel/refusal.ts";
import { useLanguage } from "./language.ts";
import { tie } from "./typography.ts";

type Plural = "one" | "few" | "many" | "other";

/** The keys that a page may ask for: those of a plural count as one, without their ending. */
export type TextKey<Words> = {
  [Key in keyof Words & string]: Key extends `${infer Base}_${Plural}` ? Base : Key;
}[keyof Words & string];

/** The same keys in a language with two plural forms: an absent one is a type error. */
export type Translation<Words> = {
  readonly [Key in keyof Words as Key extends `${string}_few` | `${string}_many` ? never : Key]: string;
};

/** The words of a slice. Russian is the source; English says all of it. */
export interface Catalogue<Words> {
  readonly ru: Words;
  readonly en: Translation<Words>;
}

export type Values = Readonly<Record<string, string | number>>;
export type Text<Words> = (key: TextKey<Words>, values?: Values) => string;

const instances = new WeakMap<object, Partial<Record<Language, i18n>>>();

/** Sentences of a catalogue in one language. `count` chooses the plural form; `{{name}}` stands for a value. */
export function makeText<Words extends object>(catalogue: Catalogue<Words>, language: Language): Text<Words> {
  const say: (key: string, values: Values) => string = findInstance(catalogue, language).t;
  return (key, values = {}) => tie(say(key, values), language);
}

export function useText<Words extends object>(catalogue: Catalogue<Words>): Text<Words> {
  return makeText(catalogue, useLanguage());
}

function findInstance<Words extends object>(catalogue: Catalogue<Words>, language: Language): i18n {
  const known = instances.get(catalogue) ?? {};
  const found = known[language];
  if (found) return found;
  const instance = createInstance();
  instance.init({
    lng: language,
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: { [language]: { translation: catalogue[language] } },
  });
  instances.set(catalogue, { ...known, [language]: instance });
  return instance;
}
