import { oneLine } from "../../language/words.ts";

/** A sentence with its quotations taken out: «цифры ⟨0⟩ заменить цифрами ⟨1⟩». */
export interface Skeleton {
  /** Lower case, ё as е, spaces single. */
  readonly text: string;
  readonly quotes: readonly string[];
}

/** After these a closing mark closes all that are open: official texts print one for several. */
const CLOSES_ALL = /^\s*,?\s*(?:заменить|исключить|изложить|дополнить|признать)/i;

/** Takes the quotations out; an inner «…» belongs to the outer one, straight marks open and close in turn. */
export function readSkeleton(sentence: string): Skeleton {
  const line = straightToGuillemets(oneLine(sentence));
  const quotes: string[] = [];
  let [text, depth, from] = ["", 0, 0];
  for (let at = 0; at < line.length; at++) {
    const mark = line[at];
    if (mark === "«" && depth++ === 0) from = at + 1;
    if (mark === "»" && depth > 0) {
      depth = CLOSES_ALL.test(line.slice(at + 1)) ? 0 : depth - 1;
      if (depth > 0) continue;
      text += `⟨${quotes.length}⟩`;
      quotes.push(line.slice(from, at));
    } else if (depth === 0) text += mark;
  }
  if (depth > 0) {
    text += `⟨${quotes.length}⟩`;
    quotes.push(line.slice(from).replace(/»?[;.]?$/, ""));
  }
  return { text: text.toLowerCase().replaceAll("ё", "е"), quotes };
}

/** «"слова"» as «слова»: a straight mark opens at a beginning or behind a space, bracket or mark. */
function straightToGuillemets(text: string): string {
  return text
    .replace(/(^|[\s(«"])["“„](?=\S)/g, "$1«")
    .replace(/(^|[\s(«"])["“„](?=\S)/g, "$1«")
    .replace(/["”“]/g, "»");
}

/** Opening less closing guillemets. */
export function quoteDepth(text: string): number {
  const line = straightToGuillemets(text);
  return line.split("«").length - line.split("»").length;
}

/** A printed text without the quotation marks around it and the sentence's end behind them. */
export function stripQuotes(text: string): string {
  const line = text.trim();
  const opened = line.replace(/^["“„«]/, "");
  // Without an opening mark a closing one is the text's own, unless it has no partner.
  if (opened === line && quoteDepth(line) >= 0) return line;
  return opened.replace(/["”“»](?:[;.,]|\s)*$/, "");
}
