import type { Part, PartText, Words } from "../../contract.ts";

/** Collects what stands above and below the tables of the passport and of the annexes. */
export class PartTexts {
  readonly list: { part: PartText["part"]; before: Words[]; after: Words[] }[] = [];
  private readonly withTable = new Set<Part>();

  add(words: Words): void {
    const { part } = words.place;
    if (part === "title" || part === "sections") return;
    this.of(part)[this.withTable.has(part) ? "after" : "before"].push(words);
  }

  /** From here on words of this part stand below a table of it. */
  closeHead(part: Part): void {
    this.withTable.add(part);
  }

  private of(part: PartText["part"]) {
    const known = this.list.find((text) => text.part === part);
    if (known) return known;
    const made = { part, before: [], after: [] };
    this.list.push(made);
    return made;
  }
}
