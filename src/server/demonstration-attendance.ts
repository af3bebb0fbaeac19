import { publishConsentText } from "../access/index.ts";
import type { EventDoor } from "../event/index.ts";
import { assert } from "../kernel/assert.ts";
import type { Context } from "../kernel/context.ts";
import { type Id, newId } from "../kernel/id.ts";
import type { Tx } from "../platform/database/index.ts";
import { AT_ADMINISTRATION, CONSENT, COUNTS, MEN, SURNAMES, WOMEN } from "./demonstration-attendance.data.ts";

/** An event of the demonstration's year that was held, with what decides how its visitors were written down. */
export interface HeldEvent {
  readonly id: Id;
  /** Its place among the year's events of its organiser. */
  readonly at: number;
  readonly kind: string;
  /** Null of the administration's. */
  readonly associationId: Id | null;
  readonly date: string;
  readonly from: string;
}

interface Visitor {
  id: Id;
  readonly name: string;
  readonly birthYear: number;
  readonly associationId: Id;
  /** Entered already, so that one picks instead of typing. */
  isKnown: boolean;
}

/** Of how many residents each association can tell: 45 of them make some 4,500 people, 13 % of 34,000. */
const FEWEST_VISITORS = 80;
const MORE_VISITORS = 41;
/** At so many parts of the people whom an event could have expected does somebody come who came to the one before. */
const OVERLAP = 1.35;

/**
 * Who came in the demonstration's year, by the same actions as a person's: residents by name on the page, on a phone and from paper
 * sheets, heads by all four methods. The same people come again, so that visits and different people are not the same figure.
 */
export async function fillAttendance(ctx: Context<Tx>, events: EventDoor, held: readonly HeldEvent[]): Promise<void> {
  await publishConsentText(ctx, { purpose: "participation", body: CONSENT });
  const known: Visitor[] = [];
  for (const [place, own] of groupByAssociation(held).entries()) {
    const visitors = inventVisitors(own[0]?.associationId ?? "", { place, first: known.length });
    known.push(...visitors);
    await fillAssociation(ctx, events, { own, visitors });
  }
  const ofAdministration = held.filter(({ associationId }) => associationId === null);
  for (const event of ofAdministration) await fillAdministration(ctx, events, { event, known });
}

function groupByAssociation(held: readonly HeldEvent[]): readonly (readonly HeldEvent[])[] {
  const groups = new Map<Id, HeldEvent[]>();
  for (const event of held) {
    if (event.associationId === null) continue;
    groups.set(event.associationId, [...(groups.get(event.associationId) ?? []), event]);
  }
  return [...groups.values()];
}

/** Nobody bears the name of another: the three lists are of lengths that share no divisor. */
function inventVisitors(associationId: Id, given: { readonly place: number; readonly first: number }): Visitor[] {
  const size = FEWEST_VISITORS + ((given.place * 17) % MORE_VISITORS);
  return Array.from({ length: size }, (_, at) => {
    const number = given.first + at;
    const isWoman = number % 5 < 3;
    const { names, patronymics } = isWoman ? WOMEN : MEN;
    const pick = (list: readonly string[]) => list[number % list.length] ?? "";
    const surname = `${pick(SURNAMES)}${isWoman ? "а" : ""}`;
    const name = `${surname} ${pick(names)} ${pick(patronymics)} (пример)`;
    return { id: newId(), name, birthYear: 1942 + ((number * 29) % 66), associationId, isKnown: false };
  });
}

interface Group {
  readonly own: readonly HeldEvent[];
  readonly visitors: readonly Visitor[];
}

/** Each visitor comes to one event of the association at least, some to two that follow. */
async function fillAssociation(ctx: Context<Tx>, events: EventDoor, { own, visitors }: Group): Promise<void> {
  const named = own.filter((event) => !isHeadsOnly(event));
  const length = Math.min(visitors.length, Math.ceil((visitors.length / Math.max(1, named.length)) * OVERLAP));
  for (const event of own) {
    const turn = named.indexOf(event);
    const first = Math.round((turn * (visitors.length - length)) / Math.max(1, named.length - 1));
    const who = turn < 0 ? [] : visitors.slice(first, first + length);
    const [siteId] = await listSiteIds(ctx, events, event);
    assert(siteId, "an event has a site");
    if (who.length > 0) await writeNames(ctx, events, { event, siteId, who });
    if (who.length === 0) await countHeads(ctx, events, { event, siteId, people: 20 + ((event.at * 7) % 45) });
    else if (event.at % 3 === 0)
      await countHeads(ctx, events, { event, siteId, people: who.length + 3 + (event.at % 9) });
  }
}

