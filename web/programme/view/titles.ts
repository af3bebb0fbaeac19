import { oneLine } from "../../ui/typography.ts";

/** The programme's name without its years, which stand above it: «Развитие и поддержка … Новосибирской области». */
export function shortTitle(title: string): string {
  return oneLine(title)
    .replace(/\s+на\s+\d{4}\s*[-–—‒]\s*\d{4}\s+год[аыов]*\s*$/iu, "")
    .replace(/\s+на\s+\d{4}\s+год[ы]?\s*$/iu, "");
}

/** «2024–2026» of years ascending. */
export function yearSpan(years: readonly number[]): string {
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined) return "";
  // Word joiners: the span does not part at its dash.
  return first === last ? String(first) : `${first}\u2060–\u2060${last}`;
}
