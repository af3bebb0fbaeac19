import { refuse } from "../refusals.ts";

const END_SIGNATURE = 0x06054b50;
const END_LENGTH = 22;
const LOCATOR_SIGNATURE = 0x07064b50;
const LOCATOR_LENGTH = 20;
const WIDE_END_SIGNATURE = 0x06064b50;
const WIDE_END_LENGTH = 56;
const LONGEST_COMMENT = 0xffff;
/** An office document has dozens of parts; a directory of more only costs time. */
const MOST_ENTRIES = 20_000;

/**
 * Finds the central directory of a zip: offset in bytes, number of entries.
 * @throws Refusal zip-broken when there is none (a file cut off has lost it, since it stands at the end)
 */
export function findDirectory(view: DataView): { offset: number; count: number } {
  const end = findEnd(view);
  if (end < 0) throw refuse("zip-broken");
  const plain = { offset: view.getUint32(end + 16, true), count: view.getUint16(end + 10, true) };
  const directory = readWideEnd(view, end) ?? plain;
  if (directory.offset > view.byteLength || directory.count > MOST_ENTRIES) throw refuse("zip-broken");
  return directory;
}

function findEnd(view: DataView): number {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= 0 && at >= last - LONGEST_COMMENT; at--) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  return -1;
}

function readWideEnd(view: DataView, end: number): { offset: number; count: number } | null {
  const locator = end - LOCATOR_LENGTH;
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR_SIGNATURE) return null;
  const at = Number(view.getBigUint64(locator + 8, true));
  if (at + WIDE_END_LENGTH > view.byteLength || view.getUint32(at, true) !== WIDE_END_SIGNATURE) return null;
  return { offset: Number(view.getBigUint64(at + 48, true)), count: Number(view.getBigUint64(at + 32, true)) };
}
