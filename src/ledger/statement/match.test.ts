import { describe, expect, test } from "vitest";
import { type Candidate, CandidateIndex, matchDocument } from "./match.ts";
import { readExchange } from "./read-exchange.ts";
import { OWN_ACCOUNT, type TestDocument, writeExchange } from "./testing.ts";

const DAWN: Candidate = {
  id: "dawn",
  date: "2024-04-18",
  year: 2024,
  basis: "соглашение о гранте от 18.04.2024 № 1",
  payee: "ТОС «Рассвет»",
  kopecks: 150_000_00n,
  left: [
    { source: "regional", kopecks: 147_297_30n },
    { source: "local", kopecks: 2_702_70n },
  ],
};
const LAKE: Candidate = { ...DAWN, id: "lake", basis: "соглашение о гранте от 18.04.2024 № 2", payee: "ТОС «Озёрный»" };

const match = (document: Partial<TestDocument>, candidates: readonly Candidate[] = [DAWN, LAKE]) => {
  const own = { number: "112", date: "26.04.2024", sum: "5.00", payee: "Кто-то", purpose: "Оплата" };
  const [read] = readExchange(writeExchange([{ ...own, ...document }])).documents;
  if (!read) throw new Error("the document is read");
  return matchDocument(read, new CandidateIndex(candidates), [OWN_ACCOUNT]);
};

describe("a document is proposed for", () => {
  test.each([
    [
      "the agreement whose number and day it names",
      { purpose: "Грант по согл. N 2 от 18.04.2024" },
      "lake",
      "number date",
    ],
    ["the payee, where the sum fits too", { payee: "ТОС РАССВЕТ", sum: "150000.00" }, "dawn", "sum payee"],
    [
      "all of it together",
      { payee: "ТОС «Озерный»", sum: "2702.70", purpose: "соглашение № 2 от 18.04.2024" },
      "lake",
      "number sum payee date",
    ],
  ])("%s", (_name, document, id, reasons) => {
    const found = match(document);
    expect(found).toMatchObject({ kind: "proposed" });
    const [best] = found.kind === "proposed" ? found.proposals : [];
    expect([best?.commitmentId, best?.reasons.join(" ")]).toEqual([id, reasons]);
  });

  test("the one source whose rest it just is, else for all as they stand to each other", () => {
    const purpose = "соглашение № 1";
    const partsOf = (sum: string) => {
      const found = match({ purpose, sum });
      return found.kind === "proposed" ? found.proposals[0]?.parts : [];
    };
    expect(partsOf("2702.70")).toEqual([{ source: "local", kopecks: 2_702_70n }]);
    expect(partsOf("1500.00")).toEqual([
      { source: "regional", kopecks: 1_472_97n },
      { source: "local", kopecks: 27_03n },
    ]);
  });
});

test("of two that fit alike a person chooses, each with its own split", () => {
  const found = match({ sum: "150000.00", purpose: "гранты № 1 и № 2" });
  expect(found.kind === "several" && found.proposals.map(({ commitmentId }) => commitmentId)).toEqual(["dawn", "lake"]);
});

describe("a document is proposed for nothing", () => {
  test.each<[string, Partial<TestDocument>, string]>([
    ["where only its sum fits", { sum: "150000.00" }, "none"],
    ["where the number is that of an agreement of another day", { purpose: "договор № 1 от 01.02.2023" }, "none"],
    ["where two fit alike", { sum: "150000.00", purpose: "гранты № 1 и № 2" }, "several"],
    ["where more was paid than is left", { purpose: "соглашение № 1", sum: "150000.01" }, "too-much"],
    ["where the treasury paid in another year", { purpose: "соглашение № 1", debited: "09.01.2025" }, "none"],
    ["where it was paid before there was an obligation", { purpose: "соглашение № 1", debited: "17.04.2024" }, "none"],
    ["where it has no mark yet", { purpose: "соглашение № 1", debited: "" }, "no-mark"],
    [
      "where the money came in",
      { purpose: "соглашение № 1", more: { ПлательщикСчет: "4070", ПолучательСчет: OWN_ACCOUNT } },
      "incoming",
    ],
  ])("%s", (_name, document, kind) => {
    expect(match(document).kind).toBe(kind);
  });
});
