import { useState } from "react";
import type { Change } from "../../../src/programme/draft/edit.ts";
import { useText } from "../../ui/text.ts";
import { programmeWords } from "../words.ts";
import { addressKey } from "./address-key.ts";
import type { CellSigns } from "./cell.ts";
import { type Spot, setCell } from "./selection.ts";
import type { Rejected } from "./session.ts";
import type { Sheet, SheetCell, SheetRow } from "./sheet.ts";

interface Props {
  readonly sheet: Sheet;
  readonly active: Spot;
  readonly cell: SheetCell | null;
  readonly row: SheetRow | null;
  readonly signs: CellSigns;
  readonly readOnly: boolean;
  readonly onChange: (change: Change) => void;
}

/** The chosen cell in full, with its line's whole name: long texts are read and changed here, and on a phone everything. */
export function CellBar({ sheet, active, cell, row, signs, readOnly, onChange }: Props) {
  const t = useText(programmeWords);
  const address = cell?.address ?? null;
  const key = address ? addressKey(address) : "";
  const wrong = signs.rejected.get(key);
  const shown = wrong?.text ?? cell?.text ?? "";
  const [typed, setTyped] = useState<{ readonly key: string; readonly over: string; readonly text: string } | null>(
    null,
  );
  // Another cell, or another value in it, ends what was being typed.
  const text = typed?.key === key && typed.over === shown ? typed.text : shown;
  const commit = () => {
    setTyped(null);
    if (cell && address && text !== cell.text) onChange({ edits: [setCell(cell, address, text)] });
  };
  const column = active.column === 0 ? null : sheet.columns[active.column]?.title;
  const label = row ? [row.label, column].filter(Boolean).join(", ") : t("barNothing");
  return (
    <div className="cell-bar">
      <label htmlFor="cell-bar">{label || t("barLabel")}</label>
      <textarea
        id="cell-bar"
        rows={1}
        value={text}
        readOnly={readOnly || !address}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong ? "cell-problem" : undefined}
        onChange={(event) => setTyped({ key, over: shown, text: event.currentTarget.value })}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.shiftKey) {
            event.preventDefault();
            commit();
          } else if (event.key === "Escape") setTyped(null);
        }}
      />
      {wrong && (
        <p className="cell-problem" id="cell-problem">
          {sayWrong(wrong, t)}
        </p>
      )}
      {cell?.isTotal && <p className="note">{t(cell.address ? "barWrongTotal" : "barTotal")}</p>}
    </div>
  );
}

function sayWrong({ code, text }: Rejected, t: ReturnType<typeof useText<typeof programmeWords.ru>>): string {
  if (code === "no-number") return t("wrong_no_number", { text });
  if (code === "part-of-kopeck") return t("wrong_part_of_kopeck", { text });
  return code === "total" ? t("wrong_total") : t("wrong_changed", { text });
}
