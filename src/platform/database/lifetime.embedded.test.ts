import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type DataFolder, openDataFolder } from "./data-folder.ts";
import { findEmbeddedEngine } from "./engine.ts";
import { openDatabase } from "./index.ts";
import { chooseNobody } from "./launcher.ts";
import { findPostmaster, stopPostmaster } from "./postmaster.ts";

const PROGRAM = new URL("testing-process.ts", import.meta.url).pathname;
const NOBODY = 65534;

let place: string;
let data: DataFolder;
let children: ChildProcess[];

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), "sosedstvo-lifetime-"));
  data = openDataFolder(join(place, "data"));
  children = [];
});

afterEach(async () => {
  for (const child of children) child.kill("SIGKILL");
  await stopPostmaster(data);
  rmSync(place, { recursive: true });
});

/** Starts a process on the folder; resolves with its first line. */
async function start(
  purpose: "server" | "command",
  launcher: string[] = [],
): Promise<{ child: ChildProcess; said: string }> {
  const [file = "", ...args] = [...launcher, process.execPath, PROGRAM, data.root, purpose];
  const child = spawn(file, args, { stdio: ["pipe", "pipe", "inherit"], cwd: "/" });
  children.push(child);
  const [line] = (await once(child.stdout as NodeJS.ReadableStream, "data")) as [Buffer];
  return { child, said: line.toString().trim() };
}

async function leave(child: ChildProcess): Promise<void> {
  child.stdin?.end();
  const [code] = await once(child, "exit");
  expect(code).toBe(0);
}

async function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  child.kill(signal);
  await once(child, "exit");
}

function runningPid(): number {
  const pid = findPostmaster(data)?.pid;
  if (!pid) throw new Error("PostgreSQL does not run");
  return pid;
}

async function gone(): Promise<boolean> {
  for (let i = 0; i < 200 && findPostmaster(data); i++) await pause(10);
  return findPostmaster(data) === undefined;
}

describe("one data folder", () => {
  test("is closed to others, secrets and cluster too", async () => {
    await leave((await start("server")).child);
    const rights = [data.root, data.cluster, data.socket, data.password, data.log].map(
      (path) => statSync(path).mode & 0o077,
    );
    expect(rights).toEqual([0, 0, 0, 0, 0]);
  });

  test("takes one server: a second is refused, and the first goes on", async () => {
    const first = await start("server");
    expect((await start("server")).said).toBe("data-folder-in-use");
    expect(findPostmaster(data)?.status).toBe("ready");
    await leave(first.child);
    expect(findPostmaster(data)).toBeUndefined();
  });

  test("is used by commands beside a server, which they do not stop", async () => {
    const server = await start("server");
    const command = await start("command");
    expect(command.said).toBe(server.said);
    await leave(command.child);
    expect(findPostmaster(data)?.status).toBe("ready");
    await leave(server.child);
    expect(findPostmaster(data)).toBeUndefined();
  });

  test("is opened by a command alone, and a server that comes meanwhile keeps PostgreSQL", async () => {
    const command = await start("command");
    const server = await start("server");
    expect(server.said).toBe(command.said);
    await kill(command.child, "SIGTERM");
    await pause(100);
    expect(findPostmaster(data)?.status).toBe("ready");
    await leave(server.child);
    expect(findPostmaster(data)).toBeUndefined();
  });

  test("is made once by processes that start together", async () => {
    const all = await Promise.all([start("command"), start("command"), start("server")]);
    expect(new Set(all.map(({ said }) => said)).size).toBe(1);
    await Promise.all(all.map(({ child }) => leave(child)));
    expect(findPostmaster(data)).toBeUndefined();
  });
});

describe("PostgreSQL does not outlive its server", () => {
  test.each(["SIGTERM", "SIGINT", "SIGHUP"] as const)("that gets %s", async (signal) => {
    const { child } = await start("server");
    await kill(child, signal);
    expect(await gone()).toBe(true);
  });
});

