/** What a document may cost. Sizes in bytes, the rest are counts. */
export interface ReadLimits {
  /** Of the file itself. */
  readonly fileBytes: number;
  /** Of all unpacked parts together, counted while unpacking. */
  readonly unpackedBytes: number;
  /** Unpacked to packed; looked at only beyond `ratioFromBytes`, since short honest parts pack well. */
  readonly ratio: number;
  readonly ratioFromBytes: number;
  readonly cells: number;
  readonly paragraphs: number;
  /** Of XML elements within each other. */
  readonly elementDepth: number;
  /** Of tables within each other. */
  readonly tableDepth: number;
  /** Milliseconds that LibreOffice may take to turn one file into another. */
  readonly conversionMs: number;
  /** No limit, but whoever waits: hears what share of the largest part is unpacked, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

const MEGABYTE = 1024 * 1024;

/** An honest .docx of 4 MB unpacks to some 110 MB with 330,000 cells; twice to three times that is let through. */
export const READ_LIMITS: ReadLimits = {
  fileBytes: 100 * MEGABYTE,
  unpackedBytes: 256 * MEGABYTE,
  ratio: 250,
  ratioFromBytes: 32 * MEGABYTE,
  cells: 1_000_000,
  paragraphs: 2_000_000,
  elementDepth: 500,
  tableDepth: 20,
  conversionMs: 120_000,
};

export function toMegabytes(bytes: number): number {
  return Math.round(bytes / MEGABYTE);
}
