import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Readable } from "node:stream";
import type { ReadableStream as WebStream } from "node:stream/web";
import { constants } from "node:zlib";
import compress from "@fastify/compress";
import serveStatic from "@fastify/static";
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { newId } from "../../kernel/id.ts";
import { writeLog } from "../log.ts";
import type { AnswerSource } from "../watch/meters.ts";
import { ERROR_TEXTS, type ErrorCode, languageOf, writeErrorPage } from "./error-page.ts";
import { type GuardRules, guard } from "./guard.ts";
import { type CachedPage, type PageCache, packPage, sendPage } from "./page-cache.ts";
import { toWebRequest } from "./request.ts";
import { describeInnerPolicy, describePublicPolicy, describeSecurity, TILES_HEADER } from "./security.ts";
import { openWriteLimit, WRITE_LIMITS, type WriteLimits } from "./write-limit.ts";

/** What a page's maker is told of a request. */
export interface Visit {
  readonly requestId: string;
  /** For scripts and styles of this one answer. */
  readonly nonce: string;
  /** When the request's head arrived. */
  readonly arrivedAt: Date;
}

/** How an answer was made and how long it took, in milliseconds. Its address may name people and hold keys: who writes it down shortens it. */
export type OnAnswer = (answer: {
  readonly source: AnswerSource;
  readonly method: string;
  readonly status: number;
  readonly milliseconds: number;
  readonly path: string;
  /** Null of an answer from the page cache, which has none. */
  readonly requestId: string | null;
}) => void;

export interface HttpOptions {
  readonly rules: () => GuardRules;
  /** Where people find the server, without a path. */
  readonly origin: () => string;
  /** Built files: everything under `assets/` never changes its content under one name. */
  readonly clientFolder: string;
  /** `sha256-…` of the style sheet that pages without scripts carry. */
  readonly styleHash: string;
  readonly cache: PageCache;
  /** Whether a page may be kept under this address with its query. Anybody may add a query to any address: only those that make another page are kept, so that the cache cannot be filled with one page. */
  readonly keepsQuery: (address: string) => boolean;
  /** The header under which the address of the client is handed on. */
  readonly addressHeader: string;
  /** A cookie of ours begins with it; requests with one are never answered from the cache. */
  readonly cookiePrefix: string;
  /** What public pages depend on besides their address; `host` as the header has it. */
  readonly cacheState: (host: string, url: string) => string;
  /** Those of the product where none are given. */
  readonly writeLimits?: WriteLimits;
  /** Makes the answer. */
  readonly render: (request: Request, visit: Visit) => Promise<Response>;
  /** Told of every answer when its last byte is out. */
  readonly onAnswer?: OnAnswer;
  /** Runs after every answer to a form, before it is sent. */
  readonly afterWrite: () => Promise<void>;
}

const BROTLI_PARAMS = { [constants.BROTLI_PARAM_QUALITY]: 5 };

/** The server, not yet listening. Public pages are answered from the cache before anything else of Fastify runs. */
export async function openHttpServer(options: HttpOptions): Promise<FastifyInstance> {
  const secure = describeSecurity(options.origin().startsWith("https:"));
  const app = Fastify({
    // An address that no router can read is answered before any hook.
    frameworkErrors: (_error, request, reply) => {
      sendError(request, reply.headers(secure), "malformed");
    },
    trustProxy: "loopback",
    genReqId: () => newId(),
    forceCloseConnections: "idle",
    requestTimeout: 300_000,
    serverFactory: (handle) =>
      createServer((request, response) => {
        if (!countFromCache(request, response, options)) handle(request, response);
      }),
  });
  await addGuard(app, options);
  if (options.onAnswer) countAnswers(app, options.onAnswer);
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const isTheirs = (error.statusCode ?? 500) < 500;
    if (!isTheirs) writeLog("error", "a request failed", { requestId: request.id, error });
    return sendError(request, reply, isTheirs ? "malformed" : "failed");
  });
  app.setNotFoundHandler((request, reply) => sendError(request, reply, "missing"));
  await app.register(compress, { threshold: 1024, brotliOptions: { params: BROTLI_PARAMS } });
  await addStatic(app, options.clientFolder);
  addPages(app, options);
  return app;
}

async function addGuard(app: FastifyInstance, options: HttpOptions): Promise<void> {
  const { writeLimits: limits = WRITE_LIMITS, cookiePrefix } = options;
  const secure = describeSecurity(options.origin().startsWith("https:"));
  const countWrite = await openWriteLimit(app, { limits, cookiePrefix });
  app.addHook("onRequest", async (request, reply) => {
    reply.headers(secure);
    const refused = guard({ method: request.method, url: request.url, headers: request.headers }, options.rules());
    if (refused) return sendError(request, reply, refused);
    const wait = request.method === "POST" ? await countWrite(request) : null;
    if (wait !== null) return sendError(request, reply.header("retry-after", wait), "too-many-forms");
  });
}

async function addStatic(app: FastifyInstance, clientFolder: string): Promise<void> {
  await app.register(serveStatic, {
    root: `${clientFolder}/assets`,
    prefix: "/assets/",
    immutable: true,
    maxAge: "365d",
    index: false,
    setHeaders: (response, path) => {
      // A service worker may keep pages by its file's own folder, or by what this header allows; the page names the one path.
      if (/\/worker-[^/]*\.js$/.test(path)) response.header("service-worker-allowed", "/");
    },
  });
}

function addPages(app: FastifyInstance, options: HttpOptions): void {
  // A body is read by the page's own action, as a stream.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", (_request, _payload, done) => done(null));
  app.route({
    method: ["GET", "HEAD", "POST"],
    url: "/*",
    handler: (request, reply) => answerPage(request, reply, options),
  });
}

