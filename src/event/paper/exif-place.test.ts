import sharp from "sharp";
import { expect, test } from "vitest";
import { readPlace } from "./exif-place.ts";
import { photoWithPlace } from "./testing.ts";

const notesOf = async (bytes: Uint8Array) => (await sharp(bytes).metadata()).exif ?? new Uint8Array();

test("reads where a camera says that it was", async () => {
  const notes = await notesOf(await photoWithPlace({ latitude: 54.36825, longitude: 81.88804 }));
  const place = readPlace(notes);
  expect(place?.latitude).toBeCloseTo(54.36825, 4);
  expect(place?.longitude).toBeCloseTo(81.88804, 4);
});

test("south and west are below nothing", async () => {
  const place = readPlace(await notesOf(await photoWithPlace({ latitude: -33.5, longitude: -70.25 })));
  expect([place?.latitude, place?.longitude]).toEqual([-33.5, -70.25]);
});

test("notes without a place, broken ones and none are no place", async () => {
  const plain = await sharp({ create: { width: 8, height: 8, channels: 3, background: "green" } })
    .withExif({ IFD0: { Make: "Camera" } })
    .jpeg()
    .toBuffer();
  expect(readPlace(await notesOf(plain))).toBeNull();
  expect(readPlace(new Uint8Array())).toBeNull();
  const whole = await notesOf(await photoWithPlace({ latitude: 1, longitude: 2 }));
  for (let length = 0; length < whole.length; length += 7) readPlace(whole.subarray(0, length));
});
