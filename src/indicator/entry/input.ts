import { formatDecimal, parseDecimal } from "../../kernel/decimal.ts";
import { parsePublicLink } from "../../kernel/public-link.ts";
import { refuseIndicator } from "../refusals.ts";

const WORDS_LIMIT = 1000;
const clean = (text: string) => text.replaceAll("\u0000", "").replace(/\s+/g, " ").trim();

/** What of a form makes an own value or a correction. Refuses `entry-value`, `entry-evidence`. */
export function parseEntry(input: {
  readonly kind: string;
  readonly value: string;
  readonly reason: string;
  readonly evidence: string;
  readonly link: string;
}) {
  const kind = input.kind === "own" ? "own" : "correction";
  const typed = input.value
    .replace(/[\s\u00a0\u202f]/g, "")
    .replace(",", ".")
    .replace(/^[−–]/, "-")
    .replace(/^\+/, "");
  const value = parseDecimal(typed) ?? refuseIndicator("entry-value");
  if (kind === "own" ? value < 0n : value === 0n) refuseIndicator("entry-value");
  const evidence = parseReason(input.evidence);
  const link = input.link.trim() === "" ? null : (parsePublicLink(input.link) ?? refuseIndicator("entry-evidence"));
  return { kind, value: formatDecimal(value), reason: parseReason(input.reason), evidence, link } as const;
}

/** Refuses `entry-evidence`. */
export function parseReason(text: string): string {
  const words = clean(text);
  return words === "" || words.length > WORDS_LIMIT ? refuseIndicator("entry-evidence") : words;
}
