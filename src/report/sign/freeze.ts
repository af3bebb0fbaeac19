import type { ReportContent } from "../views.ts";

/** Money in JSON: kopecks as digits, since a JSON number holds no more than 2^53 exactly. */
interface MoneyText {
  readonly kopecks: string;
}

/** A report as the text that is signed, kept and given out: the same content gives the same letters. */
export function writeContent(content: ReportContent): string {
  const asText = (_key: string, value: unknown) =>
    typeof value === "bigint" ? ({ kopecks: String(value) } satisfies MoneyText) : value;
  return JSON.stringify(content, asText);
}

/** The same back. The text is one that this program wrote and whose hash was compared. */
export function readContent(text: string): ReportContent {
  return JSON.parse(text, (_key, value: unknown) => (isMoney(value) ? BigInt(value.kopecks) : value)) as ReportContent;
}

function isMoney(value: unknown): value is MoneyText {
  if (typeof value !== "object" || value === null) return false;
  const [[key, text] = [], ...others] = Object.entries(value);
  return key === "kopecks" && typeof text === "string" && /^-?\d+$/.test(text) && others.length === 0;
}

/** What the figures of a report are: everything but the day of composing. Two reports with the same figures are the same. */
export function writeFigures(content: ReportContent): string {
  return writeContent({ ...content, composedOn: "" });
}
