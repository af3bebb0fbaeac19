import { Refusal } from "../../kernel/refusal.ts";
import { bareWords, oneLine } from "../language/words.ts";
import { type ActInput, type AmendedPart, ANNEXES, type AnnexPart, type Technique } from "./act.ts";
import { writeAnnexPoints } from "./annex-points.ts";
import { writePassportPoints } from "./passport-points.ts";
import { type Point, sentence } from "./point.ts";
import type { AmendRefusalCode } from "./refusals.ts";
import { writeSectionPoints } from "./section-points.ts";
import { chooseAnnexTechnique } from "./technique.ts";
import { annexNumber } from "./units.ts";
import { quote } from "./wording.ts";

/** What the act will say, before it is laid out. */
export interface ActPlan {
  readonly points: readonly Point[];
  /** Annexes printed anew behind the act, in the order of their numbers there (from 1). */
  readonly restated: readonly AnnexPart[];
  /** By amended part, how it is done; parts without a change are absent. */
  readonly techniques: Readonly<Partial<Record<AmendedPart, Technique>>>;
}

/** Decides how each part is amended and writes the points, in the order of the document. Refuses editions that do not differ. */
export function planAct(input: ActInput): ActPlan {
  const { was, became, techniques: chosen } = input;
  const points: Point[] = [...writeTitlePoint(input)];
  const techniques: Partial<Record<AmendedPart, Technique>> = {};
  for (const [part, found] of [
    ["passport", writePassportPoints(was, became, chosen?.passport ?? null)],
    ["sections", writeSectionPoints(was, became, chosen?.sections ?? null)],
  ] as const) {
    if (found.length === 0) continue;
    points.push(...found);
    techniques[part] = found.some((point) => point.lines.some((line) => line.payload.length > 0))
      ? "restate"
      : "replace";
  }
  const restated: AnnexPart[] = [];
  for (const part of ANNEXES) {
    const technique = chooseAnnexTechnique(input, part);
    if (technique === null) continue;
    techniques[part] = technique;
    if (technique === "restate") restated.push(part);
    points.push(
      ...(technique === "replace" ? writeAnnexPoints(input, part) : [restateAnnex(input, part, restated.length)]),
    );
  }
  if (input.changes.length === 0 || points.length === 0) throw new Refusal<AmendRefusalCode>("nothing-to-amend");
  return { points: nameLonely(points, restated), restated, techniques };
}

function writeTitlePoint({ was, became }: ActInput): Point[] {
  if (
    oneLine(was.title.text) === oneLine(became.title.text) ||
    bareWords(was.title.text) === bareWords(became.title.text)
  )
    return [];
  const words = `наименование Программы изложить в следующей редакции: ${quote(oneLine(became.title.text))}`;
  return [{ lead: "", lines: [sentence(words)] }];
}

function restateAnnex(input: ActInput, part: AnnexPart, own: number): Point {
  const number = annexNumber(input.was, part);
  const words = `приложение № ${number} к Программе изложить в редакции согласно приложению № ${own} к настоящему постановлению`;
  return { lead: "", lines: [sentence(words)] };
}

/** The only annex of an act bears no number. */
function nameLonely(points: readonly Point[], restated: readonly AnnexPart[]): readonly Point[] {
  if (restated.length !== 1) return points;
  const strip = (words: string) =>
    words.replace("согласно приложению № 1 к настоящему", "согласно приложению к настоящему");
  return points.map((point) => ({
    ...point,
    lines: point.lines.map((line) => ({ ...line, words: strip(line.words) })),
  }));
}
