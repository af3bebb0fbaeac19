import { normaliseWords } from "../language/words.ts";

/** Words as they are compared: normalised, and a figure without the zeros at the end of its decimals («70,00» is «70,0» is «70»). */
export function meaningOf(text: string): string {
  return normaliseWords(text)
    .replace(/(\d+),(\d*?)0+(?!\d)/g, (_whole, integer: string, decimals: string) =>
      decimals ? `${integer},${decimals}` : integer,
    )
    .replace(/(?<=\d) (?=\d{3}(?!\d))/g, "");
}

export function sameWords(a: string | null | undefined, b: string | null | undefined): boolean {
  return a === b || meaningOf(a ?? "") === meaningOf(b ?? "");
}
