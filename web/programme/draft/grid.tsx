import { useVirtualizer } from "@tanstack/react-virtual";
import { type ClipboardEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from "react";
import type { Change } from "../../../src/programme/draft/edit.ts";
import { useText } from "../../ui/text.ts";
import { programmeWords } from "../words.ts";
import { addressKey } from "./address-key.ts";
import { type CellSigns, cellAt, type Editing, idOf } from "./cell.ts";
import { GridRow } from "./grid-row.tsx";
import {
  boxOf,
  clearBox,
  copyBox,
  type Filling,
  keepInside,
  moveSpot,
  type PasteProblem,
  pasteText,
  type Range,
  type Spot,
  setCell,
} from "./selection.ts";
import type { Sheet, SheetRow } from "./sheet.ts";

interface Props {
  readonly sheet: Sheet;
  readonly label: string;
  readonly signs: CellSigns;
  readonly range: Range;
  readonly readOnly: boolean;
  readonly onRange: (range: Range) => void;
  readonly onChange: (change: Change) => void;
  readonly onPasted: (pasted: Filling | PasteProblem) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
}

const HEIGHTS: Readonly<Record<SheetRow["kind"], number>> = { heading: 44, line: 60, figures: 36, total: 44 };
const HEAD = 40;

/** ARIA lets a table be a grid: one stop of the Tab key, walked by arrows. */
function describeGrid({ sheet, label, readOnly, range }: Props, atRest: boolean) {
  return {
    role: "grid",
    "aria-activedescendant": atRest ? idOf(range.active) : undefined,
    tabIndex: 0,
    "aria-label": label,
    "aria-describedby": "sheet-help",
    "aria-rowcount": sheet.rows + 1,
    "aria-colcount": sheet.columns.length,
    "aria-multiselectable": true,
    "aria-readonly": readOnly,
  };
}

/** A table of many rows, walked and changed as in a spreadsheet. Only the rows in sight are in the page. */
export function Grid(props: Props) {
  const { sheet, signs, range } = props;
  const t = useText(programmeWords);
  const scroller = useRef<HTMLTableElement>(null);
  const { editing, now, setEditing } = useEditing();
  const rows = useVirtualizer({
    count: sheet.rows,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => HEIGHTS[sheet.row(index).kind],
    overscan: 6,
    scrollPaddingStart: HEAD,
    initialRect: { width: 1000, height: 640 },
  });
  useActiveInSight(rows.scrollToIndex, scroller, range.active);
  const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 600) / HEIGHTS.figures) - 2);
  const { open, commit, ...hears } = useKeys({ ...props, page, editing, now, setEditing, scroller });
  const box = boxOf(range);
  return (
    <table ref={scroller} className={`sheet is-${sheet.list}`} {...describeGrid(props, editing === null)} {...hears}>
      <thead className="sheet-head">
        <tr className="sheet-row" aria-rowindex={1}>
          {sheet.columns.map((column, at) => (
            <th key={column.key} scope="col" aria-colindex={at + 1} className={`cell is-${column.kind}`}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="sheet-body" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start, size }) => (
          <GridRow
            key={index}
            {...{ index, start, size, sheet, signs, box, active: range.active, t }}
            editing={editing?.spot.row === index ? editing : null}
            onEditing={setEditing}
            onCommit={commit}
            onPick={(spot, extend) => {
              commit(null);
              scroller.current?.focus({ preventScroll: true });
              props.onRange({ active: spot, anchor: extend ? range.anchor : spot });
            }}
            onOpen={(spot) => open(spot, null)}
          />
        ))}
      </tbody>
    </table>
  );
}

function useActiveInSight(
  scrollToIndex: (index: number) => void,
  scroller: React.RefObject<HTMLTableElement | null>,
  active: Spot,
): void {
  const first = useRef(true);
  useLayoutEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    scrollToIndex(active.row);
    if (scroller.current) showColumn(scroller.current, active);
  }, [active, scrollToIndex, scroller]);
}

/** Scrolls the grid sideways, and nothing around it, until the cell stands beside the frozen names. */
function showColumn(grid: HTMLElement, active: Spot): void {
  const cell = grid.querySelector(`#${idOf(active)}`)?.getBoundingClientRect();
  const names = grid.querySelector("thead th")?.getBoundingClientRect();
  if (!cell || !names || active.column === 0) return;
  const right = grid.getBoundingClientRect().left + grid.clientLeft + grid.clientWidth;
  if (cell.left < names.right) grid.scrollLeft -= names.right - cell.left;
  else if (cell.right > right) grid.scrollLeft += Math.min(cell.right - right, cell.left - names.right);
}

/** What is being typed. `now` knows at once that it ended: the field that goes away loses the focus and would end it again. */
function useEditing() {
  const [editing, setState] = useState<Editing | null>(null);
  const now = useRef<Editing | null>(null);
  const setEditing = (next: Editing | null) => {
    now.current = next;
    setState(next);
  };
  return { editing, now, setEditing };
}

interface Keys extends Props {
  readonly page: number;
  readonly editing: Editing | null;
  readonly now: React.RefObject<Editing | null>;
  readonly setEditing: (editing: Editing | null) => void;
  readonly scroller: React.RefObject<HTMLTableElement | null>;
}

