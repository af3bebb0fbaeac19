import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Portal, startPortal } from "./portal.ts";

/** As whoever keeps the server does it: commands beside the running portal, and a restored one opened to readers. */
const root = join(import.meta.dirname, "../..");
let portal: Portal;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sosedstvo-keeping-"));
  portal = await startPortal({ environment: { SOSEDSTVO_WATCH_PORT: "0" } });
});
afterAll(async () => {
  await portal.stop();
  rmSync(folder, { recursive: true });
});

/** Asynchronous, for the portal's output is read by this very process. */
function run(...args: string[]): Promise<{ readonly status: number | null; readonly said: string }> {
  const child = spawn(process.execPath, [join(root, "src/cli.ts"), ...args], { cwd: root });
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString("utf8")));
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString("utf8")));
  return new Promise((resolve) => child.once("exit", (status) => resolve({ status, said })));
}

describe("whoever keeps the server", () => {
  it("backs up beside the running portal, rehearses the restoration, and opens a restored portal with the same pages", async () => {
    const file = join(folder, "backup.zip");
    const backup = await run("backup", file, "--rehearse", "--data", portal.dataFolder);
    expect([backup.status, backup.said]).toEqual([0, expect.stringContaining("What was restored verifies")]);
    expect(backup.said).toMatch(/SHA-256 [0-9a-f]{64}/);
    const again = await run("backup", file, "--data", portal.dataFolder);
    expect([again.status, again.said]).toEqual([2, expect.stringContaining("will not be written over")]);

    const restored = join(folder, "restored");
    const restore = await run("restore", file, "--data", restored);
    expect([restore.status, restore.said]).toEqual([0, expect.stringContaining("Restored")]);
    const occupied = await run("restore", file, "--data", restored);
    expect([occupied.status, occupied.said]).toEqual([2, expect.stringContaining("is not empty")]);

    const second = await startPortal({ kept: restored });
    try {
      for (const path of ["/", "/programmes/ordynsky-2024-2026/finance.csv", "/events", "/associations"]) {
        const [one, other] = await Promise.all([portal.url, second.url].map((url) => fetch(url + path)));
        expect([path, other?.status]).toEqual([path, one?.status]);
        const [there, here] = await Promise.all([one?.text(), other?.text()]);
        expect(here?.length).toBeGreaterThan(100);
        expect(here?.replaceAll(second.url, portal.url)).toBe(there);
      }
    } finally {
      await second.stop();
    }
  }, 240_000);

  it("sees on a port of its own that the server lives, is ready, and what it has done", async () => {
    await Promise.all(["/", "/", "/events", "/nowhere"].map((path) => fetch(portal.url + path)));
    const ask = async (path: string) => {
      const answer = await fetch(portal.watchUrl + path);
      return [answer.status, await answer.text()] as const;
    };
    expect(await ask("/live")).toEqual([200, "live\n"]);
    expect(await ask("/ready")).toEqual([200, "ready\n"]);
    const [, metrics] = await ask("/metrics");
    const figureOf = (line: string) =>
      Number(
        metrics
          .split("\n")
          .find((one) => one.startsWith(line))
          ?.split(" ")
          .at(-1),
      );
    const answers = (status: string) =>
      figureOf(`sosedstvo_answer_seconds_count{source="page",method="GET",status="${status}"}`);
    expect(answers("2xx")).toBeGreaterThan(0);
    expect(answers("4xx")).toBeGreaterThan(0);
    expect(figureOf("sosedstvo_statement_seconds_count")).toBeGreaterThan(0);
    expect(figureOf("sosedstvo_database_bytes")).toBeGreaterThan(1_000_000);
    expect(figureOf("sosedstvo_letters_waiting")).toBeGreaterThanOrEqual(0);
    // Not to be had where everybody asks.
    expect((await fetch(`${portal.url}/metrics`)).status).toBe(404);
  });

  it("is told by the doctor what is well and what to do", async () => {
    const { status, said } = await run("doctor", "--data", portal.dataFolder);
    expect(said).toContain("✓ Журнал действий и деньги · The trail and the money: сходится · holds");
    expect(said).toMatch(/[✗] Резервные копии · Backups: ни одной/);
    expect(said).toContain("→ sosedstvo backup");
    expect(status).toBe(1);
  }, 120_000);
});
