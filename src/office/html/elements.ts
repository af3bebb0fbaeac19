/** What an element of HTML means for the text: all that are not named here are looked through, their text being part of a line. */
export type ElementKind =
  | "left-out"
  | "paragraph"
  | "block"
  | "list"
  | "item"
  | "table"
  | "column"
  | "row"
  | "cell"
  | "break"
  | "preserved"
  | "picture";

export const ELEMENT_KINDS: ReadonlyMap<string, ElementKind> = new Map<string, ElementKind>([
  ...kinds(
    "left-out",
    "head style script title template noscript xml select textarea option del iframe svg math audio video",
  ),
  ...kinds("paragraph", "p h1 h2 h3 h4 h5 h6"),
  ...kinds(
    "block",
    "html body div dl dt dd blockquote center address section article aside header footer main nav figure figcaption form fieldset legend hr caption details summary menu",
  ),
  ...kinds("list", "ul ol"),
  ...kinds("item", "li"),
  ...kinds("table", "table"),
  ...kinds("column", "col"),
  ...kinds("row", "tr"),
  ...kinds("cell", "td th"),
  ...kinds("break", "br"),
  ...kinds("preserved", "pre listing plaintext"),
  ...kinds("picture", "img object v:imagedata"),
]);

function kinds(kind: ElementKind, names: string): [string, ElementKind][] {
  return names.split(" ").map((name) => [name, kind]);
}

/** Parts of a page that Word writes for its own sake: left out, under the name by which they are counted (null: not counted). */
export function findLeftOut(
  name: string,
  attributes: Readonly<Record<string, string>>,
): { what: string | null } | null {
  if (ELEMENT_KINDS.get(name) === "left-out" || attributes.hidden !== undefined) return { what: null };
  if (attributes.class === "msoDel") return { what: null };
  // Word ends a table of uneven columns with a row that only states their widths.
  if (name === "tr" && attributes.height === "0") return { what: null };
  const style = attributes.style ?? "";
  if (/(?:display\s*:\s*none|mso-hide\s*:\s*all)/i.test(style)) return { what: null };
  const element = /mso-element\s*:\s*(header|footer|comment|footnote|endnote)(?:\s*[;"']|\s*$)/i.exec(style)?.[1];
  if (element !== undefined) return { what: element.toLowerCase() };
  return /mso-(?:foot|end)note-id\s*:/i.test(style) ? { what: null } : null;
}
