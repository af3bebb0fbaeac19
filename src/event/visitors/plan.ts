import type { Id } from "../../kernel/id.ts";
import { type Grid, type HeadColumn, isDataRow } from "../../office/grid/heads.ts";
import { foldText } from "../../office/grid/words.ts";
import { foldName } from "../participant/input.ts";
import { findVisitorHeads } from "./heads.ts";
import { type KnownVisitor, type Recognised, Visitors } from "./people.ts";
import { type ReadVisitor, readVisitor } from "./read-row.ts";
import type { VisitorAnswers, VisitorColumn, VisitorError, VisitorRow } from "./views.ts";

/** An event that rows may mean. */
export interface KnownEvent {
  readonly id: Id;
  /** «12/2024». */
  readonly number: string;
  readonly title: string;
  readonly date: string;
  readonly startsAt: Date;
  /** Confirmed or cancelled: what comes now waits for the coordinator. */
  readonly isClosed: boolean;
  /** `isOwn`: this person may work there. */
  readonly sites: readonly {
    readonly id: Id;
    readonly place: string;
    readonly isOwn: boolean;
    readonly associationId: Id | null;
  }[];
}

/** What the installation holds. */
export interface VisitorFrame {
  readonly today: string;
  readonly events: readonly KnownEvent[];
  readonly visitors: readonly KnownVisitor[];
  readonly hasConsentText: boolean;
  /** The instant from which people may be marked at an event. */
  readonly opensAt: (event: Pick<KnownEvent, "startsAt">) => Date;
  readonly now: Date;
}

/** A visit that a row makes. */
export interface PlannedVisit {
  readonly row: number;
  readonly eventId: Id;
  readonly siteId: Id;
  /** Whose: an id, or the key of a row that is somebody new. */
  readonly visitor: string;
}

export interface PlannedPerson {
  readonly key: string;
  readonly name: string;
  readonly birthYear: number | null;
  /** Whose people they are taken for: of the association to which they came. */
  readonly associationId: Id | null;
}

export interface VisitorPlan {
  readonly columns: readonly HeadColumn<VisitorColumn>[];
  readonly rows: readonly VisitorRow[];
  readonly errors: readonly VisitorError[];
  readonly visits: readonly PlannedVisit[];
  readonly people: readonly PlannedPerson[];
  readonly late: number;
  readonly unsigned: number;
}

/** Says what would become of every row of a table. Null where no head with a name is found. */
export function planVisitors(grid: Grid, answers: VisitorAnswers, frame: VisitorFrame): VisitorPlan | null {
  const heads = findVisitorHeads(grid, answers.columns);
  if (!heads) return null;
  const planner = new Planner(answers, frame);
  for (const [at, cells] of grid.entries()) {
    if (at < heads.rows || !isDataRow(cells)) continue;
    planner.take(readVisitor(cells, { row: at + 1, heads, today: frame.today }));
  }
  return { columns: heads.columns, ...planner.finish() };
}

interface Place {
  readonly event: KnownEvent;
  readonly site: KnownEvent["sites"][number];
}

class Planner {
  readonly #rows: VisitorRow[] = [];
  readonly #errors: VisitorError[] = [];
  readonly #visits: PlannedVisit[] = [];
  /** People whom the table brings, by their key; a later row may say their year of birth. */
  readonly #people = new Map<string, KnownVisitor & { readonly associationId: Id | null }>();
  readonly #seen = new Set<string>();
  readonly #visitors: Visitors;
  readonly #answers: VisitorAnswers;
  readonly #frame: VisitorFrame;
  #late = 0;
  #unsigned = 0;

  constructor(answers: VisitorAnswers, frame: VisitorFrame) {
    this.#answers = answers;
    this.#frame = frame;
    this.#visitors = new Visitors(frame.visitors);
  }

  take(read: ReadVisitor): void {
    const base = { row: read.row, name: read.name, birthYear: read.birthYear, event: "", site: "", candidates: [] };
    if (this.#answers.rows[read.row] === "skip") {
      this.#rows.push({ ...base, state: "skipped" });
      return;
    }
    const errors = [...read.errors];
    const place = findPlace(read, this.#answers, this.#frame);
    if ("code" in place) errors.push(place);
    const shown = "code" in place ? base : { ...base, event: place.event.title, site: place.site.place };
    const who = errors.length > 0 ? null : this.#recognise(read);
    if (who === null || "code" in place) {
      this.#refuse(shown, errors);
    } else if (who.kind === "ask") {
      const candidates = who.candidates.map(({ key, name, birthYear }) => ({ key, name, birthYear }));
      this.#rows.push({ ...shown, state: "ask", candidates });
    } else this.#place(read, { place, shown, visitor: who.kind === "one" ? who.visitor : null });
  }

  #refuse(shown: Omit<VisitorRow, "state">, errors: readonly VisitorError[]): void {
    this.#errors.push(...errors);
    this.#rows.push({ ...shown, state: "error" });
  }

