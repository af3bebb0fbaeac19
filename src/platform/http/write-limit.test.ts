import { afterEach, beforeEach, expect, test } from "vitest";
import { listenForTest } from "./testing.ts";
import { WRITE_LIMITS } from "./write-limit.ts";

type Server = Awaited<ReturnType<typeof listenForTest>>;

const writeLimits = { perSession: 4, perStrangers: 2, perAddress: 7 };
const page = async () => new Response("ok", { headers: { "content-type": "text/html; charset=utf-8" } });

let server: Server;
beforeEach(async () => {
  server = await listenForTest(page, { writeLimits });
});
afterEach(() => server.stop());

interface Sent {
  readonly cookie?: string;
  readonly address?: string;
  readonly path?: string;
}

const post = async ({ cookie = "", address = "203.0.113.1", path = "/desk" }: Sent = {}) => {
  const headers = { "sec-fetch-site": "same-origin", "x-forwarded-for": address, cookie };
  return server.ask(path, { method: "POST", headers, body: "" });
};
/** The statuses of so many forms, one after another. */
async function postTimes(times: number, sent?: Sent): Promise<number[]> {
  const statuses: number[] = [];
  for (let count = 0; count < times; count++) statuses.push((await post(sent)).status);
  return statuses;
}

test("forms of strangers at one address are counted together, those of another address apart", async () => {
  expect(await postTimes(3)).toEqual([200, 200, 429]);
  expect(await postTimes(1, { address: "203.0.113.2" })).toEqual([200]);
});

test("a browser with a session has more, and does not spend those of strangers", async () => {
  expect(await postTimes(5, { cookie: "ours.session=1" })).toEqual([200, 200, 200, 200, 429]);
  expect(await postTimes(2)).toEqual([200, 200]);
});

test("made-up cookies do not help: the address counts too", async () => {
  const statuses: number[] = [];
  for (let count = 0; count < 8; count++) statuses.push(...(await postTimes(1, { cookie: `ours.session=${count}` })));
  expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 200, 429]);
});

test("addresses of one IPv6 network count as one", async () => {
  const statuses = [1, 2, 3].map((end) => ({ address: `2001:db8:1:2::${end}` }));
  expect((await postTimes(1, statuses[0])).concat(await postTimes(1, statuses[1]))).toEqual([200, 200]);
  expect(await postTimes(1, statuses[2])).toEqual([429]);
  expect(await postTimes(1, { address: "2001:db8:1:3::1" })).toEqual([200]);
});

test("pages are not counted, and stay there when forms are refused", async () => {
  await postTimes(3);
  const headers = { "x-forwarded-for": "203.0.113.1" };
  for (let count = 0; count < 10; count++) expect((await server.ask("/desk", { headers })).status).toBe(200);
});

test.each([
  ["/desk", "Слишком много форм подряд", "Подождите минуту"],
  ["/en/desk", "Too many forms in a row", "Wait a minute"],
])("%s says in words what to do, and when", async (path, title, sentence) => {
  await postTimes(2);
  const answer = await post({ path });
  expect(answer.status).toBe(429);
  expect(answer.body.toString()).toContain(title);
  expect(answer.body.toString()).toContain(sentence);
  expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
  expect(Number(answer.headers["retry-after"])).toBeLessThanOrEqual(60);
  expect(answer.headers["cache-control"]).toBe("no-store");
});

test("the product's own limits are out of the reach of hands and below what hurts", () => {
  expect(WRITE_LIMITS).toEqual({ perSession: 300, perStrangers: 60, perAddress: 1_200 });
});