function countFromCache(request: IncomingMessage, response: ServerResponse, options: HttpOptions): boolean {
  const start = performance.now();
  if (!answerFromCache(request, response, options)) return false;
  const { method = "", url: path = "" } = request;
  const milliseconds = performance.now() - start;
  options.onAnswer?.({ source: "cache", method, status: response.statusCode, milliseconds, path, requestId: null });
  return true;
}

function countAnswers(app: FastifyInstance, onAnswer: OnAnswer): void {
  app.addHook("onResponse", async (request, reply) => {
    const { method, url: path, id: requestId } = request;
    const source = path.startsWith("/assets/") ? "file" : "page";
    // Of an answer that was sent past Fastify its own response knows the status.
    onAnswer({ source, method, status: reply.raw.statusCode, milliseconds: reply.elapsedTime, path, requestId });
  });
}

function answerFromCache(request: IncomingMessage, response: ServerResponse, options: HttpOptions): boolean {
  const key = cacheKey(request, options);
  const page = key === null ? undefined : options.cache.find(key);
  if (!page || !options.rules().hosts.has(request.headers.host ?? "")) return false;
  sendPage(page, request, response);
  return true;
}

/** Null for what may not come from the cache. The language is a part of the address. */
function cacheKey(request: IncomingMessage, options: HttpOptions): string | null {
  if (request.method !== "GET" && request.method !== "HEAD") return null;
  if (request.headers.cookie?.includes(options.cookiePrefix)) return null;
  const url = request.url ?? "/";
  if (url.length > 500 || (url.includes("?") && !options.keepsQuery(url))) return null;
  return `${options.cacheState(request.headers.host ?? "", url)} ${url}`;
}

async function answerPage(request: FastifyRequest, reply: FastifyReply, options: HttpOptions): Promise<FastifyReply> {
  const visit = { requestId: request.id, nonce: randomBytes(18).toString("base64"), arrivedAt: new Date() };
  // What was known before rendering: a change that comes meanwhile makes another key.
  const key = cacheKey(request.raw, options);
  const own = { [options.addressHeader]: request.ip };
  const { bodyBytes } = options.rules();
  const { request: asked, body } = toWebRequest(request, {
    bodyBytes,
    origin: options.origin(),
    own,
    response: reply.raw,
  });
  const response = await options.render(asked, visit).catch((error) => {
    if (body?.isTooLarge()) return null;
    throw error;
  });
  // Whatever the page made of half a body, the answer is that it was too large.
  if (!response || body?.isTooLarge()) return sendError(request, reply, "body-too-large");
  if (body) await options.afterWrite();
  // What says its length beforehand is long: it goes out as it is made, and nothing of it is kept.
  if (response.body && response.headers.has("content-length")) return sendStream(reply, response, response.body);
  const bytes = Buffer.from(await response.arrayBuffer());
  const isPage = response.headers.get("content-type")?.startsWith("text/html") ?? false;
  const isPublic = !(isPage && bytes.includes(visit.nonce)) && !response.headers.has("set-cookie");
  const tiles = response.headers.get(TILES_HEADER);
  response.headers.delete(TILES_HEADER);
  if (isPage) {
    const policy = isPublic ? describePublicPolicy(options.styleHash) : describeInnerPolicy(visit.nonce, tiles);
    response.headers.set("content-security-policy", policy);
  }
  // What says itself how it is kept, and what the cache would not take, is not packed for it.
  const isKept = !response.headers.has("cache-control") && bytes.length < options.cache.mostBytes;
  if (!isPublic || key === null || response.status !== 200 || !isKept) {
    return sendOnce(reply, response, bytes);
  }
  response.headers.set("cache-control", "public, max-age=0, must-revalidate");
  const page = await packPage(bytes, flatten(reply, response));
  options.cache.store(key, page);
  return sendPacked(request, reply, page);
}

function sendStream(reply: FastifyReply, response: Response, body: ReadableStream<Uint8Array>): FastifyReply {
  for (const [name, value] of response.headers) reply.header(name, value);
  if (!response.headers.has("cache-control")) reply.header("cache-control", "private, no-store");
  return reply.code(response.status).send(Readable.fromWeb(body as WebStream));
}

function sendOnce(reply: FastifyReply, response: Response, bytes: Buffer): FastifyReply {
  for (const [name, value] of response.headers) if (name !== "set-cookie") reply.header(name, value);
  for (const cookie of response.headers.getSetCookie()) reply.header("set-cookie", cookie);
  if (!response.headers.has("cache-control")) reply.header("cache-control", "private, no-store");
  return reply.code(response.status).send(bytes);
}

function sendPacked(request: FastifyRequest, reply: FastifyReply, page: CachedPage): FastifyReply {
  reply.hijack();
  sendPage(page, request.raw, reply.raw);
  return reply;
}

function flatten(reply: FastifyReply, response: Response): string[] {
  const own = Object.entries(reply.getHeaders()).flatMap(([name, value]) => [name, String(value)]);
  return [...own, ...[...response.headers].flat()];
}

function sendError(request: FastifyRequest, reply: FastifyReply, code: ErrorCode): FastifyReply {
  const page = writeErrorPage(code, languageOf(request.url), request.id);
  return reply
    .code(ERROR_TEXTS[code].status)
    .header("content-type", "text/html; charset=utf-8")
    .header("content-security-policy", "default-src 'none'; frame-ancestors 'none'")
    .header("cache-control", "no-store")
    .send(page);
}
