/** Text with how many of its bytes were no characters (they stand in it as U+FFFD). */
export interface DecodedText {
  readonly text: string;
  readonly damaged: number;
}

const SINGLE_BYTE_ENCODINGS = ["windows-1251", "koi8-r", "ibm866"] as const;
const SAMPLE_LENGTH = 64 * 1024;
/** More control characters than one in so many, and the bytes are no text. */
const ONE_CONTROL_IN = 200;
/** The commonest letters of Russian; two thirds of any text. */
const COMMON_LETTERS = /[оеаинтсрвлкм]/g;

/** Text of bytes in UTF-8, UTF-16, windows-1251, KOI8-R or cp866, decided by content; null where they are no text. */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const encoding = findUnicode(bytes);
  if (encoding !== null) return decodeUnicode(bytes, encoding);
  if (bytes.includes(0)) return null;
  const whole = decodeFatal(bytes);
  if (whole !== null) return accept(whole);
  const damaged = decodeUnicode(bytes, "utf-8");
  if (damaged !== null && isMostlyUtf8(damaged)) return damaged;
  return decodeSingleByte(bytes);
}

function findUnicode(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  return guessUtf16(bytes.subarray(0, SAMPLE_LENGTH));
}

/** Without a mark: the high bytes of Russian and Latin text in UTF-16 are 04 and 00. */
function guessUtf16(sample: Uint8Array): "utf-16le" | "utf-16be" | null {
  const high = [0, 0];
  for (let at = 0; at + 1 < sample.length; at += 2) {
    if ((sample[at] ?? 1) === 0 || sample[at] === 4) high[0] = (high[0] ?? 0) + 1;
    if ((sample[at + 1] ?? 1) === 0 || sample[at + 1] === 4) high[1] = (high[1] ?? 0) + 1;
  }
  const pairs = Math.floor(sample.length / 2);
  if (pairs < 2) return null;
  if ((high[1] ?? 0) > pairs * 0.85 && (high[0] ?? 0) < pairs * 0.2) return "utf-16le";
  if ((high[0] ?? 0) > pairs * 0.85 && (high[1] ?? 0) < pairs * 0.2) return "utf-16be";
  return null;
}

function decodeUnicode(bytes: Uint8Array, encoding: string): DecodedText | null {
  return accept(new TextDecoder(encoding).decode(bytes));
}

/** The only error of a decoder is a byte that is no character; null says so. */
function decodeFatal(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A torn or mistyped byte here and there does not make UTF-8 another encoding. */
function isMostlyUtf8(decoded: DecodedText): boolean {
  const sample = decoded.text.slice(0, SAMPLE_LENGTH);
  return count(sample, /\ufffd/g) * 20 < count(sample, /[\u0080-\ufffc]/g);
}

function decodeSingleByte(bytes: Uint8Array): DecodedText | null {
  const sample = bytes.subarray(0, SAMPLE_LENGTH);
  const scores = SINGLE_BYTE_ENCODINGS.map((encoding) => ({
    encoding,
    score: scoreRussian(decodeAs(sample, encoding)),
  }));
  const best = scores.reduce((one, other) => (other.score > one.score ? other : one));
  return best.score > 0 ? accept(decodeAs(bytes, best.encoding)) : null;
}

function decodeAs(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** Bars and rules of a drawn table; single drawn signs among letters are those of a wrong encoding. */
const DRAWN = /[│║]|[\u2500-\u257f]?[─═]{3,}[\u2500-\u257f]?/g;

/** Above 0 for Russian text, the higher the likelier: common letters in lower case count for it; capitals inside words and drawn signs against it. */
function scoreRussian(whole: string): number {
  const text = whole.replace(DRAWN, " ");
  const foreign = count(text, /[\u0080-\u00a0\u0402-\u040f\u0450\u0452-\u045f\u2500-\u25ff\ufffd]/g);
  const capitalsInside = count(text, /[а-яё][А-ЯЁ]/g);
  const letters = count(text, /[А-Яа-яЁё]/g);
  const strange = count(text, /[^\p{ASCII}А-Яа-яЁё«»№–—“”„…°§\u00a0]/gu);
  const common = count(text, COMMON_LETTERS) + count(text, /[ОЕАИНТСРВЛКМ]/g) * 0.7;
  return letters === 0 ? -1 : common - letters * 0.25 - foreign * 2 - capitalsInside * 3 - strange * 2;
}

/** Null where there are too many characters that no text has. */
function accept(text: string): DecodedText | null {
  let controls = 0;
  let damaged = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) damaged++;
    else if (code < 0x20 && (code < 9 || code > 13)) controls++;
  }
  if (controls * ONE_CONTROL_IN > text.length || damaged * 5 > text.length) return null;
  return { text, damaged };
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
