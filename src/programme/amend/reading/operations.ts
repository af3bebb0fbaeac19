import { readOrdinal } from "../wording.ts";
import { NOWHERE, type PlacePhrase, readPhrase } from "./phrase.ts";
import { readSkeleton, type Skeleton } from "./quotes.ts";

/** Which of several equal places is meant: a number from 1, all of them, or nothing said. */
export type Occurrence = number | "all" | null;

/** What a sentence orders. `text` null in `restate` and `add` means: printed anew below. */
export type Order =
  | { readonly do: "replace"; readonly was: string; readonly text: string; readonly occurrence: Occurrence }
  | { readonly do: "append"; readonly behind: string | null; readonly text: string; readonly occurrence: Occurrence }
  | { readonly do: "restate"; readonly text: string | null }
  | { readonly do: "restate-by-annex"; readonly annex: number }
  | { readonly do: "add"; readonly what: string; readonly text: string | null }
  | { readonly do: "strike" };

export interface PlacedOrder {
  readonly order: Order;
  readonly phrase: PlacePhrase;
}

interface Found {
  readonly from: number;
  readonly to: number;
  readonly orders: readonly Order[];
}

const WORDS = "(?:цифр|слов|числ|сумм|дат|год)[а-я]*";
const LIST = "⟨\\d+⟩(?:(?:,| и) ⟨\\d+⟩)*";
const CASE = "(?:\\s+(?<case>во? [а-я]+(?: [а-я]+)? случа[а-я]+|во всех случаях|по (?:всему )?тексту))?";

const FORMS: readonly [RegExp, (match: RegExpExecArray, quotes: readonly string[]) => readonly Order[]][] = [
  [
    new RegExp(
      `(?:${WORDS}\\s+)?(?<was>${LIST})${CASE}\\s*заменить\\s+(?:соответственно\\s+)?(?:на\\s+)?(?:соответственно\\s+)?(?:${WORDS}\\s+)?(?<text>${LIST})`,
    ),
    replaceOrders,
  ],
  [
    new RegExp(`после (?:слов|цифр|числ)[а-я]*\\s+(?<was>⟨\\d+⟩)${CASE}\\s*дополнить\\s+${WORDS}\\s+(?<text>⟨\\d+⟩)`),
    (match, quotes) => [
      {
        do: "append",
        behind: pick(match, "was", quotes)[0] ?? "",
        text: pick(match, "text", quotes)[0] ?? "",
        occurrence: caseOf(match),
      },
    ],
  ],
  [
    new RegExp(`${WORDS}\\s+(?<was>⟨\\d+⟩)${CASE}\\s*исключить`),
    (match, quotes) => [
      { do: "replace", was: pick(match, "was", quotes)[0] ?? "", text: "", occurrence: caseOf(match) },
    ],
  ],
  [
    new RegExp(`дополнить\\s+${WORDS}\\s+(?<text>⟨\\d+⟩)`),
    (match, quotes) => [{ do: "append", behind: null, text: pick(match, "text", quotes)[0] ?? "", occurrence: null }],
  ],
  [
    /изложить(?: в)?(?: следующей| новой)?(?: редакции)?,?\s*(?:согласно|в соответствии с)\s+приложени[а-я]*(?:\s*(?:№|n)?\s*(?<number>\d+))?(?:\s+к\s+(?:настоящему\s+)?постановлению)?|изложить в новой редакции\s*\((?:прилагается|приложение(?:\s*(?:№|n)?\s*(?<own>\d+))?)[^)]*\)/,
    (match) => [{ do: "restate-by-annex", annex: Number(match.groups?.number ?? match.groups?.own ?? 0) }],
  ],
  [
    /изложить в (?:следующей |новой )?редакции\s*:?\s*(?<text>⟨\d+⟩)?/,
    (match, quotes) => [{ do: "restate", text: pick(match, "text", quotes)[0] ?? null }],
  ],
  [
    /дополнить\s+(?:нов[а-я]*\s+)?(?<what>абзац|пункт|подпункт|строк|позици|мероприяти|индикатор|показател|раздел)[а-я]*[^:⟨]*(?:содержания|редакции)?\s*:?\s*(?<text>⟨\d+⟩)?/,
    (match, quotes) => [{ do: "add", what: match.groups?.what ?? "", text: pick(match, "text", quotes)[0] ?? null }],
  ],
  [/исключить|признать утративш[а-я]+ силу/, () => [{ do: "strike" }]],
];

/** The orders of a sentence, each with the place that it and the leads name; empty where none is understood. */
export function readOrders(text: string, leads: readonly string[]): readonly PlacedOrder[] {
  const outer = leads.reduce((phrase, lead) => readPhrase(readSkeleton(lead), phrase), NOWHERE);
  const skeleton = readSkeleton(text);
  const placed: PlacedOrder[] = [];
  let [at, phrase] = [0, outer];
  for (let found = findOrder(skeleton, at); found; found = findOrder(skeleton, at)) {
    const own = skeleton.text.slice(at, found.from) + describeObject(skeleton.text.slice(found.from, found.to));
    phrase = readPhrase({ ...skeleton, text: own }, phrase);
    placed.push(...found.orders.map((order) => ({ order, phrase })));
    at = found.to;
  }
  return placed;
}

/** «дополнить мероприятием … следующего содержания»: the words of the order itself name a place too («задачу 4»), its own quotation none. */
function describeObject(text: string): string {
  return /^дополнить/.test(text) ? text.replace(/:?\s*⟨\d+⟩$/, "").replace(/^дополнить\s+\S+\s+\S+/, "") : "";
}

function findOrder(skeleton: Skeleton, from: number): Found | null {
  let best: Found | null = null;
  for (const [pattern, read] of FORMS) {
    const match = pattern.exec(skeleton.text.slice(from));
    if (!match || (best && match.index + from >= best.from)) continue;
    best = { from: match.index + from, to: match.index + from + match[0].length, orders: read(match, skeleton.quotes) };
  }
  return best;
}

function pick(match: RegExpExecArray, group: string, quotes: readonly string[]): string[] {
  return [...(match.groups?.[group] ?? "").matchAll(/⟨(\d+)⟩/g)].map((one) => quotes[Number(one[1])] ?? "");
}

/** «цифры «1», «2» заменить соответственно цифрами «3», «4»» are two orders; unequal lists are none that is understood. */
function replaceOrders(match: RegExpExecArray, quotes: readonly string[]): readonly Order[] {
  const [was, text] = [pick(match, "was", quotes), pick(match, "text", quotes)];
  if (was.length !== text.length) return [];
  return was.map((old, at) => ({ do: "replace", was: old, text: text[at] ?? "", occurrence: caseOf(match) }));
}

function caseOf(match: RegExpExecArray): Occurrence {
  const said = match.groups?.case;
  if (!said) return null;
  const ordinal = /^во? (.+) случа/.exec(said)?.[1];
  if (!ordinal || /^обо?их$|^всех$/.test(ordinal)) return "all";
  return readOrdinal(ordinal);
}
