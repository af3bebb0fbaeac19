import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Refusal } from "../../kernel/refusal.ts";
import type { Block, Cell, DocumentTree, Table } from "../../office/tree.ts";
import { describeFigures } from "../figures.ts";
import { findingMessage } from "../messages.ts";
import { readProgramme } from "../reading.ts";
import { readExampleTree } from "../testing.ts";

const STRANGE = fc.oneof(
  fc.string(),
  fc.constantFrom(
    "",
    " ",
    "x",
    "–",
    "2024 год",
    "Итого",
    "Задача",
    "Цель:",
    "тыс. руб.",
    "областной бюджет",
    "999999999999999999",
    "1,2,3",
    "12 34,5",
    "от 99.99.9999 № ",
  ),
  fc.integer().map(String),
);

type Damage = {
  readonly at: number;
  readonly what: "text" | "drop" | "span" | "twice" | "swap";
  readonly text: string;
};

const DAMAGE = fc.record({
  at: fc.nat(900),
  what: fc.constantFrom("text" as const, "drop" as const, "span" as const, "twice" as const, "swap" as const),
  text: STRANGE,
});

/** Damages the nth cell of a tree, counting nested ones. */
function damage(tree: DocumentTree, list: readonly Damage[]): DocumentTree {
  let count = 0;
  const visitCell = (cell: Cell): Cell[] => {
    const hits = list.filter(({ at }) => at === count);
    count++;
    const inner = { ...cell, blocks: cell.blocks.map(visitBlock) };
    return hits.reduce<Cell[]>((cells, hit) => cells.flatMap((one) => damageCell(one, hit)), [inner]);
  };
  const visitBlock = (block: Block): Block => {
    if (block.kind === "paragraph") return block;
    const rows = block.rows.map((row) => ({ ...row, cells: row.cells.flatMap(visitCell) }));
    const swapped = list.some(({ what, at }) => what === "swap" && at % 7 === block.number) ? rows.toReversed() : rows;
    return { ...block, rows: swapped } satisfies Table;
  };
  return { ...tree, blocks: tree.blocks.map(visitBlock) };
}

function damageCell(cell: Cell, { what, text }: Damage): Cell[] {
  if (what === "drop") return [];
  if (what === "twice") return [cell, cell];
  if (what === "span") return [{ ...cell, columnSpan: cell.columnSpan + 3, rowSpan: cell.rowSpan + 2 }];
  return what === "text" ? [{ ...cell, blocks: [{ kind: "paragraph", text }] }] : [cell];
}

function mustAnswer(tree: DocumentTree): void {
  try {
    const { programme, findings } = readProgramme(tree);
    expect(() => JSON.stringify(describeFigures(programme))).not.toThrow();
    for (const finding of findings) expect(findingMessage(finding, "ru")).not.toMatch(/undefined|NaN/);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

const PARAGRAPH = fc.oneof(
  STRANGE,
  fc.constantFrom("I. Паспорт", "II. Текст", "УТВЕРЖДЕНО", "Приложение № 2", "Задачи программы:", "1) одно;"),
);
const CELL_TEXT = fc.oneof(
  STRANGE,
  fc.constantFrom(
    "Наименование мероприятия",
    "Наименование целевого индикатора",
    "Источники",
    "2025 год",
    "итого",
    "Количество",
    "Сумма затрат",
  ),
);

const RANDOM_TREE: fc.Arbitrary<DocumentTree> = fc
  .array(
    fc.oneof(
      PARAGRAPH.map((text): Block => ({ kind: "paragraph", text })),
      randomTable(),
    ),
    { maxLength: 8 },
  )
  .map((blocks) => ({ format: "docx", blocks, omitted: [] }));

function randomTable(): fc.Arbitrary<Block> {
  return fc.array(fc.array(CELL_TEXT, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 }).map((rows) => ({
    kind: "table",
    number: 1,
    columns: Math.max(...rows.map((row) => row.length)),
    rows: rows.map((row, at) => ({
      number: at + 1,
      cells: row.map((text, column) => ({
        row: at + 1,
        column: column + 1,
        columnSpan: 1,
        rowSpan: 1,
        blocks: [{ kind: "paragraph", text }],
      })),
    })),
  }));
}

describe("reading a programme", () => {
  it("answers with a reading or a refusal for every damaged example", () => {
    const tree = readExampleTree();
    fc.assert(
      fc.property(fc.array(DAMAGE, { minLength: 1, maxLength: 12 }), (list) => mustAnswer(damage(tree, list))),
      { numRuns: 300 },
    );
  }, 60_000);

  it("answers with a reading or a refusal for every tree", () => {
    fc.assert(fc.property(RANDOM_TREE, mustAnswer), { numRuns: 500 });
  }, 60_000);
});
