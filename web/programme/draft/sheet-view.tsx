import { Button } from "@mantine/core";
import { type CSSProperties, useEffect, useMemo, useState } from "react";
import type { Severity } from "../../../src/kernel/finding.ts";
import type { Place, Programme, ProgrammeFinding } from "../../../src/programme/contract.ts";
import { type Address, type Change, type LineList, MOST_EDITS } from "../../../src/programme/draft/edit.ts";
import { objectiveOf } from "../../../src/programme/draft/lines.ts";
import { MOST_ROWS } from "../../../src/programme/draft/paste.ts";
import { NEW_LINE_NAMES } from "../../../src/programme/language/vocabulary.ts";
import { formatCount } from "../../ui/format.ts";
import { useLanguage } from "../../ui/language.ts";
import { type Text, useText } from "../../ui/text.ts";
import { capitalise } from "../../ui/typography.ts";
import { cellKey } from "../view/places.ts";
import { type ProgrammeWords, programmeWords } from "../words.ts";
import { addressKey } from "./address-key.ts";
import { type CellSigns, cellAt } from "./cell.ts";
import { CellBar } from "./cell-bar.tsx";
import { Grid, useRange } from "./grid.tsx";
import type { Filling, PasteProblem, Spot } from "./selection.ts";
import type { DraftSession, Snapshot } from "./session.ts";
import { makeActivitySheet, makeIndicatorSheet, type Sheet, type SheetWords } from "./sheet.ts";

interface Props {
  readonly list: LineList;
  readonly session: DraftSession;
  readonly snapshot: Snapshot;
  readonly readOnly: boolean;
  readonly jump: Spot | null;
  readonly place: (address: Address | null) => void;
}

/** One grid with what belongs to it: the deeds, the chosen cell in full, and what was said of the last deed. */
export function SheetView({ list, session, snapshot, readOnly, jump, place }: Props) {
  const t = useText(programmeWords);
  const sheet = useSheet(snapshot.content, list);
  const signs = useSigns(snapshot);
  const [range, setRange] = useRange(sheet);
  const { message, say } = usePasteMessage();
  useEffect(() => {
    if (jump) setRange({ active: jump, anchor: jump });
  }, [jump, setRange]);
  const cell = sheet.rows > 0 ? cellAt(sheet, range.active) : null;
  const row = sheet.rows > 0 ? sheet.row(range.active.row) : null;
  useEffect(() => place(cell?.address ?? null), [cell, place]);
  const change = (made: Change) => {
    say(null);
    if (made.edits.length > 0) session.make(made);
  };
  const pasted = (result: Filling | PasteProblem) => {
    if (typeof result === "string") return say({ problem: result });
    const made = session.make(result.change);
    say({ made, passed: result.passed });
  };
  const figures = sheet.columns.filter((column) => column.kind === "figure").length;
  const label = t(list === "activities" ? "sheetActivities" : "sheetIndicators");
  return (
    <div style={{ "--figures": figures } as CSSProperties}>
      {!readOnly && <Tools {...{ list, session, snapshot, at: row?.at ?? null, t }} />}
      <CellBar {...{ sheet, active: range.active, cell, row, signs, readOnly }} onChange={change} />
      <p className="note" role="status">
        {message}
      </p>
      <Grid
        {...{ sheet, label, signs, range, readOnly }}
        onRange={setRange}
        onChange={change}
        onPasted={pasted}
        onUndo={() => session.undo()}
        onRedo={() => session.redo()}
      />
      <p className="note" id="sheet-help">
        {t("sheetHelp")}
      </p>
    </div>
  );
}

function useSheet(content: Programme, list: LineList): Sheet {
  const t = useText(programmeWords);
  return useMemo(() => makeSheet(content, list, t), [content, list, t]);
}

function makeSheet(content: Programme, list: LineList, t: Text<ProgrammeWords>): Sheet {
  return list === "activities" ? makeActivitySheet(content, sheetWords(t)) : makeIndicatorSheet(content, sheetWords(t));
}

function sheetWords(t: Text<ProgrammeWords>): SheetWords {
  return {
    name: t("columnName"),
    total: t("columnTotal"),
    executors: t("columnExecutors"),
    result: t("columnResult"),
    number: t("columnNumber"),
    unit: t("columnUnit"),
    weight: t("columnWeight"),
    base: t("columnBase"),
    summary: capitalise(t("part_annex3")),
    objective: (number) => t("objectiveHeading", { number }),
  };
}

