/**
 * The service worker of the sheets: opens their pages where the network does not. It keeps pages and built files, never names:
 * those are in the device's database. Only pages under its one path are given to it.
 */

interface Waiting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Waiting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Telling extends Waiting {
  readonly data: Keeping;
  readonly ports: readonly MessagePort[];
}
/** Compiled with the pages, whose types know no worker; this is what of it is used. */
interface WorkerScope {
  addEventListener(kind: "install" | "activate", listen: (event: Waiting) => void): void;
  addEventListener(kind: "fetch", listen: (event: Fetching) => void): void;
  addEventListener(kind: "message", listen: (event: Telling) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  readonly location: Location;
}

/** A page that is to be opened without a network, and the built files that it needs. */
export interface Keeping {
  readonly page: string;
  readonly files: readonly string[];
}

/** A network that does not answer for so long is none. */
const PATIENCE_MS = 5_000;

/** Packed or not, it is the same file. */
const AS_KEPT = { ignoreVary: true };

const scope = globalThis as unknown as WorkerScope;

scope.addEventListener("install", (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener("activate", (event) => event.waitUntil(scope.clients.claim()));

scope.addEventListener("message", (event) => {
  const [port] = event.ports;
  event.waitUntil(
    keep(event.data).then(
      () => port?.postMessage("kept"),
      () => port?.postMessage("failed"),
    ),
  );
});

scope.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== scope.location.origin) return;
  if (request.mode === "navigate") event.respondWith(openPage(request));
  else if (pathname.startsWith("/assets/")) event.respondWith(openFile(request));
});

/** A cache for each page: what it needs comes and goes with it. */
async function keep({ page, files }: Keeping): Promise<void> {
  const { pathname } = new URL(page);
  const answer = await fetch(page);
  if (!answer.ok || answer.redirected) throw new Error("the page is not there");
  const cache = await caches.open(pathname);
  const missing: string[] = [];
  for (const file of files) if (!(await cache.match(file, AS_KEPT))) missing.push(file);
  await cache.addAll(missing);
  await cache.put(pathname, answer);
  const needed = new Set([...files, page].map((address) => new URL(address, page).pathname));
  for (const request of await cache.keys()) {
    if (!needed.has(new URL(request.url).pathname)) await cache.delete(request);
  }
}

/** The server's page, or the one that was kept. */
async function openPage(request: Request): Promise<Response> {
  const find = async () => (await caches.match(new URL(request.url).pathname, AS_KEPT)) ?? null;
  try {
    const answer = await Promise.race([fetch(request), refuseAfter(PATIENCE_MS)]);
    return answer.status >= 500 ? ((await find()) ?? answer) : answer;
  } catch {
    return (await find()) ?? fetch(request);
  }
}

/** Built files never change under one name. */
async function openFile(request: Request): Promise<Response> {
  return (await caches.match(request.url, AS_KEPT)) ?? fetch(request);
}

function refuseAfter(milliseconds: number): Promise<never> {
  return new Promise((_, refuse) => {
    setTimeout(() => refuse(new Error("the network does not answer")), milliseconds);
  });
}
