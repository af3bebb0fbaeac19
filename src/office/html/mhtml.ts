import type { DecodedText } from "../encoding.ts";
import { decodePage } from "./encoding.ts";

/** Longer heads of letters and parts are nobody's. */
const LONGEST_HEAD = 16 * 1024;
const DEEPEST = 5;

/** The page within a web archive (.mht): its first part of HTML; null where there is none. */
export function decodeWebArchive(bytes: Uint8Array): DecodedText | null {
  return findPage(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1"), DEEPEST);
}

/** `part` holds its bytes as characters. */
function findPage(part: string, depth: number): DecodedText | null {
  const end = /\r?\n\r?\n/.exec(part.slice(0, LONGEST_HEAD));
  if (end === null) return null;
  const head = part.slice(0, end.index).replace(/\r?\n[ \t]+/g, " ");
  const content = part.slice(end.index + end[0].length);
  const type = /^content-type:\s*([\w/+-]+)/im.exec(head)?.[1]?.toLowerCase() ?? "";
  const boundary = /\bboundary="?([^";\r\n]+)/i.exec(head)?.[1];
  if (type.startsWith("multipart/") && boundary !== undefined && depth > 0) {
    return findFirst(splitParts(content, boundary), depth - 1);
  }
  if (type !== "text/html") return null;
  const encoding = /^content-transfer-encoding:\s*([\w-]+)/im.exec(head)?.[1]?.toLowerCase();
  return decodePage(decodeTransfer(content, encoding), /\bcharset="?([\w-]+)/i.exec(head)?.[1]);
}

function findFirst(parts: readonly string[], depth: number): DecodedText | null {
  for (const part of parts) {
    const page = findPage(part, depth);
    if (page !== null) return page;
  }
  return null;
}

function splitParts(content: string, boundary: string): string[] {
  return content
    .split(`--${boundary}`)
    .slice(1)
    .map((part) => part.replace(/^[^\n]*\n/, ""));
}

function decodeTransfer(content: string, encoding: string | undefined): Uint8Array {
  if (encoding === "base64") return Buffer.from(content, "base64");
  if (encoding !== "quoted-printable") return Buffer.from(content, "latin1");
  const joined = content.replace(/=[ \t]*\r?\n/g, "");
  const decoded = joined.replace(/=([0-9A-Fa-f]{2})/g, (_whole, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(decoded, "latin1");
}
