import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "../../kernel/context.ts";
import { newId } from "../../kernel/id.ts";
import { writeWorkbook } from "../../office/xlsx-write/write-xlsx.ts";
import type { Database } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { codeOf, DURING, openTestAttendance, type TestAttendance } from "../testing-attendance.ts";
import { NO_ANSWERS, type VisitorAnswers } from "./views.ts";

let database: Database;
let here: TestAttendance;

beforeAll(async () => {
  database = await createTestDatabase();
  here = await openTestAttendance(database, "visitors");
});
afterAll(() => {
  here.close();
  return database.close();
});

const going = async () => true;
const door = () => here.events.visitors;
const preview = (text: string, answers: Partial<VisitorAnswers>, actor: Actor = here.chair) =>
  here.at(DURING, actor)((ctx) => door().preview(ctx, { text, answers: { ...NO_ANSWERS, ...answers } }));
const accept = (text: string, answers: Partial<VisitorAnswers>, tell: () => Promise<boolean> = going) =>
  here.at(
    DURING,
    here.chair,
  )((ctx) => door().accept(ctx, { text, answers: { ...NO_ANSWERS, ...answers }, importId: null, tell }));
const countPeople = async () =>
  Number((await database.pool.query("select count(*) from participant where blanked_at is null")).rows[0].count);

describe("a table of visitors", () => {
  test("is taken in once, however often it is sent, and knows again who came before", async () => {
    const { id } = await here.planOne();
    const text = "ФИО;Год рождения;Площадка\nКарпов Лев;1960;Двор\nКарпова Нина;;Школа\nКарпов Лев;;Школа\n";
    const answers = { eventId: id, haveSigned: true };
    const before = await countPeople();
    expect(await accept(text, answers)).toMatchObject({ people: 2, marks: 3, already: 0, late: 0 });
    expect(await accept(text, answers)).toMatchObject({ people: 0, marks: 0, already: 3 });
    expect(await countPeople()).toBe(before + 2);
    expect(await here.turnoutOf(id)).toMatchObject({ visits: 3, distinctNamed: 2 });
  });

  test("with one wrong cell stores nothing, and says which", async () => {
    const { id } = await here.planOne();
    const text = "ФИО;Год рождения;Площадка\nПервый Игорь;1960;Двор\nВторая Ольга;вчера;Двор\n";
    const answers = { eventId: id, haveSigned: true };
    const before = await countPeople();
    const { errors } = await preview(text, answers);
    expect(errors).toMatchObject([{ row: 3, column: 2, text: "вчера", code: "attendance-birth-year" }]);
    expect(await codeOf(accept(text, answers))).toBe("visitors-errors");
    expect(await countPeople()).toBe(before);
    expect(await accept(text, { ...answers, cells: { "3:2": "1971" } })).toMatchObject({ people: 2 });
  });

  test("asks of names that are near, and takes what is said", async () => {
    const { id } = await here.planOne();
    const text = "ФИО;Площадка\nСоловьёва Тамара Ивановна;Двор\nСоловьева Тамара Иванавна;Двор\nСоловьева Т. И.;Двор\n";
    const answers = { eventId: id, haveSigned: true };
    expect((await preview(text, answers)).counts).toMatchObject({ new: 1, ask: 2 });
    expect(await codeOf(accept(text, answers))).toBe("visitors-questions");
    const said = { ...answers, rows: { 3: "row-2", 4: "skip" } };
    expect(await accept(text, said)).toMatchObject({ people: 1, marks: 1, skipped: 1 });
  });

  test("names several events by number, or by title and day", async () => {
    const [one, two] = [await here.planOne(), await here.planOne()];
    const cards = await here.run((ctx) => Promise.all([one, two].map(({ id }) => here.events.getEvent(ctx, id))));
    const numbers = cards.map(({ number }) => number);
    const text = `Мероприятие;Дата;Площадка;ФИО;Согласие\n${numbers[0]};18.04.2026;Двор;Зуев Олег;да\n№ ${numbers[1]};46130;Школа;Зуев Олег;+\n`;
    expect(await accept(text, {})).toMatchObject({ people: 1, marks: 2 });
    const vague = `Мероприятие;Дата;Площадка;ФИО;Согласие\nСубботник в парке;18.04.2026;Двор;Зуев Олег;да\n`;
    expect((await preview(vague, {})).errors).toMatchObject([{ code: "visitors-event-which" }]);
  });

  test("is refused row by row for what cannot be", async () => {
    const { id } = await here.planOne();
    const other = await here.run((ctx) =>
      here.events.planEvent(ctx, {
        ...{ kind: "clean-up", title: "Чужой субботник", organiser: "association", associationId: here.spring },
        ...{ date: "2026-04-17", from: "10:00", until: "12:00", sites: [{ place: "Берег" }] },
      }),
    );
    const later = await here.run((ctx) =>
      here.events.planEvent(ctx, {
        ...{ kind: "clean-up", title: "Будущий субботник", organiser: "association", associationId: here.birch },
        ...{ date: "2026-05-17", from: "10:00", until: "12:00", sites: [{ place: "Берег" }] },
      }),
    );
    const { number: foreign } = await here.run((ctx) => here.events.getEvent(ctx, other));
    const { number: future } = await here.run((ctx) => here.events.getEvent(ctx, later));
    const text = `ФИО;Согласие;Площадка;Мероприятие;Дата
;да;Двор;;
Нет Согласия;нет;Двор;;
Чудное Согласие;может быть;Двор;;
Где Площадка;да;Луна;;
Где Мероприятие;да;Двор;999/1999;
Какая Дата;да;Двор;;тридцатого
Чужое Мероприятие;да;Берег;${foreign};
Рано Пришёл;да;Берег;${future};
`;
    const { errors } = await preview(text, { eventId: id });
    expect(errors.map(({ row, code }) => [row, code])).toEqual([
      [2, "attendance-name"],
      [3, "attendance-consent"],
      [4, "visitors-consent"],
      [5, "visitors-site"],
      [6, "visitors-event"],
      [7, "visitors-date"],
      [8, "visitors-not-yours"],
      [9, "visitors-early"],
    ]);
    expect(errors.filter(({ sentence }) => sentence === "" || /[{}]/.test(sentence))).toEqual([]);
  });

  test("of rows without a consent leaves out those, where that is said", async () => {
    const { id } = await here.planOne();
    const text = "ФИО;Согласие;Площадка\nСогласный Пётр;да;Двор\nНесогласный Павел;нет;Двор\n";
    expect(await accept(text, { eventId: id, skipUnsigned: true })).toMatchObject({ people: 1, marks: 1, skipped: 1 });
  });

  test("of an event that was confirmed waits for the coordinator", async () => {
    const { id } = await here.planOne();
    await accept("ФИО;Площадка\nРанняя Пташка;Двор\n", { eventId: id, haveSigned: true });
    await here.confirm(id);
    const text = "ФИО;Площадка\nПоздняя Пташка;Двор\n";
    expect(await preview(text, { eventId: id, haveSigned: true })).toMatchObject({ late: 1 });
    expect(await accept(text, { eventId: id, haveSigned: true })).toMatchObject({ marks: 0, late: 1 });
  });

  test("without names, without a table, with nothing in it or too long is refused", async () => {
    const { id } = await here.planOne();
    expect(await codeOf(preview("Цвет;Размер\nсиний;3\n", { eventId: id }))).toBe("visitors-no-heads");
    expect(await codeOf(door().readFile(new TextEncoder().encode("просто слова")))).toBe("visitors-no-table");
    expect(await codeOf(accept("ФИО;Площадка\n", { eventId: id }))).toBe("visitors-nothing");
    const long = `ФИО;Площадка\n${"Кто-то;Двор\n".repeat(20_001)}`;
    expect(await codeOf(preview(long, { eventId: id }))).toBe("visitors-many");
    expect(await codeOf(preview("ФИО;Площадка\nКто-то;Двор\n", { eventId: id }, here.resident))).toBe("not-permitted");
  });

  test("of a workbook with merged heads and days as numbers is read as of a text", async () => {
    const { id } = await here.planOne();
    const workbook = await writeWorkbook({
      title: "Список",
      sheets: [
        {
          name: "Список",
          orientation: "portrait",
          columns: [30, 12, 12],
          headRows: 2,
          rows: [
            [{ value: "Участник", head: true, columnSpan: 2 }, null, { value: "Площадка", head: true, rowSpan: 2 }],
            [{ value: "ФИО", head: true }, { value: "Дата рождения", head: true }, null],
            [{ value: "Шапкин Семён" }, { value: "18278" }, { value: "Двор" }],
            [{ value: "Шапкина Раиса" }, { value: "15.01.1950" }, { value: "Двор" }],
          ],
        },
      ],
    });
    const text = await door().readFile(workbook);
    expect(await accept(text, { eventId: id, haveSigned: true })).toMatchObject({ people: 2, marks: 2 });
    const { rows } = await database.pool.query(
      "select birth_year from participant where name like 'Шапкин%' order by name",
    );
    expect(rows.map(({ birth_year }) => birth_year)).toEqual([1950, 1950]);
  });
});

