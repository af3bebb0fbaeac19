import type { Keeping } from "../worker.ts";
import workerUrl from "../worker.ts?worker&url";

const WAIT_MS = 30_000;

/** Has the page kept by the service worker, whose path `scope` is, to be opened without a network. Whether it is kept. */
export async function keepOffline(scope: string): Promise<boolean> {
  if (!("serviceWorker" in navigator)) return false;
  try {
    await navigator.serviceWorker.register(workerUrl, { scope });
    const { active } = await navigator.serviceWorker.ready;
    if (!active) return false;
    const keeping: Keeping = { page: location.href.replace(/[?#].*/, ""), files: listFiles() };
    return (await tell(active, keeping)) || (await isKept());
  } catch {
    // Without a network the worker cannot be asked for anew; the one that opened this page is there.
    return isKept();
  }
}

/** Built files that the page has loaded: they are all that it needs. */
function listFiles(): readonly string[] {
  const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
  const named = [...document.querySelectorAll("link[href], script[src]")].map(
    (element) => element.getAttribute("href") ?? element.getAttribute("src") ?? "",
  );
  const paths = [...loaded, ...named].map((address) => new URL(address, location.href)).filter(isBuilt);
  return [...new Set(paths.map(({ pathname }) => pathname))];
}

function isBuilt({ origin, pathname }: URL): boolean {
  return origin === location.origin && pathname.startsWith("/assets/");
}

function tell(worker: ServiceWorker, keeping: Keeping): Promise<boolean> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data === "kept");
    worker.postMessage(keeping, [port2]);
    setTimeout(() => resolve(false), WAIT_MS);
  });
}

async function isKept(): Promise<boolean> {
  return (await caches.match(location.pathname, { ignoreVary: true })) !== undefined;
}