/** The keyboard and the clipboard of a grid, and what ends an edit. */
function useKeys(props: Keys) {
  const { sheet, range, editing, now, setEditing, scroller, readOnly } = props;
  const go = (spot: Spot, extend = false) => {
    const inside = keepInside(spot, { row: sheet.rows - 1, column: sheet.columns.length - 1 });
    props.onRange({ active: inside, anchor: extend ? range.anchor : inside });
  };
  const open = (spot: Spot, typed: string | null) => {
    const cell = cellAt(sheet, spot);
    if (readOnly || !cell?.address) return;
    const kept = props.signs.rejected.get(addressKey(cell.address))?.text;
    setEditing({ spot, text: typed ?? kept ?? cell.text });
  };
  /** Ends the edit with its text and goes a step on; null stays. */
  const commit = (step: Spot | null) => {
    const done = now.current;
    if (!done) return;
    const cell = cellAt(sheet, done.spot);
    setEditing(null);
    if (cell?.address && done.text !== cell.text) props.onChange({ edits: [setCell(cell, cell.address, done.text)] });
    if (step) {
      scroller.current?.focus();
      go({ row: done.spot.row + step.row, column: done.spot.column + step.column });
    }
  };
  const actions = { ...props, go, open, commit };
  return {
    open,
    commit,
    onKeyDown: (event: KeyboardEvent) => (editing ? keyWhileEditing(event, actions) : keyInGrid(event, actions)),
    onCopy: (event: ClipboardEvent) => {
      if (editing) return;
      event.preventDefault();
      event.clipboardData.setData("text/plain", copyBox(sheet, boxOf(range)));
    },
    onCut: (event: ClipboardEvent) => {
      if (editing) return;
      event.preventDefault();
      event.clipboardData.setData("text/plain", copyBox(sheet, boxOf(range)));
      if (!readOnly) props.onChange(clearBox(sheet, boxOf(range)).change);
    },
    onPaste: (event: ClipboardEvent) => {
      if (editing || readOnly) return;
      event.preventDefault();
      props.onPasted(pasteText(sheet, boxOf(range), event.clipboardData.getData("text/plain")));
    },
  };
}

interface Actions extends Keys {
  readonly go: (spot: Spot, extend?: boolean) => void;
  readonly open: (spot: Spot, typed: string | null) => void;
  readonly commit: (step: Spot | null) => void;
}

const STEPS: Readonly<Record<string, Spot>> = {
  Enter: { row: 1, column: 0 },
  Tab: { row: 0, column: 1 },
};

function keyWhileEditing(event: KeyboardEvent, { commit, setEditing, scroller }: Actions): void {
  event.stopPropagation();
  const step = STEPS[event.key];
  if (event.key === "Escape") {
    setEditing(null);
    scroller.current?.focus();
  } else if (step && !event.altKey) {
    event.preventDefault();
    commit(event.shiftKey ? { row: -step.row, column: -step.column } : step);
  }
}

function keyInGrid(event: KeyboardEvent, actions: Actions): void {
  const { sheet, range, page } = actions;
  const far = event.ctrlKey || event.metaKey;
  const letter = event.code === "KeyZ" ? "z" : event.code === "KeyY" ? "y" : event.code === "KeyA" ? "a" : "";
  if (far && letter !== "") {
    event.preventDefault();
    if (letter === "a")
      actions.onRange({
        anchor: { row: 0, column: 0 },
        active: { row: sheet.rows - 1, column: sheet.columns.length - 1 },
      });
    else if (letter === "y" || event.shiftKey) actions.onRedo();
    else actions.onUndo();
    return;
  }
  const moved = moveSpot(range.active, event.key, { sheet, page, far });
  if (moved) {
    event.preventDefault();
    actions.go(moved, event.shiftKey);
  } else keyOnCell(event, actions);
}

function keyOnCell(event: KeyboardEvent, { sheet, range, go, open, onChange, readOnly }: Actions): void {
  const { active } = range;
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
  if (event.key === "Tab") {
    const column = active.column + (event.shiftKey ? -1 : 1);
    // At either end of a row the key leaves the grid, as it leaves any field.
    if (column < 0 || column >= sheet.columns.length) return;
    event.preventDefault();
    go({ ...active, column });
  } else if (event.key === "Enter" || event.key === "F2") {
    event.preventDefault();
    open(active, null);
  } else if (event.key === "Delete" || event.key === "Backspace") {
    event.preventDefault();
    if (!readOnly) onChange(clearBox(sheet, boxOf(range)).change);
  } else if (plain && event.key.length === 1) {
    event.preventDefault();
    open(active, event.key);
  }
}

/** The selection of a sheet; it stays within it while lines come and go. */
export function useRange(sheet: Sheet): [Range, (range: Range) => void] {
  const start = { row: Math.min(1, sheet.rows - 1), column: 1 };
  const [range, setRange] = useState<Range>({ active: start, anchor: start });
  const last = { row: sheet.rows - 1, column: sheet.columns.length - 1 };
  const isOut = Math.max(range.active.row, range.anchor.row) > last.row;
  const inside = { active: keepInside(range.active, last), anchor: keepInside(range.anchor, last) };
  return [isOut ? inside : range, setRange];
}
