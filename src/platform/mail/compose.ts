import type { LetterText } from "../../kernel/letter.ts";
import type { Language } from "../../kernel/refusal.ts";
import { dropTurningMarks } from "../../kernel/turning-marks.ts";

/** A letter ready to be sent, without its address. */
export interface ComposedLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

type Values = Readonly<Record<string, string>>;

/** Spaces and control characters: in a header they could begin another header, in a text pass for a paragraph of ours. */
const SPACES = /[\s\p{Cc}]+/gu;

/** Plain text and simple HTML from one source. Values are what people entered: never markup, never a header. */
export function composeLetter(letter: LetterText, language: Language, values: Values): ComposedLetter {
  const { subject, body } = letter[language];
  const clean = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, oneLine(value)]));
  const paragraphs = body.split("\n\n").flatMap((paragraph) => {
    const list = letter.lists?.find((name) => paragraph === `{${name}}`);
    return list === undefined ? [{ words: paragraph, values: clean }] : listParagraphs(values[list] ?? "");
  });
  return {
    subject: fill(subject, clean).slice(0, 200),
    text: `${paragraphs.map((own) => fill(own.words, own.values)).join("\n\n")}\n`,
    html: wrapHtml(language, paragraphs.map((own) => writeParagraph(own.words, own.values)).join("\n")),
  };
}

function oneLine(value: string): string {
  return dropTurningMarks(value).replace(SPACES, " ").trim();
}

/** The paragraphs of a list, whose lines stay: every one of them is a value of its own. */
function listParagraphs(value: string): readonly { readonly words: string; readonly values: Values }[] {
  return value.split("\n\n").map((paragraph) => {
    const lines = paragraph.split("\n").map(oneLine);
    const values = Object.fromEntries(lines.map((line, at) => [`line${at}`, line]));
    return { words: lines.map((_line, at) => `{line${at}}`).join("\n"), values };
  });
}

/** One pass: what stands in a value is never taken for the name of another. */
function fill(words: string, values: Values): string {
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** A line that is one value alone is a link where that is an address. */
function writeParagraph(paragraph: string, values: Values): string {
  const escaped = Object.fromEntries(Object.entries(values).map(([name, text]) => [name, escapeHtml(text)]));
  const lines = paragraph.split("\n").map((line) => {
    const name = /^\{(\w+)\}$/.exec(line)?.[1] ?? "";
    const own = fill(escapeHtml(line), escaped);
    return isWebAddress(values[name] ?? "") ? `<a href="${own}">${own}</a>` : own;
  });
  return `<p>${lines.join("<br>\n")}</p>`;
}

/** Only what a person may be led to: no `javascript:` and no foreign scheme. */
function isWebAddress(value: string): boolean {
  return /^https?:\/\/\S+$/.test(value) && URL.canParse(value);
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

function wrapHtml(language: Language, body: string): string {
  return `<!DOCTYPE html>
<html lang="${language}"><head><meta charset="utf-8"></head>
<body style="font: 16px/1.5 sans-serif; max-width: 36em">
${body}
</body></html>
`;
}