function isHeadsOnly({ at, kind }: HeldEvent): boolean {
  return at % 8 === 5 && kind !== "assembly";
}

/** Those who were entered before are picked, as on the page. */
async function fillAdministration(
  ctx: Context<Tx>,
  events: EventDoor,
  { event, known }: { readonly event: HeldEvent; readonly known: readonly Visitor[] },
): Promise<void> {
  const turnout = AT_ADMINISTRATION[event.at];
  assert(turnout, "each event of the administration has its turnout");
  for (const [place, siteId] of (await listSiteIds(ctx, events, event)).entries()) {
    const first = (event.at * 613 + place * 197) % known.length;
    // Eleven and the number of visitors share no divisor that is near: nobody is picked twice.
    const who = Array.from({ length: turnout.names }, (_, at) => known[(first + at * 11) % known.length]);
    const there = who.filter((visitor) => visitor !== undefined);
    if (there.length > 0) await writeNames(ctx, events, { event, siteId, who: there });
    if (turnout.heads !== null) await countHeads(ctx, events, { event, siteId, people: turnout.heads + place * 3 });
  }
}

async function listSiteIds(ctx: Context<Tx>, events: EventDoor, event: HeldEvent): Promise<readonly Id[]> {
  return (await events.listSites(ctx, event.id)).map(({ id }) => id);
}

interface Names {
  readonly event: HeldEvent;
  readonly siteId: Id;
  readonly who: readonly Visitor[];
}

/** An assembly has its sheet of paper, which is typed in afterwards; elsewhere names are marked on the page or on a phone. */
async function writeNames(ctx: Context<Tx>, events: EventDoor, given: Names): Promise<void> {
  const { event, who } = given;
  if (event.kind === "assembly") return writeSheet(ctx, events, given);
  const participants = who.filter(({ isKnown }) => !isKnown).map((visitor) => ({ ...visitor, consent: true }));
  const marks = who.map(({ id }, at) => ({
    id: newId(),
    siteId: given.siteId,
    participantId: id,
    markedAt: new Date(begin(event) + at * 20_000).toISOString(),
  }));
  const channel = event.at % 2 === 0 ? "device" : "name";
  const outcome = await events.attendance.recordMarks(ctx, event.id, { channel, participants, marks });
  assert(outcome.done.length === who.length, "every mark of the demonstration is taken");
  for (const visitor of who) visitor.isKnown = true;
}

/** By the clock of the district, which does not matter to the minute. */
function begin({ date, from }: HeldEvent): number {
  return Date.parse(`${date}T${from}:00+07:00`);
}

async function writeSheet(ctx: Context<Tx>, events: EventDoor, { event, siteId, who }: Names): Promise<void> {
  const { makeSheet, enterSheet, getSheet } = events.attendance;
  const sheetId = await makeSheet(ctx, { eventId: event.id, siteId, emptyRows: who.length });
  const entries = who.map(({ id, name, birthYear, isKnown }, at) => {
    const row = { position: at + 1, signed: true };
    return isKnown ? { ...row, participantId: id } : { ...row, name, birthYear: String(birthYear) };
  });
  const { outcome } = await enterSheet(ctx, { sheetId, entries });
  assert(outcome.done.length === who.length, "every row of the sheet is taken");
  const { sheet } = await getSheet(ctx, sheetId);
  for (const [at, visitor] of who.entries()) {
    visitor.id = sheet.rows[at]?.participantId ?? visitor.id;
    visitor.isKnown = true;
  }
}

async function countHeads(
  ctx: Context<Tx>,
  events: EventDoor,
  { event, siteId, people }: { readonly event: HeldEvent; readonly siteId: Id; readonly people: number },
): Promise<void> {
  const how = COUNTS[event.at % COUNTS.length] ?? COUNTS[0];
  await events.attendance.countHeads(ctx, { eventId: event.id, siteId, people: String(people), ...how });
}
