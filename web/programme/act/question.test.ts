import { expect, test } from "vitest";
import { readQuestion, writeFields } from "./question.ts";

const ask = (query: string) => readQuestion("x", new URLSearchParams(query));

test.each([
  ["was=1&became=2", { was: 1, became: 2 }],
  ["became=draft", { was: null, became: "draft" }],
])("«%s» names its sides", (query, sides) => {
  expect(ask(query)).toEqual({ slug: "x", sides, requisites: null, techniques: {} });
});

test.each(["", "was=1", "was=1&became=x", "was=-1&became=2"])("«%s» names no sides", (query) => {
  expect(ask(query)).toBeNull();
});

test("a technique that there is not is none", () => {
  expect(ask("became=draft&annex2=restate&annex3=burn&title=replace")?.techniques).toEqual({ annex2: "restate" });
});

test("what a form says comes back into the form, and blanks are blanks", () => {
  const said = {
    number: "41",
    date: "2025-07-15",
    place: "р.п. Ордынское",
    issuer: "Администрация района",
    amendedNumber: "",
    amendedDate: "",
    ground: "В целях порядка",
    publication: "",
    control: "",
    office: "Глава района",
    signer: "",
  };
  const requisites = ask(`became=draft&${new URLSearchParams(said)}`)?.requisites;
  expect(requisites).toMatchObject({ control: null, amended: { number: null, date: null } });
  expect(requisites && writeFields(requisites)).toEqual(said);
});

test("a date that is none is left blank, a text that is too long is cut", () => {
  const requisites = ask(
    `became=draft&number=1&date=${encodeURIComponent("вчера")}&place=${"а".repeat(500)}`,
  )?.requisites;
  expect(requisites?.date).toBeNull();
  expect(requisites?.place).toHaveLength(100);
});
