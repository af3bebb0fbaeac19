import type { Point } from "../contract.ts";

const [GPS_DIRECTORY, LATITUDE_REF, LATITUDE, LONGITUDE_REF, LONGITUDE] = [0x8825, 1, 2, 3, 4];
const HEAD = "Exif\0\0";

/** Where a camera notes that a picture was taken (EXIF 2.3, 4.6.6); null where it notes nothing or what cannot be. */
export function readPlace(exif: Uint8Array): Point | null {
  const head = String.fromCharCode(...exif.subarray(0, HEAD.length));
  const tiff = head === HEAD ? exif.subarray(HEAD.length) : exif;
  if (tiff.length < 8) return null;
  const reader = readerOf(tiff);
  const gps = reader.directory(reader.long(4)).get(GPS_DIRECTORY);
  if (!gps) return null;
  const fields = reader.directory(gps.value);
  const latitude = degreesOf(reader, fields.get(LATITUDE), fields.get(LATITUDE_REF), "S");
  const longitude = degreesOf(reader, fields.get(LONGITUDE), fields.get(LONGITUDE_REF), "W");
  if (latitude === null || longitude === null || Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return null;
  return { latitude, longitude };
}

interface Field {
  /** A small value, or where the value stands. */
  readonly value: number;
  /** Where the four bytes of `value` stand. */
  readonly at: number;
}

type Reader = ReturnType<typeof readerOf>;

function readerOf(tiff: Uint8Array) {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const little = tiff[0] === 0x49;
  const fits = (at: number, size: number) => at >= 0 && at + size <= view.byteLength;
  const long = (at: number) => (fits(at, 4) ? view.getUint32(at, little) : 0);
  const short = (at: number) => (fits(at, 2) ? view.getUint16(at, little) : 0);
  const directory = (at: number): ReadonlyMap<number, Field> => {
    const fields = new Map<number, Field>();
    for (let entry = 0; entry < Math.min(short(at), 200); entry++) {
      const place = at + 2 + entry * 12;
      fields.set(short(place), { value: long(place + 8), at: place + 8 });
    }
    return fields;
  };
  return { long, directory, letter: (at: number) => String.fromCharCode(fits(at, 1) ? view.getUint8(at) : 0) };
}

/** Degrees, minutes and seconds are three fractions. */
function degreesOf(reader: Reader, value: Field | undefined, ref: Field | undefined, negative: string): number | null {
  if (!value || !ref) return null;
  const parts = [0, 8, 16].map((shift) => {
    const divisor = reader.long(value.value + shift + 4);
    return divisor === 0 ? 0 : reader.long(value.value + shift) / divisor;
  });
  const [degrees = 0, minutes = 0, seconds = 0] = parts;
  const all = degrees + minutes / 60 + seconds / 3600;
  return reader.letter(ref.at) === negative ? -all : all;
}
