import {
  type ActInput,
  AMENDED_PARTS,
  type AmendedPart,
  ANNEXES,
  type AnnexPart,
  TECHNIQUES,
  type Technique,
} from "./act.ts";
import { writePassportPoints } from "./passport-points.ts";
import { planAct } from "./plan.ts";
import type { Point } from "./point.ts";
import { writeSectionPoints } from "./section-points.ts";
import { type AnnexBar, findBar } from "./technique.ts";

/** Why a technique is not to be had: of an annex as `AnnexBar`; paragraphs come or go; lines are only struck out. */
export type TechniqueBar = AnnexBar | "paragraphs" | "struck";

/** How a part that differs can be amended. */
export interface PartOptions {
  readonly part: AmendedPart;
  /** What the act does now: the person's choice where it is to be had, else the rule's. */
  readonly technique: Technique;
  readonly options: readonly { readonly technique: Technique; readonly bar: TechniqueBar | null }[];
}

/** The parts that an act amends, each with its techniques and why one is not to be had. Refuses editions that do not differ. */
export function listOptions(input: ActInput): readonly PartOptions[] {
  const { techniques } = planAct(input);
  return AMENDED_PARTS.flatMap((part) => {
    const technique = techniques[part];
    if (!technique) return [];
    const options = TECHNIQUES.map((one) => ({ technique: one, bar: barOf(input, part, one) }));
    const chosen = input.techniques?.[part];
    const free = options.find((option) => option.technique === chosen && option.bar === null);
    return [{ part, technique: free?.technique ?? technique, options }];
  });
}

function barOf(input: ActInput, part: AmendedPart, technique: Technique): TechniqueBar | null {
  if (isAnnex(part)) return technique === "replace" ? findBar(input, part) : null;
  const write = part === "passport" ? writePassportPoints : writeSectionPoints;
  const lines = write(input.was, input.became, technique).flatMap((point: Point) => point.lines);
  const printed = lines.filter((line) => line.payload.length > 0);
  if (technique === "restate") return printed.length === 0 ? "struck" : null;
  return printed.length === lines.length ? "paragraphs" : null;
}

function isAnnex(part: AmendedPart): part is AnnexPart {
  return ANNEXES.some((annex) => annex === part);
}
