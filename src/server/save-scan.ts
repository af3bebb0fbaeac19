import type { AccessRefusalCode } from "../access/index.ts";
import { Refusal } from "../kernel/refusal.ts";
import type { Files } from "../platform/files.ts";
import { redrawPicture } from "../platform/pictures.ts";
import type { PlatformRefusalCode } from "../platform/refusals.ts";

/** Enough for a page of A4 to be read: some 280 dots an inch. */
const SCAN_PIXELS = 3300;
const PDF = "%PDF-";

/** Keeps a scanned paper: a PDF as it is, a picture drawn anew. Refuses `consent-scan-missing`, `picture-too-large`. */
export async function saveScan(
  files: Files,
  bytes: Uint8Array,
): Promise<{ readonly hash: string; readonly type: string }> {
  if (bytes.length === 0) throw new Refusal<AccessRefusalCode>("consent-scan-missing");
  if (new TextDecoder("latin1").decode(bytes.subarray(0, PDF.length)) === PDF) {
    return { hash: await files.store(bytes), type: "application/pdf" };
  }
  const picture = await redrawPicture(bytes, SCAN_PIXELS).catch((error: unknown) => {
    // Its sentence speaks of pictures alone; here a PDF would do as well.
    const isOther = error instanceof Refusal && error.code === ("picture-unreadable" satisfies PlatformRefusalCode);
    throw isOther ? new Refusal<AccessRefusalCode>("consent-scan-missing") : error;
  });
  return { hash: await files.store(picture.bytes), type: picture.type };
}
