const MONTHS = "январ феврал март апрел ма июн июл август сентябр октябр ноябр декабр".split(" ");
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;
/** Day 0 of a spreadsheet's calendar, and the days within which a bare number is taken for a date: 1954 to 2119. */
const SHEET_START = Date.UTC(1899, 11, 30);
const SHEET_DAYS = { from: 20_000, to: 80_000 };
const DAY_MS = 86_400_000;
/** A year of two digits up to this one is of our century. */
const CENTURY_TURNS = 40;

/**
 * A day as people and spreadsheets write it (25.05.2024, 25.5.24, 2024-05-25, «25 мая 2024 г.», 45437), as `YYYY-MM-DD`;
 * null where it is none.
 */
export function readDate(text: string): string | null {
  const bare = text
    .trim()
    .toLowerCase()
    .replace(/\s*(г\.?|года?)$/, "")
    .replace(/[ t]\d{1,2}:\d\d(:\d\d)?$/, "");
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(bare);
  if (iso) return makeDate(iso[1], iso[2], iso[3]);
  const plain = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})$/.exec(bare);
  if (plain) return makeDate(plain[3], plain[2], plain[1]);
  const words = /^(\d{1,2}) ([а-я]+) (\d{4})$/.exec(bare.replace(/\s+/g, " ").replaceAll("«", "").replaceAll("»", ""));
  if (words) return makeDate(words[3], String(findMonth(words[2] ?? "")), words[1]);
  return readSheetDay(bare);
}

function readSheetDay(text: string): string | null {
  const day = /^\d{5}$/.test(text) ? Number(text) : 0;
  if (day < SHEET_DAYS.from || day > SHEET_DAYS.to) return null;
  return new Date(SHEET_START + day * DAY_MS).toISOString().slice(0, 10);
}

/** From 1; 0 where it is no month. */
function findMonth(word: string): number {
  return MONTHS.findIndex((stem) => new RegExp(`^${stem}[ьяйа]?$`).test(word)) + 1;
}

function makeDate(year = "", month = "", day = ""): string | null {
  const full = year.length === 2 ? Number(year) + (Number(year) <= CENTURY_TURNS ? 2000 : 1900) : Number(year);
  const date = `${full}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const moment = new Date(`${date}T00:00:00Z`);
  if (full < FIRST_YEAR || full > LAST_YEAR || Number.isNaN(moment.getTime())) return null;
  return moment.toISOString().slice(0, 10) === date ? date : null;
}