const SILENT: SheetWords = {
  name: "",
  total: "",
  executors: "",
  result: "",
  number: "",
  unit: "",
  weight: "",
  base: "",
  summary: "",
  objective: String,
};

/** The cell of a sheet that a place of the document is. */
export function findSpot(content: Programme, list: LineList, place: Place): Spot | null {
  const sheet = list === "activities" ? makeActivitySheet(content, SILENT) : makeIndicatorSheet(content, SILENT);
  const key = cellKey(place);
  for (let row = 0; row < sheet.rows; row++) {
    const column = sheet.row(row).cells.findIndex((cell) => cell?.place && cellKey(cell.place) === key);
    if (column >= 0) return { row, column };
  }
  return null;
}

const WORST: readonly Severity[] = ["error", "warning", "note"];

function useSigns({ findings, rejected, others }: Snapshot): CellSigns {
  const marked = useMemo(() => markFindings(findings), [findings]);
  return useMemo(
    () => ({
      findings: marked,
      rejected,
      others: new Map(others.flatMap(({ place, name }) => (place ? [[addressKey(place), name] as const] : []))),
    }),
    [marked, rejected, others],
  );
}

function markFindings(findings: readonly ProgrammeFinding[]): ReadonlyMap<string, Severity> {
  const marks = new Map<string, Severity>();
  for (const { where, severity } of findings) {
    const key = cellKey(where);
    const before = marks.get(key);
    if (!before || WORST.indexOf(severity) < WORST.indexOf(before)) marks.set(key, severity);
  }
  return marks;
}

type Said = { readonly problem: PasteProblem } | { readonly made: number; readonly passed: number } | null;

function usePasteMessage() {
  const t = useText(programmeWords);
  const language = useLanguage();
  const [said, say] = useState<Said>(null);
  if (!said) return { message: "", say };
  if ("made" in said) {
    const passed = said.passed > 0 ? ` ${t("pastedPassed", { count: said.passed })}` : "";
    return { message: t("pasted", { count: said.made }) + passed, say };
  }
  if (said.problem === "nothing") return { message: t("pasteNothing"), say };
  const rows = said.problem === "too-many-rows";
  const most = formatCount(rows ? MOST_ROWS : MOST_EDITS, language);
  return { message: t(rows ? "pasteTooManyRows" : "pasteTooManyCells", { most }), say };
}

interface ToolProps {
  readonly list: LineList;
  readonly session: DraftSession;
  readonly snapshot: Snapshot;
  /** The line of the chosen cell. */
  readonly at: number | null;
  readonly t: Text<ProgrammeWords>;
}

function Tools({ list, session, snapshot, at, t }: ToolProps) {
  const lines = snapshot.content[list];
  const line = at === null ? undefined : lines[at];
  const make = (change: Change["edits"][number]) => session.make({ edits: [change] });
  const add = () => {
    const place = at === null ? lines.length : at + 1;
    const model = line ?? lines.at(-1);
    const objective = model ? objectiveOf(snapshot.content, list, model) : null;
    make({ do: "insert", list, at: place, name: NEW_LINE_NAMES[list], objective });
  };
  const move = (step: number) => {
    const next = at === null ? undefined : lines[at + step];
    if (at === null || !next) return;
    make({ do: "move", list, from: at, to: at + step, objective: objectiveOf(snapshot.content, list, next) });
  };
  return (
    <div className="draft-tools">
      <Tool disabled={!snapshot.canUndo} onClick={() => session.undo()} text={t("undo")} />
      <Tool disabled={!snapshot.canRedo} onClick={() => session.redo()} text={t("redo")} />
      <span className="gap" />
      <Tool onClick={add} text={t(list === "activities" ? "addActivity" : "addIndicator")} />
      <Tool
        disabled={!line}
        onClick={() => at !== null && line && make({ do: "remove", list, at, name: line.name.text })}
        text={t("removeLine")}
      />
      <Tool disabled={at === null || at === 0} onClick={() => move(-1)} text={t("lineUp")} />
      <Tool disabled={at === null || at === lines.length - 1} onClick={() => move(1)} text={t("lineDown")} />
    </div>
  );
}

function Tool(props: { readonly disabled?: boolean; readonly onClick: () => void; readonly text: string }) {
  return (
    <Button type="button" variant="outline" disabled={props.disabled ?? false} onClick={props.onClick}>
      {props.text}
    </Button>
  );
}
