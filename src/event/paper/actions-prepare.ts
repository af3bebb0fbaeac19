import type { Files } from "../../platform/files.ts";
import { readCameraNotes, redrawPicture } from "../../platform/pictures.ts";
import { FILE_LIMIT_BYTES, PAPER_KINDS, type PaperKind, PHOTO_LIMIT_BYTES, type Point } from "../contract.ts";
import { plain } from "../event/input.ts";
import { refuseEvent } from "../refusals.ts";
import { readPlace } from "./exif-place.ts";

/** Longest side of a photograph as it is kept, and of its small copy, in pixels. */
const [SIDE, SMALL_SIDE] = [2_400, 480];

export interface PaperInput {
  readonly kind: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly caption: string;
  readonly isPublic: boolean;
  /** Of a photograph: where it was taken is kept, on purpose. */
  readonly keepsPlace: boolean;
}

/** A file that stands among the files already, ready to be named by a row. */
export interface PreparedPaper {
  readonly kind: PaperKind;
  readonly name: string;
  readonly caption: string;
  readonly hash: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly size: { readonly width: number; readonly height: number } | null;
  readonly smallHash: string | null;
  readonly point: Point | null;
  readonly isPublic: boolean;
}

/**
 * Takes in a file before any transaction: a photograph is drawn anew without what its camera noted, with a small copy; other
 * files are kept as they are. Refuses `paper-kind`, `paper-empty`, `paper-large`, `picture-unreadable`, `picture-too-large`.
 */
export async function preparePaper(files: Files, input: PaperInput): Promise<PreparedPaper> {
  const kind = PAPER_KINDS.find((known) => known === input.kind) ?? refuseEvent("paper-kind");
  const limit = kind === "photo" ? PHOTO_LIMIT_BYTES : FILE_LIMIT_BYTES;
  const name = settleName(input.name);
  if (input.bytes.length === 0) refuseEvent("paper-empty", { name });
  if (input.bytes.length > limit) refuseEvent("paper-large", { name, limit: limit / 1_000_000 });
  const base = { kind, name, caption: plain(input.caption).slice(0, 500), isPublic: input.isPublic };
  if (kind === "photo") return { ...base, ...(await preparePhoto(files, input)) };
  const hash = await files.store(input.bytes);
  const mediaType = typeOf(input.bytes);
  return { ...base, hash, mediaType, bytes: input.bytes.length, size: null, smallHash: null, point: null };
}

async function preparePhoto(files: Files, { bytes, keepsPlace }: PaperInput) {
  const notes = keepsPlace ? await readCameraNotes(bytes) : null;
  const { bytes: drawn, type, width, height } = await redrawPicture(bytes, SIDE);
  const small = await redrawPicture(drawn, SMALL_SIDE);
  return {
    hash: await files.store(drawn),
    smallHash: await files.store(small.bytes),
    mediaType: type,
    bytes: drawn.length,
    size: { width, height },
    point: notes && readPlace(notes),
  };
}

const SIGNATURES: readonly (readonly [string, readonly number[]])[] = [
  ["application/pdf", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["application/zip", [0x50, 0x4b, 0x03, 0x04]],
];

/** By the first bytes; office documents are archives. What is not known is just bytes. */
function typeOf(bytes: Uint8Array): string {
  const found = SIGNATURES.find(([, signature]) => signature.every((byte, at) => bytes[at] === byte));
  return found?.[0] ?? "application/octet-stream";
}

/** The last part of a name without what could lead astray; its ending stays. */
function settleName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  const safe = last
    .replace(/[\p{Cc}\p{Cf}"<>|:*?]/gu, "")
    .trim()
    .replace(/^\.+/, "");
  const ending = /\.[^.]{1,10}$/.exec(safe)?.[0] ?? "";
  return safe.length > 200 ? safe.slice(0, 200 - ending.length) + ending : safe || "file";
}
