import { Readable } from "node:stream";
import yazl from "yazl";

/** A part of an archive: its bytes are asked for when they are about to be sent. */
export interface ArchivePart {
  readonly name: string;
  readonly bytes: number;
  readonly open: () => Promise<Uint8Array>;
}

/**
 * A ZIP that is made while it is sent: one part at a time is in memory, however many there are. Parts are not packed, so that its
 * length is known from the beginning and a browser shows how far it is. A part that cannot be read breaks it off.
 */
export async function streamArchive(
  parts: readonly ArchivePart[],
): Promise<{ readonly body: ReadableStream<Uint8Array>; readonly bytes: number }> {
  const zip = new yazl.ZipFile();
  const output = zip.outputStream as Readable;
  zip.once("error", (error: Error) => output.destroy(error));
  for (const part of parts) {
    zip.addReadStreamLazy(part.name, { compress: false, size: part.bytes }, (take) => {
      part.open().then(
        // The same memory, not a copy: of gigabytes that go through, the collector has half as much to do.
        (bytes) => take(null, Readable.from([Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)])),
        (error: Error) => take(error, undefined as never),
      );
    });
  }
  const bytes = await new Promise<number>((resolve) => zip.end(undefined, resolve as () => void));
  return { body: Readable.toWeb(output) as ReadableStream<Uint8Array>, bytes };
}
