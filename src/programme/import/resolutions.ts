import type { Part, Resolution, StateProgramme, Words } from "../contract.ts";
import { oneLine } from "../language/words.ts";

const KIND = "постановлени[а-я]*|распоряжени[а-я]*|решени[а-я]*|приказ[а-я]*|(?:федеральн[а-я]* )?закон[а-я]*";
const MONTHS = [
  "январ",
  "феврал",
  "март",
  "апрел",
  "ма",
  "июн",
  "июл",
  "август",
  "сентябр",
  "октябр",
  "ноябр",
  "декабр",
];
const NUMERIC_DATE = String.raw`(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})`;
const WORDED_DATE = String.raw`(?<wday>\d{1,2})\s+(?<wmonth>[а-я]+)\s+(?<wyear>\d{4})`;
const ACT = new RegExp(
  `(?<![а-я])(?<kind>${KIND})(?<issuer>[^.;«»]{0,120}?)\\s*от(?:\\s+(?:${NUMERIC_DATE}|${WORDED_DATE})(?:\\s*(?:г\\.|года))?)?(?:\\s*(?:№|N)\\s*(?<number>[\\dа-яA-Z][\\dа-яА-ЯA-Za-z/_.-]*))?(?=$|[\\s,.;)»])`,
  "giu",
);

/** Every act named with «от» in a text: kind, date, number, issuer. A date or number that is not printed is null. */
export function findResolutions(text: Words): Resolution[] {
  const line = oneLine(text.text);
  return [...line.matchAll(ACT)].flatMap((match) => {
    const groups = match.groups ?? {};
    const date = readDate(groups);
    const number = groups.number?.replace(/[.,/-]+$/, "") ?? null;
    const atEnd = match.index + match[0].length >= line.length;
    if (date === null && number === null && !(atEnd && /утвержд/i.test(line))) return [];
    const before = line.slice(0, match.index);
    const after = line.slice(match.index + match[0].length);
    const issuer = groups.issuer ? oneLine(groups.issuer) || null : null;
    const kind = nominative(groups.kind ?? "");
    return [
      {
        kind,
        role: readRole(kind, before, after),
        date,
        number,
        issuer,
        printed: { text: oneLine(match[0]), place: text.place },
      },
    ];
  });
}

function nominative(kind: string): string {
  const word = kind.toLowerCase();
  if (word.startsWith("федеральн")) return "федеральный закон";
  if (word.startsWith("постан")) return "постановление";
  if (word.startsWith("распор")) return "распоряжение";
  if (word.startsWith("реш")) return "решение";
  return word.startsWith("приказ") ? "приказ" : "закон";
}

function readDate(groups: Record<string, string | undefined>): string | null {
  const month = groups.month ?? monthNumber(groups.wmonth);
  const [day, year] = [groups.day ?? groups.wday, groups.year ?? groups.wyear];
  return day && month && year ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : null;
}

function monthNumber(word: string | undefined): string | undefined {
  const lower = word?.toLowerCase();
  const at = MONTHS.findIndex((month, index) =>
    index === 4 ? /^ма[йя]$/.test(lower ?? "") : lower?.startsWith(month),
  );
  return lower && at >= 0 ? String(at + 1) : undefined;
}

function readRole(kind: string, before: string, after: string): Resolution["role"] {
  if (kind.endsWith("закон")) return "law";
  if (/государственной программ/i.test(before)) return "stateProgramme";
  if (/^\s*о разработке/i.test(after)) return "develop";
  if (/^\s*о внесении изменений/i.test(after) || /в ред(?:акции|\.)/i.test(before)) return "amend";
  return /утвержден/i.test(before) ? "approve" : "other";
}

/** Letterheads «УТВЕРЖДЕНО / постановлением… / от …» stand on several lines: joined, one line an approval. */
export function joinLetterheads(paragraphs: readonly Words[]): Words[] {
  const joined: Words[] = [];
  for (let at = 0; at < paragraphs.length; at++) {
    const first = paragraphs[at];
    if (!first) continue;
    const lines = [first.text];
    if (/^утвержден/i.test(oneLine(first.text))) {
      while (lines.length < 8 && !/(?:^|\s)от(?:\s|$)/.test(oneLine(lines.at(-1) ?? "")) && paragraphs[at + 1]) {
        at++;
        lines.push(paragraphs[at]?.text ?? "");
      }
    }
    const text = lines.map(oneLine).join(" ");
    joined.push({ text, place: { ...first.place, text: text.slice(0, 200) } });
  }
  return joined;
}

/** The region's programme under which money comes: its name and the act that approved it. */
export function findStateProgrammes(texts: readonly Words[], part: Part): StateProgramme[] {
  return texts.flatMap((words) => {
    const line = oneLine(words.text);
    const match = /государственной программы[^«]*«(?:Об утверждении государственной программы[^«]*«)?([^«»]+)»/i.exec(
      line,
    );
    if (!match?.[1]) return [];
    const resolution = findResolutions(words).find((act) => act.role === "stateProgramme") ?? null;
    return [{ name: { text: match[1], place: { ...words.place, part } }, resolution }];
  });
}
