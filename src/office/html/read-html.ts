import { Parser } from "htmlparser2";
import type { DecodedText } from "../encoding.ts";
import type { ReadLimits } from "../limits.ts";
import { refuse } from "../refusals.ts";
import type { DocumentTree } from "../tree.ts";
import { ELEMENT_KINDS, type ElementKind, findLeftOut } from "./elements.ts";
import { PageStory } from "./page-story.ts";

/**
 * Reads a page as Word saves it, or one written by hand. Tables by colspan and rowspan, numbers of lists as they are
 * shown; what is hidden or deleted is left out, pictures and notes are counted.
 * @throws Refusal nesting-too-deep, too-many-*
 */
export function readHtml(decoded: DecodedText, limits: ReadLimits): DocumentTree {
  const listener = new PageListener(limits);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => listener.open(name, attributes),
      ontext: (text) => listener.text(text),
      onclosetag: () => listener.close(),
    },
    { decodeEntities: true },
  );
  parser.write(decoded.text);
  parser.end();
  const { story } = listener;
  story.endParagraph();
  story.flow.omit("damaged-character", decoded.damaged);
  return { format: "html", ...story.flow.finish() };
}

/** Kinds that do not end the paragraph around them. */
const INLINE: ReadonlySet<ElementKind> = new Set(["break", "picture", "column"]);

type Marks = "none" | "list-number" | "tab" | "office";

/** Bullets of the fonts Symbol and Wingdings, which Word names by the place of their sign in the font. */
const BULLETS = new Map([
  ["·", "•"],
  ["§", "▪"],
  ["Ø", "➢"],
  ["ü", "✓"],
]);

interface OpenElement {
  readonly kind: ElementKind | undefined;
  readonly mark: Marks;
}

/** Follows the tags of a page; every open tag has its end, which the parser adds where it is missing. */
class PageListener {
  readonly story: PageStory;
  private readonly limits: ReadLimits;
  private readonly stack: OpenElement[] = [];
  /** Depth of the element that is left out, or 0. */
  private leftOutFrom = 0;
  private preserved = 0;
  private listNumber = "";

  constructor(limits: ReadLimits) {
    this.limits = limits;
    this.story = new PageStory(limits);
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.stack.length >= this.limits.elementDepth) {
      throw refuse("nesting-too-deep", { limit: this.limits.elementDepth });
    }
    const kind = ELEMENT_KINDS.get(name);
    this.stack.push({ kind, mark: findMark(name, attributes.style ?? "") });
    if (this.leftOutFrom > 0) return;
    const leftOut = findLeftOut(name, attributes);
    if (leftOut !== null) {
      this.leftOutFrom = this.stack.length;
      if (leftOut.what !== null) this.story.flow.omit(leftOut.what);
    } else if (kind !== undefined) this.openKind(kind, name, attributes);
  }

  close(): void {
    const element = this.stack.pop();
    if (this.leftOutFrom > 0) {
      if (this.stack.length < this.leftOutFrom) this.leftOutFrom = 0;
      return;
    }
    if (element?.mark === "list-number") this.closeListNumber();
    if (element?.mark === "tab") this.story.text.add("\t");
    if (element?.kind !== undefined) this.closeKind(element.kind);
  }

  text(text: string): void {
    if (this.leftOutFrom > 0) return;
    const mark = this.findInner();
    if (mark === "list-number") this.listNumber += text;
    else if (mark === "tab") return;
    else if (mark === "office" && text.trim() === "") this.story.touch();
    else if (this.preserved > 0) this.addPreserved(text);
    else {
      this.story.text.flow(text);
      if (text.includes("\u00a0")) this.story.touch();
    }
  }

  /** The mark that holds here: that of the innermost element that has one. */
  private findInner(): Marks {
    return this.stack.findLast((element) => element.mark !== "none")?.mark ?? "none";
  }

  private addPreserved(text: string): void {
    const lines = text.replace(/\r\n?/g, "\n").split("\n");
    lines.forEach((line, index) => {
      if (index > 0) this.story.endParagraph();
      this.story.text.add(line);
    });
  }

  private closeListNumber(): void {
    const number = this.listNumber.replace(/[\s\u00a0]+/g, " ").trim();
    this.listNumber = "";
    if (number !== "") this.story.text.add(`${BULLETS.get(number) ?? number} `);
  }

  private openKind(kind: ElementKind, name: string, attributes: Readonly<Record<string, string>>): void {
    const { story } = this;
    if (kind === "break") this.addBreak(attributes.style ?? "");
    else if (kind === "column") story.passColumns(attributes);
    else if (kind === "picture") story.flow.omit("picture");
    else story.endParagraph();
    if (kind === "list") story.openList(name === "ol", attributes);
    if (kind === "item") story.openItem(attributes);
    if (kind === "table") story.openTable();
    if (kind === "row") story.flow.openRow();
    if (kind === "cell") story.openCell(attributes);
    if (kind === "preserved") this.preserved++;
  }

  private closeKind(kind: ElementKind): void {
    const { story } = this;
    if (!INLINE.has(kind)) story.endParagraph();
    if (kind === "list") story.closeList();
    if (kind === "cell") story.flow.closeCell();
    if (kind === "row") story.flow.closeRow();
    if (kind === "table") story.flow.closeTable();
    if (kind === "preserved") this.preserved--;
  }

  private addBreak(style: string): void {
    if (/page-break-before\s*:\s*always|mso-break-type\s*:\s*section/i.test(style)) this.story.text.addPageBreak();
    else {
      this.story.touch();
      this.story.text.add("\n");
    }
  }
}

function findMark(name: string, style: string): Marks {
  if (name === "o:p") return "office";
  if (style === "") return "none";
  if (/mso-list\s*:\s*ignore/i.test(style)) return "list-number";
  return /mso-tab-count\s*:/i.test(style) ? "tab" : "none";
}
