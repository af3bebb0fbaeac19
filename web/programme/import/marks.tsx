import { Mark } from "../../ui/mark.tsx";
import { useText } from "../../ui/text.ts";
import { programmeWords } from "../words.ts";
import type { CellMark } from "./model.ts";

/** The signs of findings at a cell, each a link to its finding. */
export function Marks({ marks }: { readonly marks: readonly CellMark[] }) {
  const t = useText(programmeWords);
  return marks.map(({ number, severity }) => (
    <a key={number} className="cell-mark" href={`#finding-${number}`} aria-label={t(`${severity}Number`, { number })}>
      <Mark kind={severity}>{number}</Mark>
    </a>
  ));
}
