import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");
const READY_MS = 110_000;

/** A clean installation as `npm start -- --empty` makes it, and all that it says. */
export interface OwnServer {
  readonly url: string;
  readonly dataFolder: string;
  /** By which it is set up: printed on the terminal, and only there. */
  readonly code: string;
  /** What stands on the terminal. */
  terminal(): string;
  /** What a supervisor keeps as the log. */
  log(): string;
  stop(): Promise<void>;
}

export async function startEmpty(port: number, environment: Readonly<Record<string, string>>): Promise<OwnServer> {
  const folder = mkdtempSync(join(tmpdir(), "sosedstvo-secrets-"));
  const data = join(folder, "data");
  const child = spawn(process.execPath, ["src/main.ts", "--port", String(port), "--data", data, "--empty"], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...environment },
  });
  const said = { terminal: "", log: "" };
  child.stdout.on("data", (chunk: Buffer) => {
    said.terminal += chunk.toString("utf8");
  });
  child.stderr.on("data", (chunk: Buffer) => {
    said.log += chunk.toString("utf8");
  });
  await waitUntil(
    child,
    () => /\n {2}\w{4}(-\w{4}){3}\n/.test(said.terminal) && /Data: .*\n/.test(said.terminal),
    said,
  );
  const stop = async () => {
    await endProcess(child);
    rmSync(folder, { recursive: true });
  };
  return {
    url: `http://localhost:${port}`,
    dataFolder: /Data: (\S+)/.exec(said.terminal)?.[1] ?? "",
    code: /\n {2}(\w{4}(?:-\w{4}){3})\n/.exec(said.terminal)?.[1] ?? "",
    terminal: () => said.terminal,
    log: () => said.log,
    stop,
  };
}

async function waitUntil(child: ChildProcess, isReady: () => boolean, said: object): Promise<void> {
  const end = Date.now() + READY_MS;
  while (!isReady()) {
    if (child.exitCode !== null || Date.now() > end) throw new Error(`no server: ${JSON.stringify(said)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function endProcess(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}

/** A port that nobody uses; known before, since a provider must know where to send people back. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
