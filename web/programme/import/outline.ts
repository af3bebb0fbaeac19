import type {
  Activity,
  Figure,
  FigureRow,
  Indicator,
  Part,
  Place,
  Programme,
  ProgrammeFinding,
  Rollup,
  Words,
} from "../../../src/programme/contract.ts";

/** A finding with the number that it has on the page, the same beside the row and at the cell. */
export interface NumberedFinding {
  readonly number: number;
  readonly finding: ProgrammeFinding;
}

export interface OutlineCell {
  readonly key: string;
  readonly figure: Figure | null;
  readonly marks: readonly NumberedFinding[];
}

export interface OutlineRow {
  readonly label: string;
  readonly unit: string | null;
  readonly place: Place;
  readonly strong: boolean;
  readonly repeated: boolean;
  /** Findings of the row itself and not of one of its cells. */
  readonly marks: readonly NumberedFinding[];
  readonly cells: readonly OutlineCell[];
}

/** A piece of the document as printed with its findings beside it. */
export interface OutlineBlock {
  readonly id: string;
  readonly heading: string | null;
  readonly place: Place | null;
  readonly rows: readonly OutlineRow[];
  readonly printed: readonly string[];
  readonly findings: readonly NumberedFinding[];
}

interface Piece {
  readonly heading: string | null;
  readonly place: Place | null;
  readonly rows: readonly PieceRow[];
  readonly printed: readonly string[];
  readonly covers: (place: Place) => boolean;
}

interface PieceRow {
  readonly row: FigureRow;
  readonly place: Place;
  readonly strong?: boolean;
  readonly repeated?: boolean;
  readonly extra?: Readonly<Record<string, Figure | null>>;
}

/** Numbers findings in the order of the document. */
export function numberFindings(findings: readonly ProgrammeFinding[]): NumberedFinding[] {
  return findings.map((finding, at) => ({ number: at + 1, finding }));
}

/** One part as blocks in the order of the document. Every finding of the part stands in exactly one block; those that no block covers come last. */
export function outlinePart(programme: Programme, part: Part, all: readonly NumberedFinding[]): OutlineBlock[] {
  const own = all.filter(({ finding }) => finding.where.part === part);
  const taken = new Set<NumberedFinding>();
  const blocks = piecesOf(programme, part).map((piece, at) => {
    const findings = own.filter((numbered) => !taken.has(numbered) && piece.covers(numbered.finding.where));
    for (const numbered of findings) taken.add(numbered);
    return makeBlock(`${part}-${at + 1}`, piece, findings);
  });
  const rest = own.filter((numbered) => !taken.has(numbered));
  if (rest.length === 0) return blocks;
  return [...blocks, { id: `${part}-rest`, heading: null, place: null, rows: [], printed: [], findings: rest }];
}

function makeBlock(id: string, piece: Piece, findings: readonly NumberedFinding[]): OutlineBlock {
  const rows = piece.rows.map(({ row, place, strong, repeated, extra }): OutlineRow => {
    const figures: Readonly<Record<string, Figure | null>> = { ...extra, ...row.values };
    const cells = Object.entries(figures).map(([key, figure]) => ({
      key,
      figure,
      marks: figure ? findings.filter(({ finding }) => samePlace(finding.where, figure.place)) : [],
    }));
    const inCells = new Set(cells.flatMap((cell) => cell.marks));
    const marks = findings.filter((numbered) => !inCells.has(numbered) && sameRow(numbered.finding.where, place));
    return {
      label: row.label.text,
      unit: row.unit?.text ?? null,
      place,
      strong: strong ?? false,
      repeated: repeated ?? false,
      marks,
      cells,
    };
  });
  return { id, heading: piece.heading, place: piece.place, rows, printed: piece.printed, findings };
}

function samePlace(a: Place, b: Place): boolean {
  return sameRow(a, b) && a.column === b.column && (a.table !== null || a.text === b.text);
}

function sameRow(a: Place, b: Place): boolean {
  return a.part === b.part && a.table === b.table && a.row === b.row && a.row !== null;
}

