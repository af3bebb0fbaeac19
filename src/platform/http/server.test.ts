import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, expect, test } from "vitest";
import type { Visit } from "./server.ts";
import { listenForTest } from "./testing.ts";

type Server = Awaited<ReturnType<typeof listenForTest>>;

let open: Server | undefined;
afterEach(async () => {
  await open?.stop();
  open = undefined;
});

async function listen(...given: Parameters<typeof listenForTest>): Promise<Server> {
  open = await listenForTest(...given);
  return open;
}

const html = (text: string, init: ResponseInit = {}) =>
  new Response(text, { headers: { "content-type": "text/html; charset=utf-8" }, ...init });
const PAGE = `<!DOCTYPE html><p>${"страница ".repeat(300)}</p>`;

/** Counts how often a page was really made. */
function countingPage() {
  const made = { times: 0 };
  const render = async () => {
    made.times += 1;
    return html(PAGE);
  };
  return { made, render };
}

test("a public page is made once and then comes from the cache, until the state changes", async () => {
  const { made, render } = countingPage();
  const server = await listen(render);
  const first = await server.ask("/");
  const second = await server.ask("/");
  expect([first.body.toString(), second.body.toString()]).toEqual([PAGE, PAGE]);
  expect(made.times).toBe(1);
  server.test.state = "2";
  await server.ask("/");
  expect(made.times).toBe(2);
});

test("a page from the cache carries the same headers as when it was made", async () => {
  const server = await listen(countingPage().render);
  const [{ headers: first }, { headers: second }] = [await server.ask("/"), await server.ask("/")];
  const names = (headers: object) => Object.keys(headers).filter((name) => name !== "date");
  expect(names(second).sort()).toEqual(names(first).sort());
  expect(second["content-security-policy"]).toContain("style-src 'sha256-abc'");
  expect(second["content-security-policy"]).not.toContain("script-src");
});

test.each([
  ["br, gzip", "br", brotliDecompressSync],
  ["gzip", "gzip", gunzipSync],
  ["br;q=0, gzip", "gzip", gunzipSync],
])("who takes «%s» gets %s", async (accepted, encoding, unpack) => {
  const server = await listen(countingPage().render);
  for (const _time of ["made", "cached"]) {
    const answer = await server.ask("/", { headers: { "accept-encoding": accepted } });
    expect(answer.headers["content-encoding"]).toBe(encoding);
    expect(unpack(answer.body).toString()).toBe(PAGE);
  }
});

test("who has the page already is told so, and HEAD gets no body", async () => {
  const server = await listen(countingPage().render);
  const { headers } = await server.ask("/");
  const again = await server.ask("/", { headers: { "if-none-match": headers.etag ?? "" } });
  expect([again.status, again.body.length]).toEqual([304, 0]);
  const head = await server.ask("/", { method: "HEAD" });
  expect([head.status, head.body.length]).toEqual([200, 0]);
});

test("a page that is first asked for by HEAD is kept whole", async () => {
  const server = await listen(async (request) => html(request.method === "HEAD" ? "" : PAGE));
  const head = await server.ask("/", { method: "HEAD" });
  expect([head.status, head.body.length]).toEqual([200, 0]);
  expect((await server.ask("/")).body.toString()).toBe(PAGE);
  const uncached = await server.ask("/", { method: "HEAD", headers: { cookie: "ours.a=1" } });
  expect([uncached.status, uncached.body.length]).toEqual([200, 0]);
});

test("other addresses, a cookie of ours, and answers that are no success never meet the cache", async () => {
  const { made, render } = countingPage();
  const server = await listen(async (request) =>
    request.url.includes("missing") ? html("нет", { status: 404 }) : render(),
  );
  await server.ask("/");
  await server.ask("/?year=2025");
  expect(made.times).toBe(2);
  await server.ask("/", { headers: { cookie: "ours.session=1" } });
  expect(made.times).toBe(3);
  await server.ask("/", { headers: { cookie: "theme=dark" } });
  expect(made.times).toBe(3);
  expect((await server.ask("/missing")).headers["cache-control"]).toBe("private, no-store");
});

