import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCsv } from "./csv.ts";

describe("values between separators", () => {
  test.each([
    ["semicolons", "а;б;в\r\n1;2;3\r\n"],
    ["tabs", "а\tб\tв\n1\t2\t3\n"],
    ["commas", "а,б,в\n1,2,3\n"],
  ])("stand in rows, by %s", (_name, text) => {
    expect(readCsv(text)).toEqual({
      rows: [
        ["а", "б", "в"],
        ["1", "2", "3"],
      ],
      isCut: false,
      isEnded: true,
    });
  });

  test("may hold separators, quotes and lines of their own", () => {
    expect(readCsv('а;б;в\n"ООО ""Ромашка""";"1;2";"две\nстроки"\n')?.rows[1]).toEqual([
      'ООО "Ромашка"',
      "1;2",
      "две\nстроки",
    ]);
  });

  test("that end in the middle of one are cut; a last line without its end is kept", () => {
    expect(readCsv('а;б;в\n1;2;"тре')).toMatchObject({ isCut: true });
    expect(readCsv("а;б;в\n1;2")).toEqual({
      rows: [
        ["а", "б", "в"],
        ["1", "2"],
      ],
      isCut: false,
      isEnded: false,
    });
  });

  test("are none in a letter", () => {
    expect(readCsv("Уважаемый Иван Иванович, сообщаем\nчто выписки нет.\n")).toBeNull();
  });

  test("written by a rule come back the same", () => {
    const value = fc.string({ maxLength: 8 }).map((text) => text.replaceAll("\r", "").trim());
    const rows = fc.array(fc.tuple(value, value, value), { minLength: 1, maxLength: 8 });
    const write = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(";");
    fc.assert(
      fc.property(rows, (some) => {
        const head = ["a", "b", "c"];
        const all = [head, head, head, head, head, head, head, head, head, ...some];
        expect(readCsv(`${all.map(write).join("\n")}\n`)?.rows.slice(9)).toEqual(some);
      }),
    );
  });
});
