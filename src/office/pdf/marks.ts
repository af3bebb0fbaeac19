/** A sign on a page. Points from the upper left corner; y grows downwards. */
export interface Sign {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Where the letters stand. */
  readonly baseline: number;
  /** Of the letters, in points. */
  readonly size: number;
}

/** A straight line that was drawn: across (`at` is its y) or down (`at` is its x). */
export interface Rule {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** What is on a page that a reader of tables needs. */
export interface PageMarks {
  readonly width: number;
  readonly height: number;
  readonly signs: readonly Sign[];
  readonly across: readonly Rule[];
  readonly down: readonly Rule[];
  /** Pictures, whose words nobody sees here. */
  readonly pictures: number;
}

/** Signs of one line from left to right. `endsOpen`: a space was printed after its last letter, as before a word that went on. */
export interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly baseline: number;
  readonly size: number;
  readonly endsOpen: boolean;
}