function piecesOf(programme: Programme, part: Part): Piece[] {
  switch (part) {
    case "title":
      return [textPiece(null, [programme.title], () => true)];
    case "passport":
      return passportPieces(programme);
    case "sections":
      return programme.sections.map((section) =>
        textPiece([section.number, section.heading.text].filter(Boolean).join(". "), section.paragraphs, (place) =>
          section.paragraphs.some((words) => words.place.text === place.text),
        ),
      );
    case "annex1":
      return annex1Pieces(programme);
    case "annex2":
      return [
        ...programme.activities.map((activity) => activityPiece(activity)),
        ...programme.rollups.map(rollupPiece),
      ].sort((a, b) => (a.place?.table ?? 0) - (b.place?.table ?? 0) || (a.place?.row ?? 0) - (b.place?.row ?? 0));
    case "annex3":
      return programme.summary.length === 0
        ? []
        : [
            {
              heading: null,
              place: null,
              printed: [],
              rows: programme.summary.map((row) => rowOf(row, row.kind === "cost")),
              covers: () => true,
            },
          ];
  }
}

function textPiece(heading: string | null, words: readonly Words[], covers: Piece["covers"]): Piece {
  return { heading, place: null, rows: [], printed: words.map(({ text }) => text), covers };
}

function passportPieces({ passport }: Programme): Piece[] {
  const moneyRow = passport.finance[0]?.label.place.row ?? null;
  return passport.rows.map(({ label, text }) => ({
    heading: label.text,
    place: text.place,
    printed: [text.text],
    rows: text.place.row === moneyRow ? passport.finance.map((row) => rowOf(row, row.kind === "cost")) : [],
    covers: (place: Place) => place.table === text.place.table && place.row === text.place.row,
  }));
}

/** Indicators under their objectives; the head's own findings stand with the first. */
function annex1Pieces({ indicators, indicatorObjectives }: Programme): Piece[] {
  const numbers = [...new Set(indicators.map((indicator) => indicator.objective))];
  return numbers.map((number, at) => {
    const own = indicators.filter((indicator) => indicator.objective === number);
    const objective = indicatorObjectives.find((candidate) => candidate.number === number);
    const last = own.at(-1)?.name.place.row ?? 0;
    const before =
      at === 0 ? 0 : (indicators.findLast((indicator) => indicator.objective === numbers[at - 1])?.name.place.row ?? 0);
    return {
      heading: objective ? `${objective.number}. ${objective.name.text}` : null,
      place: own[0]?.name.place ?? null,
      printed: [],
      rows: own.map(indicatorRow),
      covers: (place) => place.row !== null && place.row > before && place.row <= last,
    };
  });
}

function indicatorRow(indicator: Indicator): PieceRow {
  const label = { ...indicator.name, text: `${indicator.number}. ${indicator.name.text}` };
  const row = { ...indicator.targets, label, unit: indicator.unit };
  return { row, place: indicator.name.place, extra: indicator.weight ? { weight: indicator.weight } : {} };
}

function activityPiece(activity: Activity): Piece {
  const { quantity, unitCost, cost, sources, repeated, name } = activity;
  const rows = [
    ...[quantity, unitCost].flatMap((row) => (row ? [rowOf(row, false)] : [])),
    ...(cost ? [rowOf(cost, true)] : []),
    ...sources.map((row) => rowOf(row, false)),
    ...repeated.map((row) => ({ ...rowOf(row, false), repeated: true })),
  ].sort((a, b) => (a.place.row ?? 0) - (b.place.row ?? 0));
  const beside = [activity.executorText, activity.expectedResult].flatMap((words) => (words ? [words.text] : []));
  return { heading: name.text, place: name.place, printed: beside, rows, covers: coverRows(rows) };
}

function rollupPiece(rollup: Rollup): Piece {
  const rows = [
    ...rollup.rows.map((row) => rowOf(row, row.kind === "cost")),
    ...rollup.repeated.map((row) => ({ ...rowOf(row, false), repeated: true })),
  ];
  return {
    heading: rollup.rows[0]?.label.text ?? null,
    place: rows[0]?.place ?? null,
    printed: [],
    rows,
    covers: coverRows(rows),
  };
}

function coverRows(rows: readonly PieceRow[]): Piece["covers"] {
  const numbers = rows.flatMap((row) => row.place.row ?? []);
  const table = rows[0]?.place.table;
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  return (place) => place.table === table && place.row !== null && place.row >= first && place.row <= last;
}

function rowOf(row: FigureRow, strong: boolean): PieceRow {
  return { row, place: row.label.place, strong };
}
