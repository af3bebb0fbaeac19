import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeText } from "../../office/encoding.ts";
import { readExchange } from "./read-exchange.ts";
import { encodeWindows, OWN_ACCOUNT, writeExchange } from "./testing.ts";

const ORDER = {
  number: "112",
  date: "26.04.2024",
  sum: "147297.30",
  payee: "ТОС «Рассвет»",
  purpose: "Грант по соглашению от 18.04.2024 № 1",
};
const FILE = writeExchange([ORDER, { ...ORDER, number: "113", sum: "2702.7" }]);

describe("a file of the exchange format", () => {
  test.each([
    ["in UTF-8", new TextEncoder().encode(FILE)],
    ["in UTF-8 with its mark", new TextEncoder().encode(`\uFEFF${FILE}`)],
    ["in windows-1251", encodeWindows(FILE)],
  ])("%s gives its documents", (_name, bytes) => {
    const decoded = decodeText(bytes);
    const { documents, faults, accounts } = readExchange(decoded?.text ?? "", decoded?.damaged);
    expect(faults).toEqual([]);
    expect(accounts).toEqual([OWN_ACCOUNT]);
    expect(documents.map(({ number, kopecks }) => [number, kopecks])).toEqual([
      ["112", 147_297_30n],
      ["113", 2_702_70n],
    ]);
    expect(documents[0]).toMatchObject({ debited: "2024-04-26", payee: ORDER.payee, purpose: ORDER.purpose });
  });

  test.each([
    ["a sum of three decimals", { sum: "10.123" }, "sum-decimals"],
    ["a sum with a currency", { sum: "100 USD" }, "currency"],
    ["a payer's account in dollars", { more: { ПлательщикСчет: "40702840100000000001" } }, "currency"],
    ["a sum of nothing", { sum: "0.00" }, "sum-malformed"],
    ["a day that is not in the calendar", { debited: "31.02.2024" }, "date-malformed"],
    ["no number", { number: "" }, "number-missing"],
  ])("with %s says so and keeps the other documents", (_name, change, code) => {
    const { documents, faults } = readExchange(writeExchange([ORDER, { ...ORDER, number: "114", ...change }]));
    expect(faults.map((fault) => fault.code)).toEqual([code]);
    expect(documents[0]?.number).toBe("112");
  });

  test("cut in the middle says where", () => {
    const { documents, faults } = readExchange(FILE.slice(0, FILE.lastIndexOf("НазначениеПлатежа")));
    expect(documents.map(({ number }) => number)).toEqual(["112"]);
    expect(faults).toEqual([{ code: "cut", line: 16, text: "113" }]);
  });

  test("of another format gives nothing", () => {
    expect(readExchange("дата;сумма\r\n01.01.2024;5").faults).toEqual([
      { code: "not-exchange", line: null, text: "дата;сумма" },
    ]);
  });

  test("broken in any way never throws, and never gives a sum that is none", () => {
    const lines = FILE.split("\r\n");
    const junk = fc.oneof(fc.string({ maxLength: 40 }), fc.constantFrom(...lines), fc.constant("КонецДокумента"));
    const broken = fc.oneof(
      fc.array(junk, { maxLength: 40 }).map((some) => ["1CClientBankExchange", ...some].join("\n")),
      fc.nat(FILE.length).map((at) => FILE.slice(0, at)),
      fc
        .tuple(fc.nat(FILE.length), fc.string({ maxLength: 5 }))
        .map(([at, text]) => FILE.slice(0, at) + text + FILE.slice(at + 3)),
      fc.uint8Array({ maxLength: 300 }).map((bytes) => decodeText(bytes)?.text ?? ""),
    );
    fc.assert(
      fc.property(broken, (text) => {
        for (const { kopecks, number, debited } of readExchange(text).documents) {
          expect(kopecks > 0n && number !== "").toBe(true);
          expect(debited === null || /^20\d\d-\d\d-\d\d$/.test(debited)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});
