import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDecimal } from "../../kernel/decimal.ts";
import { printedQuantum, readPrintedNumber, writeRussian } from "./number.ts";

const NUMBERS: [printed: string, value: string, malformed: boolean][] = [
  ["13", "13", false],
  [" 788,5", "788.5", false],
  ["3 575,5", "3575.5", false],
  ["1\u00a0358,5", "1358.5", false],
  ["1\u202f358\u202f500,00", "1358500", false],
  ["721500, 00", "721500", true],
  ["721500 ,00", "721500", true],
  ["12 34,5", "1234.5", true],
  ["31,36%", "31.36", false],
  ["15 %", "15", false],
  ["0,2*(16)", "0.2", false],
  ["-5,0", "-5", false],
  ["858.5", "858.5", false],
  ["1.240,5", "1240.5", false],
  ["1.240.500", "1240500", false],
  ["1.240", "1.24", false],
  ["1'240,5", "1240.5", false],
  ["1’240’500,25", "1240500.25", false],
  ["60 000-00", "60000", false],
  ["60 000–50", "60000.5", false],
  ["500=25", "500.25", false],
  ["1 300,5¹", "1300.5", false],
];

describe("a printed number", () => {
  it.each(NUMBERS)("«%s» is %s", (printed, value, malformed) => {
    const read = readPrintedNumber(printed);
    expect(read.kind).toBe("number");
    if (read.kind !== "number") return;
    expect(formatDecimal(read.value)).toBe(value);
    expect(read.malformed).toBe(malformed);
  });

  it.each(["", " ", "-", "–", "—", "x", "х", "Х"])("«%s» is blank", (printed) => {
    expect(readPrintedNumber(printed).kind).toBe("blank");
  });

  it.each(["единиц", "5 и 6", "2024 год", "1,2,3", "12a"])("«%s» is words", (printed) => {
    expect(readPrintedNumber(printed).kind).toBe("words");
  });

  it("reads back whatever is written", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), (value) => {
        const read = readPrintedNumber(writeRussian(value));
        expect(read).toMatchObject({ kind: "number", value, malformed: false });
      }),
    );
  });

  it("knows the last printed digit", () => {
    expect(printedQuantum("858,5")).toBe(100_000n);
    expect(printedQuantum("721500, 00")).toBe(10_000n);
    expect(printedQuantum("40")).toBe(1_000_000n);
  });
});
