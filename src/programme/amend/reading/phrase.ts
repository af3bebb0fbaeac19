import { readOrdinal } from "../wording.ts";
import type { Skeleton } from "./quotes.ts";

/** The place that a sentence and the leads above it name; null or false where they say nothing. */
export interface PlacePhrase {
  readonly title: boolean;
  readonly passport: boolean;
  /** 0 is «приложение к Программе» without a number. */
  readonly annex: number | null;
  /** A section's number or its heading. */
  readonly section: string | null;
  /** «пункт 4.2», «строка 4.2». */
  readonly item: string | null;
  readonly row: string | null;
  readonly activity: string | null;
  readonly rollup: string | null;
  readonly indicator: string | null;
  readonly column: string | null;
  readonly columnNumber: string | null;
  readonly paragraph: number | null;
  readonly objective: number | null;
  /** «После …»: what stands before an addition. */
  readonly after: boolean;
}

export const NOWHERE: PlacePhrase = {
  title: false,
  passport: false,
  annex: null,
  section: null,
  item: null,
  row: null,
  activity: null,
  rollup: null,
  indicator: null,
  column: null,
  columnNumber: null,
  paragraph: null,
  objective: null,
  after: false,
};

/** Reads the place out of a skeleton; a nearer phrase refines or replaces what the leads say. */
export function readPhrase({ text, quotes }: Skeleton, outer: PlacePhrase): PlacePhrase {
  const quoted = (pattern: RegExp): string | null => {
    const at = pattern.exec(text)?.[1];
    return at === undefined ? null : (quotes[Number(at)] ?? null);
  };
  const rollup = quoted(/итогов\S*\s+(?:строк\S*\s+)?⟨(\d+)⟩/);
  const row =
    rollup === null || /⟨\d+⟩.*строк\S*\s+⟨/.test(text)
      ? quoted(/(?<!итогов\S*\s)(?:строк|позици|подраздел)[а-я]*\s+⟨(\d+)⟩/)
      : null;
  const annex = /приложени[а-я]*\s*(?:№|n)?\s*(\d{1,2})(?!\d)/.exec(text)?.[1];
  const numbered = /раздел[а-я]*\s+(?:№\s*)?([ivxlcхі]+|\d+(?:\.\d+)*)(?=[\s,.;:)]|$)/.exec(text)?.[1];
  const own = {
    title: /^\s*(?:в\s+)?(?:наименовани|назван)\S*\s+(?:муниципальной\s+)?программы/.test(text),
    passport: /паспорт/.test(text),
    annex: annex ? Number(annex) : /приложени[а-я]*\s+к\s+(?:муниципальной\s+)?программе/.test(text) ? 0 : null,
    section: numbered ? romanLatin(numbered) : quoted(/раздел[а-я]*\s+⟨(\d+)⟩/),
    item: /(?:пункт|строк|позици)[а-я]*\s+(\d+(?:\.\d+)*)(?![\d⟩])/.exec(text)?.[1] ?? null,
    row,
    activity: quoted(/мероприяти[а-я]*\s+⟨(\d+)⟩/),
    rollup,
    indicator: quoted(/(?:индикатор|показател)[а-я]*\s+⟨(\d+)⟩/),
    column: quoted(/(?:граф|столб|колонк)[а-я]*\s+⟨(\d+)⟩/) ?? /(?:на|за)\s+(20\d\d)\s*г/.exec(text)?.[1] ?? null,
    columnNumber: /(?:граф|столб|колонк)[а-я]*\s+(?:№\s*)?(\d{1,2})(?!\d)/.exec(text)?.[1] ?? null,
    paragraph: readParagraph(text),
    objective: Number(/задач[а-я]*\s+(?:№\s*)?(\d+)/.exec(text)?.[1] ?? 0) || null,
    after: /(?:^|\s)после\s+(?!слов|цифр|числ)/.test(text),
  };
  return combine(outer, own);
}

/** A new part sets the outer place aside; what is not said again is taken over. */
function combine(outer: PlacePhrase, own: PlacePhrase): PlacePhrase {
  const part = own.title || own.passport || own.annex !== null;
  const section = own.section !== null && !outer.passport && outer.annex === null;
  const base = part || section ? NOWHERE : outer;
  const block = own.activity !== null || own.rollup !== null || own.indicator !== null;
  const kept = block ? { ...base, row: null, activity: null, rollup: null, indicator: null, column: null } : base;
  const said = Object.entries(own).filter(([, value]) => value !== null && value !== false);
  return { ...kept, ...Object.fromEntries(said) };
}

function readParagraph(text: string): number | null {
  const behind = /абзац[а-я]*\s+(\d{1,3}|[а-я]+(?:\s+[а-я]+)?)/.exec(text)?.[1];
  if (behind) return readOrdinal(behind) ?? readOrdinal(behind.split(" ")[0] ?? "");
  const before = /(\d{1,3}|[а-я]+)\s+абзац/.exec(text)?.[1];
  return before ? readOrdinal(before) : null;
}

/** Cyrillic letters typed for Roman numbers. */
function romanLatin(text: string): string {
  return text.replaceAll("х", "x").replaceAll("і", "i").toUpperCase();
}
