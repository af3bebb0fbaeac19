import { activitiesUnder, yearKeys } from "../consolidation.ts";
import type { Activity, FigureRow, Indicator, Programme, Rollup } from "../contract.ts";
import { readCountUnit, readMoneyUnit } from "../language/vocabulary.ts";
import { bareWords, sameStem } from "../language/words.ts";

/** What an indicator follows, inferred from its words; the basis of every check between annex 1 and annex 2. */
export interface IndicatorLink {
  readonly indicator: Indicator;
  /** Activities whose name says the same, in their order; empty where no words tie them. */
  readonly activities: readonly Activity[];
  /** It counts what these activities plan, in the same unit. */
  readonly counts: boolean;
  /** For an indicator that is a sum of money: the row of costs that it repeats. */
  readonly money: MoneyLink | null;
}

export interface MoneyLink {
  readonly of: "activity" | Rollup["of"];
  readonly name: string;
  readonly row: FigureRow;
  readonly activities: readonly Activity[];
}

const STOP =
  /^(?:и|в|на|по|за|с|из|от|для|при|к|о|об|до|или|их|не|том|числе|а|the|общая|общий|общее|общего|количество|число|доля|сумма|объем|протяженность|площадь|численность|охват|проведенн\S*|проведение|организация|реализ\S*|муниципальн\S*|программ\S*|прогр|мероприяти\S*|рамках)$/;
const ENOUGH = 0.4;

const known = new WeakMap<Programme, IndicatorLink[]>();

/** Links every indicator of annex 1, once for a programme; words that stand in most activities («ТОС») tie nothing. */
export function linkIndicators(programme: Programme): IndicatorLink[] {
  const links = known.get(programme) ?? findLinks(programme);
  known.set(programme, links);
  return links;
}

function findLinks(programme: Programme): IndicatorLink[] {
  const index = indexNames(programme.activities);
  return programme.indicators.map((indicator) => {
    const words = contentWords(indicator.name.text).filter((word) => !index.isGeneric(word));
    const activities = findActivities(programme.activities, words, index);
    return {
      indicator,
      activities,
      counts: isCount(indicator, activities, index.isGeneric),
      money: linkMoney(programme, indicator, activities),
    };
  });
}

function findActivities(activities: readonly Activity[], words: readonly string[], index: NameIndex): Activity[] {
  const hits = new Map<number, number>();
  for (const word of words) for (const at of index.activitiesOf(word)) hits.set(at, (hits.get(at) ?? 0) + 1);
  const best = Math.max(0, ...hits.values()) / Math.max(1, words.length);
  if (best < ENOUGH) return [];
  const close = [...hits].filter(([, count]) => count / words.length >= best * 0.8).sort((a, b) => a[0] - b[0]);
  return close.flatMap(([at]) => activities[at] ?? []);
}

interface NameIndex {
  readonly activitiesOf: (word: string) => ReadonlySet<number>;
  readonly isGeneric: (word: string) => boolean;
}

/** The words of all activities' names, found by stem. */
function indexNames(activities: readonly Activity[]): NameIndex {
  const byStart = new Map<string, Map<string, Set<number>>>();
  activities.forEach((activity, at) => {
    for (const word of contentWords(activity.name.text)) {
      const group = byStart.get(startOf(word)) ?? new Map<string, Set<number>>();
      byStart.set(startOf(word), group.set(word, (group.get(word) ?? new Set<number>()).add(at)));
    }
  });
  const activitiesOf = (word: string) => {
    const group = byStart.get(startOf(word)) ?? new Map<string, Set<number>>();
    return new Set([...group].flatMap(([other, places]) => (sameStem(word, other) ? [...places] : [])));
  };
  return { activitiesOf, isGeneric: (word) => activitiesOf(word).size * 2 > activities.length };
}

/** Words of one stem share their first five letters, or are the same. */
function startOf(word: string): string {
  return word.slice(0, 5);
}

function contentWords(text: string): string[] {
  return bareWords(text)
    .split(/[ -]/)
    .filter((word) => word.length > 1 && !STOP.test(word));
}

/** «Количество семинаров»: the thing counted is what the activity's name says is held, and both are counted in pieces. */
function isCount(indicator: Indicator, activities: readonly Activity[], generic: (word: string) => boolean): boolean {
  const [activity] = activities;
  const unit = readCountUnit(indicator.unit?.text ?? "");
  if (!activity?.quantity || !/^(?:количество|число)/i.test(indicator.name.text)) return false;
  if (unit === "other" || unit !== readCountUnit(activity.quantity.unit?.text ?? "")) return false;
  const thing = contentWords(indicator.name.text)[0];
  return (
    thing !== undefined && !generic(thing) && contentWords(activity.name.text).some((word) => sameStem(thing, word))
  );
}

function linkMoney(programme: Programme, indicator: Indicator, activities: readonly Activity[]): MoneyLink | null {
  const unit = readMoneyUnit(indicator.unit?.text ?? "");
  if (!unit || !/сумм|объем|финанс|средств|затрат|расход/i.test(indicator.name.text)) return null;
  const [activity] = activities;
  if (activity?.cost && activities.length === 1) {
    return { of: "activity", name: activity.name.text, row: activity.cost, activities };
  }
  const rollup = programme.rollups.find(
    (candidate) => candidate.of === "objective" && candidate.number === indicator.objective,
  );
  return rollup ? moneyOfRollup(programme, rollup) : null;
}

function moneyOfRollup(programme: Programme, rollup: Rollup): MoneyLink | null {
  const row = rollup.rows.find((candidate) => candidate.kind === "cost");
  const activities = activitiesUnder(programme, rollup);
  const funded = activities.filter((activity) =>
    yearKeys(programme.years).some((key) => activity.cost?.values[key]?.value),
  );
  return row ? { of: rollup.of, name: row.label.text, row, activities: funded } : null;
}
