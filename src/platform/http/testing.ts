import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request as ask } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type GuardRules, listHosts } from "./guard.ts";
import { PageCache } from "./page-cache.ts";
import { type HttpOptions, openHttpServer } from "./server.ts";
import { WRITE_LIMITS } from "./write-limit.ts";

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly body: Buffer;
}

export interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Iterable<Buffer>;
}

/** A listening server whose pages come from `render`; `state` stands for the municipality's revision. */
export async function listenForTest(
  render: HttpOptions["render"],
  { bodyBytes = 1_000, publicUrl = null as string | null, cacheBytes = 1_000_000, writeLimits = WRITE_LIMITS } = {},
) {
  const clientFolder = mkdtempSync(join(tmpdir(), "sosedstvo-client-"));
  mkdirSync(join(clientFolder, "assets"));
  writeFileSync(join(clientFolder, "assets", "page-abc.js"), "export const words = 'слова';\n".repeat(100));
  const test = { state: "1", writes: 0 };
  let rules: GuardRules = { hosts: new Set(), bodyBytes };
  const app = await openHttpServer({
    rules: () => rules,
    origin: () => publicUrl ?? "http://localhost",
    clientFolder,
    styleHash: "sha256-abc",
    cache: new PageCache(cacheBytes),
    keepsQuery: (address) => address.endsWith("?kept=1"),
    writeLimits,
    addressHeader: "x-address",
    cookiePrefix: "ours.",
    cacheState: () => test.state,
    render,
    afterWrite: async () => {
      test.writes += 1;
    },
  });
  await app.listen({ port: 0, host: "127.0.0.1" });
  const { port } = app.server.address() as AddressInfo;
  rules = { hosts: listHosts(publicUrl, port), bodyBytes };
  const stop = async () => {
    await app.close();
    rmSync(clientFolder, { recursive: true });
  };
  return { port, test, stop, ask: (path: string, asked: Asked = {}) => askServer(port, path, asked) };
}

/** Plain node:http, so that a test may forge any header. */
function askServer(port: number, path: string, { method = "GET", headers = {}, body }: Asked): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { port, path, method, headers: { host: `localhost:${port}`, ...headers }, agent: false };
    const request = ask(options, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers as Record<string, string>,
          cookies: response.headers["set-cookie"] ?? [],
          body: Buffer.concat(chunks),
        }),
      );
    });
    request.on("error", reject);
    if (typeof body === "string") request.write(body);
    else for (const chunk of body ?? []) request.write(chunk);
    request.end();
  });
}
