import type { Figure, FigureRow, Place, Words } from "../../../src/programme/contract.ts";
import { oneLine } from "../../ui/typography.ts";
import { cellKey, type NumberedFinding, rowKey } from "../view/places.ts";
import type { CellMark, PreviewBlock, PreviewCell, PreviewRow, PreviewText } from "./model.ts";

/** A block before its findings are known: it owns what stands in its cells, and what else stands in its rows. */
export interface BlockDraft {
  readonly key: string;
  readonly title: string | null;
  readonly rows: readonly RowDraft[];
  readonly texts: readonly TextDraft[];
  /** Further places that belong to it, its name's first. */
  readonly places: readonly Place[];
  readonly columns: readonly string[];
}

export interface RowDraft {
  readonly row: FigureRow;
  readonly label: string;
  readonly repeated: boolean;
  /** Figures that stand beside the row's own, such as a weight. */
  readonly more?: Readonly<Record<string, Figure>>;
}

export interface TextDraft {
  readonly label: string | null;
  readonly words: Words;
}

/** Gives each finding of a part to one block: to the one that holds its cell, else its row. The rest belongs to the part as a whole. */
export function placeFindings(
  drafts: readonly BlockDraft[],
  findings: readonly NumberedFinding[],
): { readonly blocks: readonly PreviewBlock[]; readonly rest: readonly NumberedFinding[] } {
  const byCell = new Map<string, string>();
  const byRow = new Map<string, string>();
  for (const draft of drafts) {
    for (const place of listPlaces(draft)) {
      if (!byCell.has(placeKey(place))) byCell.set(placeKey(place), draft.key);
      if (place.row !== null && !byRow.has(rowKey(place))) byRow.set(rowKey(place), draft.key);
    }
  }
  const ownerOf = ({ finding: { where } }: NumberedFinding) => byCell.get(placeKey(where)) ?? byRow.get(rowKey(where));
  const blocks = drafts.map((draft) =>
    makeBlock(
      draft,
      findings.filter((one) => ownerOf(one) === draft.key),
    ),
  );
  return { blocks, rest: findings.filter((one) => ownerOf(one) === undefined) };
}

/** Running text has no coordinates: its words are its place. */
function placeKey(place: Place): string {
  return place.row === null ? `${place.part}:${oneLine(place.text)}` : cellKey(place);
}

function listPlaces(draft: BlockDraft): readonly Place[] {
  const ofRows = draft.rows.flatMap(({ row, more }) => [
    row.label.place,
    ...(row.unit ? [row.unit.place] : []),
    ...[...Object.values(row.values), ...Object.values(more ?? {})].map((figure) => figure.place),
  ]);
  return [...draft.places, ...ofRows, ...draft.texts.map((text) => text.words.place)];
}

function makeBlock(draft: BlockDraft, findings: readonly NumberedFinding[]): PreviewBlock {
  const marks = markCells(findings);
  const { key, title, columns } = draft;
  const [name] = draft.places;
  const titleMarks = name ? marksAt(marks, name) : [];
  // A cell that names the block and heads a row as well is marked once, at the name.
  const below = new Map([...marks].filter(([at]) => !name || at !== placeKey(name)));
  const rows = draft.rows.map((row, index) => makeRow(row, { marks: below, columns, index }));
  const texts = draft.texts.map((text) => makeText(text, below));
  return { key, title, titleMarks, columns, rows, texts, findings };
}

type Marks = ReadonlyMap<string, readonly CellMark[]>;

function markCells(findings: readonly NumberedFinding[]): Marks {
  const marks = new Map<string, CellMark[]>();
  for (const { number, finding } of findings) {
    const key = placeKey(finding.where);
    marks.set(key, [...(marks.get(key) ?? []), { number, severity: finding.severity }]);
  }
  return marks;
}

function marksAt(marks: Marks, place: Place): readonly CellMark[] {
  return marks.get(placeKey(place)) ?? [];
}

function makeRow(draft: RowDraft, at: { marks: Marks; columns: readonly string[]; index: number }): PreviewRow {
  const { row, label, repeated, more = {} } = draft;
  const figures: Readonly<Record<string, Figure>> = { ...row.values, ...more };
  const anyPlace = Object.values(row.values)[0]?.place ?? row.label.place;
  const own = new Map(
    [row.label.place, ...(row.unit ? [row.unit.place] : [])].map((place) => [placeKey(place), place]),
  );
  return {
    key: `${row.kind}-${at.index}`,
    label,
    table: anyPlace.table,
    row: anyPlace.row,
    repeated,
    total: row.kind === "cost",
    marks: [...own.values()].flatMap((place) => marksAt(at.marks, place)),
    cells: at.columns.map((key) => makeCell(key, figures[key], at.marks)),
  };
}

function makeCell(key: string, figure: Figure | undefined, marks: Marks): PreviewCell {
  if (!figure) return { key, printed: "", table: null, row: null, column: null, read: true, marks: [] };
  const { table, row, column } = figure.place;
  const printed = figure.printed.trim();
  return {
    key,
    printed,
    table,
    row,
    column,
    read: figure.value !== null || printed === "",
    marks: marksAt(marks, figure.place),
  };
}

function makeText({ label, words }: TextDraft, marks: Marks): PreviewText {
  const { table, row, column } = words.place;
  return { label, text: words.text.trim(), table, row, column, marks: marksAt(marks, words.place) };
}
