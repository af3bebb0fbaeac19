import type { Goal, Objective, Subprogramme, Words } from "../../contract.ts";
import { oneLine } from "../../language/words.ts";

/** Numbers of the subprogramme, goal and objective under which a line of an annex stands. */
export interface Standing {
  readonly subprogramme: number | null;
  readonly goal: number | null;
  readonly objective: number | null;
}

const PREFIX = String.raw`^(?:(?<prefix>\d+(?:\.\d+)*)[.)]*\s*)?`;
const SUFFIX = String.raw`\s*№?\s*(?<own>\d+(?:\.\d+)*)?\s*[:.)]*\s*[-–—]?\s*`;
const PROGRAMME = /^муниципальная программа(?=\s*[«"“:]|$)/iu;
const SUBPROGRAMME = new RegExp(`${PREFIX}Подпрограмма${SUFFIX}`, "iu");
const GOAL = new RegExp(`${PREFIX}Цель(?:\\s+(?:муниципальной\\s+)?(?:под)?программы)?${SUFFIX}`, "iu");
const OBJECTIVE = new RegExp(`${PREFIX}Задача${SUFFIX}`, "iu");

const CAPTION = /подпрограмм[аыеу]\s+№?\s*(\d+)(?:\s*«([^«»]*(?:«[^«»]*»)?[^«»]*)»)?/iu;

export type HeadingKind = "programme" | "subprogramme" | "goal" | "objective";

/** What a line of an annex is by its first word: «Цель …», «Задача 1.2 …», «Подпрограмма 1 …»; null for any other line. */
export function readHeadingKind(text: string): HeadingKind | null {
  if (PROGRAMME.test(text)) return "programme";
  if (SUBPROGRAMME.test(text)) return "subprogramme";
  if (GOAL.test(text)) return "goal";
  return OBJECTIVE.test(text) ? "objective" : null;
}

/** The goals and objectives of an annex, as its headings name them one after the other. */
export class Outline {
  readonly subprogrammes: Subprogramme[] = [];
  readonly goals: Goal[] = [];
  readonly objectives: Objective[] = [];
  private subprogramme: number | null = null;
  private goal: number | null = null;
  private objective: number | null = null;

  get standing(): Standing {
    return { subprogramme: this.subprogramme, goal: this.goal, objective: this.objective };
  }

  /** Takes in a heading; anything else is left alone. */
  read(heading: Words): HeadingKind | null {
    const kind = readHeadingKind(heading.text);
    if (kind === "subprogramme") this.openSubprogramme(heading);
    else if (kind === "goal") this.openGoal(heading);
    else if (kind === "objective") this.openObjective(heading);
    return kind;
  }

  /** What the words above a table say of all its lines: «Задача 2. …», «Перечень мероприятий подпрограммы 1 «…»». */
  readAbove(lines: readonly Words[]): void {
    for (const line of lines) {
      const text = oneLine(line.text);
      const named = CAPTION.exec(text);
      if (readHeadingKind(text)) this.read({ ...line, text });
      else if (named) this.enterSubprogramme(Number(named[1]), { ...line, text: named[2] ?? "" });
    }
  }

  private openSubprogramme(heading: Words): void {
    const { number, name } = readName(heading, SUBPROGRAMME);
    this.enterSubprogramme(number ?? this.subprogrammes.length + 1, { ...name, text: unquote(name.text) });
  }

  private enterSubprogramme(number: number, name: Words): void {
    this.goal = null;
    this.objective = null;
    this.subprogramme = number;
    if (!this.subprogrammes.some((known) => known.number === number)) this.subprogrammes.push({ number, name });
  }

  private openGoal(heading: Words): void {
    const { number, name } = readName(heading, GOAL);
    const { subprogramme } = this;
    this.goal = number ?? this.goals.filter((goal) => goal.subprogramme === subprogramme).length + 1;
    this.objective = null;
    const known = this.goals.some((goal) => goal.number === this.goal && goal.subprogramme === subprogramme);
    if (!known) this.goals.push({ number: this.goal, subprogramme, name });
  }

  private openObjective(heading: Words): void {
    const { number, name } = readName(heading, OBJECTIVE);
    const { subprogramme } = this;
    const goal = this.goal ?? 1;
    const before = this.objectives.filter((other) => other.goal === goal && other.subprogramme === subprogramme);
    this.objective = number ?? before.length + 1;
    if (!before.some((other) => other.number === this.objective))
      this.objectives.push({ number: this.objective, goal, subprogramme, name });
  }
}

/** The number after the word counts («Задача 2»), else the last of the number before it («1.2. Задача»). */
function readName(heading: Words, pattern: RegExp): { number: number | null; name: Words } {
  const match = pattern.exec(heading.text);
  const printed = match?.groups?.own ?? (pattern === GOAL ? undefined : match?.groups?.prefix);
  const last = printed?.split(".").at(-1);
  const text = heading.text.slice(match?.[0].length ?? 0).trim();
  return { number: last ? Number(last) : null, name: { ...heading, text } };
}

function unquote(text: string): string {
  return /^«[^«»]*»$/.test(text) ? text.slice(1, -1) : text;
}
