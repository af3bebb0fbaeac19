import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import type { FastifyRequest } from "fastify";
import { type LimitedBody, limitBody } from "./body.ts";
import { FormRequest } from "./form-request.ts";

/** A request in the form of the web's standard, and its body's guard. */
export interface WebRequest {
  readonly request: Request;
  readonly body: LimitedBody | null;
}

interface Shape {
  readonly bodyBytes: number;
  /** Where people usually find the server, without a path. */
  readonly origin: string;
  /** Headers that only the server may set. */
  readonly own: Readonly<Record<string, string>>;
  /** Its end, or that of its connection, ends the work for the request. */
  readonly response: ServerResponse;
}

export function toWebRequest(from: FastifyRequest, shape: Shape): WebRequest {
  const url = addressOf(from.raw, shape.origin);
  const headers = copyHeaders(from.raw, shape.own);
  const stop = new AbortController();
  // Not the socket's end: a browser keeps one socket for many requests, and each would leave its listener there.
  shape.response.once("close", () => stop.abort());
  // A HEAD is a GET whose body nobody sends: the page is made and kept whole.
  const init = { method: from.method === "HEAD" ? "GET" : from.method, headers, signal: stop.signal };
  if (init.method === "GET") return { request: new Request(url, init), body: null };
  const body = limitBody(from.raw, shape.bodyBytes);
  const stream = Readable.toWeb(body.stream) as ReadableStream;
  // The type of the DOM does not know yet that a streamed body says so.
  const streamed: RequestInit & { readonly duplex: "half" } = { ...init, body: stream, duplex: "half" };
  return { request: new FormRequest(url, streamed), body };
}

/** The host is the one that was asked for, which the guard has let pass; a path such as `//elsewhere/` stays a path. */
function addressOf({ url = "/", headers }: IncomingMessage, origin: string): URL {
  const { protocol, host } = new URL(origin);
  return new URL(`${protocol}//${headers.host ?? host}${url.startsWith("/") ? url : "/"}`);
}

function copyHeaders(from: IncomingMessage, own: Readonly<Record<string, string>>): Headers {
  const headers = new Headers();
  for (const [name, values] of Object.entries(from.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  for (const [name, value] of Object.entries(own)) headers.set(name, value);
  return headers;
}