test("a page that uses its nonce is sent once, may run its own scripts and is kept by nobody", async () => {
  const nonces: string[] = [];
  const server = await listen(async (_request, visit: Visit) => {
    nonces.push(visit.nonce);
    return html(`<script nonce="${visit.nonce}"></script>`);
  });
  const [first] = [await server.ask("/desk"), await server.ask("/desk")];
  expect(new Set(nonces).size).toBe(2);
  expect(first.headers["content-security-policy"]).toContain(`script-src 'self' 'nonce-${nonces[0]}'`);
  expect(first.headers["cache-control"]).toBe("private, no-store");
});

test("an answer that sets a cookie is kept by nobody, and every cookie arrives", async () => {
  const server = await listen(async () => {
    const response = html(PAGE);
    response.headers.append("set-cookie", "a=1");
    response.headers.append("set-cookie", "b=2");
    return response;
  });
  const answer = await server.ask("/");
  expect(answer.cookies).toEqual(["a=1", "b=2"]);
  expect(answer.headers["cache-control"]).toBe("private, no-store");
});

test("the cache forgets the longest unused where it would grow too large", async () => {
  const { made, render } = countingPage();
  const server = await listen(render, { cacheBytes: 40_000 });
  for (let page = 0; page < 20; page += 1) await server.ask(`/${page}`);
  await server.ask("/19");
  expect(made.times).toBe(20);
  await server.ask("/0");
  expect(made.times).toBe(21);
});

test.each(["evil.example", "localhost", "localhost:1"])("the host «%s» is refused, cached or not", async (host) => {
  const server = await listen(countingPage().render);
  await server.ask("/");
  const answer = await server.ask("/", { headers: { host } });
  expect(answer.status).toBe(400);
  expect(answer.body.toString()).not.toContain("страница");
});

const FORM = { "content-type": "application/x-www-form-urlencoded" };

test.each<[string, Record<string, string>, number]>([
  ["another site, by its fetch metadata", { "sec-fetch-site": "cross-site" }, 403],
  ["a sister site", { "sec-fetch-site": "same-site" }, 403],
  ["another origin", { origin: "https://evil.example" }, 403],
  ["an origin that hides itself", { origin: "null" }, 403],
  ["nobody knows where", {}, 403],
  ["this site, by its fetch metadata", { "sec-fetch-site": "same-origin" }, 200],
])("a form from %s", async (_where, headers, status) => {
  const server = await listen(async () => html("ok"));
  const answer = await server.ask("/", { method: "POST", headers: { ...FORM, ...headers }, body: "a=1" });
  expect(answer.status).toBe(status);
});

test("a form from this origin reaches the page with all its fields, and the state is asked for anew", async () => {
  const server = await listen(async (request) => html((await request.formData()).get("name") as string));
  const headers = { ...FORM, origin: `http://localhost:${server.port}` };
  const answer = await server.ask("/", { method: "POST", headers, body: "name=%D0%AF" });
  expect(answer.body.toString()).toBe("Я");
  expect(server.test.writes).toBe(1);
});

test("what is typed and how a file is called come without marks that turn the direction of writing", async () => {
  const server = await listen(async (request) => {
    const form = await request.formData();
    const file = form.get("file") as File;
    return html(JSON.stringify([form.getAll("name"), file.name, file.type, await file.text()]));
  });
  const form = new FormData();
  for (const name of ["Анна\u202eгро", "\u2066Пётр\u2069"]) form.append("name", name);
  form.append("file", new File(["\u202e"], "фото\u202egpj.exe", { type: "image/png" }));
  const sent = new Response(form);
  const type = sent.headers.get("content-type") ?? "";
  const headers = { "content-type": type, "sec-fetch-site": "same-origin" };
  const answer = await server.ask("/", { method: "POST", headers, body: [Buffer.from(await sent.arrayBuffer())] });
  expect(JSON.parse(answer.body.toString())).toEqual([["Аннагро", "Пётр"], "фотоgpj.exe", "image/png", "\u202e"]);
});

