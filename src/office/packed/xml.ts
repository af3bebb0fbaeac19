import { refuse } from "../refusals.ts";
import { XmlError } from "./xml-error.ts";
import { parseTag, rootScope, type XmlScope, type XmlTag } from "./xml-tag.ts";
import { cutBeforeReference, decodeReferences } from "./xml-text.ts";

/** What wants to hear of a part. Elements without a rule are looked through: their children are heard of all the same. */
export interface XmlListener<Rule> {
  readonly rules: ReadonlyMap<string, Rule>;
  /** True while text is wanted; text elsewhere is not even copied. */
  readonly collecting: boolean;
  /** Returns true to leave the whole element out; `close` is then not called for it. */
  open(rule: Rule, tag: XmlTag<Rule>): boolean;
  close(rule: Rule, tag: XmlTag<Rule>): void;
  text(text: string): void;
}

const SLASH = 0x2f;
const EXCLAMATION = 0x21;
const QUESTION = 0x3f;
const GREATER = 0x3e;
/** Longer tags are not written by anyone, and looking again and again for their end costs time. */
const LONGEST_TAG = 1024 * 1024;
const MOST_CACHED_TAGS = 4096;
const LONGEST_CACHED_TAG = 400;

/**
 * Reads XML in chunks without building a tree: a stack of open elements and nothing else.
 * Any DOCTYPE is refused, so there are no entities to expand. Written by hand since it passes
 * most of a document (properties of runs) five times as fast as a full parser.
 * @throws XmlError when the part is not well formed; Refusal xml-entities, nesting-too-deep
 */
export class XmlScanner<Rule> {
  private readonly listener: XmlListener<Rule>;
  private readonly deepest: number;
  private readonly stack: XmlTag<Rule>[] = [];
  private scope: XmlScope<Rule> = rootScope();
  /** What could not be read yet, since its end has not come. */
  private rest = "";
  /** The end of the comment, instruction or CDATA section that we are in. */
  private until: "-->" | "?>" | "]]>" | null = null;
  /** Depth of the element that is left out, or 0. */
  private skippedFrom = 0;
  private rootSeen = false;

  constructor(listener: XmlListener<Rule>, deepest: number) {
    this.listener = listener;
    this.deepest = deepest;
  }

  write(chunk: string): void {
    const source = this.rest === "" ? chunk : this.rest + chunk;
    this.rest = "";
    let at = 0;
    while (at < source.length) {
      const next = this.until === null ? this.readContent(source, at) : this.readSpecial(source, at, this.until);
      if (next < 0) return;
      at = next;
    }
  }

  finish(): void {
    if (this.rest !== "" || this.until !== null || this.stack.length > 0 || !this.rootSeen) {
      throw new XmlError("the end is missing");
    }
  }

  /** Reads text up to the next tag and that tag; returns where to go on, or -1 when more has to come first. */
  private readContent(source: string, at: number): number {
    const less = source.indexOf("<", at);
    if (less !== at) {
      const end = less < 0 ? this.endOfText(source, at) : less;
      if (end > at) this.takeText(source, at, end);
      if (less < 0) return this.keep(source, end);
    }
    const second = source.charCodeAt(less + 1);
    if (second === SLASH) return this.readEndTag(source, less);
    if (second === EXCLAMATION) return this.readDeclaration(source, less);
    if (second === QUESTION) return this.enter("?>", less + 2);
    return this.readStartTag(source, less);
  }

  private keep(source: string, from: number): -1 {
    this.rest = source.slice(from);
    if (this.rest.length > LONGEST_TAG) throw new XmlError("a tag without an end");
    return -1;
  }

  private enter(until: "-->" | "?>" | "]]>", at: number): number {
    this.until = until;
    return at;
  }

  private endOfText(source: string, at: number): number {
    return this.listener.collecting ? at + cutBeforeReference(source.slice(at)) : source.length;
  }

