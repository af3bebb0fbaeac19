import { describe, expect, it } from "vitest";
import { readDocument } from "../../../office/read.ts";
import { CLEAN } from "../../check/testing.ts";
import { NO_HINTS, type ReadingHints } from "../../contract.ts";
import { describeFigures } from "../../figures.ts";
import { readProgramme } from "../../reading.ts";

const read = (text: string, hints: Partial<ReadingHints> = {}) =>
  readProgramme(readDocument(new TextEncoder().encode(text)), { ...NO_HINTS, ...hints });

describe("a column whose head means nothing to the reader", () => {
  const strange = CLEAN.replace("Ед. измерения", "Мера");

  it("is asked about, with what stands in it", () => {
    const { questions } = read(strange);
    expect(questions).toMatchObject([
      { kind: "column", key: "мера", answer: null, place: { part: "annex1" }, sample: [["единиц"], ["единиц"]] },
    ]);
  });

  it("is read as a person said, and asked again with the answer", () => {
    const { programme, questions } = read(strange, { columns: { мера: "unit" } });
    expect(programme.indicators.map(({ unit }) => unit?.text)).toEqual(["единиц", "единиц"]);
    expect(questions).toMatchObject([{ key: "мера", answer: "unit" }]);
  });

  it("is kept as a note while nobody answered", () => {
    const { programme } = read(strange);
    expect(programme.indicators[0]?.notes).toMatchObject([{ heading: "Мера", text: { text: "единиц" } }]);
  });
});

describe("a table of which nothing was recognised", () => {
  const strange = CLEAN.replace("Источники расходов", "Откуда")
    .replaceAll("финансовых затрат", "потрачено")
    .replace("\tобластной бюджет\n\t150,0", "\tобласть\n\t150,0")
    .replace("\tместный бюджет\n\t150,0", "\tрайон\n\t150,0");
  const [question] = read(strange).questions.filter(({ kind }) => kind === "table");

  it("is asked about, with its first rows", () => {
    expect(question?.sample[0]).toEqual(["Откуда", "Всего, тыс. руб.", "2025 год", "2026 год"]);
    expect(read(strange).programme.summary).toEqual([]);
  });

  it("is read as the part that a person named", () => {
    const { programme } = read(strange, { tables: { [question?.key ?? ""]: "annex3" } });
    expect(programme.summary[0]?.values["2025"]?.value).toBe(10_000_000n);
  });

  it("is left alone without a finding where a person said so", () => {
    const { findings, questions } = read(strange, { tables: { [question?.key ?? ""]: "none" } });
    expect(findings.filter(({ code }) => code === "not-understood")).toEqual([]);
    expect(questions).toMatchObject([{ kind: "table", answer: "none" }]);
  });
});

describe("a document that mixes two programmes", () => {
  const other = CLEAN.replaceAll("Добрые соседи Приозёрного района", "Молодёжь Приозёрного района").replaceAll(
    "40,0",
    "70,0",
  );
  const { programme, findings } = read(CLEAN + other);

  it("is read as the first one, whole", () => {
    expect(programme.passport.name?.text).toContain("Добрые соседи");
    expect(describeFigures(programme)).toEqual(describeFigures(read(CLEAN).programme));
  });

  it("is told where the second one begins", () => {
    expect(findings).toMatchObject([
      { code: "not-understood", variant: "second-programme", where: { part: "passport", table: 5 } },
    ]);
  });
});

it("asks nothing of a document that is plain", () => expect(read(CLEAN).questions).toEqual([]));
