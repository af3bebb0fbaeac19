import { type Holder, listStaff, loadMunicipality } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { printDay } from "../../kernel/day.ts";
import { fold } from "../../kernel/fold.ts";
import { type Id, isId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { type KnownActivity, selectKnownActivities } from "../../programme/index.ts";
import type { AssociationName, Official, Settlement } from "../../registry/contract.ts";
import { registry } from "../../registry/index.ts";
import { isBuiltInKind, KIND_RULES, type KindRule, type OwnKind } from "../contract.ts";
import { selectOwnKinds } from "../kind/store.ts";
import { refuseEvent } from "../refusals.ts";
import type { EventFields, SiteFields } from "./fields.ts";
import { type EventInput, parseCapacity, parseOrganiser, parseSites, parseTimes, parseWords } from "./input.ts";

/** What an event may refer to, by id: loaded once for as many events as one action plans. */
export interface Frame {
  readonly timeZone: string;
  /** Also ended ones: events keep them. */
  readonly kinds: ReadonlyMap<Id, OwnKind>;
  readonly settlements: ReadonlyMap<Id, Settlement>;
  readonly associations: ReadonlyMap<Id, AssociationName>;
  readonly officials: ReadonlyMap<Id, Official>;
  readonly activities: ReadonlyMap<Id, KnownActivity>;
  readonly staff: ReadonlyMap<Id, Holder>;
}

const byId = <T extends { readonly id: Id }>(rows: readonly T[]): ReadonlyMap<Id, T> =>
  new Map(rows.map((row) => [row.id, row]));

/** `associationIds`: only these of them, for a page that shows events and plans none. */
export async function loadFrame(ctx: Context<Tx>, associationIds?: readonly Id[]): Promise<Frame> {
  return {
    timeZone: (await loadMunicipality(ctx)).timeZone,
    kinds: byId(await selectOwnKinds(ctx)),
    settlements: byId(await registry.listSettlements(ctx)),
    associations: byId(
      await (associationIds ? registry.nameAssociations(ctx, associationIds) : registry.listAssociations(ctx)),
    ),
    officials: byId(await registry.listOfficials(ctx)),
    activities: byId(await selectKnownActivities(ctx)),
    staff: byId(await listStaff(ctx)),
  };
}

/** Of it what a written outcome asks for. */
export async function loadRules(ctx: Context<Tx>): Promise<Pick<Frame, "timeZone" | "kinds">> {
  return { timeZone: (await loadMunicipality(ctx)).timeZone, kinds: byId(await selectOwnKinds(ctx)) };
}

/** What a kind asks of its events. */
export function ruleOf(
  frame: Pick<Frame, "kinds">,
  { kind, ownKindId }: Pick<EventFields, "kind" | "ownKindId">,
): KindRule {
  if (isBuiltInKind(kind)) return KIND_RULES[kind];
  return frame.kinds.get(ownKindId ?? "") ?? refuseEvent("event-kind-wrong");
}

/**
 * A form as fields, all of which the registers know; an ended kind only where the event has it already. Refuses what the form
 * lacks, as `input.ts` and the functions below say.
 */
export function checkInput(frame: Frame, input: EventInput, was?: EventFields): EventFields {
  const times = parseTimes(input, frame.timeZone);
  const hostIds = parseHosts(frame, input, times.date);
  return {
    ...parseKind(frame, input.kind, was?.ownKindId),
    ...parseWords(input),
    ...checkOwners(frame, input),
    ...times,
    activityId: findId(frame.activities, input.activityId, () => refuseEvent("event-activity-unknown")),
    responsibleId: findResponsible(frame, input.responsibleId),
    takesRegistrations: input.takesRegistrations === true,
    capacity: parseCapacity(input.capacity),
    sites: checkSites(frame, input),
    hostIds,
  };
}

/** Refuses `event-kind-wrong`. */
function parseKind(frame: Frame, text: string, current?: Id | null): Pick<EventFields, "kind" | "ownKindId"> {
  if (isBuiltInKind(text)) return { kind: text, ownKindId: null };
  const own = frame.kinds.get(text.trim().toLowerCase());
  return own && (!own.ended || own.id === current)
    ? { kind: "own", ownKindId: own.id }
    : refuseEvent("event-kind-wrong");
}

/** Null where the form says nothing. */
function findId(known: ReadonlyMap<Id, unknown>, text: string | undefined, refuse: () => never): Id | null {
  const id = text?.trim().toLowerCase() ?? "";
  if (id === "") return null;
  return isId(id) && known.has(id) ? id : refuse();
}

/** The organiser with its settlement and association; an association brings its settlement. Refuses `event-organiser`. */
function checkOwners(
  frame: Frame,
  input: EventInput,
): Pick<EventFields, "organiser" | "settlementId" | "associationId"> {
  const refuse = () => refuseEvent("event-organiser");
  const organiser = parseOrganiser(input.organiser);
  const associationId = findId(frame.associations, input.associationId, refuse);
  const association = frame.associations.get(associationId ?? "");
  const settlementId = association?.settlementId ?? findId(frame.settlements, input.settlementId, refuse);
  if (organiser === "association" && !associationId) refuse();
  if (organiser === "settlement" && !settlementId) refuse();
  return { organiser, settlementId, associationId };
}

/** Refuses `event-responsible-unknown`. */
function findResponsible({ staff }: Frame, text: string | undefined): Id | null {
  return findId(staff, text, () => refuseEvent("event-responsible-unknown"));
}

/** Each host once. Refuses `event-host-unknown` and, where the term does not cover the day, `event-host-term`. */
function parseHosts({ officials }: Frame, { hosts = [] }: EventInput, date: string): readonly Id[] {
  const ids = hosts.filter((text) => text.trim() !== "").map((text) => text.trim().toLowerCase());
  for (const id of ids) {
    const official = officials.get(id) ?? refuseEvent("event-host-unknown");
    const { name, office, since, until } = official;
    if (since > date || (until !== null && until < date)) {
      refuseEvent("event-host-term", { name, office, date: sayDay(date), term: `${sayDay(since)}–${sayDay(until)}` });
    }
  }
  return [...new Set(ids)];
}

const sayDay = (date: string | null) => (date === null ? "…" : printDay(date));

/** Refuses as `parseSites`, `event-site-ground` and `event-responsible-unknown`. */
function checkSites(frame: Frame, input: EventInput): readonly SiteFields[] {
  return parseSites(input.sites).map((site, at) => {
    const refuse = () => refuseEvent("event-site-ground", { number: at + 1 });
    const associationId = findId(frame.associations, site.associationId, refuse);
    const ground = frame.associations.get(associationId ?? "")?.settlementId;
    return {
      id: site.id && isId(site.id) ? site.id : null,
      place: site.place,
      point: site.point,
      associationId,
      settlementId: ground ?? findId(frame.settlements, site.settlementId, refuse),
      responsibleId: findResponsible(frame, site.responsibleId),
    };
  });
}

/** How lists search: title, places, association and settlement, folded. */
export function foldSearch({ associations, settlements }: Frame, fields: EventFields): string {
  const named = [associations.get(fields.associationId ?? "")?.name, settlements.get(fields.settlementId ?? "")?.name];
  return fold([fields.title, ...named, ...fields.sites.map(({ place }) => place)].filter(Boolean).join(" "));
}
