import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Meters } from "./meters.ts";

/** How the process is, for a balancer: null where it may be given requests, else why not, for a person who looks. */
export type Readiness = () => Promise<string | null>;

interface WatchOptions {
  readonly port: number;
  readonly host: string;
  readonly meters: Meters;
  readonly isReady: Readiness;
}

export interface WatchServer {
  readonly port: number;
  stop(): Promise<void>;
}

/** As long as the database may take to answer before the process is not ready. */
const PATIENCE_MS = 2_000;

/**
 * What watches a server asks it on a port of its own, which no proxy passes on: `/live` says that the process answers, `/ready`
 * that it may be given requests (200 or 503), `/metrics` gives its meters.
 */
export async function openWatchServer({ port, host, meters, isReady }: WatchOptions): Promise<WatchServer> {
  const answers: Readonly<Record<string, (response: ServerResponse) => Promise<void>>> = {
    "/live": async (response) => say(response, 200, "live\n"),
    "/ready": async (response) => {
      const fault = await inTime(isReady());
      say(response, fault === null ? 200 : 503, fault === null ? "ready\n" : `${fault}\n`);
    },
    "/metrics": async (response) => {
      const text = await meters.print();
      response.setHeader("content-type", meters.contentType);
      say(response, 200, text);
    },
  };
  const server = createServer((request, response) => {
    const answer = request.method === "GET" || request.method === "HEAD" ? answers[request.url ?? ""] : undefined;
    if (!answer) return say(response, 404, "/live, /ready, /metrics\n");
    answer(response).catch(() => say(response, 500, "failed\n"));
  });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, host, resolve));
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function say(response: ServerResponse, status: number, text: string): void {
  if (response.headersSent) return;
  response.statusCode = status;
  response.setHeader("cache-control", "no-store");
  if (!response.hasHeader("content-type")) response.setHeader("content-type", "text/plain; charset=utf-8");
  response.end(text);
}

async function inTime(asked: Promise<string | null>): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve("the database does not answer"), PATIENCE_MS);
  });
  try {
    return await Promise.race([asked.catch((error: unknown) => String(error)), late]);
  } finally {
    clearTimeout(timer);
  }
}
