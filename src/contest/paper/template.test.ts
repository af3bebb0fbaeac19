import { expect, test } from "vitest";
import type { PaperBlock } from "../../office/paper.ts";
import { DEFAULT_TEMPLATE, fillTemplate, findUnknown, PLACEHOLDERS, type Placeholder } from "./template.ts";

const values = Object.fromEntries(PLACEHOLDERS.map((name) => [name, `<${name}>`])) as Record<Placeholder, string>;
const table: PaperBlock = { kind: "table", columns: [1], headRows: 0, rows: [{ cells: [{ text: "а" }] }] };
const tables = { смета: table, график: table };

test("every name of the default template stands for something, and is filled", () => {
  expect(findUnknown(DEFAULT_TEMPLATE)).toEqual([]);
  const blocks = fillTemplate(DEFAULT_TEMPLATE, values, tables);
  expect(blocks.filter(({ kind }) => kind === "table")).toHaveLength(2);
  expect(JSON.stringify(blocks)).not.toContain("{{");
  expect(blocks[0]).toEqual({ kind: "paragraph", style: "title", text: "СОГЛАШЕНИЕ № <номер>" });
});

test("a clause whose only name stands for nothing is left out, and unknown names are told", () => {
  const blocks = fillTemplate("1.3. {{налог}}\n~ Слева | Справа", { ...values, налог: "" }, tables);
  expect(blocks).toEqual([{ kind: "paragraph", style: "signature", text: "Слева\tСправа" }]);
  expect(findUnknown("{{сума}} и {{ дата }}")).toEqual(["сума"]);
});
