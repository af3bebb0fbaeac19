import type { PaperBlock } from "../../office/paper.ts";
import type { Activity, Figure, Programme } from "../contract.ts";
import { oneLine } from "../language/words.ts";
import type { ActInput, AnnexPart } from "./act.ts";
import { layOutAnnex } from "./annex-layout.ts";
import { type MatchedLine, matchLines } from "./match.ts";
import { body, type Point, type PointLine, printAnew, sentence } from "./point.ts";
import { annexNumber, listUnits, nameColumn, type Unit, type UnitRow } from "./units.ts";
import { isQuotable, nameQuoted, nameQuotedInstrumental, quote } from "./wording.ts";

/** What changes in an annex, one point for an activity, an indicator or a block of totals. */
export function writeAnnexPoints(input: ActInput, part: AnnexPart): readonly Point[] {
  const place = `в приложении № ${annexNumber(input.was, part)} к Программе`;
  const [before, after] = [listUnits(input.was), listUnits(input.became)].map((units) =>
    units.filter((unit) => unit.part === part),
  );
  const find = (units: readonly Unit[] | undefined, kind: Unit["kind"], at: number | null) =>
    units?.find((unit) => unit.kind === kind && unit.at === at) ?? null;
  const points: Point[] = [];
  for (const kind of ["indicator", "activity", "rollup", "summary"] as const) {
    const lines = matchUnits(input, kind);
    for (const line of lines) {
      const [old, now] = [find(before, kind, line.was), find(after, kind, line.became)];
      if (old && now) points.push(...amendUnit(input.was, { old, now }, place));
      else if (old) points.push(endUnit(old, place));
      else if (now) points.push(...addUnit(input, { unit: now, kept: lines }, place));
    }
  }
  return part === "annex2" ? points : gatherPoints(points, place);
}

/** Single lines of a short annex stand under one point: «В приложении № 3 к Программе: а) в строке …». */
function gatherPoints(points: readonly Point[], place: string): readonly Point[] {
  const within = points.filter((point) => point.lead.startsWith(place));
  const lines = within.flatMap((point) =>
    point.lines.map((line) => ({ ...line, words: `${point.lead.slice(place.length)} ${line.words}`.trim() })),
  );
  const others = points.filter((point) => !within.includes(point));
  return lines.length === 0 ? others : [{ lead: place, lines }, ...others];
}

function matchUnits(input: ActInput, kind: Unit["kind"]) {
  if (kind === "indicator" || kind === "activity") {
    const list = kind === "indicator" ? "indicators" : "activities";
    return matchLines(input.changes, kind, { was: input.was[list].length, became: input.became[list].length });
  }
  const count = kind === "rollup" ? input.was.rollups.length : input.was.summary.length;
  return Array.from({ length: count }, (_, at) => ({ was: at, became: at }));
}

/** How an act points to a block of a table. */
function nameUnit(unit: Unit): string {
  if (unit.kind === "activity") return `в мероприятии ${quote(unit.name)}`;
  if (unit.kind === "rollup") return `в итоговых строках ${quote(unit.name)}`;
  if (unit.kind === "indicator") return `в строке ${quote(`${unit.number}. ${unit.name}`)}`;
  return `в строке ${quote(unit.name)}`;
}

function amendUnit(programme: Programme, units: { old: Unit; now: Unit }, place: string): Point[] {
  const { old, now } = units;
  const fields = old.fields.flatMap((field, at) => {
    const text = oneLine(now.fields[at]?.text ?? "");
    if (oneLine(field.text) === text) return [];
    if (text === "" && isQuotable(field.text))
      return [sentence(`в графе ${quote(field.heading)} слова ${quote(oneLine(field.text))} исключить`)];
    return [printAnew(`графу ${quote(field.heading)} изложить в следующей редакции`, text)];
  });
  const rows = old.rows.flatMap((row) => {
    const other = now.rows.find((candidate) => candidate.label === row.label && sameFamily(candidate, row));
    const changes = other ? amendRow(programme, old.part, { row, other }) : [];
    if (changes.length === 0) return [];
    const label = row.label === null ? "" : `в строке ${quote(row.label)} `;
    return [sentence(label + changes.join(", "))];
  });
  const lines: PointLine[] = [...fields, ...rows];
  return lines.length === 0 ? [] : [{ lead: `${place} ${nameUnit(old)}`, lines }];
}

