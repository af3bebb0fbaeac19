/** What a number format says of how a value is to be printed. */
export type NumberFormat =
  | { readonly kind: "number"; readonly decimals: number; readonly shift: number; readonly percent: boolean }
  | {
      readonly kind: "date";
      readonly day: boolean;
      readonly month: boolean;
      readonly year: boolean;
      readonly time: boolean;
    }
  | { readonly kind: "elapsed" };

const plain = (decimals: number): NumberFormat => ({ kind: "number", decimals, shift: 0, percent: false });
const percent = (decimals: number): NumberFormat => ({ kind: "number", decimals, shift: 2, percent: true });
const date = (day: boolean, month: boolean, time: boolean): NumberFormat => ({
  kind: "date",
  day,
  month,
  year: day || month,
  time,
});
export const GENERAL: NumberFormat = plain(0);

/** Formats that have a number only, by ECMA-376 part 1, 18.8.30. */
const BUILT_IN = new Map<number, NumberFormat>([
  [2, plain(2)],
  [4, plain(2)],
  [9, percent(0)],
  [10, percent(2)],
  [14, date(true, true, false)],
  [15, date(true, true, false)],
  [16, date(true, true, false)],
  [17, date(false, true, false)],
  [18, date(false, false, true)],
  [19, date(false, false, true)],
  [20, date(false, false, true)],
  [21, date(false, false, true)],
  [22, date(true, true, true)],
  [39, plain(2)],
  [40, plain(2)],
  [43, plain(2)],
  [44, plain(2)],
  [45, date(false, false, true)],
  [46, { kind: "elapsed" }],
  [47, date(false, false, true)],
]);
/** Dates of East Asian notation. */
const EASTERN_DATES = [27, 36, 50, 58] as const;

export function findBuiltInFormat(id: number): NumberFormat {
  const [from, to, second, last] = EASTERN_DATES;
  if ((id >= from && id <= to) || (id >= second && id <= last)) return date(true, true, false);
  return BUILT_IN.get(id) ?? GENERAL;
}

/** Reads a format code, of which only the section for positive numbers matters here. */
export function parseNumberFormat(code: string): NumberFormat {
  const bare = code.replace(/"[^"]*"|\\.|_.|\*./g, "");
  const elapsed = /\[(?:h+|m+|s+)\]/i.test(bare);
  const [section = ""] = bare.replace(/\[[^\]]*\]/g, "").split(";");
  if (elapsed) return { kind: "elapsed" };
  if (/general/i.test(section)) return GENERAL;
  return /[dmyhs]/i.test(section) && !/[0#?]/.test(section.replace(/s+[.,]0+/gi, ""))
    ? readDateFormat(section)
    : readNumberFormat(section);
}

function readDateFormat(section: string): NumberFormat {
  const time = /[hs]/i.test(section);
  // Behind hours or before seconds «m» is minutes.
  const dates = section.replace(/h+[^dy]*?m+/gi, "").replace(/m+[^dyh]*?s+/gi, "");
  return { kind: "date", day: /d/i.test(dates), month: /m/i.test(dates), year: /y/i.test(dates), time };
}

function readNumberFormat(section: string): NumberFormat {
  const decimals = /\.([0#?]*)/.exec(section)?.[1]?.replace(/[#?]/g, "").length ?? 0;
  const thousands = /[0#?](,+)(?![0#?])/.exec(section)?.[1]?.length ?? 0;
  const isPercent = section.includes("%");
  return { kind: "number", decimals, shift: (isPercent ? 2 : 0) - thousands * 3, percent: isPercent };
}
