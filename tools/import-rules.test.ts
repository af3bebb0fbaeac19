import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import { afterEach, expect, test } from "vitest";
import rules from "./import-rules.mjs";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** Lays the files in an empty folder and returns the names of the rules that they break. */
async function broken(files: Readonly<Record<string, string>>): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "import-rules-"));
  folders.push(folder);
  for (const [path, text] of Object.entries({ ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const { forbidden, options } = rules;
  const result = await cruise(["."], { ...options, baseDir: folder, validate: true, ruleSet: { forbidden } });
  const { violations } = (result.output as ICruiseResult).summary;
  return [...new Set(violations.map((violation) => violation.rule.name))].sort();
}

/** One file that imports another which stands there. */
function edge(from: string, to: string, kind = "import"): Record<string, string> {
  const path = `${"../".repeat(from.split("/").length - 1)}${to}`;
  const text =
    kind === "type" ? `import type { x } from "${path}"; export type Y = typeof x;` : `import { x } from "${path}"; x;`;
  return { [to]: "export const x = 1;", [from]: text };
}

test.each([
  ["1-kernel", edge("src/kernel/money.ts", "src/platform/log.ts")],
  ["2-platform-office", edge("src/platform/http/server.ts", "src/access/index.ts")],
  ["2-platform-office", edge("src/office/read.ts", "src/programme/contract.ts")],
  ["3-order-access", edge("src/access/index.ts", "src/programme/index.ts")],
  ["3-order-programme", edge("src/programme/index.ts", "src/report/contract.ts", "type")],
  ["3-order-report", edge("src/report/index.ts", "src/portal/index.ts")],
  ["4-door", edge("src/programme/store.ts", "src/access/store.ts")],
  ["4-door", edge("src/programme/actions.ts", "src/access/refusals.ts")],
  ["4-door-tests", edge("src/programme/actions.db.test.ts", "src/access/store.ts")],
  ["5-pure", edge("src/programme/edition.ts", "src/programme/store.ts")],
  ["5-pure", edge("src/programme/edition.ts", "src/programme/store-edition.ts", "type")],
  ["5-pure", edge("src/programme/check/sums.ts", "src/platform/log.ts")],
  ["5-pure", edge("src/programme/contract.ts", "src/access/index.ts")],
  ["5-pure-node", { "src/programme/figures.ts": `import "node:fs";` }],
  ["5-pure-node", { "src/kernel/id.ts": `import "node:crypto";` }],
  ["6-web-values", edge("web/programme/page.tsx", "src/programme/index.ts")],
  ["6-web-values", edge("web/app/root.tsx", "src/platform/log.ts")],
  ["6-web-types", edge("web/programme/page.tsx", "src/programme/store.ts", "type")],
  ["6-web-ui", edge("web/ui/table.tsx", "web/programme/page.tsx")],
  ["6-web-ui", edge("web/ui/table.tsx", "src/programme/contract.ts")],
  ["6-web-slices", edge("web/programme/page.tsx", "web/access/page.tsx")],
  ["6-src-web", edge("src/portal/index.ts", "web/app/paths.ts")],
  ["7-roots", edge("src/platform/http/server.ts", "src/main.ts")],
  ["7-roots", edge("tools/x.ts", "src/cli.ts")],
  [
    "7-no-cycles",
    {
      ...edge("src/kernel/a.ts", "src/kernel/b.ts"),
      "src/kernel/b.ts": `import { y } from "./a.ts"; export const x = y;`,
    },
  ],
  ["8-resolvable", { "src/kernel/a.ts": `import "./gone.ts";` }],
])("%s catches %j", async (rule, files) => {
  expect(await broken(files)).toContain(rule);
});

test.each([
  [edge("src/kernel/money.ts", "src/kernel/decimal.ts")],
  [edge("src/platform/database/index.ts", "src/office/tree.ts")],
  [edge("src/programme/actions.ts", "src/access/index.ts")],
  [edge("src/programme/edition.ts", "src/access/contract.ts")],
  [edge("src/programme/store-edition.ts", "src/platform/database/index.ts")],
  [edge("src/programme/actions.db.test.ts", "src/access/testing.ts")],
  [edge("web/programme/page.tsx", "src/programme/contract.ts")],
  [edge("web/programme/page.tsx", "src/programme/views.ts", "type")],
  [edge("web/programme/page.tsx", "src/programme/index.ts", "type")],
  [edge("web/programme/page.tsx", "web/ui/table.tsx")],
  [edge("web/app/root.tsx", "web/programme/page.tsx")],
  [edge("src/main.ts", "src/programme/api.ts")],
  [edge("src/cli.ts", "src/programme/cli.ts")],
])("%j is allowed", async (files) => {
  expect(await broken(files)).toEqual([]);
});
