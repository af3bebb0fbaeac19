import type { ReadLimits } from "../limits.ts";
import { UnpackBudget } from "../packed/unpack.ts";
import { type Package, scanPart } from "../packed/xml-part.ts";
import type { XmlTag } from "../packed/xml-tag.ts";
import type { Archive } from "../packed/zip.ts";
import type { DocumentTree } from "../tree.ts";
import { ELEMENTS, type OdfPlace, type OdfRule } from "./elements.ts";
import { refuseEncrypted } from "./package.ts";
import { SheetStory } from "./sheet-story.ts";
import { OdfStory } from "./story.ts";
import { OdfStyles, readStyles, StyleState } from "./styles.ts";

/**
 * Reads an OpenDocument text (.odt) or spreadsheet (.ods); null when the archive holds neither.
 * @throws Refusal encrypted, zip-broken, zip-too-large-unpacked, xml-*, nesting-too-deep, too-many-*
 */
export function readOdf(archive: Archive, limits: ReadLimits): DocumentTree | null {
  const source: Package = { archive, budget: new UnpackBudget(limits), limits };
  refuseEncrypted(source);
  const content = archive.entries.get("content.xml");
  if (content === undefined) return null;
  const styles = new OdfStyles();
  const story = new OdfStory(limits, styles);
  const stylesEntry = archive.entries.get("styles.xml");
  if (stylesEntry) readStyles(source, stylesEntry, { found: styles, onHeader: (kind) => story.flow.omit(kind) });
  const listener = new ContentListener({ story, styles, sheets: new SheetStory(story.flow, limits) });
  scanPart(source, content, listener);
  if (listener.body === null) return null;
  return { format: listener.body === "text" ? "odt" : "ods", ...story.flow.finish() };
}

/** Hands the elements of content.xml to their rules. */
class ContentListener {
  readonly rules = ELEMENTS;
  private readonly place: OdfPlace;

  constructor(parts: Pick<OdfPlace, "story" | "styles" | "sheets">) {
    const styleState = new StyleState(parts.styles);
    this.place = { ...parts, styleState, body: null, frameCounted: false, collecting: false };
  }

  get collecting(): boolean {
    return this.place.collecting;
  }

  get body(): OdfPlace["body"] {
    return this.place.body;
  }

  open(rule: OdfRule, tag: XmlTag<OdfRule>): boolean {
    return rule.open?.(this.place, tag) === true;
  }

  close(rule: OdfRule): void {
    rule.close?.(this.place);
  }

  text(text: string): void {
    if (this.place.body === "spreadsheet") this.place.sheets.addText(text);
    else this.place.story.text?.flow(text);
  }
}
