import { expect, test } from "vitest";
import { readDocument } from "../office/read.ts";
import { writeTable } from "./actions-table.ts";

test("a table as an Excel file has the rows and totals of the screen, and no text runs", async () => {
  const bytes = await writeTable({
    title: "Поручения",
    heads: ["№", "Поручение", "Просрочено, дней"],
    rows: [
      ["1/2026", "=HYPERLINK(1)", 12],
      ["2/2026", "<script>alert(1)</script>", 0],
    ],
    totals: ["Всего", "2 поручения", ""],
  });
  const read = JSON.stringify(readDocument(bytes), (_key, value) =>
    typeof value === "bigint" ? String(value) : value,
  );
  for (const text of ["Поручение", "1/2026", "=HYPERLINK(1)", "12", "<script>alert(1)</script>", "2 поручения"]) {
    expect(read).toContain(JSON.stringify(text).slice(1, -1));
  }
});
