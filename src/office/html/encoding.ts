import { type DecodedText, decodeText } from "../encoding.ts";

const HEAD_LENGTH = 4096;
const CHARSET = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,30})/i;

/**
 * Text of a page: by its mark, as UTF-8 where it is sound UTF-8, by what it says of itself, and otherwise by its content.
 * Null where the bytes are no text. `stated` is what a letter around the page says.
 */
export function decodePage(bytes: Uint8Array, stated?: string): DecodedText | null {
  const guessed = decodeText(bytes);
  const head = String.fromCharCode(...bytes.subarray(0, HEAD_LENGTH));
  const decoder = findDecoder(CHARSET.exec(head)?.[1] ?? stated);
  // Russian text in a single-byte encoding is never sound UTF-8, and a page in UTF-16 cannot be asked by its letters.
  if (decoder === null || isUnicode(bytes, head)) return guessed;
  const text = decoder.decode(bytes);
  return { text, damaged: text.match(/\ufffd/g)?.length ?? 0 };
}

function isUnicode(bytes: Uint8Array, head: string): boolean {
  if (/^(?:\xff\xfe|\xfe\xff|\xef\xbb\xbf)/.test(head) || head.includes("\0")) return true;
  return findSoundUtf8(bytes);
}

/** The only error of this decoder is a byte that is no character. */
function findSoundUtf8(bytes: Uint8Array): boolean {
  try {
    return /[\u0080-\uffff]/.test(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return false;
  }
}

/** Null for an encoding that is not known; the only error of the constructor is that. */
function findDecoder(label: string | undefined): TextDecoder | null {
  if (label === undefined) return null;
  try {
    return new TextDecoder(label);
  } catch {
    return null;
  }
}
