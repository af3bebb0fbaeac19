import type { EventKind } from "../../event/contract.ts";
import { printDay } from "../../kernel/day.ts";
import { readFraction, writeRounded } from "../../kernel/fraction.ts";
import type { Kopecks } from "../../kernel/money.ts";
import { sayRoubles } from "../period.ts";
import type { LineRow, MoneySums } from "../views.ts";
import { KIND_WORDS } from "./words.ts";

interface HeldEvent {
  readonly kind: EventKind;
  readonly title: string;
  readonly date: string;
  readonly visits: number;
}

/** How many single events, projects and publications a drafted section names; the rest is counted. */
const NAMED = 12;

interface Visitors {
  /** Different people known by name. */
  readonly people: number;
  readonly period: string;
}

/** What was held, by kind, and the best visited of it. */
export function draftEvents(events: readonly HeldEvent[], { people, period }: Visitors): string {
  if (events.length === 0) return `Подтверждённых мероприятий ${period} нет.`;
  const visits = events.reduce((sum, event) => sum + event.visits, 0);
  const kinds = [...Map.groupBy(events, ({ kind }) => kind)].sort(([, a], [, b]) => b.length - a.length);
  const byKind = kinds.map(([kind, own]) => `${KIND_WORDS[kind]} — ${own.length}`).join(", ");
  const best = [...events].sort((a, b) => b.visits - a.visits || a.date.localeCompare(b.date)).slice(0, NAMED);
  const known = people > 0 ? `; различных участников, известных поимённо, — ${sayCount(people)}` : "";
  return [
    `Подтверждено мероприятий ${period}: ${sayCount(events.length)}, посещений — ${sayCount(visits)}${known}. По видам: ${byKind}.`,
    "Наибольшее участие:",
    ...best.map(({ title, date, visits }) => `— ${title} (${printDay(date)}), посещений — ${sayCount(visits)};`),
  ]
    .join("\n")
    .replace(/;$/, ".");
}

interface FundedProject {
  readonly association: string;
  readonly contest: string;
  readonly date: string;
  readonly kopecks: Kopecks;
}

/** Who was awarded in the year's contests, and how much. */
export function draftProjects(projects: readonly FundedProject[], period: string): string {
  if (projects.length === 0) return `Присуждений по конкурсам ${period} нет.`;
  const associations = new Set(projects.map(({ association }) => association)).size;
  const whole = projects.reduce((sum, { kopecks }) => sum + kopecks, 0n);
  const rows = projects.map(
    ({ association, contest, date, kopecks }) =>
      `— ${association}: ${contest}, ${kopecks > 0n ? `${sayRoubles(kopecks)} руб.` : "без денег"} (${printDay(date)});`,
  );
  return [
    `Присуждено поддержки по итогам конкурсов: ${sayCount(projects.length)}, получателей (ТОС) — ${sayCount(associations)}, на сумму ${sayRoubles(whole)} руб.`,
    ...rows,
  ]
    .join("\n")
    .replace(/;$/, ".");
}

interface Published {
  readonly title: string;
  readonly date: string;
}

export function draftPublications(publications: readonly Published[], period: string): string {
  if (publications.length === 0) return `Публикаций ${period} нет.`;
  const named = publications.slice(0, NAMED).map(({ title, date }) => `— «${title}» (${printDay(date)});`);
  const more = publications.length - named.length;
  return [
    `Опубликовано материалов ${period}: ${sayCount(publications.length)}.`,
    ...named,
    ...(more > 0 ? [`— и ещё ${sayCount(more)};`] : []),
  ]
    .join("\n")
    .replace(/;$/, ".");
}

interface Concluded {
  readonly indicators: readonly LineRow[];
  readonly total: MoneySums;
  readonly execution: string | null;
  readonly period: string;
  readonly isWhole: boolean;
}

/** What follows from the tables, for a person to go on from. */
export function draftConclusions({ indicators, execution, period, isWhole }: Concluded): string {
  const planned = indicators.filter(({ plan }) => plan !== null);
  const reached = planned.filter(({ achieved }) => isReached(achieved));
  const others = planned.filter(({ achieved }) => !isReached(achieved));
  const lines = [
    `Достигли ${isWhole ? "плана года" : "годового плана уже"} ${reached.length} из ${planned.length} показателей.`,
    ...(others.length === 0 || !isWhole
      ? []
      : [`Не достигли плана: ${others.map(({ number, name }) => `${number} «${name}»`).join("; ")}.`]),
    execution === null
      ? `Средств ${period} не запланировано.`
      : `Исполнение по средствам ${period} — ${sayPercent(execution)}.`,
  ];
  return lines.join("\n");
}

export function isReached(achieved: string | null): boolean {
  const share = achieved === null ? null : readFraction(achieved);
  return share !== null && share.top >= share.bottom;
}

/** An exact share as «95,6 %». */
export function sayPercent(share: string, decimals = 1): string {
  const exact = readFraction(share);
  if (!exact) return "–";
  return `${writeRounded({ top: exact.top * 100n, bottom: exact.bottom }, decimals).replace(".", ",")}\u00a0%`;
}

function sayCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, "\u00a0");
}