  private takeText(source: string, from: number, to: number): void {
    if (this.stack.length === 0) {
      if (/[^\s\uFEFF]/.test(source.slice(from, to))) throw new XmlError("text outside the root");
    } else if (this.listener.collecting && this.skippedFrom === 0) {
      this.listener.text(decodeReferences(source.slice(from, to)));
    }
  }

  private readStartTag(source: string, less: number): number {
    for (let greater = source.indexOf(">", less); greater >= 0; greater = source.indexOf(">", greater + 1)) {
      if (greater - less > LONGEST_TAG) throw new XmlError("a tag without an end");
      const raw = source.slice(less + 1, greater);
      const tag = this.scope.tags.get(raw) ?? this.parse(raw);
      if (tag !== null) {
        this.openElement(tag);
        return greater + 1;
      }
    }
    return this.keep(source, less);
  }

  private parse(raw: string): XmlTag<Rule> | null {
    // A slice would keep its whole chunk in memory as long as the tag is remembered.
    const own = `${raw} `.slice(0, -1);
    const tag = parseTag(own, this.scope, this.listener.rules);
    if (tag !== null && own.length <= LONGEST_CACHED_TAG) {
      if (this.scope.tags.size >= MOST_CACHED_TAGS) this.scope.tags.clear();
      this.scope.tags.set(own, tag);
    }
    return tag;
  }

  private openElement(tag: XmlTag<Rule>): void {
    if (this.stack.length === 0 && this.rootSeen) throw new XmlError("a second root");
    if (this.stack.length >= this.deepest) throw refuse("nesting-too-deep", { limit: this.deepest });
    this.rootSeen = true;
    this.stack.push(tag);
    this.scope = tag.scope;
    if (tag.rule !== undefined && this.skippedFrom === 0 && this.listener.open(tag.rule, tag)) {
      this.skippedFrom = this.stack.length;
    }
    if (tag.selfClosing) this.closeElement(tag);
  }

  private closeElement(tag: XmlTag<Rule>): void {
    if (this.skippedFrom === 0) {
      if (tag.rule !== undefined) this.listener.close(tag.rule, tag);
    } else if (this.skippedFrom === this.stack.length) {
      this.skippedFrom = 0;
    }
    this.stack.pop();
    const outer = this.stack.at(-1);
    if (outer !== undefined) this.scope = outer.scope;
  }

  private readEndTag(source: string, less: number): number {
    const tag = this.stack.at(-1);
    if (tag === undefined) throw new XmlError("an end tag too many");
    const after = less + 2 + tag.rawName.length;
    if (after >= source.length) return this.keep(source, less);
    if (!source.startsWith(tag.rawName, less + 2)) throw new XmlError("an end tag of another element");
    if (source.charCodeAt(after) === GREATER) {
      this.closeElement(tag);
      return after + 1;
    }
    const greater = source.indexOf(">", after);
    if (greater < 0) return this.keep(source, less);
    if (source.slice(after, greater).trim() !== "") throw new XmlError("an end tag of another element");
    this.closeElement(tag);
    return greater + 1;
  }

  private readDeclaration(source: string, less: number): number {
    if (source.startsWith("<!--", less)) return this.enter("-->", less + 4);
    if (source.startsWith("<![CDATA[", less)) return this.enter("]]>", less + 9);
    const start = source.slice(less, less + 9);
    if (start.length < 9 && ("<!DOCTYPE".startsWith(start) || "<![CDATA[".startsWith(start) || start === "<!-")) {
      return this.keep(source, less);
    }
    if (/^<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)/i.test(start)) throw refuse("xml-entities");
    throw new XmlError("an unknown declaration");
  }

  private readSpecial(source: string, at: number, until: "-->" | "?>" | "]]>"): number {
    const found = source.indexOf(until, at);
    const end = found >= 0 ? found : Math.max(at, source.length - until.length + 1);
    if (until === "]]>" && this.listener.collecting && this.skippedFrom === 0) {
      this.listener.text(source.slice(at, end));
    }
    if (found < 0) return this.keep(source, end);
    this.until = null;
    return found + until.length;
  }
}
