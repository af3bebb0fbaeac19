import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { expect, test } from "vitest";
import { redrawPicture } from "./pictures.ts";

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 10, g: 120, b: 60 } } });
const withPlace = { IFD0: { Make: "Camera" }, IFD3: { GPSLatitude: "54/1 22/1 0/1", GPSLatitudeRef: "N" } };

test.each(["png", "jpeg", "webp"] as const)("a %s is drawn anew, made to fit, never made larger", async (format) => {
  const small = await redrawPicture(await plain(40, 20).toFormat(format).toBuffer(), 100);
  expect([small.width, small.height, small.type]).toEqual([40, 20, "image/webp"]);
  const large = await redrawPicture(await plain(400, 200).toFormat(format).toBuffer(), 100);
  expect([large.width, large.height]).toEqual([100, 50]);
  expect((await sharp(large.bytes).metadata()).format).toBe("webp");
});

test("nothing of where and with what it was taken stays, and it stands upright", async () => {
  const taken = await plain(40, 20).jpeg().withExif(withPlace).withMetadata({ orientation: 6 }).toBuffer();
  expect((await sharp(taken).metadata()).exif).toBeDefined();
  const { bytes, width, height } = await redrawPicture(taken, 100);
  expect([width, height]).toEqual([20, 40]);
  const { exif, xmp, iptc, icc } = await sharp(bytes).metadata();
  expect([exif, xmp, iptc, icc]).toEqual([undefined, undefined, undefined, undefined]);
});

/** A PNG that says that it is `side` pixels wide and high; one row of it is there. */
function claimSize(side: number): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const out = Buffer.alloc(body.length + 8);
    out.writeUInt32BE(data.length, 0);
    body.copy(out, 4);
    out.writeUInt32BE(crc(body), body.length + 4);
    return out;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(Buffer.alloc(side + 1))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function crc(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}

test.each<[string, () => Promise<Buffer> | Buffer, string]>([
  [
    "a drawing with a script",
    () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    "picture-unreadable",
  ],
  ["a page under a picture's name", () => Buffer.from("<html><script>alert(1)</script></html>"), "picture-unreadable"],
  ["a GIF", () => plain(4, 4).gif().toBuffer(), "picture-unreadable"],
  ["nothing", () => Buffer.alloc(0), "picture-unreadable"],
  [
    "a picture cut in the middle",
    async () => (await plain(400, 400).png({ compressionLevel: 0 }).toBuffer()).subarray(0, 900),
    "picture-unreadable",
  ],
  ["a small file that unpacks into gigabytes", () => claimSize(60_000), "picture-unreadable"],
  ["a picture too wide", () => plain(20_001, 1).png().toBuffer(), "picture-too-large"],
])("%s is refused", async (_what, make, code) => {
  await expect(redrawPicture(await make(), 100)).rejects.toMatchObject({ code });
});
