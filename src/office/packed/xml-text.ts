import { XmlError } from "./xml-error.ts";

const NAMED = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
]);
const REFERENCE = /&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([a-z]{2,4}));|&/g;
const FORBIDDEN = /(?![\t\n\r\u007f-\u009f])\p{Cc}|[\ufffe\uffff]/u;
/** The longest reference, `&#x10FFFF;`. */
const LONGEST_REFERENCE = 10;

/**
 * Text with its five named and its numeric references replaced; no other entity is known.
 * @throws XmlError for any other reference and for characters that XML forbids
 */
export function decodeReferences(text: string): string {
  if (FORBIDDEN.test(text)) throw new XmlError("a forbidden character");
  return text.includes("&") ? text.replace(REFERENCE, decodeReference) : text;
}

function decodeReference(whole: string, hex?: string, decimal?: string, name?: string): string {
  if (name !== undefined) {
    const known = NAMED.get(name);
    if (known !== undefined) return known;
  }
  const digits = hex ?? decimal;
  if (digits === undefined) throw new XmlError(`an unknown entity ${whole}`);
  const code = Number.parseInt(digits, hex === undefined ? 10 : 16);
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) throw new XmlError("a forbidden character");
  const character = String.fromCodePoint(code);
  if (FORBIDDEN.test(character)) throw new XmlError("a forbidden character");
  return character;
}

/** Where text may be cut so that no reference is torn: before an «&» that is not closed yet. */
export function cutBeforeReference(text: string): number {
  const ampersand = text.lastIndexOf("&");
  if (ampersand < 0 || text.length - ampersand > LONGEST_REFERENCE || text.includes(";", ampersand)) return text.length;
  return ampersand;
}
