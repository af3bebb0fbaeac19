import { refuse } from "../refusals.ts";
import { findDirectory } from "./zip-directory.ts";

/** One packed part. `name` uses «/»; sizes in bytes. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly checksum: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where its local header begins. */
  readonly offset: number;
}

/** An archive whose directory was read and whose names were found harmless; nothing is unpacked yet. */
export interface Archive {
  readonly bytes: Uint8Array;
  /** By lower-case name: part names of an office document do not distinguish case. */
  readonly entries: ReadonlyMap<string, ZipEntry>;
}

const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_LENGTH = 46;
const ENCRYPTED_FLAG = 1;
const UTF8_FLAG = 0x800;
const WIDE = 0xffffffff;

/**
 * Reads the central directory of a zip.
 * @throws Refusal zip-broken, encrypted, zip-path-upwards
 */
export function openArchive(bytes: Uint8Array): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = findDirectory(view);
  const entries = new Map<string, ZipEntry>();
  let at = directory.offset;
  for (let left = directory.count; left > 0; left--) {
    const { entry, next } = readEntry(view, at);
    const key = entry.name.toLowerCase();
    // Two parts of one name are read differently by different programs.
    if (entries.has(key)) throw refuse("zip-broken");
    entries.set(key, entry);
    at = next;
  }
  return { bytes, entries };
}

function readEntry(view: DataView, at: number): { entry: ZipEntry; next: number } {
  if (at + ENTRY_LENGTH > view.byteLength || view.getUint32(at, true) !== ENTRY_SIGNATURE) throw refuse("zip-broken");
  const flags = view.getUint16(at + 8, true);
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const extraAt = at + ENTRY_LENGTH + nameLength;
  const next = extraAt + extraLength + view.getUint16(at + 32, true);
  if (next > view.byteLength) throw refuse("zip-broken");
  const name = readName(view, at + ENTRY_LENGTH, nameLength, flags);
  if (leadsUpwards(name)) throw refuse("zip-path-upwards", { name: name.slice(0, 80) });
  if (flags & ENCRYPTED_FLAG) throw refuse("encrypted");
  const wide = readWideFields(view, extraAt, extraLength);
  const field = (position: number): number => {
    const value = view.getUint32(position, true);
    return value === WIDE ? (wide.shift() ?? value) : value;
  };
  const size = field(at + 24);
  const packedSize = field(at + 20);
  const offset = field(at + 42);
  const method = view.getUint16(at + 10, true);
  return { entry: { name, method, checksum: view.getUint32(at + 16, true), packedSize, size, offset }, next };
}

function readName(view: DataView, at: number, length: number, flags: number): string {
  const bytes = new Uint8Array(view.buffer, view.byteOffset + at, length);
  return new TextDecoder(flags & UTF8_FLAG ? "utf-8" : "ibm866").decode(bytes).replaceAll("\\", "/");
}

function leadsUpwards(name: string): boolean {
  return name.startsWith("/") || /^[a-z]:/i.test(name) || name.split("/").includes("..") || name.includes("\0");
}

/** The 64-bit values of the zip64 extra field, in their order: size, packed size, offset. */
function readWideFields(view: DataView, from: number, length: number): number[] {
  const end = from + length;
  for (let at = from; at + 4 <= end; ) {
    const fieldEnd = at + 4 + view.getUint16(at + 2, true);
    if (fieldEnd > end) return [];
    if (view.getUint16(at, true) === 1) {
      const values: number[] = [];
      for (let value = at + 4; value + 8 <= fieldEnd; value += 8) values.push(Number(view.getBigUint64(value, true)));
      return values;
    }
    at = fieldEnd;
  }
  return [];
}
