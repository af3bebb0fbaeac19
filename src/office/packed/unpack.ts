import { crc32 } from "node:zlib";
import { Inflate } from "fflate";
import { type ReadLimits, toMegabytes } from "../limits.ts";
import { refuse } from "../refusals.ts";
import type { Archive, ZipEntry } from "./zip.ts";

const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_LENGTH = 30;
const STORED = 0;
const DEFLATED = 8;
/** Packed bytes a step: deflate grows at most 1032 times, so a step never makes more than about 17 MB. */
const STEP = 16 * 1024;
const WORTH_WATCHING = 256 * 1024;

/** Counts what all parts of one document unpack to, and stops at the limit while unpacking. */
export class UnpackBudget {
  private spent = 0;
  private readonly limits: ReadLimits;

  constructor(limits: ReadLimits) {
    this.limits = limits;
  }

  spend(bytes: number): void {
    this.spent += bytes;
    if (this.spent > this.limits.unpackedBytes) this.stop();
  }

  checkRatio(unpacked: number, packed: number): void {
    if (unpacked > this.limits.ratioFromBytes && unpacked > packed * this.limits.ratio) this.stop();
  }

  /** Small parts are read before anybody could look at a bar. */
  report(done: number, packed: number): void {
    if (packed > WORTH_WATCHING) this.limits.onProgress?.(Math.min(1, done / packed));
  }

  private stop(): never {
    throw refuse("zip-too-large-unpacked", { limitMegabytes: toMegabytes(this.limits.unpackedBytes) });
  }
}

/**
 * Unpacks one part chunk by chunk and compares its length and checksum with the directory.
 * @throws Refusal zip-broken, zip-too-large-unpacked, and whatever `onChunk` throws
 */
export function unpackPart(
  archive: Archive,
  entry: ZipEntry,
  { budget, onChunk }: { budget: UnpackBudget; onChunk: (chunk: Uint8Array) => void },
): void {
  const packed = findPacked(archive, entry);
  let length = 0;
  let checksum = 0;
  const take = (chunk: Uint8Array): void => {
    length += chunk.length;
    budget.spend(chunk.length);
    budget.checkRatio(length, packed.length);
    checksum = crc32(chunk, checksum);
    onChunk(chunk);
  };
  if (entry.method === STORED) take(packed);
  else if (entry.method === DEFLATED) inflate(packed, take, budget);
  else throw refuse("zip-broken");
  if (length !== entry.size || checksum !== entry.checksum) throw refuse("zip-broken");
}

function findPacked(archive: Archive, entry: ZipEntry): Uint8Array {
  const { bytes } = archive;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { offset } = entry;
  if (offset + LOCAL_LENGTH > bytes.length || view.getUint32(offset, true) !== LOCAL_SIGNATURE) {
    throw refuse("zip-broken");
  }
  const start = offset + LOCAL_LENGTH + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + entry.packedSize > bytes.length) throw refuse("zip-broken");
  return bytes.subarray(start, start + entry.packedSize);
}

function inflate(packed: Uint8Array, take: (chunk: Uint8Array) => void, budget: UnpackBudget): void {
  const chunks: Uint8Array[] = [];
  const stream = new Inflate((chunk) => chunks.push(chunk));
  for (let at = 0; at < packed.length; at += STEP) {
    pushStep(stream, packed.subarray(at, at + STEP), at + STEP >= packed.length);
    for (const chunk of chunks.splice(0)) take(chunk);
    budget.report(at, packed.length);
  }
}

/** Only the inflater's own errors mean a damaged archive; those of the reader behind it pass through untouched. */
function pushStep(stream: Inflate, step: Uint8Array, last: boolean): void {
  try {
    stream.push(step, last);
  } catch {
    throw refuse("zip-broken");
  }
}
