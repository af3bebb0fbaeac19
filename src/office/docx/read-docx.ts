import { numberTables } from "../building/number-tables.ts";
import type { ReadLimits } from "../limits.ts";
import { UnpackBudget } from "../packed/unpack.ts";
import { type Package, scanPart } from "../packed/xml-part.ts";
import type { XmlTag } from "../packed/xml-tag.ts";
import type { Archive, ZipEntry } from "../packed/zip.ts";
import { refuse } from "../refusals.ts";
import type { DocumentTree } from "../tree.ts";
import { ELEMENTS, type ElementRule, type Place, StructureError } from "./elements.ts";
import { ListCounter } from "./list-counter.ts";
import { readNumbering } from "./numbering.ts";
import { findParts } from "./package.ts";
import { Story } from "./story.ts";
import { NO_STYLES, readStyles } from "./styles.ts";

/**
 * Reads the main part of a .docx; null when the archive holds no Word document.
 * @throws Refusal zip-broken, zip-too-large-unpacked, xml-*, nesting-too-deep, too-many-*
 */
export function readDocx(archive: Archive, limits: ReadLimits): DocumentTree | null {
  const source: Package = { archive, budget: new UnpackBudget(limits), limits };
  const parts = findParts(source);
  if (parts === null) return null;
  const styles = parts.styles ? readStyles(source, parts.styles) : NO_STYLES;
  const numbering = parts.numbering ? readNumbering(source, parts.numbering) : { kinds: new Map(), lists: new Map() };
  const story = new Story({ limits, styles, lists: new ListCounter(numbering, styles) });
  if (!readStory(source, parts.main, story)) return null;
  numberTables(story.body.blocks);
  return { format: "docx", blocks: story.body.blocks, omitted: story.omissions };
}

/** False when the part is no document of Word. */
function readStory(source: Package, entry: ZipEntry, story: Story): boolean {
  const reader = new BodyListener(story);
  try {
    scanPart(source, entry, reader);
  } catch (error) {
    if (error instanceof StructureError) throw refuse("xml-broken", { part: entry.name });
    throw error;
  }
  story.closeContainer();
  return reader.isDocument;
}

/** Hands the elements of the main part to their rules. */
class BodyListener {
  readonly rules = ELEMENTS;
  private readonly place: Place;

  constructor(story: Story) {
    this.place = {
      story,
      around: [],
      inParagraphProperties: false,
      inRunProperties: false,
      inRowProperties: false,
      text: "",
      preserve: false,
      collecting: false,
      chosen: [],
    };
  }

  get collecting(): boolean {
    return this.place.collecting;
  }

  get isDocument(): boolean {
    return this.place.around[0] === "w:document";
  }

  open(rule: ElementRule, tag: XmlTag<ElementRule>): boolean {
    return rule.open?.(this.place, tag) === true;
  }

  close(rule: ElementRule): void {
    rule.close?.(this.place);
  }

  text(text: string): void {
    this.place.text += text;
  }
}
