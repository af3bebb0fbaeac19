import { XmlError } from "./xml-error.ts";
import { decodeReferences } from "./xml-text.ts";

/** Namespaces by the short name under which rules name them, whatever prefix a file uses. */
const NAMESPACES = new Map([
  ["http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"],
  ["http://purl.oclc.org/ooxml/wordprocessingml/main", "w"],
  ["http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"],
  ["http://schemas.openxmlformats.org/officeDocument/2006/math", "m"],
  ["http://purl.oclc.org/ooxml/officeDocument/math", "m"],
  ["http://schemas.openxmlformats.org/drawingml/2006/picture", "pic"],
  ["http://purl.oclc.org/ooxml/drawingml/picture", "pic"],
  ["http://schemas.openxmlformats.org/drawingml/2006/chart", "c"],
  ["http://purl.oclc.org/ooxml/drawingml/chart", "c"],
  ["urn:schemas-microsoft-com:vml", "v"],
  ["http://schemas.openxmlformats.org/package/2006/relationships", "rel"],
  ["http://www.w3.org/XML/1998/namespace", "xml"],
  ["http://schemas.openxmlformats.org/spreadsheetml/2006/main", "x"],
  ["http://purl.oclc.org/ooxml/spreadsheetml/main", "x"],
  ["http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"],
  ["http://purl.oclc.org/ooxml/officeDocument/relationships", "r"],
  ["urn:oasis:names:tc:opendocument:xmlns:office:1.0", "office"],
  ["urn:oasis:names:tc:opendocument:xmlns:style:1.0", "style"],
  ["urn:oasis:names:tc:opendocument:xmlns:text:1.0", "text"],
  ["urn:oasis:names:tc:opendocument:xmlns:table:1.0", "table"],
  ["urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "draw"],
  ["urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0", "fo"],
  ["urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0", "loext"],
  ["urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", "manifest"],
]);

/** What prefixes mean at one place, with the tags already taken apart there: documents repeat the same few tags. */
export interface XmlScope<Rule> {
  readonly prefixes: ReadonlyMap<string, string>;
  readonly tags: Map<string, XmlTag<Rule>>;
}

/** A start tag. Names are «w:p» with the short name of the namespace; a name of a namespace not listed begins with «?:». */
export interface XmlTag<Rule> {
  readonly name: string;
  readonly rawName: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly selfClosing: boolean;
  readonly scope: XmlScope<Rule>;
  readonly rule: Rule | undefined;
}

const NAME = /[\p{L}_:][\p{L}\p{N}\p{M}_:.\-·]*/uy;
const ATTRIBUTE = /\s+([\p{L}_:][\p{L}\p{N}\p{M}_:.\-·]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/uy;
const TAG_END = /\s*(\/?)$/y;
const OPEN_QUOTE = /=\s*(?:"[^"<]*|'[^'<]*)$/;

export function rootScope<Rule>(): XmlScope<Rule> {
  return { prefixes: new Map([["xml", "xml"]]), tags: new Map() };
}

/**
 * Takes a tag apart. `raw` is what stands between «<» and «>»; null when that «>» stands within a quoted value.
 * @throws XmlError when it is not well formed
 */
export function parseTag<Rule>(
  raw: string,
  scope: XmlScope<Rule>,
  rules: ReadonlyMap<string, Rule>,
): XmlTag<Rule> | null {
  NAME.lastIndex = 0;
  const rawName = NAME.exec(raw)?.[0];
  if (rawName === undefined) throw new XmlError("a tag without a name");
  const found = readAttributes(raw, rawName.length);
  if (found === null) return null;
  const inner = declareNamespaces(found.attributes, scope);
  const attributes = new Map<string, string>();
  for (const [name, value] of found.attributes) {
    if (!name.startsWith("xmlns")) attributes.set(name.includes(":") ? resolve(name, inner) : name, value);
  }
  const name = resolve(rawName, inner);
  return { name, rawName, attributes, selfClosing: found.selfClosing, scope: inner, rule: rules.get(name) };
}

function readAttributes(raw: string, from: number): { attributes: Map<string, string>; selfClosing: boolean } | null {
  const attributes = new Map<string, string>();
  let at = from;
  for (;;) {
    ATTRIBUTE.lastIndex = at;
    const match = ATTRIBUTE.exec(raw);
    if (match === null) break;
    const name = match[1] ?? "";
    if (attributes.has(name)) throw new XmlError("an attribute twice");
    attributes.set(name, decodeReferences(match[2] ?? match[3] ?? ""));
    at = ATTRIBUTE.lastIndex;
  }
  TAG_END.lastIndex = at;
  const end = TAG_END.exec(raw);
  if (end !== null) return { attributes, selfClosing: end[1] === "/" };
  if (OPEN_QUOTE.test(raw.slice(at))) return null;
  throw new XmlError("a tag that cannot be read");
}

function declareNamespaces<Rule>(attributes: ReadonlyMap<string, string>, scope: XmlScope<Rule>): XmlScope<Rule> {
  let prefixes: Map<string, string> | null = null;
  for (const [name, uri] of attributes) {
    if (name !== "xmlns" && !name.startsWith("xmlns:")) continue;
    prefixes ??= new Map(scope.prefixes);
    prefixes.set(name.slice(6), NAMESPACES.get(uri) ?? "?");
  }
  return prefixes === null ? scope : { prefixes, tags: new Map() };
}

function resolve<Rule>(name: string, scope: XmlScope<Rule>): string {
  const colon = name.indexOf(":");
  if (colon === 0 || colon === name.length - 1) throw new XmlError("half a name");
  const known = scope.prefixes.get(name.slice(0, Math.max(colon, 0)));
  if (known === undefined && colon >= 0) throw new XmlError("a prefix that was not declared");
  return `${known ?? "?"}:${name.slice(colon + 1)}`;
}
