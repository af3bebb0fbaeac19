import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { streamArchive } from "./stream-archive.ts";

const part = (name: string, text: string) => {
  const bytes = new TextEncoder().encode(text);
  return { name, bytes: bytes.length, open: async () => bytes };
};

test("an archive says its length beforehand and holds every part", async () => {
  const { body, bytes } = await streamArchive([part("№ 1/устав.txt", "устав"), part("№ 2/план.txt", "план")]);
  const whole = new Uint8Array(await new Response(body).arrayBuffer());
  expect(whole.length).toBe(bytes);
  const parts = Object.entries(unzipSync(whole)).map(([name, content]) => [name, strFromU8(content)]);
  expect(parts).toEqual([
    ["№ 1/устав.txt", "устав"],
    ["№ 2/план.txt", "план"],
  ]);
});

test("half a gigabyte goes through constant memory, a part at a time", { timeout: 120_000 }, async () => {
  const megabytes = 20;
  const content = new Uint8Array(megabytes * 1024 * 1024);
  let opened = 0;
  const parts = Array.from({ length: 25 }, (_, at) => ({
    ...{ name: `№ ${at}/фото.jpg`, bytes: content.length },
    open: async () => {
      opened += 1;
      return new Uint8Array(content);
    },
  }));
  const { body, bytes } = await streamArchive(parts);
  let [sent, most] = [0, 0];
  const before = process.memoryUsage().rss;
  for await (const piece of body) {
    sent += piece.length;
    most = Math.max(most, process.memoryUsage().rss - before);
  }
  expect([sent, opened]).toEqual([bytes, 25]);
  expect(most).toBeLessThan(250 * 1024 * 1024);
});

test("a part that cannot be read breaks the archive off instead of ending it as if it were whole", async () => {
  const open = () => Promise.reject(new Error("gone"));
  const { body } = await streamArchive([part("a", "a"), { name: "b", bytes: 3, open }]);
  await expect(new Response(body).arrayBuffer()).rejects.toThrow();
});
