/**
 * A document laid out for printing: what a writer of files (`docx-write`) gets. It knows pages, paragraphs and
 * tables as an official paper has them; it knows nothing of programmes.
 */
export interface Paper {
  /** For the file's properties. */
  readonly title: string;
  readonly sections: readonly PaperSection[];
}

/** Pages of one orientation; each section begins on a new page. */
export interface PaperSection {
  readonly orientation: "portrait" | "landscape";
  readonly blocks: readonly PaperBlock[];
}

export type PaperBlock = PaperParagraph | PaperTable;

export interface PaperParagraph {
  readonly kind: "paragraph";
  /** \n is a line break, \t a tab. */
  readonly text: string;
  /** `body` is justified with a first-line indent; `heading` bold and centred; `letterhead` stands in the right half; `signature` keeps its two ends at both margins (parted by \t). */
  readonly style: "body" | "plain" | "heading" | "title" | "letterhead" | "caption" | "signature";
}

export interface PaperTable {
  readonly kind: "table";
  /** Relative widths of the grid's columns. */
  readonly columns: readonly number[];
  /** How many rows from the top are repeated on every page. */
  readonly headRows: number;
  readonly rows: readonly PaperRow[];
}

export interface PaperRow {
  readonly cells: readonly PaperCell[];
}

/** Covered positions of a merged cell hold nothing, as in `tree.ts`. */
export interface PaperCell {
  /** \n begins a new paragraph of the cell. */
  readonly text: string;
  readonly columnSpan?: number;
  readonly rowSpan?: number;
  readonly align?: "left" | "center" | "right";
  readonly bold?: boolean;
}
