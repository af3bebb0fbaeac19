/**
 * Requests per second of a public page from the page cache against a bare node:http server that sends the same bytes.
 * Both run in processes of their own and are asked in turns, so that both see the same machine. Prints the ratio of the medians
 * and how busy the asked servers were: a ratio means something only where the server, not the asking, was the limit.
 * The load is written to plain sockets, because a client that understands HTTP costs more than these servers do.
 *
 *     node tests/bench/page-cache.ts
 */
import { fork } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer, get, type IncomingHttpHeaders } from "node:http";
import { connect } from "node:net";
import process from "node:process";
import { listenForTest } from "../../src/platform/http/testing.ts";

const ROUNDS = 7;
const SECONDS = 1.5;
const CONNECTIONS = 32;
const PAGE = `<!DOCTYPE html><title>Программа</title>${Array.from({ length: 400 }, (_, row) => `<tr><td>${row * 7919}</td><td>Мероприятие</td></tr>`).join("")}`;
const PATH = "/programmes/ordynsky-2024-2026";
const ACCEPT = { "accept-encoding": "gzip, br" };

interface Sample {
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

function ask(port: number): Promise<Sample> {
  return new Promise((resolve, reject) => {
    const headers = { ...ACCEPT, host: `localhost:${port}` };
    get({ port, path: PATH, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => resolve({ headers: response.headers, body: Buffer.concat(chunks) }));
    }).on("error", reject);
  });
}

/** Answered requests per second over sockets that are kept. Every answer has the same length as the first. */
async function load(port: number): Promise<number> {
  const end = performance.now() + SECONDS * 1000;
  const counts = await Promise.all(Array.from({ length: CONNECTIONS }, () => askUntil(port, end)));
  return counts.reduce((sum, count) => sum + count, 0) / SECONDS;
}

function askUntil(port: number, end: number): Promise<number> {
  const words = [`GET ${PATH} HTTP/1.1`, `host: localhost:${port}`, "accept-encoding: gzip, br", "", ""];
  const request = Buffer.from(words.join("\r\n"));
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(request));
    let [answered, received, length] = [0, 0, 0];
    socket.on("error", reject);
    socket.on("data", (chunk) => {
      if (length === 0) length = answerLength(chunk);
      received += chunk.length;
      if (received < length) return;
      received = 0;
      answered += 1;
      if (performance.now() < end) socket.write(request);
      else socket.end(() => resolve(answered));
    });
  });
}

/** Head and body of an answer whose head came in one piece. */
function answerLength(chunk: Buffer): number {
  const head = chunk.toString("latin1").split("\r\n\r\n", 1)[0] ?? "";
  const body = /content-length: (\d+)/i.exec(head)?.[1];
  if (!head.startsWith("HTTP/1.1 200") || !body) throw new Error(`not the page: ${head}`);
  return head.length + 4 + Number(body);
}

async function serveCached(): Promise<void> {
  const render = async () => new Response(PAGE, { headers: { "content-type": "text/html; charset=utf-8" } });
  const { port } = await listenForTest(render);
  process.send?.(port);
}

/** The same headers and bytes from node:http alone. */
function serveBare(): void {
  process.once("message", ({ headers, body }: { headers: Record<string, string>; body: string }) => {
    const bytes = Buffer.from(body, "base64");
    const server = createServer((_request, response) => {
      response.writeHead(200, headers);
      response.end(bytes);
    });
    server.listen(0, "127.0.0.1", () => process.send?.((server.address() as { port: number }).port));
  });
}

function start(role: string, message?: object) {
  const child = fork(import.meta.filename, [role]);
  if (message) child.send(message);
  const port = new Promise<number>((resolve) => child.once("message", (value) => resolve(Number(value))));
  return { port, cpu: () => readCpuSeconds(child.pid ?? 0), stop: () => child.kill("SIGKILL") };
}

/** Seconds of processor time that a process has had, from /proc; its clock ticks a hundred times a second. */
function readCpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "latin1").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

type Server = ReturnType<typeof start>;

/** Requests per second, and the same per second of the server's processor time. */
async function measureServer(server: Server): Promise<{ rate: number; busy: number }> {
  const port = await server.port;
  const before = server.cpu();
  const rate = await load(port);
  return { rate, busy: (server.cpu() - before) / SECONDS };
}

async function measure(): Promise<void> {
  const cached = start("cached");
  await ask(await cached.port);
  const sample = await ask(await cached.port);
  const { date: _date, connection: _connection, "keep-alive": _keep, ...headers } = sample.headers;
  const bare = start("bare", { headers, body: sample.body.toString("base64") });
  for (const server of [cached, bare]) await measureServer(server);
  const rounds: Record<"cached" | "bare", { rate: number; busy: number }[]> = { cached: [], bare: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.bare.push(await measureServer(bare));
    rounds.cached.push(await measureServer(cached));
  }
  cached.stop();
  bare.stop();
  report(describe(rounds.cached), describe(rounds.bare));
}

function describe(rounds: readonly { rate: number; busy: number }[]): { rate: number; busy: number } {
  return { rate: median(rounds.map((round) => round.rate)), busy: median(rounds.map((round) => round.busy)) };
}

function report(cached: { rate: number; busy: number }, bare: { rate: number; busy: number }): void {
  const say = ({ rate, busy }: { rate: number; busy: number }) =>
    `${Math.round(rate)}/s (${Math.round(busy * 100)} % of a core)`;
  const ratio = cached.rate / bare.rate;
  process.stdout.write(
    `page-cache: ${say(cached)} against ${say(bare)} of bare node:http, ratio ${ratio.toFixed(2)} (at least 0.70)\n`,
  );
  process.exitCode = ratio >= 0.7 ? 0 : 1;
}

const role = process.argv[2];
if (role === "cached") await serveCached();
else if (role === "bare") serveBare();
else await measure();
