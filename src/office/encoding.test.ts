import { describe, expect, test } from "vitest";
import { decodeText } from "./encoding.ts";

const SHORT = "Итого затрат на достижение цели 1: 3 575,5 тыс. рублей — «Лучший ТОС» № 5";
const CAPITALS = "УТВЕРЖДЕНА ПОСТАНОВЛЕНИЕМ АДМИНИСТРАЦИИ ОРДЫНСКОГО РАЙОНА";
const TABLE = "\tНаименование показателя\n\tЕдиница\n\n\tКоличество проведённых семинаров\n\tединиц\n";
const ENGLISH = "Total cost of the programme: 3 575.5 thousand roubles\n\tName\n\tUnit\n";

/** Node decodes single-byte encodings but does not encode them: the table is read back from the decoder. */
function encode(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, number>();
  for (let code = 0; code < 256; code++) table.set(decoder.decode(Uint8Array.of(code)), code);
  return Uint8Array.from(text, (character) => table.get(character) ?? 0x3f);
}

function swap(bytes: Uint8Array): Uint8Array {
  return bytes.map((_byte, index) => bytes[index ^ 1] ?? 0);
}

describe("the encoding is found by content", () => {
  const texts = [SHORT, CAPITALS, TABLE, ENGLISH, "Да"];
  const encoders: readonly (readonly [string, (text: string) => Uint8Array])[] = [
    ["UTF-8", (text) => Buffer.from(text)],
    ["UTF-8 with a mark", (text) => Buffer.from(`\ufeff${text}`)],
    ["UTF-16 with a mark", (text) => Buffer.from(`\ufeff${text}`, "utf16le")],
    ["UTF-16 the other way round with a mark", (text) => swap(Buffer.from(`\ufeff${text}`, "utf16le"))],
    ["UTF-16 without a mark", (text) => Buffer.from(text, "utf16le")],
    ["UTF-16 the other way round without a mark", (text) => swap(Buffer.from(text, "utf16le"))],
  ];
  for (const [name, encoder] of encoders) {
    test.each(texts)(`${name}: %j`, (text) => {
      expect(decodeText(encoder(text))).toEqual({ text, damaged: 0 });
    });
  }

  for (const encoding of ["windows-1251", "koi8-r", "ibm866"]) {
    test.each([SHORT, CAPITALS, TABLE, ENGLISH])(`${encoding}: %j`, (text) => {
      const bytes = encode(text, encoding);
      expect(decodeText(bytes)?.text).toBe(new TextDecoder(encoding).decode(bytes));
    });
  }
});

describe("damaged text", () => {
  test("UTF-8 with a torn end stays UTF-8 and says how much is lost", () => {
    const bytes = Buffer.from(SHORT.repeat(3));
    expect(decodeText(bytes.subarray(0, bytes.indexOf("№") + 1))).toMatchObject({ damaged: 1 });
  });

  test.each([
    ["zero bytes", Buffer.from("abc\0def\0")],
    ["control characters", Buffer.from("\x01\x02\x03abc")],
    ["bytes above 7F without letters", Buffer.from([0x80, 0x90, 0xff, 0xa0, 0x99])],
  ])("%s are no text", (_name, bytes) => {
    expect(decodeText(bytes)).toBeNull();
  });
});

test.each(["ibm866", "koi8-r", "windows-1251"])("a table in %s drawn with lines is text all the same", (encoding) => {
  const isDrawable = encoding !== "windows-1251";
  const rule = isDrawable ? `├${"─".repeat(9)}┼${"─".repeat(9)}┤` : `+${"-".repeat(9)}+${"-".repeat(9)}+`;
  const bar = isDrawable ? "│" : "|";
  const text = `${rule}\n${bar}Цель     ${bar}Сумма    ${bar}\n`.repeat(20);
  expect(decodeText(encode(text, encoding))).toEqual({ text, damaged: 0 });
});
