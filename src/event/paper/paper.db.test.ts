import { readFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { STRANGER } from "../../access/testing.ts";
import { newId } from "../../kernel/id.ts";
import type { Database } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { CLEAN_UP, codeOf, openTestEvents, type TestEvents } from "../testing.ts";
import type { PaperInput } from "./actions-prepare.ts";
import { photoWithPlace } from "./testing.ts";

let database: Database;
let here: TestEvents;
let eventId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  here = await openTestEvents(database, "papers");
  eventId = await here.run((ctx) => here.events.planEvent(ctx, CLEAN_UP));
});
afterAll(() => {
  here.close();
  return database.close();
});

const PHOTO = { kind: "photo", name: "IMG_1.jpg", caption: "Убрали парк", isPublic: true, keepsPlace: false };
const prepare = (given: Partial<PaperInput>) =>
  here.events.preparePaper({ ...PHOTO, bytes: new Uint8Array(), ...given });
const add = async (given: Partial<PaperInput>) => {
  const paper = await prepare(given);
  return here.run((ctx) => here.events.addPaper(ctx, eventId, paper));
};
const show = () => here.run((ctx) => here.events.openEvent(ctx, eventId));
const storedAt = (hash: string) => readFile(join(here.folder, "files", hash.slice(0, 2), hash));

test("a photograph is kept without what the camera noted, the place with it, and with a small copy", async () => {
  const id = await add({ bytes: await photoWithPlace({ latitude: 54.3, longitude: 81.8 }, 3_000) });
  const found = await here.run((ctx) => here.events.findPaper(ctx, id));
  expect(found).toMatchObject({ mediaType: "image/webp", size: { width: 2400, height: 2400 }, point: null });
  const kept = await sharp(await storedAt(found.hash)).metadata();
  expect([kept.exif, kept.format]).toEqual([undefined, "webp"]);
  expect((await sharp(await storedAt(found.smallHash ?? "")).metadata()).width).toBe(480);
});

test("its place is kept only on purpose, beside the picture and not in it", async () => {
  const bytes = await photoWithPlace({ latitude: 54.3, longitude: 81.8 });
  const id = await add({ bytes, keepsPlace: true });
  const found = await here.run((ctx) => here.events.findPaper(ctx, id));
  expect(found.point?.latitude).toBeCloseTo(54.3, 4);
  expect((await sharp(await storedAt(found.hash)).metadata()).exif).toBeUndefined();
});

test("forty megabytes of a camera become a picture that a page can show", async () => {
  const noise = Buffer.from(Array.from({ length: 4_000 * 3_600 * 3 }, (_, at) => (at * 7919) % 251));
  const bytes = await sharp(noise, { raw: { width: 4_000, height: 3_600, channels: 3 } })
    .png({ compressionLevel: 0 })
    .toBuffer();
  expect(bytes.length).toBeGreaterThan(40_000_000);
  const { size } = await prepare({ bytes });
  expect(size).toEqual({ width: 2400, height: 2160 });
}, 60_000);

test.each<[string, Partial<PaperInput>]>([
  ["paper-large", { bytes: new Uint8Array(50_000_001) }],
  ["paper-empty", {}],
  ["paper-kind", { kind: "song", bytes: Buffer.from("a") }],
  ["picture-unreadable", { bytes: Buffer.from("<svg onload=alert(1)>") }],
])("refuses with %s", async (code, given) => {
  expect(await codeOf(prepare(given))).toBe(code);
});

test("strangers open what is public once the event is, and minutes never", async () => {
  const photo = await add({ bytes: await photoWithPlace({ latitude: 1, longitude: 2 }) });
  const minutes = await add({ kind: "minutes", name: "Протокол.pdf", bytes: Buffer.from("%PDF-1.7"), isPublic: false });
  const as = here.at("2026-04-02T05:00:00Z", STRANGER);
  const open = (id: string) => as((ctx) => here.events.findPaper(ctx, id));
  expect(await codeOf(open(photo))).toBe("paper-unknown");
  await here.run((ctx) => here.events.moveEvents(ctx, { ids: [eventId], move: "announce" }));
  expect((await open(photo)).id).toBe(photo);
  expect(await codeOf(open(minutes))).toBe("paper-unknown");
  expect(await codeOf(open(newId()))).toBe("paper-unknown");
  const page = await as((ctx) => here.events.openPublicEvent(ctx, eventId));
  expect(page.papers.map(({ kind }) => kind)).not.toContain("minutes");
});

test("what was taken away is shown to nobody, and the trail keeps that it was", async () => {
  const id = await add({ kind: "material", name: "памятка.txt", bytes: Buffer.from("памятка") });
  await here.run((ctx) => here.events.removePaper(ctx, id));
  expect((await show()).papers.map((paper) => paper.id)).not.toContain(id);
  expect(await codeOf(here.run((ctx) => here.events.findPaper(ctx, id)))).toBe("paper-unknown");
  expect(await codeOf(here.run((ctx) => here.events.removePaper(ctx, id)))).toBe("paper-unknown");
});