describe("after a sudden death", () => {
  test("of the server its PostgreSQL is taken over and stopped with the next one", async () => {
    const first = await start("server");
    await kill(first.child, "SIGKILL");
    const second = await start("server");
    expect(second.said).toBe(first.said);
    await leave(second.child);
    expect(findPostmaster(data)).toBeUndefined();
  });

  test("of PostgreSQL the next start recovers", async () => {
    const first = await start("server");
    process.kill(runningPid(), "SIGKILL");
    await kill(first.child, "SIGKILL");
    const second = await start("server");
    expect(second.said).toMatch(/^open/);
    expect(second.said).not.toBe(first.said);
    await leave(second.child);
  });

  test("of PostgreSQL alone the server still closes in order, and the next start recovers", async () => {
    const first = await start("server");
    process.kill(runningPid(), "SIGKILL");
    await pause(50);
    await leave(first.child);
    const second = await start("server");
    expect(second.said).toMatch(/^open/);
    await leave(second.child);
  });

  test("a postmaster.pid whose number another process has got does not hinder", async () => {
    await leave((await start("server")).child);
    const lines = [process.pid, data.cluster, 0, 5432, data.socket, "", "", "ready"];
    writeFileSync(join(data.cluster, "postmaster.pid"), `${lines.join("\n")}\n`);
    writeFileSync(join(data.socket, ".s.PGSQL.5432.lock"), `${lines.join("\n")}\n`);
    const { child, said } = await start("server");
    expect(said).toMatch(/^open/);
    await leave(child);
  });

  test("a cluster half made is made anew", async () => {
    mkdirSync(join(data.root, "cluster.new"));
    writeFileSync(join(data.root, "cluster.new", "PG_VERSION"), "18\n");
    const { child, said } = await start("server");
    expect(said).toMatch(/^open/);
    await leave(child);
  });
});

describe("places and users", () => {
  test("a path too long for a socket gets a loopback port with a password", async () => {
    data = openDataFolder(join(place, "folder-with-a-long-name/".repeat(5), "data"));
    const { child, said } = await start("server");
    expect(said).toMatch(/^open/);
    expect(findPostmaster(data)?.socketFolder).toBe("");
    const command = await start("command");
    expect(command.said).toBe(said);
    await leave(command.child);
    await leave(child);
  });

  test("a cluster of another major version is refused", async () => {
    await leave((await start("server")).child);
    writeFileSync(join(data.cluster, "PG_VERSION"), "16\n");
    expect((await start("server")).said).toBe("database-other-version");
  });

  test("a file where the folder should be is refused", async () => {
    const file = join(place, "file");
    writeFileSync(file, "");
    const opening = openDatabase({ dataFolder: join(file, "data"), databaseUrl: null });
    await expect(opening).rejects.toMatchObject({ code: "data-folder-closed" });
  });

  test("an address that nobody answers at is refused with the reason", async () => {
    const opening = openDatabase({ dataFolder: place, databaseUrl: "postgresql://nobody@127.0.0.1:1/none" });
    await expect(opening).rejects.toMatchObject({ code: "database-unreachable" });
  });
});

const AS_NOBODY = ["setpriv", `--reuid=${NOBODY}`, `--regid=${NOBODY}`, "--clear-groups"];
/** Our own folder may be one that only root can enter. */
const nobodyMayEnter = canRun([...AS_NOBODY, "test", "-r", PROGRAM]) && canRun([...AS_NOBODY, process.execPath, "-v"]);
/** Where nobody may not enter, an ordinary user is one that a namespace makes of root. */
const asOrdinaryUser = nobodyMayEnter ? AS_NOBODY : ["unshare", "-U", "--map-user=1", "--map-group=1"];

function canRun([file = "", ...args]: readonly string[]): boolean {
  return spawnSync(file, args, { stdio: "ignore" }).status === 0;
}

function giveToNobody(): void {
  chmodSync(place, 0o755);
  for (const path of [data.root, data.socket, join(data.root, "secrets")]) chownSync(path, NOBODY, NOBODY);
}

/** Only root can act as another user; an ordinary user is one already, and the tests above have run as such. */
describe.runIf(process.getuid?.() === 0)("started by root", () => {
  test("an ordinary user works as well, and root afterwards in the same folder", async () => {
    if (nobodyMayEnter) giveToNobody();
    const { child, said } = await start("server", asOrdinaryUser);
    expect(said).toMatch(/^open/);
    await leave(child);
    expect(statSync(data.cluster).uid).toBe(nobodyMayEnter ? NOBODY : 0);
    const byRoot = await start("server");
    expect(byRoot.said).toMatch(/^open/);
    await leave(byRoot.child);
  });

  test("without user namespaces PostgreSQL runs as nobody where nobody may enter, and not where not", () => {
    const { programs } = findEmbeddedEngine();
    expect(chooseNobody(programs, data)).toBeUndefined();
    expect(statSync(data.socket).uid).toBe(0);
    chmodSync(place, 0o755);
    expect(chooseNobody(programs, data)?.owner).toBe(nobodyMayEnter ? NOBODY : undefined);
  });
});
