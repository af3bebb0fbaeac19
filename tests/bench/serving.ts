import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { compareRatio, type Measured, median, timeProcess } from "./measure.ts";

const root = join(import.meta.dirname, "../..");
const PAGE_BYTES = 15_000;
const FIRST_PAGE_MS = 3_000;
const MEMORY_MEGABYTES = 200;
const SLUG = "/programmes/ordynsky-2024-2026";
const PAGES = [
  "/",
  SLUG,
  "/indicators",
  "/indicators/2.1",
  "/activities",
  "/activities/6",
  "/finance",
  "/findings",
  "/editions",
].map((path) => (path === "/" || path === SLUG ? path : `${SLUG}${path}`));

/** The page cache against a bare server, the weight of the public pages, the start and the memory of the real server. */
export async function benchServing(): Promise<Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), "sosedstvo-bench-"));
  try {
    await (await startServer(folder)).stop();
    return [benchCache(), ...(await benchStarts(folder))];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function benchCache(): Measured {
  const { output } = timeProcess(process.execPath, [join(root, "tests/bench/page-cache.ts")], [0, 1]);
  const ratio = Number(/ratio ([\d.]+)/.exec(output)?.[1]);
  return compareRatio("requests a second from the page cache ÷ bare node:http", ratio, { least: 0.7 });
}

/** Starts again with the database there: the time to the first page, then the weight of every page, then the memory at rest. */
async function benchStarts(folder: string): Promise<Measured[]> {
  const times: number[] = [];
  for (let round = 0; round < 3; round++) {
    const server = await startServer(folder);
    times.push(server.milliseconds);
    await server.stop();
  }
  const server = await startServer(folder);
  const weights = await Promise.all(PAGES.map((path) => weighPage(server.url + path)));
  await wait(20_000);
  const megabytes = readMegabytes(server.pid);
  await server.stop();
  const first = median(times);
  const heaviest = Math.max(...weights);
  return [
    {
      what: "start with the database there to the first page, ms",
      value: first.toFixed(0),
      target: `< ${FIRST_PAGE_MS}`,
      met: first < FIRST_PAGE_MS,
    },
    {
      what: `heaviest of ${PAGES.length} public pages with its style, bytes`,
      value: String(heaviest),
      target: `≤ ${PAGE_BYTES}`,
      met: heaviest <= PAGE_BYTES,
    },
    {
      what: "the Node process at rest, MB",
      value: megabytes.toFixed(0),
      target: `< ${MEMORY_MEGABYTES}`,
      met: megabytes < MEMORY_MEGABYTES,
    },
  ];
}

interface Running {
  readonly url: string;
  readonly pid: number;
  readonly milliseconds: number;
  readonly stop: () => Promise<void>;
}

async function startServer(folder: string): Promise<Running> {
  const began = performance.now();
  const child = spawn(process.execPath, [join(root, "src/main.ts"), "--port", "0", "--data", folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await new Promise<string>((resolve, reject) => {
    let printed = "";
    child.stdout.on("data", (chunk: Buffer) => {
      printed += chunk.toString("utf8");
      const found = /(http:\/\/localhost:\d+)/.exec(printed)?.[1];
      if (found) resolve(found);
    });
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}`)));
  });
  await (await fetch(url)).text();
  const stop = () =>
    new Promise<void>((resolve) => {
      child.once("exit", () => resolve());
      child.kill("SIGTERM");
    });
  return { url, pid: child.pid ?? 0, milliseconds: performance.now() - began, stop };
}

async function weighPage(url: string): Promise<number> {
  const response = await fetch(url, { headers: { "accept-encoding": "br" } });
  await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`${url} answers ${response.status}`);
  return Number(response.headers.get("content-length"));
}

/** Resident memory of a process, from /proc. */
function readMegabytes(pid: number): number {
  const pages = Number(readFileSync(`/proc/${pid}/statm`, "latin1").split(" ")[1]);
  return (pages * 4096) / 1e6;
}
