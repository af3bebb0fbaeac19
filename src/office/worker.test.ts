import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { packDocx, writeParagraph } from "./testing.ts";
import { readInWorker, runInWorker } from "./worker.ts";

const folder = mkdtempSync(join(tmpdir(), "office-worker-"));
afterAll(() => rmSync(folder, { recursive: true }));

const module = pathToFileURL(join(folder, "task.mjs"));
writeFileSync(
  module,
  `export const add = (a, b) => a + b;
   export const spin = () => { for (;;); };
   export const fill = () => { const all = []; for (;;) all.push(new Array(100000).fill({})); };
   export const fail = () => { throw new TypeError("the program is wrong"); };`,
);
const bytes = packDocx(writeParagraph("Программа"));

describe("reading in a worker", () => {
  test("bytes and files become trees", async () => {
    const path = join(folder, "a.docx");
    writeFileSync(path, bytes);
    const tree = { format: "docx", blocks: [{ kind: "paragraph", text: "Программа" }], omitted: [] };
    expect(await readInWorker(bytes)).toEqual(tree);
    expect(await readInWorker(path)).toEqual(tree);
  });

  test("refusals come back as refusals, with their values", async () => {
    const broken = readInWorker(bytes.subarray(0, 100));
    await expect(broken).rejects.toMatchObject({ name: "Refusal", code: "zip-broken" });
    const picture = readInWorker(Buffer.from("\x89PNG\r\n\x1a\n\0", "latin1"));
    await expect(picture).rejects.toMatchObject({ code: "not-a-document", values: { seems: "PNG" } });
  });
});

describe("any function in a worker", () => {
  test("gives back what it returns", async () => {
    expect(await runInWorker<number>({ module, exportName: "add", args: [2, 3] })).toBe(5);
  });

  test("is stopped when it takes too long, while others are answered", async () => {
    let ticks = 0;
    const clock = setInterval(() => ticks++, 20);
    const slow = runInWorker({ module, exportName: "spin", args: [] }, { timeoutMs: 400 });
    await expect(slow).rejects.toMatchObject({ code: "document-too-slow", values: { seconds: 1 } });
    clearInterval(clock);
    expect(ticks).toBeGreaterThan(5);
  });

  test("is stopped when it takes too much memory", async () => {
    const large = runInWorker({ module, exportName: "fill", args: [] }, { memoryMb: 64 });
    await expect(large).rejects.toMatchObject({ code: "document-too-large", values: { megabytes: 64 } });
  });

  test("passes on an error of the program as it is", async () => {
    await expect(runInWorker({ module, exportName: "fail", args: [] })).rejects.toThrow("the program is wrong");
    await expect(runInWorker({ module, exportName: "none", args: [] })).rejects.toThrow("exports no function");
  });

  test("waits for its turn", async () => {
    const calls = [1, 2, 3, 4, 5].map((value) => runInWorker<number>({ module, exportName: "add", args: [value, 1] }));
    expect(await Promise.all(calls)).toEqual([2, 3, 4, 5, 6]);
  });
});