describe("the import of a table", () => {
  const begin = async () => {
    const { id: eventId } = await here.planOne();
    const given = {
      text: `ФИО;Площадка\nКто-то ${eventId};Двор\n`,
      answers: { ...NO_ANSWERS, eventId, haveSigned: true },
    };
    const as = here.at(DURING, here.chair);
    return { given, as, importId: await as((ctx) => door().open(ctx, given)) };
  };

  test("tells how far it is, and what came of it", async () => {
    const { given, as, importId } = await begin();
    expect(await as((ctx) => door().get(ctx, importId))).toMatchObject({ state: "running", done: 0, total: 1 });
    await as((ctx) => door().accept(ctx, { ...given, importId, tell: going }));
    expect(await as((ctx) => door().get(ctx, importId))).toMatchObject({
      state: "done",
      done: 1,
      result: { marks: 1 },
    });
  });

  test("that was stopped stores nothing, also at the last moment", async () => {
    const { given, as, importId } = await begin();
    const before = await countPeople();
    await as((ctx) => door().stop(ctx, importId));
    expect(await codeOf(as((ctx) => door().accept(ctx, { ...given, importId, tell: going })))).toBe("visitors-stopped");
    expect(await codeOf(as((ctx) => door().accept(ctx, { ...given, importId: null, tell: async () => false })))).toBe(
      "visitors-stopped",
    );
    expect(await countPeople()).toBe(before);
    expect(await as((ctx) => door().get(ctx, importId))).toMatchObject({ state: "cancelled" });
  });

  test("is told to nobody else, and one that there is not is unknown", async () => {
    const { importId } = await begin();
    const asOther = here.at(DURING, here.settlement);
    expect(await codeOf(asOther((ctx) => door().get(ctx, importId)))).toBe("visitors-unknown");
    expect(await codeOf(asOther((ctx) => door().get(ctx, newId())))).toBe("visitors-unknown");
  });
});
