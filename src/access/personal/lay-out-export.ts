import type { Language } from "../../kernel/refusal.ts";
import type { PersonalSection } from "./source.ts";

/** What the export says of itself. */
export interface ExportHead {
  readonly municipality: string;
  readonly personId: string;
  /** ISO instant. */
  readonly madeAt: string;
  readonly language: Language;
}

const WORDS = {
  ru: {
    title: "Персональные данные",
    of: "Всё, что хранит",
    made: "Выгружено",
    none: "Ничего не хранится.",
    yes: "да",
    no: "нет",
  },
  en: {
    title: "Personal data",
    of: "Everything that is kept by",
    made: "Exported",
    none: "Nothing is kept.",
    yes: "yes",
    no: "no",
  },
} as const;

/** The export as a page that any browser opens without a network: a table for each section. Every word is text, never markup. */
export function layOutExport(head: ExportHead, sections: readonly PersonalSection[]): string {
  const words = WORDS[head.language];
  const body = sections.map((section) => layOutSection(section, head.language)).join("\n");
  return `<!DOCTYPE html>
<html lang="${head.language}">
<meta charset="utf-8">
<title>${words.title}</title>
<style>body{font:16px/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}th,td{border:1px solid #999;padding:.3rem .5rem;text-align:left;vertical-align:top}</style>
<h1>${words.title}</h1>
<p>${words.of}: ${asText(head.municipality)}. ${words.made}: ${asText(head.madeAt)}. ${asText(head.personId)}</p>
${body}
</html>
`;
}

function layOutSection({ title, rows }: PersonalSection, language: Language): string {
  const words = WORDS[language];
  const heading = `<h2>${asText(title[language])}</h2>`;
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  if (columns.length === 0) return `${heading}\n<p>${words.none}</p>`;
  const head = columns.map((column) => `<th scope="col">${asText(column)}</th>`).join("");
  const lines = rows.map(
    (row) => `<tr>${columns.map((column) => `<td>${show(row[column], words)}</td>`).join("")}</tr>`,
  );
  return `${heading}\n<table><thead><tr>${head}</tr></thead><tbody>\n${lines.join("\n")}\n</tbody></table>`;
}

function show(value: string | number | boolean | null | undefined, words: (typeof WORDS)[Language]): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? words.yes : words.no;
  return asText(String(value));
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function asText(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
