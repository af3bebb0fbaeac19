import { Agent, request } from "node:http";
import { performance } from "node:perf_hooks";
import type { Measured } from "./measure.ts";
import { addBenchPerson, announceCall, beginDraft, type ContestBench } from "./open-contest.ts";

const WRITERS = 200;
const EVERY_MS = 10_000;
const SAVES = 12;
const LIMIT_MS = 150;
const HIGH_MS = 1_000;

const agent = new Agent({ keepAlive: true, maxSockets: WRITERS });

interface Writer {
  readonly id: string;
  readonly cookie: string;
  readonly address: string;
}

/** 200 people with a draft each, who save every ten seconds for two minutes through the page's own address. */
export async function benchWriters(bench: ContestBench): Promise<Measured[]> {
  const callId = await announceCall(bench, `Пишущие ${Date.now()}`);
  const writers: Writer[] = [];
  for (let at = 0; at < WRITERS; at++) writers.push(await openWriter(bench, callId, at));
  const times = (await Promise.all(writers.map((writer, at) => write(bench, writer, at)))).flat();
  const kept = await countKept(bench, writers);
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
  const what = `${WRITERS} writers, a save every ${EVERY_MS / 1000} s, ${sorted.length} saves`;
  return [
    { what: `${what}: median; ${at(0.95).toFixed(0)} ms at 95 %`, ...judge(at(0.5), LIMIT_MS) },
    { what: `${what}: at 99 %; the longest ${at(1).toFixed(0)} ms`, ...judge(at(0.99), HIGH_MS) },
    {
      what: `${what}: drafts that hold their last save in its version`,
      value: `${kept} of ${WRITERS}`,
      target: "none lost",
      met: kept === WRITERS && sorted.length === WRITERS * SAVES,
    },
  ];
}

const judge = (value: number, limit: number) => ({
  value: `${value.toFixed(0)} ms`,
  target: `< ${limit} ms`,
  met: value < limit,
});

async function openWriter(bench: ContestBench, callId: string, at: number): Promise<Writer> {
  const { id, associationId } = await beginDraft(bench, callId, at);
  const who = await addBenchPerson(bench, "chair", associationId);
  const address = `198.51.${at >> 8}.${at & 255}`;
  const { cookies } = await post(bench.portal.url, "/sign-in", { address, cookie: "", form: who });
  return { id, address, cookie: cookies };
}

/** They begin at different moments of the first ten seconds; the times are milliseconds until the answer is read. */
async function write(bench: ContestBench, { id, cookie, address }: Writer, at: number): Promise<number[]> {
  const times: number[] = [];
  await wait((EVERY_MS * at) / WRITERS);
  for (let save = 0; save < SAVES; save++) {
    const start = performance.now();
    const form = { version: String(2 + save), title: sayTitle(at, save), summary: "слово ".repeat(200), place: "двор" };
    const { status, text } = await post(bench.portal.url, `/contests/applications/${id}/save`, {
      address,
      cookie,
      form,
    });
    times.push(performance.now() - start);
    if (status !== 200) throw new Error(`a save answered ${status}: ${text.slice(0, 200)}`);
    await wait(EVERY_MS - (performance.now() - start));
  }
  return times;
}

const sayTitle = (writer: number, save: number) => `Проект ${writer}, запись ${save}`;
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));

async function countKept({ run, contests }: ContestBench, writers: readonly Writer[]): Promise<number> {
  let kept = 0;
  for (const [at, { id }] of writers.entries()) {
    const { content, version } = await run((ctx) => contests.getApplication(ctx, id));
    if (content.title === sayTitle(at, SAVES - 1) && version === 2 + SAVES) kept += 1;
  }
  return kept;
}

interface Sent {
  readonly address: string;
  readonly cookie: string;
  readonly form: Readonly<Record<string, string>>;
}

/** A form as a browser behind the reverse proxy sends it, each over a connection of its own that is kept. */
function post(
  url: string,
  path: string,
  { address, cookie, form }: Sent,
): Promise<{ status: number; text: string; cookies: string }> {
  const bytes = Buffer.from(new URLSearchParams(form).toString());
  const headers = {
    ...{ "x-forwarded-for": address, cookie, "sec-fetch-site": "same-origin", "content-length": bytes.length },
    "content-type": "application/x-www-form-urlencoded",
  };
  return new Promise((resolve, reject) => {
    const asked = request(new URL(path, url), { method: "POST", headers, agent }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part: string) => {
        text += part;
      });
      response.once("error", reject);
      response.once("end", () => {
        const cookies = (response.headers["set-cookie"] ?? []).map((line) => line.split(";")[0]).join("; ");
        resolve({ status: response.statusCode ?? 0, text, cookies });
      });
    });
    asked.once("error", (error: NodeJS.ErrnoException) => {
      // The server closed the resting connection while this form was on its way: a browser sends it again too.
      if (asked.reusedSocket && error.code === "ECONNRESET") resolve(post(url, path, { address, cookie, form }));
      else reject(error);
    });
    asked.end(bytes);
  });
}
