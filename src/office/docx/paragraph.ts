import type { Block } from "../tree.ts";
import type { Style } from "./styles.ts";

const UNUSUAL = /[\r\n\u00ad]/;

type FieldPart = "instruction" | "result";

/** The paragraph that is being read. */
export class ParagraphState {
  text = "";
  styleId: string | null = null;
  numberingId: string | null = null;
  level: number | null = null;
  /** The mark at its end is deleted: the next paragraph goes on in it. */
  markDeleted = false;
  /** Of the run that is being read. */
  hidden = false;
  /** Blocks of text boxes anchored in it; they follow it. */
  readonly boxes: Block[] = [];
  private readonly fields: FieldPart[] = [];
  private breakPending = false;

  /** True for text that a person sees: not hidden, not the instruction of a field. */
  get visible(): boolean {
    return !this.hidden && !this.fields.includes("instruction");
  }

  add(text: string): void {
    if (text === "" || !this.visible) return;
    if (this.breakPending && this.text !== "") this.text += "\n";
    this.breakPending = false;
    this.text += text;
  }

  /** A new page or column separates words, but is no line of its own. */
  addPageBreak(): void {
    this.breakPending = true;
  }

  changeField(kind: string | undefined): void {
    if (kind === "begin") this.fields.push("instruction");
    else if (kind === "separate" && this.fields.length > 0) this.fields[this.fields.length - 1] = "result";
    else if (kind === "end") this.fields.pop();
  }

  hide(style: Style | undefined): void {
    this.hidden = style?.hidden ?? false;
  }
}

/** The content of one w:t: blanks at its ends count only where the file says so; a line end in the XML is a blank. */
export function cleanText(raw: string, preserve: boolean): string {
  let start = 0;
  let end = raw.length;
  if (!preserve) {
    while (start < end && isBlank(raw.charCodeAt(start))) start++;
    while (end > start && isBlank(raw.charCodeAt(end - 1))) end--;
  }
  const text = raw.slice(start, end);
  return UNUSUAL.test(text) ? text.replace(/\r\n|[\r\n]/g, " ").replaceAll("\u00ad", "") : text;
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}

/** A copy that does not keep the chunk of XML alive from which it was cut. */
export function ownCopy(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}
