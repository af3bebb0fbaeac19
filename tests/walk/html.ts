import { parseDocument } from "htmlparser2";

/** An element of a page with the text inside. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly Element[];
}

type Parsed = ReturnType<typeof parseDocument>["children"][number];

/** A page as a browser takes it apart, as a flat list: every element with what stands inside. */
export function readElements(html: string): readonly Element[] {
  return parseDocument(html).children.flatMap(toElements).flatMap(withInner);
}

/** The element itself and all that stands inside it. */
export function withInner(element: Element): readonly Element[] {
  return [element, ...element.children.flatMap(withInner)];
}

function toElements(node: Parsed): readonly Element[] {
  if (!("attribs" in node)) return [];
  return [
    { name: node.name, attributes: node.attribs, text: textOf(node), children: node.children.flatMap(toElements) },
  ];
}

function textOf(node: Parsed): string {
  if ("children" in node) return node.children.map(textOf).join("");
  return "data" in node ? node.data : "";
}

/** Where the links and pictures of a page lead within the site. */
export function listLinks(html: string): readonly string[] {
  const links = readElements(html).flatMap(({ name, attributes: { href, src } }) =>
    name === "a" && href ? [href] : (name === "img" || name === "source") && src ? [src] : [],
  );
  return links.filter((link) => /^\/(?!\/)/.test(link)).map((link) => link.replace(/#.*/, ""));
}
