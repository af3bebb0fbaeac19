import type { Language } from "../kernel/refusal.ts";
import type { Address, Edit } from "./draft/edit.ts";
import type { NamedEdit } from "./draft/history.ts";
import { oneLine } from "./language/words.ts";
import { partName } from "./messages.ts";
import { describeKey, fieldWord, kindWord } from "./messages-comparison.ts";
import type { ToldEdit } from "./views-draft.ts";

type Bilingual = Readonly<Record<Language, string>>;

const DEEDS = {
  insert: { ru: "добавлена строка", en: "line added" },
  remove: { ru: "убрана строка", en: "line taken out" },
  move: { ru: "строка переставлена", en: "line moved" },
  restated: { ru: "изложено заново", en: "printed anew" },
  struck: { ru: "исключено", en: "struck out" },
  added: { ru: "дополнено", en: "put in" },
  restored: { ru: "возвращено, как было", en: "put back as it was" },
  title: { ru: "Название программы", en: "The programme’s name" },
  total: { ru: "Итог", en: "Total" },
  whole: { ru: "Часть программы", en: "A part of the programme" },
  number: { ru: "номер", en: "number" },
  paragraph: { ru: "абзац", en: "paragraph" },
} as const satisfies Record<string, Bilingual>;

/** One edit of the record: what it is about, and what was and became. Texts that are long are cut. */
export function describeEdit({ edit, name }: NamedEdit, language: Language): ToldEdit {
  const object = shorten(name ?? "");
  if (edit.do === "set")
    return {
      object,
      detail: describeAddress(edit.address, language),
      ...contrast(edit.was, edit.text),
    };
  if (edit.do === "replace") return describeReplacement(edit, object, language);
  return { object, detail: DEEDS[edit.do][language], was: null, became: null };
}

function describeAddress(address: Address, language: Language): string {
  switch (address.of) {
    case "passport":
      return partName("passport", language);
    case "section":
      return `${DEEDS.paragraph[language]} ${address.paragraph + 1}`;
    case "indicator":
      return address.field === "number" ? DEEDS.number[language] : fieldWord(address.field, language);
    case "activity":
      return fieldWord(address.field === "expectedResult" ? "result" : address.field, language);
    case "weight":
      return kindWord("weight", language);
    case "target":
      return describeKey(address.key, language);
    case "summary":
      return `${partName("annex3", language)}, ${kindWord(address.kind, language)}, ${describeKey(address.key, language)}`;
    case "rollup":
    case "figure":
      return `${kindWord(address.kind, language)}, ${describeKey(address.key, language)}`;
  }
}

function describeReplacement(edit: Extract<Edit, { do: "replace" }>, object: string, language: Language): ToldEdit {
  const { by } = edit;
  const told = (what: string, detail: string) => ({ object: what, detail, was: null, became: null });
  if (by.do === "title")
    return { object: DEEDS.title[language], detail: "", was: shorten(by.was), became: shorten(by.text) };
  if (by.do === "total") {
    const { of, kind, key } = by.address;
    const where = of === "summary" ? partName("annex3", language) : object || DEEDS.total[language];
    const detail = `${kindWord(kind, language)}, ${describeKey(key, language)}`;
    return { object: where, detail, was: by.was, became: by.text };
  }
  if (by.do === "restore") return told(DEEDS.whole[language], DEEDS.restored[language]);
  if (by.do === "restate") return told(partName(by.part, language), DEEDS.restated[language]);
  const deed = by.content === null ? DEEDS.struck : by.insert ? DEEDS.added : DEEDS.restated;
  return told(object, deed[language]);
}

/** Long texts from where they begin to differ, with a few words before. */
export function contrast(was: string, became: string): { readonly was: string; readonly became: string } {
  const [a, b] = [oneLine(was), oneLine(became)];
  if (Math.max(a.length, b.length) <= LONGEST) return { was: a, became: b };
  let same = 0;
  while (same < Math.min(a.length, b.length) && a[same] === b[same]) same++;
  const from = same < CONTEXT ? 0 : a.lastIndexOf(" ", same - CONTEXT) + 1;
  const cut = (text: string) => shorten(`${from > 0 ? "…" : ""}${text.slice(from)}`);
  return { was: cut(a), became: cut(b) };
}

const [LONGEST, CONTEXT] = [160, 40];

/** One line of at most 160 characters. */
export function shorten(text: string): string {
  const line = oneLine(text);
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
