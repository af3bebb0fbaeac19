import { describe, expect, test } from "vitest";
import { CLEAN, readText } from "../check/testing.ts";
import type { Proposal } from "./act.ts";
import { readAct } from "./reading/read-act.ts";
import { isAmendingAct } from "./reading/recognise.ts";
import { makeTable, textTree } from "./testing.ts";

const PROGRAMME = readText(CLEAN).programme;
const HEAD = `АДМИНИСТРАЦИЯ ПРИОЗЁРНОГО РАЙОНА
ПОСТАНОВЛЕНИЕ
от 15.07.2025 № 41
О внесении изменений в постановление администрации Приозёрного района от 01.10.2024 № 77
В целях приведения в соответствие с решением о бюджете администрация ПОСТАНОВЛЯЕТ:
1. Внести в муниципальную программу «Добрые соседи Приозёрного района на 2025 – 2026 годы», утверждённую постановлением администрации Приозёрного района от 01.10.2024 № 77 (далее – Программа), следующие изменения:`;
const TAIL = `2. Опубликовать настоящее постановление в газете «Приозёрье».
3. Контроль за исполнением настоящего постановления оставляю за собой.
Глава района	А.А. Соседов`;

function read(points: string, tables: Parameters<typeof textTree>[1] = []) {
  return readAct(textTree(`${HEAD}\n${points}\n${TAIL}`, tables), PROGRAMME);
}

/** What a proposal does, in one line: the new text of an edit, or the kind of the replacement. */
function say({ edits, replacement, confidence }: Proposal): string {
  const done = edits.map((edit) =>
    edit.do === "set"
      ? `${edit.address.of}: ${edit.was} → ${edit.text}`
      : `${edit.do} ${"name" in edit ? edit.name : ""}`,
  );
  if (replacement?.do === "total")
    done.push(`total ${replacement.address.of} ${replacement.address.key}: ${replacement.was} → ${replacement.text}`);
  else if (replacement) done.push(replacement.do);
  return `${done.join("; ")} (${confidence})`;
}

const UNDERSTOOD: readonly [points: string, said: readonly string[]][] = [
  [
    "1.1. В разделе II Программы в абзаце третьем слова «обучение председателей» заменить словами «учёба председателей».",
    ["section: 1) обучение председателей; → 1) учёба председателей; (sure)"],
  ],
  ["1) в абзаце втором раздела 2 слово «программы» исключить;", ["section: Задачи программы: → Задачи: (sure)"]],
  [
    "1.1. В разделе II:\nа) первый абзац после слов «поддержка» дополнить словами «и развитие»;",
    [
      "section: Целью программы является поддержка добрососедства. → Целью программы является поддержка и развитие добрососедства. (sure)",
    ],
  ],
  [
    "1.1. В паспорте Программы в строке «Сроки реализации» цифры «2026» заменить цифрами «2027».",
    ["passport: 2025 - 2026 годы → 2025 - 2027 годы (sure)"],
  ],
  [
    "1.1. Позицию «Сроки реализации» паспорта Программы изложить в следующей редакции: «2025 – 2027 годы».",
    ["passport: 2025 - 2026 годы → 2025 – 2027 годы (sure)"],
  ],
  [
    "1.1. Строку «Сроки реализации» паспорта Программы изложить в следующей редакции:\n[table 1]",
    ["passport: 2025 - 2026 годы → 2025 – 2028 годы (sure)"],
  ],
  ["1.1. в приложении 1 в строке 1.1 в графе «2026 год» цифры «4» заменить цифрами «5»;", ["target: 4 → 5 (sure)"]],
  [
    '1.1. В приложении № 2 по мероприятию "Проведение семинаров" в строке "местный бюджет" в графе 4 цифры "20,0" заменить на "25,0".',
    ["figure: 20,0 → 25,0 (sure)"],
  ],
  [
    "1.1. В приложении № 3 к Программе в строке «местный бюджет» на 2025 год цифры «50,0» заменить цифрами «55,0».",
    ["total summary 2025: 50,0 → 55,0 (sure)"],
  ],
  [
    "1.1. В приложении № 3 в строке «местный бюджет» цифры «150,0» заменить цифрами «155,0».",
    ["total summary total: 150,0 → 155,0 (likely)"],
  ],
  ["1.1. Мероприятие «Проведение семинаров» исключить.", ["remove Проведение семинаров (sure)"]],
  ["1.1. Раздел II Программы дополнить абзацем следующего содержания: «Всё в пределах бюджета.».", ["section (sure)"]],
  ["1.1. Раздел II Программы признать утратившим силу.", ["section (sure)"]],
  [
    "1.1. Раздел II Программы изложить в следующей редакции:\n«II. Цели и задачи\nЦелью программы является добрососедство.\nЗадачи программы:\n1) праздники «День двора».»;\n1.2. в приложении 1 в строке 1.1 в графе «2026 год» цифры «4» заменить цифрами «6»;",
    ["section (sure)", "target: 4 → 6 (sure)"],
  ],
  ["1.1. Приложение 3 изложить в новой редакции:\n[table 2]", ["restate (sure)"]],
  ["1.1. Наименование Программы изложить в следующей редакции: «Добрые соседи на 2025 – 2027 годы».", ["title (sure)"]],
];

