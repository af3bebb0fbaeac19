import { Refusal } from "../kernel/refusal.ts";
import type { PlatformRefusalCode } from "./refusals.ts";

/** Larger pictures are not even opened: a small file may unpack into gigabytes. */
const PIXELS_PER_SIDE = 20_000;
const FORMATS: ReadonlySet<string> = new Set(["png", "jpeg", "webp"]);

export interface Picture {
  readonly bytes: Uint8Array;
  readonly type: "image/webp";
  readonly width: number;
  readonly height: number;
}

/**
 * Draws a picture anew as WebP, at most `side` pixels wide and high, upright as its camera held it and without anything but
 * its pixels: no place, no camera, no comment. Takes PNG, JPEG and WebP by their content, whatever their name; drawings such as
 * SVG, which may carry scripts, are none. Refuses `picture-unreadable` and `picture-too-large`.
 */
export async function redrawPicture(bytes: Uint8Array, side: number): Promise<Picture> {
  // Loaded where it is needed: at rest the server does without.
  const { default: sharp } = await import("sharp");
  try {
    const source = sharp(bytes, { limitInputPixels: PIXELS_PER_SIDE ** 2, failOn: "error" });
    const { format, width = 0, height = 0 } = await source.metadata();
    if (!FORMATS.has(format ?? "")) return refuse("picture-unreadable");
    if (Math.max(width, height) > PIXELS_PER_SIDE) return refuse("picture-too-large", { pixels: PIXELS_PER_SIDE });
    const fitted = source.autoOrient().resize(side, side, { fit: "inside", withoutEnlargement: true });
    const { data, info } = await fitted.webp({ quality: 85 }).toBuffer({ resolveWithObject: true });
    return { bytes: data, type: "image/webp", width: info.width, height: info.height };
  } catch (error) {
    // What the library says of a broken file is for programmers.
    if (error instanceof Refusal) throw error;
    return refuse("picture-unreadable");
  }
}

/** What a camera noted beside a picture (EXIF), as it stands there; null where there is nothing, or no picture. */
export async function readCameraNotes(bytes: Uint8Array): Promise<Uint8Array | null> {
  const { default: sharp } = await import("sharp");
  const found = await sharp(bytes)
    .metadata()
    .then(
      ({ exif }) => exif ?? null,
      () => null,
    );
  return found;
}

function refuse(code: PlatformRefusalCode, values: Record<string, number> = {}): never {
  throw new Refusal(code, values);
}
