import type { Indicator, Programme } from "../contract.ts";
import { oneLine } from "../language/words.ts";
import { numberedName, numberReads } from "./annex-activities.ts";
import { adoptHead, type Column, makeHeadRows, orderKeys, ownHead } from "./columns.ts";
import { figureColumns, noteColumns } from "./columns-usual.ts";
import { headingText } from "./headings.ts";
import { figureCell, type LaidCell, type LaidRow, type LaidTable, makeLaidTable } from "./laid.ts";
import { type Heading, type LineEntry, orderHeadings, placeLines, subprogrammesOf } from "./outline-order.ts";

/** Annex 1: goals as rows across the table, objectives beside their indicators where the document has a column for them. */
export function layOutIndicators(programme: Programme): LaidTable {
  const columns = indicatorColumns(programme);
  const headRows = makeHeadRows(columns);
  const rows = new IndicatorRows(columns).write(orderIndicators(programme));
  return makeLaidTable(columns, headRows, rows);
}

/** Headings and indicators of annex 1 in the order of the page. */
export function orderIndicators(programme: Programme): (Heading | LineEntry<Indicator>)[] {
  const headings = orderHeadings({
    subprogrammes: subprogrammesOf(programme, "annex1"),
    goals: programme.indicatorGoals,
    objectives: programme.indicatorObjectives,
  });
  return placeLines(
    headings,
    programme.indicators,
    (line, standing) =>
      line.subprogramme === standing.subprogramme &&
      line.goal === standing.goal &&
      line.objective === standing.objective,
  );
}

function indicatorColumns(programme: Programme): Column[] {
  const own = ownHead(programme, "annex1");
  const { indicators } = programme;
  const has = (meaning: Column["meaning"]) => own.some((column) => column.meaning === meaning);
  const words = (meaning: Column["meaning"], text: string, width: number) => ({
    meaning,
    key: null,
    texts: [text],
    width,
  });
  const keys = orderKeys(indicators.map(({ targets }) => targets));
  const apart = has("number") || indicators.some((one) => !numberReads(one.number, one.name.text));
  const beside = has("goal") || (own.length === 0 && programme.indicatorObjectives.length > 0);
  const weighed = has("weight") || indicators.some(({ weight }) => weight !== null);
  const usual: Column[] = [
    ...(beside ? [words("goal", "Цель/задачи, требующие решения для достижения цели", 20)] : []),
    ...(apart ? [words("number", "№ п/п", 5)] : []),
    words("indicator", "Наименование целевого индикатора", 22),
    words("unit", "Ед. измерения", 11),
    ...(weighed ? [words("weight", "Значение весового коэффициента целевого индикатора", 14)] : []),
    ...figureColumns(keys.length > 0 ? keys : programme.years.map(String), {
      programme,
      above: "Значение целевого индикатора",
    }),
    ...noteColumns(indicators.flatMap(({ others, notes }) => [...others, ...notes].map(({ heading }) => heading))),
  ];
  return adoptHead(usual, own);
}

class IndicatorRows {
  private readonly columns: readonly Column[];
  private readonly rows: LaidRow[] = [];
  private readonly headings: Heading[] = [];

  constructor(columns: readonly Column[]) {
    this.columns = columns;
  }

  write(entries: readonly (Heading | LineEntry<Indicator>)[]): LaidRow[] {
    const beside = this.columns[0]?.meaning === "goal";
    let waiting: { text: string; lines: number } | null = null;
    entries.forEach((entry, at) => {
      if (entry.entry === "line") {
        this.addIndicator(entry.line, beside ? (waiting ?? { text: "", lines: 1 }) : null);
        waiting = waiting && waiting.lines > 1 ? COVERED : null;
        return;
      }
      const text = headingText(entry, this.headings);
      this.headings.push(entry);
      const lines = countLines(entries, at + 1);
      waiting = beside && entry.kind === "objective" && lines > 0 ? { text, lines } : null;
      if (!waiting) this.addHeading(text, beside && entry.kind === "objective");
    });
    return this.rows;
  }

  private addHeading(text: string, beside: boolean): void {
    const cells = beside
      ? this.columns.map((_, at) => ({ text: at === 0 ? text : "" }))
      : [{ text, columnSpan: this.columns.length }];
    this.rows.push({ cells });
  }

  private addIndicator(indicator: Indicator, objective: { text: string; lines: number } | null): void {
    this.rows.push({
      origin: { of: "line", row: indicator.targets },
      cells: this.columns.flatMap((column, at): LaidCell[] => {
        if (at > 0 || !objective) return [indicatorCell(indicator, column, this.columns)];
        return objective === COVERED ? [] : [{ text: objective.text, rowSpan: objective.lines }];
      }),
    });
  }
}

const COVERED = { text: "", lines: Number.POSITIVE_INFINITY };

function countLines(entries: readonly (Heading | LineEntry<Indicator>)[], from: number): number {
  const end = entries.findIndex((entry, at) => at >= from && entry.entry === "heading");
  return (end < 0 ? entries.length : end) - from;
}

function indicatorCell(indicator: Indicator, column: Column, columns: readonly Column[]): LaidCell {
  const { key, meaning } = column;
  if (key !== null) return figureCell(indicator.targets, key);
  if (meaning === "number") return { text: indicator.number, align: "center" };
  if (meaning === "indicator") return { text: nameOf(indicator, columns) };
  if (meaning === "unit") return { text: oneLine(indicator.unit?.text ?? ""), align: "center" };
  if (meaning === "weight") return { text: indicator.weight?.printed ?? "", align: "center" };
  const heading = column.texts.join(" / ");
  const figure = indicator.others.find((other) => other.heading === heading)?.figure;
  if (figure) return { text: figure.printed, align: "center" };
  return { text: indicator.notes.find((note) => note.heading === heading)?.text.text ?? "" };
}

function nameOf({ number, name }: Indicator, columns: readonly Column[]): string {
  return numberedName(number, name.text, columns);
}