const TABLES = [
  makeTable("«Сроки реализации | 2025 – 2028 годы».".replaceAll("\\n", "\n")),
  makeTable(
    "Источники расходов | Всего, тыс. руб. | 2025 год | 2026 год\n1 | 2 | 3 | 4\nВсего финансовых затрат | 310,0 | 110,0 | 200,0\nобластной бюджет | 150,0 | 50,0 | 100,0\nместный бюджет | 160,0 | 60,0 | 100,0",
  ),
  makeTable(
    "Наименование мероприятия | Наименование показателя | Единица измерения | 2025 год | 2026 год | итого | Ответственный исполнитель\n1 | 2 | 3 | 4 | 5 | 6 | 7\nПосадка деревьев | Количество | единица | 1 | 2 | 3 | Лесничество",
  ),
];

describe("an instruction of an amending act", () => {
  test.each(UNDERSTOOD)("%s", (points, said) => {
    const { proposals, findings } = read(points, TABLES);
    expect(findings).toEqual([]);
    expect(proposals.map(say)).toEqual(said);
  });
});

const DOUBTED: readonly [points: string, code: string, found: string | null, there: string | null][] = [
  [
    "1.1. В приложении № 3 в строке «местный бюджет» в графе «2025 год» цифры «77,7» заменить цифрами «55,0».",
    "not-found",
    "77,7",
    "50,0",
  ],
  [
    "1.1. В паспорте Программы в строке «Объемы финансирования» цифры «100,0» заменить цифрами «90,0».",
    "found-several",
    "100,0",
    "3",
  ],
  ["1.1. В паспорте Программы в строке «Куратор» слова «а» заменить словами «б».", "place-unknown", "Куратор", null],
  ["1.1. В разделе IX Программы слова «а» заменить словами «б».", "place-unknown", "IX", null],
  [
    "1.1. Приложение № 2 к Программе изложить в редакции согласно приложению № 4 к настоящему постановлению.",
    "annex-missing",
    "4",
    null,
  ],
  [
    "1.1. Абзацы второй и третий раздела II считать соответственно абзацами третьим и четвёртым.",
    "not-understood",
    "Абзацы второй и третий раздела II считать соответственно абзацами третьим и четвёртым.",
    null,
  ],
  [
    "1.1. В приложении № 2 слова «Проведение семинаров» заменить словами «Семинары».",
    "not-found",
    "Проведение семинаров",
    null,
  ],
  ["1.1. Приложение № 2 изложить в следующей редакции:\n[table 3]", "restated-foreign", "Посадка деревьев", null],
];

describe("what does not fit is said and never guessed", () => {
  test.each(DOUBTED)("%s", (points, code, found, there) => {
    const { proposals, findings } = read(points, TABLES);
    expect(proposals).toEqual([]);
    expect(findings.map((finding) => [finding.code, finding.found, finding.expected, finding.where.point])).toEqual([
      [code, found, there, "1.1."],
    ]);
  });

  test("an act that amends another resolution proposes nothing", () => {
    const text = HEAD.replaceAll("01.10.2024 № 77", "05.05.2020 № 12");
    const { proposals, findings } = readAct(
      textTree(`${text}\n1.1. Раздел II Программы исключить.\n${TAIL}`),
      PROGRAMME,
    );
    expect(proposals).toEqual([]);
    expect(findings.map(({ code, found, expected }) => [code, found, expected])).toEqual([
      ["another-programme", "2020-05-05 № 12", "2024-10-01 № 77"],
    ]);
  });

  test("two orders that take the same words are said to overlap", () => {
    const order = "в абзаце втором раздела II слова «Задачи программы» заменить словами «Цели»;";
    expect(read(`а) ${order}\nб) ${order}`).findings.map(({ code }) => code)).toEqual(["overlap"]);
  });
});

test("three hundred points are read, each for itself", () => {
  const points = Array.from(
    { length: 300 },
    (_, at) => `1.${at + 1}. В разделе II в абзаце втором слова «нет такого ${at}» исключить;`,
  );
  const { findings } = read(points.join("\n"));
  expect(findings).toHaveLength(300);
  expect(findings[299]?.where.point).toBe("1.300.");
});

test("its own date and number are read, and those of the act that it amends", () => {
  expect(read("1.1. Раздел II Программы исключить.").requisites).toEqual({
    date: "2025-07-15",
    number: "41",
    amended: { date: "2024-10-01", number: "77", programme: "Добрые соседи Приозёрного района на 2025 – 2026 годы" },
  });
});

test("an amending act is told from a programme", () => {
  expect(isAmendingAct(textTree(`${HEAD}\n${TAIL}`))).toBe(true);
  expect(isAmendingAct(textTree("МУНИЦИПАЛЬНАЯ ПРОГРАММА\n«Добрые соседи»\nI. Паспорт\n[table 1]", TABLES))).toBe(
    false,
  );
});
