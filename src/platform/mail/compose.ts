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
  const paragraphs = body.split("\n\n");
  return {
    subject: fill(subject, clean).slice(0, 200),
    text: `${paragraphs.map((paragraph) => fill(paragraph, clean)).join("\n\n")}\n`,
    html: wrapHtml(language, paragraphs.map((paragraph) => writeParagraph(paragraph, clean)).join("\n")),
  };
}

function oneLine(value: string): string {
  return dropTurningMarks(value).replace(SPACES, " ").trim();
}

/** One pass: what stands in a value is never taken for the name of another. */
function fill(words: string, values: Values): string {
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

function writeParagraph(paragraph: string, values: Values): string {
  const alone = /^\{(\w+)\}$/.exec(paragraph)?.[1];
  const value = alone === undefined ? undefined : values[alone];
  if (value !== undefined && isWebAddress(value)) {
    return `<p><a href="${escapeHtml(value)}">${escapeHtml(value)}</a></p>`;
  }
  const escaped = Object.fromEntries(Object.entries(values).map(([name, text]) => [name, escapeHtml(text)]));
  return `<p>${fill(escapeHtml(paragraph), escaped).replaceAll("\n", "<br>\n")}</p>`;
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