  /** By what a person said of the row, else by the name. */
  #recognise(read: ReadVisitor): Recognised {
    const said = this.#answers.rows[read.row];
    const chosen = said === undefined ? undefined : this.#visitors.get(said);
    if (chosen) return { kind: "one", visitor: chosen };
    if (said === "new") return { kind: "new" };
    return this.#visitors.recognise(read.name, read.birthYear, this.#answers);
  }

  #place(
    read: ReadVisitor,
    given: { place: Place; shown: Omit<VisitorRow, "state">; visitor: KnownVisitor | null },
  ): void {
    const { place, shown } = given;
    const isNew = given.visitor === null;
    const unsigned = isNew && !(read.hasSigned ?? this.#answers.haveSigned);
    if (unsigned) this.#unsigned++;
    if (unsigned && this.#answers.skipUnsigned) {
      this.#rows.push({ ...shown, state: "skipped" });
      return;
    }
    const code = unsigned ? "attendance-consent" : isNew && !this.#frame.hasConsentText ? "attendance-no-text" : null;
    if (code !== null) {
      this.#refuse(shown, [{ ...read.locate("consent"), code, values: {} }]);
      return;
    }
    const visitor = given.visitor ?? this.#enter(read, place.site.associationId);
    visitor.birthYear ??= this.#people.has(visitor.key) ? read.birthYear : null;
    const visit = { row: read.row, eventId: place.event.id, siteId: place.site.id, visitor: visitor.key };
    const key = `${visit.siteId} ${visit.visitor}`;
    const isAgain = this.#seen.has(key);
    this.#seen.add(key);
    if (!isAgain) this.#visits.push(visit);
    if (place.event.isClosed && !isAgain) this.#late++;
    this.#rows.push({ ...shown, state: isAgain ? "again" : isNew ? "new" : "known" });
  }

  #enter({ row, name, birthYear }: ReadVisitor, associationId: Id | null): KnownVisitor {
    const visitor = { key: `row-${row}`, name, search: foldName(name), birthYear, associationId };
    this.#visitors.add(visitor);
    this.#people.set(visitor.key, visitor);
    return visitor;
  }

  finish(): Omit<VisitorPlan, "columns"> {
    return {
      rows: this.#rows,
      errors: this.#errors,
      visits: this.#visits,
      people: [...this.#people.values()],
      late: this.#late,
      unsigned: this.#unsigned,
    };
  }
}

/** The event and site of a row, or why there is none. */
function findPlace(read: ReadVisitor, answers: VisitorAnswers, frame: VisitorFrame): Place | VisitorError {
  const found = findEvents(read, answers, frame.events);
  const [event] = found;
  const column = read.event !== "" || read.date === null ? "event" : "date";
  if (!event) return { ...read.locate(column), code: "visitors-event", values: {} };
  if (found.length > 1) {
    const numbers = found.map(({ number, title }) => `${number} «${title}»`).join(", ");
    return { ...read.locate(column), code: "visitors-event-which", values: { events: numbers } };
  }
  // Of an event at which one does not work one is told nothing, neither its sites.
  if (!event.sites.some(({ isOwn }) => isOwn))
    return { ...read.locate(column), code: "visitors-not-yours", values: {} };
  if (frame.now < frame.opensAt(event)) {
    return { ...read.locate(column), code: "visitors-early", values: { title: event.title } };
  }
  const site = findSite(read.site, event.sites);
  if (!site) {
    const places = event.sites.map(({ place }) => `«${place}»`).join(", ");
    return { ...read.locate("site"), code: "visitors-site", values: { places } };
  }
  return site.isOwn ? { event, site } : { ...read.locate("site"), code: "visitors-not-yours", values: {} };
}

/** By number, by title, by day; each narrows what the others leave. A row that says neither is of the event that was chosen. */
function findEvents(read: ReadVisitor, answers: VisitorAnswers, events: readonly KnownEvent[]): readonly KnownEvent[] {
  if (read.event === "" && answers.eventId !== "") return events.filter(({ id }) => id === answers.eventId);
  if (read.event === "" && read.date === null) return [];
  const number = read.event.replace(/^№\s*/, "");
  const byNumber = events.filter((event) => event.number === number);
  const title = foldText(read.event);
  const named =
    byNumber.length > 0 ? byNumber : events.filter((event) => title === "" || foldText(event.title) === title);
  return named.filter(({ date }) => read.date === null || date === read.date);
}

/** An only site need not be named; another is known by its words or by their beginning. */
function findSite(text: string, sites: KnownEvent["sites"]): KnownEvent["sites"][number] | undefined {
  const words = foldText(text);
  if (words === "") return sites.length === 1 ? sites[0] : undefined;
  const exact = sites.filter(({ place }) => foldText(place) === words);
  const found = exact.length > 0 ? exact : sites.filter(({ place }) => foldText(place).startsWith(words));
  return found.length === 1 ? found[0] : undefined;
}
