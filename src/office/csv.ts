/** Rows of a text with separators, as the file has them; `isCut` where it ends inside a quoted value. */
export interface CsvReading {
  readonly rows: readonly (readonly string[])[];
  readonly isCut: boolean;
  /** Whether the last line ends as a line does. */
  readonly isEnded: boolean;
}

const SEPARATORS = [";", "\t", ",", "|"] as const;
const SAMPLE_LINES = 50;

/** Reads values between separators, quoted or not; the separator is the one that its first lines agree on. Null where they agree on none. */
export function readCsv(text: string): CsvReading | null {
  const plain = text.replace(/^\uFEFF/, "");
  const separator = findSeparator(plain);
  if (separator === null) return null;
  const rows: string[][] = [];
  let row: string[] = [];
  let value = "";
  let isQuoted = false;
  const endValue = () => {
    row.push(value.trim());
    value = "";
  };
  const endRow = () => {
    endValue();
    rows.push(row);
    row = [];
  };
  for (let at = 0; at < plain.length; at++) {
    const char = plain[at];
    if (isQuoted) {
      if (char !== '"') value += char;
      else if (plain[at + 1] === '"') {
        value += '"';
        at += 1;
      } else isQuoted = false;
    } else if (char === '"' && value.trim() === "") {
      value = "";
      isQuoted = true;
    } else if (char === separator) endValue();
    else if (char === "\n") endRow();
    else if (char !== "\r") value += char;
  }
  const isEnded = /[\r\n]$/.test(plain);
  if (!isEnded || isQuoted) endRow();
  return { rows, isCut: isQuoted, isEnded };
}

/** The separator that occurs in most of the first lines, and most often there. */
function findSeparator(text: string): string | null {
  const lines = text.split(/\r?\n/, SAMPLE_LINES).filter((line) => line.trim() !== "");
  const counted = SEPARATORS.map((separator) => {
    const counts = lines.map((line) => line.split(separator).length - 1);
    return { separator, lines: counts.filter((count) => count > 1).length, all: counts.reduce((a, b) => a + b, 0) };
  });
  const [best] = counted.toSorted((a, b) => b.lines - a.lines || b.all - a.all);
  return best && best.lines * 2 >= lines.length && best.lines > 0 ? best.separator : null;
}
