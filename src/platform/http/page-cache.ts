import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const packBrotli = promisify(brotliCompress);
const packGzip = promisify(gzip);
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

/** Node's flat list: name, value, name, value. */
type FlatHeaders = readonly string[];

interface Variant {
  readonly headers: FlatHeaders;
  readonly body: Buffer;
}

/** A page as it is sent, packed once for every browser that will ask for it. */
export interface CachedPage {
  readonly etag: string;
  readonly unchanged: FlatHeaders;
  readonly plain: Variant;
  readonly gzip: Variant;
  readonly brotli: Variant;
  readonly bytes: number;
}

/** Pages by key, the longest unused thrown away where they would take more than `limitBytes`. */
export class PageCache {
  readonly #pages = new Map<string, CachedPage>();
  readonly #limitBytes: number;
  #bytes = 0;

  constructor(limitBytes: number) {
    this.#limitBytes = limitBytes;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** What is larger is not kept. */
  get mostBytes(): number {
    return this.#limitBytes / 4;
  }

  find(key: string): CachedPage | undefined {
    const page = this.#pages.get(key);
    if (!page) return undefined;
    // A Map keeps the order of insertion: put last what was used last.
    this.#pages.delete(key);
    this.#pages.set(key, page);
    return page;
  }

  store(key: string, page: CachedPage): void {
    this.#remove(key);
    if (page.bytes > this.mostBytes) return;
    this.#pages.set(key, page);
    this.#bytes += page.bytes;
    for (const oldest of this.#pages.keys()) {
      if (this.#bytes <= this.#limitBytes) return;
      this.#remove(oldest);
    }
  }

  #remove(key: string): void {
    this.#bytes -= this.#pages.get(key)?.bytes ?? 0;
    this.#pages.delete(key);
  }
}

/** Packs a page for sending. `headers` are all but those of the body. */
export async function packPage(body: Buffer, headers: FlatHeaders): Promise<CachedPage> {
  const [gzipped, brotli] = await Promise.all([packGzip(body, { level: 9 }), packBrotli(body, BROTLI)]);
  const etag = `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  const shared = [...headers, "etag", etag, "vary", "accept-encoding, cookie"];
  const variant = (bytes: Buffer, encoding?: string): Variant => ({
    headers: [...shared, "content-length", String(bytes.length), ...(encoding ? ["content-encoding", encoding] : [])],
    body: bytes,
  });
  return {
    etag,
    unchanged: shared,
    plain: variant(body),
    gzip: variant(gzipped, "gzip"),
    brotli: variant(brotli, "br"),
    bytes: body.length + gzipped.length + brotli.length + 2_000,
  };
}

/** Sends the page in the smallest form that the browser takes, or 304 where it has it. */
export function sendPage(page: CachedPage, request: IncomingMessage, response: ServerResponse): void {
  if (request.headers["if-none-match"]?.includes(page.etag)) {
    response.writeHead(304, page.unchanged as string[]).end();
    return;
  }
  const variant = chooseVariant(page, request.headers["accept-encoding"]);
  response.writeHead(200, variant.headers as string[]);
  if (request.method === "HEAD") response.end();
  else response.end(variant.body);
}

function chooseVariant(page: CachedPage, accepted = ""): Variant {
  if (takes(accepted, "br")) return page.brotli;
  return takes(accepted, "gzip") ? page.gzip : page.plain;
}

/** `br;q=0` says that it is not taken. */
function takes(accepted: string, encoding: "br" | "gzip"): boolean {
  const start = accepted.indexOf(encoding);
  return start >= 0 && !/^\s*;\s*q=0(\.0*)?\s*(,|$)/.test(accepted.slice(start + encoding.length));
}
