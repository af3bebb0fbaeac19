import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { signIn } from "./desk.ts";
import type { Measured } from "./measure.ts";
import { addBenchPerson, announceCall, beginDraft, type ContestBench, findCall } from "./open-contest.ts";

const APPLICATIONS = 500;
const FILE_BYTES = 4_200_000;
const NAME = `Архив ${APPLICATIONS}`;
const MEGABYTE = 1024 * 1024;
/** What the server may grow by while two gigabytes go through it. */
const GROWTH_MEGABYTES = 300;
/** What its second half may add to that: memory that does not grow with the archive. */
const LATER_MEGABYTES = 30;

/** All applications of a call with their attachments as one archive: what the server's memory does, and whether its length is said. */
export async function benchArchive(bench: ContestBench): Promise<Measured[]> {
  const callId = (await findCall(bench, NAME)) ?? (await seed(bench));
  const cookie = await signIn(bench.portal, await addBenchPerson(bench, "coordinator", null));
  const before = readMemory(bench.portal.processId);
  const start = performance.now();
  const path = `/desk/contests/${callId}/files/applications.zip`;
  const response = await fetch(bench.portal.url + path, { headers: { cookie } });
  if (response.status !== 200 || !response.body) throw new Error(`the archive answered ${response.status}`);
  const said = Number(response.headers.get("content-length"));
  let [bytes, most, mostBefore, next] = [0, before, before, 0];
  for await (const part of response.body) {
    bytes += part.length;
    if (bytes < next) continue;
    most = Math.max(most, readMemory(bench.portal.processId));
    if (bytes < said / 2) mostBefore = most;
    next = bytes + 16 * MEGABYTE;
  }
  const seconds = (performance.now() - start) / 1000;
  const size = `${(bytes / 1_000_000_000).toFixed(2)} GB`;
  const grown = most - before;
  return [
    {
      what: `the archive of ${APPLICATIONS} applications, ${size} in ${seconds.toFixed(1)} s: the server grew from ${before} MB to at most ${most} MB`,
      value: `+${grown} MB`,
      target: `≤ ${GROWTH_MEGABYTES} MB`,
      met: grown <= GROWTH_MEGABYTES && bytes >= 2_000_000_000,
    },
    {
      what: "of it in the second half of the archive",
      value: `+${most - mostBefore} MB`,
      target: `≤ ${LATER_MEGABYTES} MB`,
      met: most - mostBefore <= LATER_MEGABYTES,
    },
    {
      what: "its length stands in its head, so that the browser's bar shows how far it is",
      value: size,
      target: "the same",
      met: said === bytes,
    },
  ];
}

/** Megabytes that the process holds in memory, by Linux. */
function readMemory(processId: number): number {
  const [, kilobytes = "0"] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${processId}/status`, "utf8")) ?? [];
  return Math.round(Number(kilobytes) / 1024);
}

/** Submitted applications, each with one attachment of its own bytes, made through the doors. */
async function seed(bench: ContestBench): Promise<string> {
  const callId = await announceCall(bench, NAME);
  const { run, contests } = bench;
  for (let at = 0; at < APPLICATIONS; at++) {
    const { id } = await beginDraft(bench, callId, at);
    await run((ctx) => contests.addFile(ctx, { id, paper: "charter", name: `Устав ${at}.pdf`, bytes: makeBytes(at) }));
    await run((ctx) => contests.submitApplication(ctx, { id, version: "2" }));
  }
  return callId;
}

/** The same bytes for the same number, different for each, and nothing that packs. */
function makeBytes(seedNumber: number): Uint8Array {
  const words = new Uint32Array(FILE_BYTES / 4);
  let state = (seedNumber * 2_654_435_761 + 1) >>> 0;
  for (let at = 0; at < words.length; at++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    words[at] = state >>> 0;
  }
  return new Uint8Array(words.buffer);
}
