import { type CSSProperties, useEffect, useRef } from "react";
import { Mark } from "../../ui/mark.tsx";
import type { Text } from "../../ui/text.ts";
import { cellKey } from "../view/places.ts";
import type { ProgrammeWords } from "../words.ts";
import { addressKey } from "./address-key.ts";
import { type CellSigns, type Editing, idOf } from "./cell.ts";
import { type Box, isInside, type Spot } from "./selection.ts";
import type { Sheet, SheetCell, SheetRow } from "./sheet.ts";

interface Props {
  readonly index: number;
  readonly start: number;
  readonly size: number;
  readonly sheet: Sheet;
  readonly signs: CellSigns;
  readonly box: Box;
  readonly active: Spot;
  readonly editing: Editing | null;
  readonly t: Text<ProgrammeWords>;
  readonly onEditing: (editing: Editing) => void;
  readonly onCommit: (step: Spot | null) => void;
  readonly onPick: (spot: Spot, extend: boolean) => void;
  readonly onOpen: (spot: Spot) => void;
}

/** One row in its place; a name goes over the empty cells beside it. */
export function GridRow(props: Props) {
  const { index, start, size, sheet } = props;
  const row = sheet.row(index);
  const style: CSSProperties = { transform: `translateY(${start}px)`, height: size };
  return (
    <tr aria-rowindex={index + 2} className={`sheet-row is-${row.kind}`} style={style}>
      {spanCells(row, sheet.columns.length).map(({ cell, column, span }) => (
        <GridCell key={column} {...props} {...{ row, cell, column, span }} />
      ))}
    </tr>
  );
}

interface Spanned {
  readonly cell: SheetCell | null;
  readonly column: number;
  readonly span: number;
}

function spanCells({ cells, kind }: SheetRow, columns: number): readonly Spanned[] {
  const named = kind === "line" || kind === "heading";
  const next = cells.findIndex((cell, at) => at > 0 && cell !== null);
  const span = named ? (next < 0 ? columns : next) : 1;
  const rest = Array.from({ length: columns - span }, (_, at) => at + span);
  return [
    { cell: cells[0] ?? null, column: 0, span },
    ...rest.map((column) => ({ cell: cells[column] ?? null, column, span: 1 })),
  ];
}

type CellProps = Props & Spanned & { readonly row: SheetRow };

function GridCell(props: CellProps) {
  const { editing, cell, column, span } = props;
  const { here, edited, label, text, sign, ...says } = describeCell(props);
  const Cell = column === 0 ? "th" : "td";
  const spot = here ?? { row: props.index, column };
  return (
    <Cell
      id={idOf(spot)}
      role={column === 0 ? "rowheader" : "gridcell"}
      scope={column === 0 ? "row" : undefined}
      tabIndex={-1}
      aria-colindex={column + 1}
      aria-colspan={span > 1 ? span : undefined}
      aria-label={label}
      {...says}
      style={span > 1 ? { gridColumn: `span ${span}` } : undefined}
      onMouseDown={(event) => {
        if (edited) return;
        // The grid keeps the focus: a cell may scroll out of sight and be gone.
        event.preventDefault();
        if (here && !event.shiftKey && event.detail === 1 && isTouch(event.nativeEvent)) props.onOpen(spot);
        else props.onPick({ row: props.index, column }, event.shiftKey);
      }}
      onDoubleClick={() => !edited && props.onOpen(spot)}
    >
      {edited && editing ? (
        <CellEditor {...props} {...{ editing, label, isWords: cell?.kind === "words" }} />
      ) : (
        <>
          {sign && <Mark kind={sign} />}
          <span className="cell-text">{text}</span>
        </>
      )}
    </Cell>
  );
}

/** What a cell shows and what a listener hears of it. */
function describeCell({ index, sheet, signs, box, active, editing, row, cell, column, span, t }: CellProps) {
  const spots = Array.from({ length: span }, (_, at) => ({ row: index, column: column + at }));
  const here = spots.find((spot) => active.row === spot.row && active.column === spot.column);
  const selected = spots.some((spot) => isInside(box, spot));
  const key = cell?.address ? addressKey(cell.address) : "";
  const [wrong, other] = [signs.rejected.get(key), signs.others.get(key)];
  const finding = cell?.place ? signs.findings.get(cellKey(cell.place)) : undefined;
  const text = wrong?.text ?? cell?.text ?? "";
  const title = column === 0 ? null : sheet.columns[column]?.title;
  const said = [cell?.isTotal && t("cellTotal"), finding && t("cellFinding"), other && t("cellOther", { name: other })];
  const classes = [
    `cell is-${sheet.columns[column]?.kind ?? "figure"}`,
    cell?.isTotal && "is-counted",
    !cell && "is-none",
    here && "is-active",
    selected && "is-selected",
    wrong && "is-wrong",
    finding && `has-${finding}`,
    other && "has-other",
  ];
  return {
    here,
    text,
    sign: wrong ? ("error" as const) : finding,
    edited: editing !== null && spots.some((spot) => spot.column === editing.spot.column),
    label: [row.label, title, text, ...said].filter(Boolean).join(", "),
    title: other,
    className: classes.filter(Boolean).join(" "),
    "aria-selected": selected,
    "aria-readonly": cell?.address ? undefined : true,
    "aria-invalid": wrong ? true : undefined,
  };
}

/** A second tap opens a cell where there is no double click. */
function isTouch(event: MouseEvent): boolean {
  return (
    "sourceCapabilities" in event &&
    (event.sourceCapabilities as { firesTouchEvents?: boolean } | null)?.firesTouchEvents === true
  );
}

interface EditorProps {
  readonly editing: Editing;
  readonly label: string;
  readonly isWords: boolean;
  readonly onEditing: (editing: Editing) => void;
  readonly onCommit: (step: Spot | null) => void;
}

function CellEditor({ editing, label, isWords, onEditing, onCommit }: EditorProps) {
  const field = useRef<HTMLTextAreaElement & HTMLInputElement>(null);
  useEffect(() => {
    const { current } = field;
    current?.focus();
    current?.setSelectionRange(current.value.length, current.value.length);
  }, []);
  const shared = {
    ref: field,
    className: "cell-editor",
    "aria-label": label,
    value: editing.text,
    onBlur: () => onCommit(null),
  };
  if (isWords)
    return <textarea {...shared} onChange={(event) => onEditing({ ...editing, text: event.currentTarget.value })} />;
  return (
    <input
      {...shared}
      inputMode="decimal"
      autoComplete="off"
      onChange={(event) => onEditing({ ...editing, text: event.currentTarget.value })}
    />
  );
}
