/**
 * A picture without what a camera writes beside it: place, time, device, thumbnails, remarks. How it is turned and its colours
 * stay, so it looks the same. Null where the file is not what its first bytes say; other kinds come back as they are.
 */
export function stripPicture(bytes: Uint8Array, mediaType: string): Uint8Array | null {
  const strip = STRIPPERS[mediaType];
  return strip ? strip(bytes) : bytes;
}

const STRIPPERS: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array | null>> = {
  "image/jpeg": stripJpeg,
  "image/png": stripPng,
  "image/webp": stripWebp,
};

const [SCAN, END, EXIF, PROFILE, COMMENT] = [0xda, 0xd9, 0xe1, 0xe2, 0xfe];
/** JFIF and Adobe's colours: without them a picture looks otherwise. */
const KEPT_APPS = new Set([0xe0, 0xee]);

function stripJpeg(bytes: Uint8Array): Uint8Array | null {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let at = 2;
  while (at < bytes.length) {
    const marker = bytes[at + 1];
    if (bytes[at] !== 0xff || marker === undefined) return null;
    // What stands after the end, as a second picture of some telephones, is dropped with its own notes.
    if (marker === END) return Buffer.concat([...kept, bytes.subarray(at, at + 2)]);
    const end = at + 2 + readNumber(bytes, at + 2, { size: 2 });
    if (end > bytes.length || end < at + 4) return null;
    const next = marker === SCAN ? findMarker(bytes, end) : end;
    kept.push(...keepSegment(bytes.subarray(at, next), marker));
    at = next;
  }
  return Buffer.concat(kept);
}

/** The end of the pixels: the first mark that is neither a pixel's nor a restart. */
function findMarker(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
    at = bytes.indexOf(0xff, at + 1);
  }
  return bytes.length;
}

function keepSegment(segment: Uint8Array, marker: number): readonly Uint8Array[] {
  if (marker === EXIF) return keepTurn(segment);
  if (marker === PROFILE) return readLatin(segment, 4, 11) === "ICC_PROFILE" ? [segment] : [];
  const isApp = marker >= 0xe0 && marker <= 0xef;
  return marker === COMMENT || (isApp && !KEPT_APPS.has(marker)) ? [] : [segment];
}

const TURN = 0x0112;
const TIFF_AT = 10;

/** Of all that a camera noted only how it was held, 1 to 8, in a new segment. */
function keepTurn(segment: Uint8Array): readonly Uint8Array[] {
  const isExif = readLatin(segment, 4, 6) === "Exif\0\0";
  const tiff = segment.subarray(TIFF_AT);
  if (!isExif || tiff.length < 8) return [];
  const little = tiff[0] === 0x49;
  const directory = readNumber(tiff, 4, { size: 4, little });
  const entries = readNumber(tiff, directory, { size: 2, little });
  for (let entry = 0; entry < Math.min(entries, 200); entry++) {
    const place = directory + 2 + entry * 12;
    if (readNumber(tiff, place, { size: 2, little }) !== TURN) continue;
    const turn = readNumber(tiff, place + 8, { size: 2, little });
    return turn > 1 && turn <= 8 ? [writeTurn(turn)] : [];
  }
  return [];
}

/** Length, «Exif», big-endian TIFF, one directory of one entry. */
function writeTurn(turn: number): Uint8Array {
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0, 0, 0, 0, 0];
  return Uint8Array.from([0xff, EXIF, 0, 8 + tiff.length, 0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff]);
}

/** Words, times and the camera's notes. */
const DROPPED_CHUNKS = new Set(["eXIf", "tEXt", "zTXt", "iTXt", "tIME"]);
const PNG_HEAD = 8;

function stripPng(bytes: Uint8Array): Uint8Array | null {
  const kept: Uint8Array[] = [bytes.subarray(0, PNG_HEAD)];
  let at = PNG_HEAD;
  while (at < bytes.length) {
    const end = at + 12 + readNumber(bytes, at, { size: 4 });
    if (end > bytes.length) return null;
    const name = readLatin(bytes, at + 4, 4);
    if (!DROPPED_CHUNKS.has(name)) kept.push(bytes.subarray(at, end));
    // What stands after the end is no part of the picture.
    if (name === "IEND") return Buffer.concat(kept);
    at = end;
  }
  return null;
}

const RIFF_HEAD = 12;
/** Bits of the first chunk that say that notes follow. */
const NOTES = 0b0000_1100;

function stripWebp(bytes: Uint8Array): Uint8Array | null {
  const kept: Uint8Array[] = [];
  for (let at = RIFF_HEAD; at < bytes.length; ) {
    const size = readNumber(bytes, at + 4, { size: 4, little: true });
    const end = at + 8 + size + (size % 2);
    if (at + 8 + size > bytes.length) return null;
    const name = readLatin(bytes, at, 4);
    const chunk = Uint8Array.from(bytes.subarray(at, Math.min(end, bytes.length)));
    if (name === "VP8X") chunk[8] = (chunk[8] ?? 0) & ~NOTES;
    if (name !== "EXIF" && name !== "XMP ") kept.push(chunk);
    at = end;
  }
  const body = Buffer.concat(kept);
  const head = Buffer.from(bytes.subarray(0, RIFF_HEAD));
  head.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([head, body]);
}

function readLatin(bytes: Uint8Array, at: number, length: number): string {
  return Buffer.from(bytes.subarray(at, at + length)).toString("latin1");
}

/** A whole number of so many bytes; 0 where the bytes end before it. */
function readNumber(
  bytes: Uint8Array,
  at: number,
  { size, little = false }: { size: 2 | 4; little?: boolean },
): number {
  if (at < 0 || at + size > bytes.length) return 0;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return size === 2 ? view.getUint16(at, little) : view.getUint32(at, little);
}
