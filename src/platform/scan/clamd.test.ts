import { spawn } from "node:child_process";
import { accessSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, describe, expect, onTestFinished, test } from "vitest";
import { openFiles } from "../files.ts";
import { type ClamdAddress, scanBytes } from "./clamd.ts";
import { guardByConfig, guardFiles } from "./guard-files.ts";

/** The harmless test file of the anti-virus makers, in two halves: whole it would be found in this file too. */
const EICAR = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-", "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("");
const PROGRAM = "/usr/sbin/clamd";

const folder = mkdtempSync(join(tmpdir(), "sosedstvo-scan-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function listen(server: Server): Promise<ClamdAddress> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return { host: "127.0.0.1", port: (server.address() as AddressInfo).port };
}

/** A scanner that says this once the last piece has come, and what it was sent. */
async function answerWith(text: string | null) {
  const got: Buffer[] = [];
  const server = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.on("data", (part: Buffer) => {
      got.push(part);
      if (text !== null && Buffer.concat(got).subarray(-4).readUInt32BE() === 0) socket.end(text);
    });
  });
  return { address: await listen(server), got: () => Buffer.concat(got) };
}

describe("the protocol", () => {
  test("sends the bytes in pieces with their lengths, and a last one of none", async () => {
    const { address, got } = await answerWith("stream: OK\0");
    const bytes = new Uint8Array(70_000).fill(7);
    expect(await scanBytes(bytes, address)).toEqual({ kind: "clean" });
    const sent = got();
    expect(sent.subarray(0, 10).toString()).toBe("zINSTREAM\0");
    expect([sent.readUInt32BE(10), sent.readUInt32BE(14 + 65_536)]).toEqual([65_536, 70_000 - 65_536]);
    expect(sent.length).toBe(10 + 4 + 65_536 + 4 + 4_464 + 4);
  });

  test.each([
    ["stream: Eicar FOUND\0", { kind: "found", signature: "Eicar" }],
    ["INSTREAM size limit exceeded. ERROR\0", { kind: "away", reason: "INSTREAM size limit exceeded. ERROR" }],
    ["", { kind: "away", reason: "no answer" }],
    ["я".repeat(5_000), { kind: "away" }],
  ])("%j is read", async (text, verdict) => {
    const { address } = await answerWith(text);
    expect(await scanBytes(new Uint8Array(3), address)).toMatchObject(verdict);
  });

  test("a scanner that says nothing, and one that is not there, are away", async () => {
    const { address } = await answerWith(null);
    expect(await scanBytes(new Uint8Array(3), address, 200)).toMatchObject({ kind: "away" });
    expect(await scanBytes(new Uint8Array(3), { host: "127.0.0.1", port: 1 })).toEqual({
      kind: "away",
      reason: "ECONNREFUSED",
    });
  });
});

describe("files behind a scanner", () => {
  const files = openFiles(folder);
  const bytes = new TextEncoder().encode("устав");

  test("are refused in words while it is away, or wait for it where the setting says so", async () => {
    const away = { kind: "away", reason: "ECONNREFUSED" } as const;
    const asked: number[] = [];
    const scan = async () => (asked.push(1) < 2 ? away : ({ kind: "clean" } as const));
    const refusing = guardFiles(files, { scan: async () => away, waits: false });
    await expect(refusing.store(bytes)).rejects.toMatchObject({ code: "scanner-away" });
    const never = guardFiles(files, { scan: async () => away, waits: true, longestMs: 50 });
    await expect(never.store(bytes)).rejects.toMatchObject({ code: "scanner-away" });
    const waiting = guardFiles(files, { scan, waits: true });
    expect(await waiting.store(bytes)).toMatch(/^[0-9a-f]{64}$/);
    expect(asked).toHaveLength(2);
  });

  test("are as they were where no scanner is named", () => {
    expect(guardByConfig(files, { clamd: null, clamdAway: "refuse" })).toBe(files);
  });
});

function isInstalled(): boolean {
  try {
    accessSync(PROGRAM);
    return true;
  } catch {
    return false;
  }
}

/** The real clamd with a database of one signature, that of the test file. */
async function startClamd(): Promise<ClamdAddress> {
  const port = await findPort();
  const database = join(folder, "database");
  mkdirSync(database);
  writeFileSync(join(database, "own.ndb"), `Eicar-Test:0:*:${Buffer.from(EICAR).toString("hex")}\n`);
  const lines = [`DatabaseDirectory ${database}`, `TCPSocket ${port}`, "TCPAddr 127.0.0.1", "Foreground yes"];
  writeFileSync(join(folder, "clamd.conf"), `${lines.join("\n")}\n`);
  const child = spawn(PROGRAM, ["--config-file", join(folder, "clamd.conf")], { stdio: "ignore" });
  onTestFinished(() => void child.kill());
  const address = { host: "127.0.0.1", port };
  const until = Date.now() + 30_000;
  while (Date.now() < until && (await scanBytes(new Uint8Array(1), address)).kind === "away") await wait(200);
  return address;
}

async function findPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test.runIf(isInstalled())("Debian's clamd: the test file is refused by its name, a clean one is kept", async () => {
  const clamd = await startClamd();
  const files = guardByConfig(openFiles(folder), { clamd, clamdAway: "refuse" });
  const infected = new TextEncoder().encode(`${EICAR}\n`);
  await expect(files.store(infected)).rejects.toMatchObject({
    code: "file-infected",
    values: { signature: expect.stringContaining("Eicar-Test") },
  });
  const large = new Uint8Array(20 * 1024 * 1024).fill(65);
  for (const clean of [new TextEncoder().encode("устав"), large])
    expect(await files.read(await files.store(clean))).toHaveLength(clean.length);
});
