/** What a file is by its first bytes; what is not known is just bytes. */
export interface FileKind {
  readonly mediaType: string;
  /** May be shown in the page itself. SVG and HTML never are: they can carry scripts. */
  readonly isPicture: boolean;
}

const PICTURES: readonly (readonly [string, readonly (number | null)[]])[] = [
  ["image/png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ["image/jpeg", [0xff, 0xd8, 0xff]],
  ["image/gif", [0x47, 0x49, 0x46, 0x38]],
  ["image/webp", [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50]],
];

const OTHERS: readonly (readonly [string, readonly number[]])[] = [
  ["application/pdf", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["application/zip", [0x50, 0x4b, 0x03, 0x04]],
  ["application/msword", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ["application/rtf", [0x7b, 0x5c, 0x72, 0x74, 0x66]],
];

const UNKNOWN: FileKind = { mediaType: "application/octet-stream", isPicture: false };

/** Looks at the content alone; a name may say anything. */
export function recogniseFile(bytes: Uint8Array): FileKind {
  const begins = (signature: readonly (number | null)[]) =>
    bytes.length >= signature.length && signature.every((byte, at) => byte === null || bytes[at] === byte);
  const picture = PICTURES.find(([, signature]) => begins(signature));
  if (picture) return { mediaType: picture[0], isPicture: true };
  const other = OTHERS.find(([, signature]) => begins(signature));
  return other ? { mediaType: other[0], isPicture: false } : UNKNOWN;
}

export function isPicture(mediaType: string): boolean {
  return PICTURES.some(([known]) => known === mediaType);
}

const LONGEST_NAME = 200;

/** The last part of a name, without what could lead astray: folders, control characters, marks that turn the reading order. */
export function settleFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  const plain = last.replace(/[\p{Cc}\p{Cf}"<>|:*?]/gu, "").trim();
  const safe = plain.replace(/^\.+/, "");
  if (safe.length <= LONGEST_NAME) return safe || "file";
  const ending = /\.[^.]{1,10}$/.exec(safe)?.[0] ?? "";
  return safe.slice(0, LONGEST_NAME - ending.length) + ending;
}