test("so does what a script of ours sends, however deep it stands", async () => {
  const server = await listen(async (request) => html(JSON.stringify(await request.json())));
  const headers = { "content-type": "application/json", "sec-fetch-site": "same-origin" };
  const body = JSON.stringify({ edits: [{ was: "а\u202eб", number: 1 }] });
  const answer = await server.ask("/", { method: "POST", headers, body });
  expect(answer.body.toString()).toBe('{"edits":[{"was":"аб","number":1}]}');
});

test.each(["PUT", "DELETE", "PATCH", "TRACE"])("%s is refused", async (method) => {
  const server = await listen(async () => html("ok"));
  expect((await server.ask("/", { method, headers: { "sec-fetch-site": "same-origin" } })).status).toBe(405);
});

function* manyChunks(): Generator<Buffer> {
  for (let chunk = 0; chunk < 50; chunk += 1) yield Buffer.alloc(1_000);
}

test.each<[string, Record<string, string>]>([
  ["says its length", { "content-length": "50000" }],
  ["does not say its length", {}],
])("a body over the limit that %s is refused in words, in the page's language", async (_how, length) => {
  const server = await listen(async (request) => html(String((await request.arrayBuffer()).byteLength)));
  const headers = { "sec-fetch-site": "same-origin", ...length };
  const answer = await server.ask("/en/import", { method: "POST", headers, body: manyChunks() });
  expect(answer.status).toBe(413);
  expect(answer.body.toString()).toContain("The file is too large");
});

test.each(["/programmes/%00", "/money?text=%00"])("no text holds the character of %s", async (path) => {
  const server = await listen(async () => html("ok"));
  expect((await server.ask(path)).status).toBe(400);
});

test("the client's address is the server's to say", async () => {
  const server = await listen(async (request) => html(request.headers.get("x-address") ?? ""));
  const answer = await server.ask("/", { headers: { "x-address": "203.0.113.9", cookie: "ours.a=1" } });
  expect(answer.body.toString()).toBe("127.0.0.1");
});

test("a fault of the program becomes a page with the request's number and no detail", async () => {
  const server = await listen(async () => {
    throw new Error("secret detail");
  });
  const answer = await server.ask("/");
  expect(answer.status).toBe(500);
  expect(answer.body.toString()).toMatch(/Номер запроса: <code>[0-9a-f-]{36}<\/code>/);
  expect(answer.body.toString()).not.toContain("secret");
});

test("built files may be kept for ever and are packed", async () => {
  const server = await listen(async () => html("ok"));
  const answer = await server.ask("/assets/page-abc.js", { headers: { "accept-encoding": "br" } });
  expect(answer.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  expect(brotliDecompressSync(answer.body).toString()).toContain("слова");
});

test.each(["/assets/../server.test.ts", "/assets/%2e%2e/x", "/assets/..%2fx", "/assets/none.js"])(
  "nothing but built files is served: %s",
  async (path) => {
    const server = await listen(async () => html("нет", { status: 404 }));
    expect([400, 404]).toContain((await server.ask(path)).status);
  },
);

test("every answer says what browsers may not do with it", async () => {
  const server = await listen(async () => html("ok"), { publicUrl: "https://tos.example" });
  const { headers } = await server.ask("/", { headers: { host: "tos.example" } });
  expect(headers).toMatchObject({
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "strict-transport-security": "max-age=31536000",
  });
});

test("a query that makes no other page is answered and not kept", async () => {
  const { made, render } = countingPage();
  const server = await listen(render);
  for (const path of ["/?other=1", "/?other=1"]) expect((await server.ask(path)).status).toBe(200);
  expect(made.times).toBe(2);
  for (const path of ["/?kept=1", "/?kept=1"]) expect((await server.ask(path)).status).toBe(200);
  expect(made.times).toBe(3);
});

test("an answer that says itself how it is kept, and one too large to be kept, are made each time", async () => {
  const { made, render } = countingPage();
  const server = await listen(
    async (request) => {
      const page = await render();
      if (request.url.endsWith("/own")) page.headers.set("cache-control", "no-cache");
      return page;
    },
    { cacheBytes: 16_000 },
  );
  for (const path of ["/own", "/own", "/large", "/large"])
    expect((await server.ask(path)).body.length).toBe(Buffer.byteLength(PAGE));
  expect(made.times).toBe(4);
});
