import type { Block } from "../../../office/tree.ts";
import type { Activity, Indicator, Programme } from "../../contract.ts";
import type { Edit, LineList } from "../../draft/edit.ts";
import { bareWords } from "../../language/words.ts";
import { fail, type Outcome } from "./atoms.ts";
import type { Target } from "./locate.ts";
import type { Order } from "./operations.ts";
import type { PlacePhrase } from "./phrase.ts";
import { importBlocks } from "./restated.ts";

type Line = Indicator | Activity;

/** «Дополнить мероприятием следующего содержания:» with a table under the annex's head: lines put behind or before the named one. */
export function addLines(
  programme: Programme,
  target: Extract<Target, { of: "annex" | "unit" }>,
  { order, phrase, payload }: { order: Order; phrase: PlacePhrase; payload: readonly Block[] },
): Outcome {
  const part = target.of === "annex" ? target.part : target.unit.part;
  const list: LineList | null = part === "annex1" ? "indicators" : part === "annex2" ? "activities" : null;
  const read = list ? importBlocks(payload.filter((block) => block.kind === "table")) : null;
  const lines: readonly Line[] = list && read ? read.programme[list] : [];
  if (!list || lines.length === 0 || order.do !== "add")
    return fail("restated-unreadable", order.do === "add" ? order.what : "");
  const anchor = target.of === "unit" ? target.unit.at : null;
  const objective = findObjective(
    programme,
    list,
    phrase.objective ?? (anchor === null ? null : objectiveOf(programme, list, anchor)),
  );
  const at = anchor === null ? endOfObjective(programme, list, objective) : phrase.after ? anchor + 1 : anchor;
  const known = new Set(programme[list].map((line) => bareWords(line.name.text)));
  if (lines.some((line) => known.has(bareWords(line.name.text))))
    return fail("found-several", lines[0]?.name.text ?? "");
  const edits = lines.map((line): Edit => ({ do: "insert", list, at, name: line.name.text, objective, line }));
  return [{ do: "edits", edits, confidence: "sure" }];
}

function objectivesOf(programme: Programme, list: LineList) {
  return list === "indicators" ? programme.indicatorObjectives : programme.activityObjectives;
}

function objectiveOf(programme: Programme, list: LineList, at: number): number | null {
  const line: Line | undefined = programme[list][at];
  return line?.objective ?? null;
}

function findObjective(programme: Programme, list: LineList, number: number | null): number | null {
  const at = objectivesOf(programme, list).findIndex((objective) => objective.number === number);
  return at < 0 ? null : at;
}

/** Behind the last line of the objective, or of those before it. */
function endOfObjective(programme: Programme, list: LineList, objective: number | null): number {
  const lines: readonly Line[] = programme[list];
  if (objective === null) return lines.length;
  const order = objectivesOf(programme, list).map(({ number }) => number);
  return lines.filter((line) => order.indexOf(line.objective ?? -1) <= objective).length;
}
