import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stripPicture } from "./strip-picture.ts";

const bytes = (...parts: (string | readonly number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : Buffer.from(part))));
const segment = (marker: number, body: Uint8Array) =>
  bytes([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255], [...body]);
/** What a telephone writes: how it was held, and words that stand for a place. */
const exif = (turn: number) =>
  bytes(
    "Exif\0\0",
    "II",
    [42, 0, 8, 0, 0, 0, 2, 0],
    [0x0f, 1, 2, 0, 4, 0, 0, 0, 1, 1, 1, 1],
    [0x12, 1, 3, 0, 1, 0, 0, 0, turn, 0, 0, 0],
    "GPS 54.36",
  );
const tables = segment(0xdb, bytes("tables"));
const scan = bytes([...segment(0xda, bytes("scan"))], "pixels", [0xff, 0, 0xff, 0xd0], "more");
const second = bytes([0xff, 0xda, 0, 2], "second scan");
const end = [0xff, 0xd9];
const jpeg = (...parts: Uint8Array[]) => bytes([0xff, 0xd8], ...parts.map((part) => [...part]));

const chunk = (name: string, body: string) => bytes([0, 0, 0, body.length], name, body, "crc4");
const png = (...parts: Uint8Array[]) => bytes("\x89PNG\r\n\x1a\n", ...parts.map((part) => [...part]));
const riff = (name: string, body: string) => bytes(name, [body.length, 0, 0, 0], body, body.length % 2 ? [0] : []);
const webp = (...parts: Uint8Array[]) => {
  const body = Buffer.concat(parts);
  return bytes("RIFF", [body.length + 4, 0, 0, 0], "WEBP", [...body]);
};
const strip = (file: Uint8Array, kind: string) => {
  const kept = stripPicture(file, kind);
  return kept && Buffer.from(kept).toString("latin1");
};

describe("a photograph", () => {
  test("keeps its pixels, colours and how it is turned, and loses the place", () => {
    const profile = segment(0xe2, bytes("ICC_PROFILE\0colours"));
    const file = jpeg(
      segment(0xe0, bytes("JFIF\0")),
      segment(0xe1, exif(6)),
      profile,
      tables,
      scan,
      second,
      bytes(end),
    );
    const kept = strip(file, "image/jpeg") ?? "";
    expect(kept).not.toContain("GPS");
    for (const part of ["JFIF", "ICC_PROFILE\0colours", "tables", "pixels\xff\0\xff\xd0more", "second scan"]) {
      expect(kept).toContain(part);
    }
    expect(kept).toContain("Exif\0\0MM\0*\0\0\0\b\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06");
    expect(strip(Buffer.from(kept, "latin1"), "image/jpeg")).toBe(kept);
  });

  test.each<[string, Uint8Array]>([
    ["that was held straight", segment(0xe1, exif(1))],
    ["with words of another program", segment(0xe1, bytes("http://ns.adobe.com/xap/1.0/\0GPS"))],
    ["with a remark", segment(0xfe, bytes("GPS"))],
    ["with what only its maker reads", segment(0xe4, bytes("GPS"))],
    ["with an index of further pictures", segment(0xe2, bytes("MPF\0GPS"))],
    ["with notes that break off", segment(0xe1, bytes("Exif\0\0II"))],
  ])("%s is left as the picture alone", (_name, noted) => {
    expect(strip(jpeg(noted, tables, scan, bytes(end)), "image/jpeg")).toBe(
      jpeg(tables, scan, bytes(end)).toString("latin1"),
    );
  });

  test("loses a second picture that stands after its end", () => {
    const hidden = jpeg(segment(0xe1, exif(1)), scan, bytes(end));
    expect(strip(jpeg(tables, scan, bytes(end), hidden), "image/jpeg")).not.toContain("GPS");
  });

  test("that breaks off in its pixels stays a picture, one that is none does not", () => {
    expect(strip(jpeg(tables, scan), "image/jpeg")).toContain("pixels");
    expect(stripPicture(bytes([0xff, 0xd8, 0xff], "<script>"), "image/jpeg")).toBeNull();
    expect(stripPicture(bytes([0xff, 0xd8], "<script>"), "image/jpeg")).toBeNull();
  });
});

test("a picture of the screen loses words and times, and what stands after its end", () => {
  const [head, data, last] = [chunk("IHDR", "head"), chunk("IDAT", "data"), chunk("IEND", "")];
  const file = png(head, chunk("tEXt", "GPS"), chunk("eXIf", "GPS"), data, last, bytes("<script>"));
  expect(strip(file, "image/png")).toBe(png(head, data, last).toString("latin1"));
  expect(stripPicture(png(head), "image/png")).toBeNull();
});

test("a picture in WebP loses its notes and says so", () => {
  const file = webp(riff("VP8X", "\x0c123456789"), riff("VP8 ", "pixel"), riff("EXIF", "GPS"), riff("XMP ", "GPS!"));
  expect(strip(file, "image/webp")).toBe(webp(riff("VP8X", "\x00123456789"), riff("VP8 ", "pixel")).toString("latin1"));
});

test("what is no picture comes back as it is", () => {
  const file = bytes("%PDF-1.7");
  expect(stripPicture(file, "application/pdf")).toBe(file);
});

test("any bytes at all end in a picture or in none", () => {
  const heads = [bytes([0xff, 0xd8, 0xff, 0xe1]), png(), webp()];
  fc.assert(
    fc.property(fc.constantFrom(0, 1, 2), fc.uint8Array({ maxLength: 200 }), (kind, tail) => {
      const mediaType = ["image/jpeg", "image/png", "image/webp"][kind] ?? "";
      const file = bytes([...(heads[kind] ?? [])], [...tail]);
      const kept = stripPicture(file, mediaType);
      expect(kept === null || kept.length <= file.length + 40).toBe(true);
    }),
    { numRuns: 300, seed: 7 },
  );
});