function sameFamily(a: UnitRow, b: UnitRow): boolean {
  return a.addressOf("total").of === b.addressOf("total").of;
}

/** «в графе «2025 год» цифры «500,0» заменить цифрами «400,0»», one for each column. */
function amendRow(programme: Programme, part: AnnexPart, rows: { row: UnitRow; other: UnitRow }): string[] {
  const keys = [...new Set([...Object.keys(rows.row.values), ...Object.keys(rows.other.values)])].sort(byColumn);
  return keys.flatMap((key) => {
    const [was, became] = [rows.row.values[key], rows.other.values[key]];
    if (sameFigure(was, became)) return [];
    const [old, now] = [was?.printed ?? "", became?.printed ?? ""];
    const column = quote(nameColumn(programme, part, key));
    if (old === "") return [`графу ${column} дополнить ${nameQuotedInstrumental(now)} ${quote(now)}`];
    if (now === "") return [`в графе ${column} ${nameQuoted(old)} ${quote(old)} исключить`];
    return [`в графе ${column} ${nameQuoted(old)} ${quote(old)} заменить ${nameQuotedInstrumental(now)} ${quote(now)}`];
  });
}

/** Weight and base value first, years, the total last. */
function byColumn(a: string, b: string): number {
  const rank = (key: string) => (/^\d{4}$/.test(key) ? Number(key) : key === "total" ? 9999 : 0);
  return rank(a) - rank(b);
}

/** The same value, or where none was understood the same print. */
export function sameFigure(a: Figure | undefined, b: Figure | undefined): boolean {
  if (a && b && a.value !== null && b.value !== null) return a.value === b.value;
  return oneLine(a?.printed ?? "") === oneLine(b?.printed ?? "");
}

function endUnit(unit: Unit, place: string): Point {
  const name =
    unit.kind === "activity" ? `мероприятие ${quote(unit.name)}` : nameUnit(unit).replace("в строке", "строку");
  return { lead: place, lines: [sentence(`${name} исключить`)] };
}

/** A new activity or indicator: under its objective, behind the nearest that stood there before, as a table with the annex's head. */
function addUnit(input: ActInput, added: { unit: Unit; kept: readonly MatchedLine[] }, place: string): Point[] {
  const { unit } = added;
  const noun = unit.kind === "activity" ? "мероприяти" : "индикатор";
  const [genitive, instrumental] = unit.kind === "activity" ? ["я", "ем"] : ["а", "ом"];
  const list: readonly Placed[] = unit.kind === "activity" ? input.became.activities : input.became.indicators;
  const before: readonly Placed[] = unit.kind === "activity" ? input.was.activities : input.was.indicators;
  const own = list[unit.at];
  const near = added.kept.filter(({ was, became }) => {
    const line = became === null || was === null ? undefined : list[became];
    return line && line.objective === own?.objective && line.goal === own?.goal;
  });
  const behind = near.filter(({ became }) => (became ?? 0) < unit.at).at(-1);
  const anchor = behind ?? near[0];
  const name = quote(before[anchor?.was ?? -1]?.name.text ?? "");
  const under = own?.objective ? ` в задаче ${own.objective}` : "";
  const where = behind ? ` после ${noun}${genitive} ${name}` : anchor ? ` перед ${noun}${instrumental} ${name}` : "";
  const words = `${place}${under}${where} дополнить ${noun}${instrumental} следующего содержания`;
  return [{ lead: "", lines: [sentence(words, printUnit(input, unit))] }];
}

type Placed = Pick<Activity, "objective" | "name"> & { readonly goal: number | null };

function printUnit(input: ActInput, unit: Unit): readonly PaperBlock[] {
  const { became } = input;
  const bare: Programme = {
    ...became,
    indicatorGoals: [],
    indicatorObjectives: [],
    activityGoals: [],
    activityObjectives: [],
    rollups: [],
    indicators: unit.kind === "indicator" ? became.indicators.slice(unit.at, unit.at + 1) : [],
    activities: unit.kind === "activity" ? became.activities.slice(unit.at, unit.at + 1) : [],
  };
  const tables = layOutAnnex(bare, unit.part).filter((block) => block.kind === "table");
  return [body("«"), ...tables, body("»")];
}
