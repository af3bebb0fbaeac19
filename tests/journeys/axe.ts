import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

/** What axe finds against WCAG 2.2 AA, one line a rule with the first place. The page's own policy forbids foreign scripts, so axe runs beside it. */
export async function findSeriousFaults(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const evaluate = (expression: string) =>
    session.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
  await evaluate(source);
  const options = '{ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }';
  const { result } = await evaluate(
    `axe.run(document, ${options}).then((result) => ({ violations: result.violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) })) }))`,
  );
  await session.detach();
  return (result.value as AxeResult).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
}
