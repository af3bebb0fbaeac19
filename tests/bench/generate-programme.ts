import { writeRussian } from "../../src/programme/language/number.ts";

/** A programme of any size in the text form, in which all sums agree: seeded, so that every run reads the same. */
export function generateProgramme(activities: number, years: number, seed = 1): string {
  const random = makeRandom(seed);
  const from = 2025;
  const columns = Array.from({ length: years }, (_, at) => from + at);
  const objectives = Math.max(1, Math.round(activities / 50));
  const lines: string[] = [
    "МУНИЦИПАЛЬНАЯ ПРОГРАММА",
    `«Развитие поселений Приозёрного района на ${from} – ${from + years - 1} годы»`,
    "",
  ];
  const row = (...cells: string[]) => lines.push(...cells.map((cell) => `\t${cell}`), "");
  row(
    "Наименование мероприятия",
    "Наименование показателя",
    "Единица измерения",
    ...columns.map((year) => `${year} год`),
    "итого",
    "Ответственный исполнитель",
    "Ожидаемый результат",
  );
  row(...Array.from({ length: years + 6 }, (_, at) => String(at + 1)));
  const goal = new Totals(years);
  for (let objective = 1; objective <= objectives; objective++) {
    row(`1.${objective}. Задача ${objective}: Развитие направления ${WORDS[objective % WORDS.length]} ${objective}`);
    const own = new Totals(years);
    const count = Math.floor(activities / objectives) + (objective <= activities % objectives ? 1 : 0);
    for (let at = 0; at < count; at++) writeActivity(row, own, { name: nameOf(random), random });
    writeTotals(row, `Итого затрат на решение задачи ${objective}, в том числе:`, own);
    goal.add(own);
  }
  writeTotals(row, "Итого затрат на достижение цели 1, в том числе:", goal);
  return lines.join("\n");
}

const WORDS = [
  "дорог",
  "дворов",
  "родников",
  "парков",
  "библиотек",
  "музеев",
  "спортивных площадок",
  "школьных музеев",
  "колодцев",
  "набережных",
];
const ACTS = ["Ремонт", "Обустройство", "Содержание", "Освещение", "Озеленение", "Ограждение", "Обследование"];

type WriteRow = (...cells: string[]) => void;

/** Sums in kopecks by year for two sources. */
class Totals {
  readonly regional: bigint[];
  readonly local: bigint[];

  constructor(years: number) {
    this.regional = new Array<bigint>(years).fill(0n);
    this.local = new Array<bigint>(years).fill(0n);
  }

  add(other: Totals): void {
    other.regional.forEach((value, at) => {
      this.regional[at] = (this.regional[at] ?? 0n) + value;
    });
    other.local.forEach((value, at) => {
      this.local[at] = (this.local[at] ?? 0n) + value;
    });
  }
}

function nameOf(random: () => number): string {
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? "";
  return `${pick(ACTS)} ${pick(WORDS)} в селе № ${1 + Math.floor(random() * 900)}`;
}

function writeActivity(row: WriteRow, totals: Totals, { name, random }: { name: string; random: () => number }): void {
  const years = totals.regional.length;
  const own = new Totals(years);
  for (let at = 0; at < years; at++) {
    own.regional[at] = BigInt(Math.floor(random() * 9000)) * 10_000n;
    own.local[at] = BigInt(Math.floor(random() * 900)) * 10_000n;
  }
  totals.add(own);
  const cost = sumOf(own);
  row(
    name,
    "Количество",
    "единица",
    ...new Array<string>(years).fill("1"),
    String(years),
    "Администрация Приозёрного района",
    "Работы выполнены",
  );
  row("", "Стоимость единицы", "тыс. руб.", ...cost.map(write), write(add(cost)), "", "");
  row("", "Сумма затрат, в том числе:", "тыс. руб.", ...cost.map(write), write(add(cost)), "", "");
  row("", "областной бюджет", "тыс. руб.", ...own.regional.map(write), write(add(own.regional)), "", "");
  row("", "местный бюджет", "тыс. руб.", ...own.local.map(write), write(add(own.local)), "", "");
}

function writeTotals(row: WriteRow, label: string, totals: Totals): void {
  for (const [name, values] of [
    [label, sumOf(totals)],
    ["областной бюджет", totals.regional],
    ["местный бюджет", totals.local],
  ] as const) {
    row(name, "", "тыс. руб.", ...values.map(write), write(add(values)), "x", "x");
  }
}

function sumOf(totals: Totals): bigint[] {
  return totals.regional.map((value, at) => value + (totals.local[at] ?? 0n));
}

function add(values: readonly bigint[]): bigint {
  return values.reduce((sum, value) => sum + value, 0n);
}

function write(kopecks: bigint): string {
  return writeRussian(kopecks * 10n, "0,0");
}

/** mulberry32: small, seeded, good enough for made-up figures. */
export function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
