import type { XmlTag } from "../packed/xml-tag.ts";

/** The attribute w:val. */
export function readValue(tag: XmlTag<unknown>): string | undefined {
  return tag.attributes.get("w:val");
}

/** A switch such as w:vanish: on when it stands there, unless it says otherwise. */
export function isOn(tag: XmlTag<unknown>): boolean {
  const value = readValue(tag);
  return value !== "0" && value !== "false" && value !== "off" && value !== "none";
}

/** A whole number from 0 up to `most`; `fallback` where it is missing or no number. */
export function readCount(tag: XmlTag<unknown>, fallback: number, most = 100_000): number {
  const value = Number.parseInt(readValue(tag) ?? "", 10);
  return Number.isNaN(value) ? fallback : Math.min(Math.max(value, 0), most);
}
