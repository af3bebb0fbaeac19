import type { ReadLimits } from "../limits.ts";
import { refuse } from "../refusals.ts";
import { type UnpackBudget, unpackPart } from "./unpack.ts";
import { type XmlListener, XmlScanner } from "./xml.ts";
import { XmlError } from "./xml-error.ts";
import type { Archive, ZipEntry } from "./zip.ts";

/** An archive with what may still be spent on it. */
export interface Package {
  readonly archive: Archive;
  readonly budget: UnpackBudget;
  readonly limits: ReadLimits;
}

/**
 * Streams a part: unpack, decode, scan. UTF-8, or UTF-16 with or without its mark.
 * @throws Refusal of zip-*, xml-*, nesting-too-deep, and whatever the listener throws
 */
export function scanPart<Rule>(source: Package, entry: ZipEntry, listener: XmlListener<Rule>): void {
  const scanner = new XmlScanner(listener, source.limits.elementDepth);
  let decoder: TextDecoder | null = null;
  const asXml = (step: () => void): void => namePart(entry.name, step);
  const onChunk = (chunk: Uint8Array): void => {
    if (chunk.length === 0) return;
    decoder ??= new TextDecoder(findEncoding(chunk), { fatal: true });
    const text = decodeChunk(decoder, chunk, entry.name);
    asXml(() => scanner.write(text));
  };
  unpackPart(source.archive, entry, { budget: source.budget, onChunk });
  asXml(() => scanner.finish());
}

function findEncoding(start: Uint8Array): string {
  const first = start[0];
  const second = start[1];
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return "utf-16be";
  return "utf-8";
}

/** The only error of a decoder is a byte that is no character of the encoding. */
function decodeChunk(decoder: TextDecoder, chunk: Uint8Array, part: string): string {
  try {
    return decoder.decode(chunk, { stream: true });
  } catch {
    throw refuse("xml-broken", { part });
  }
}

function namePart(part: string, step: () => void): void {
  try {
    step();
  } catch (error) {
    if (error instanceof XmlError) throw refuse("xml-broken", { part });
    throw error;
  }
}
