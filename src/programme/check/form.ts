import type { Figure, FigureRow, Part, Place, Programme, ProgrammeFinding, Words } from "../contract.ts";
import { readPrintedNumber, writeRussian } from "../language/number.ts";
import { readMoneyUnit } from "../language/vocabulary.ts";
import { oneLine } from "../language/words.ts";
import { type Check, makeFinding } from "./finding.ts";
import { activityRows, allRows } from "./rows.ts";

/** Roubles and thousands of roubles in one table: the unit that fewer rows have is named. */
export const unitMixed: Check = (programme) => {
  const tables = groupBy(
    allRows(programme).filter((row) => row.unit && readMoneyUnit(row.unit.text)),
    (row) => row.label.place.part,
  );
  return [...tables.values()].flatMap((rows) => {
    const units = [...groupBy(rows, (row) => readMoneyUnit(row.unit?.text ?? "") ?? "").values()].sort(
      (a, b) => a.length - b.length,
    );
    const [fewest, ...others] = units;
    const [first, usual] = [fewest?.[0], others.at(-1)?.[0]];
    if (!first?.unit || !usual?.unit || !fewest) return [];
    return [
      makeFinding("unit-mixed", "warning", first.unit.place, {
        found: oneLine(first.unit.text),
        expected: oneLine(usual.unit.text),
        related: fewest.slice(1).flatMap((row) => (row.unit ? [row.unit.place] : [])),
        values: { count: fewest.length, rows: rows.length },
      }),
    ];
  });
};

const UNIT_TWICE = /((?:тыс|млн)\.?\s*руб(?:лей|\.)?\s+(?:тыс\.\s*)?руб(?:лей|ля|ль|\.)?)(?![а-я])/iu;

/** «тыс. руб. рублей». */
export const unitTwice: Check = (programme) => {
  const texts: Words[] = [
    ...programme.passport.rows.map((row) => row.text),
    ...programme.sections.flatMap((section) => section.paragraphs),
  ];
  return texts.flatMap((words) => {
    const line = words.text.split("\n").find((text) => UNIT_TWICE.test(text));
    const found = line ? UNIT_TWICE.exec(line)?.[1] : undefined;
    if (!line || !found) return [];
    return [
      makeFinding(
        "unit-twice",
        "note",
        { ...words.place, text: oneLine(line) },
        { found, expected: /тыс/i.test(found) ? "тыс. руб." : "млн руб." },
      ),
    ];
  });
};

/** The same row twice in one block: harmless where the figures agree, an error where they do not. */
export const rowRepeated: Check = (programme) => {
  const blocks = [
    ...programme.activities.map((activity) => ({ rows: activityRows(activity), repeated: activity.repeated })),
    ...programme.rollups.map((rollup) => ({ rows: rollup.rows, repeated: rollup.repeated })),
  ];
  return blocks.flatMap(({ rows, repeated }) =>
    repeated.flatMap((again) => {
      const first = rows.find((row) => row.kind === again.kind);
      return first ? [reportRepeated(first, again)] : [];
    }),
  );
};

function reportRepeated(first: FigureRow, again: FigureRow): ProgrammeFinding {
  const key = Object.keys(again.values).find((year) => again.values[year]?.value !== first.values[year]?.value);
  const [odd, was] = key ? [again.values[key], first.values[key]] : [];
  return makeFinding("row-repeated", odd ? "error" : "warning", odd?.place ?? again.label.place, {
    variant: odd ? "differs" : "same",
    found: odd?.printed ?? again.label.text,
    expected: was?.printed ?? null,
    related: [was?.place ?? first.label.place],
    values: { row: first.label.text, year: key ?? "" },
  });
}

/** A numbering row that skips a column which has a head. */
export const columnUnnumbered: Check = (programme) =>
  programme.heads.flatMap((head) =>
    head.columns
      .filter((column) => column.numbered === "" && column.text !== "")
      .map((column) =>
        makeFinding("column-unnumbered", "note", column.place, { found: null, values: { heading: column.text } }),
      ),
  );

/** Figures with stray spaces or mixed separators, one finding for each block of rows. */
export const numberMalformed: Check = (programme) =>
  figureBlocks(programme).flatMap((figures) => {
    const malformed = figures.filter((figure) => {
      const number = readPrintedNumber(figure.printed);
      return number.kind === "number" && number.malformed;
    });
    const [first] = malformed;
    const number = readPrintedNumber(first?.printed ?? "");
    if (!first || number.kind !== "number") return [];
    const places: Place[] = malformed.slice(1).map((figure) => figure.place);
    const expected = writeRussian(number.value, first.printed);
    return [
      makeFinding("number-malformed", "warning", first.place, {
        found: first.printed,
        expected,
        related: places,
        values: { count: malformed.length },
      }),
    ];
  });

function figureBlocks(programme: Programme): Figure[][] {
  const figures = (rows: readonly FigureRow[]) => rows.flatMap((row) => Object.values(row.values));
  return [
    figures(programme.passport.finance),
    ...programme.activities.map((activity) => figures(activityRows(activity))),
    ...programme.rollups.map((rollup) => figures([...rollup.rows, ...rollup.repeated])),
    figures(programme.indicators.map((indicator) => indicator.targets)),
    programme.indicators.flatMap((indicator) => indicator.weight ?? []),
    figures(programme.summary),
  ];
}

function groupBy<T, K extends Part | string>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
