import type { EventDoor, EventInput } from "../event/index.ts";
import { assert } from "../kernel/assert.ts";
import type { Context } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import type { Tx } from "../platform/database/index.ts";
import type { AssociationName } from "../registry/contract.ts";
import type { RegistryDoor } from "../registry/index.ts";
import { MINUTES } from "./demonstration-attendance.data.ts";
import { fillAttendance, type HeldEvent } from "./demonstration-attendance.ts";
import { OF_ADMINISTRATION, OF_ASSOCIATIONS, OFFICIALS } from "./demonstration-events.data.ts";

interface Doors {
  readonly registry: Pick<RegistryDoor, "addOfficial" | "listAssociations">;
  readonly events: EventDoor;
}

/** How many of the associations' events there are in all. */
const YEAR_EVENTS = 130;
const INVENTED = "Данные вымышлены (пример).";

/**
 * The demonstration's events by the same actions as a person's: the year 2024, planned at once and held, and a few around today,
 * so that the calendar is alive. Nothing is left to chance: every installation has the same year.
 */
export async function fillEvents(ctx: Context<Tx>, doors: Doors): Promise<void> {
  const { events, registry } = doors;
  const officials: Id[] = [];
  for (const official of OFFICIALS) officials.push(await registry.addOfficial(ctx, official));
  const holiday = await events.addKind(ctx, { name: "Праздник двора", needs: [], isTraining: false });
  const associations = await registry.listAssociations(ctx);
  const { activities } = await events.listEventChoices(ctx);
  const find = (words: string): Id => {
    const found = activities.find(({ name }) => name.includes(words));
    assert(found, `the example has the activity ${words}`);
    return found.id;
  };
  const of = { holiday, officials, find };
  const forms = [...OF_ADMINISTRATION.map((event) => toForm(event, of)), ...listYear(associations, holiday)];
  const ids = await events.planEvents(ctx, forms);
  await events.moveEvents(ctx, { ids, move: "hold" });
  const held = forms.map((form, place) => toHeld(form, { id: ids[place] ?? "", place }));
  const confirmable = await tellOutcomes(ctx, events, held);
  await fillAttendance(ctx, events, held);
  await events.moveEvents(ctx, { ids: confirmable, move: "confirm" });
  await fillMonth(ctx, events, { associations, ...of });
}

interface Known {
  readonly officials: readonly Id[];
  readonly find: (words: string) => Id;
}

function toForm(event: (typeof OF_ADMINISTRATION)[number], { officials, find }: Known): EventInput {
  const { kind, title, date, from, until, agenda } = event;
  return {
    kind,
    title: `${title} (пример)`,
    description: INVENTED,
    organiser: "administration",
    activityId: find(event.activity),
    date,
    from,
    until,
    agenda,
    sites: event.places.map((place) => ({ place })),
    hosts: event.hosts.flatMap((at) => officials[at] ?? []),
  };
}

/** The associations' events, in turn: each association has its kinds, its month's days follow from its number. */
function listYear(associations: readonly AssociationName[], holiday: Id): readonly EventInput[] {
  const kinds = ["clean-up", "assembly", "holiday"] as const;
  return Array.from({ length: YEAR_EVENTS }, (_, at) => {
    const association = associations[at % associations.length];
    const round = Math.floor(at / associations.length);
    const name = kinds[(at + round) % kinds.length] ?? "clean-up";
    const offers = OF_ASSOCIATIONS[name];
    const offer = offers[(at + round * 2) % offers.length] ?? offers[0];
    const day = 1 + ((at * 7 + round * 3) % 28);
    const two = (number: number) => String(number).padStart(2, "0");
    return {
      kind: name === "holiday" ? holiday : name,
      title: `${offer.title} (пример)`,
      description: INVENTED,
      organiser: "association",
      associationId: association?.id ?? "",
      date: `2024-${two(offer.month)}-${two(day)}`,
      from: `${two(offer.from)}:00`,
      until: `${two(offer.from + offer.hours)}:00`,
      agenda: name === "assembly" ? "1. Отчёт совета ТОС\n2. План работы\n3. Разное" : "",
      sites: [{ place: `${offer.place}, ${association?.settlement ?? ""}`, associationId: association?.id ?? "" }],
    };
  });
}

function toHeld(form: EventInput, { id, place }: { readonly id: Id; readonly place: number }): HeldEvent {
  const { kind, associationId = null, date, from } = form;
  const at = associationId === null ? place : place - OF_ADMINISTRATION.length;
  return { id, at, kind, associationId, date, from };
}

/** Writes down what came of the events; those that nothing is missing of. Some assemblies still owe their minutes. */
async function tellOutcomes(ctx: Context<Tx>, events: EventDoor, held: readonly HeldEvent[]): Promise<readonly Id[]> {
  const owing = new Set<Id>();
  for (const { id, at, kind, associationId } of held) {
    const told = associationId === null ? OF_ADMINISTRATION[at] : undefined;
    const outcome = { id, version: 2 };
    if (told)
      await events.saveOutcome(ctx, { ...outcome, minutes: told.minutes, results: `${told.results} ${INVENTED}` });
    else if (kind === "assembly" && at % 10 !== 3)
      await events.saveOutcome(ctx, { ...outcome, minutes: MINUTES, results: INVENTED });
    else if (kind === "assembly") owing.add(id);
  }
  return held.flatMap(({ id }) => (owing.has(id) ? [] : [id]));
}

/** Around today: what was announced, what may be registered for, a series, and one that is cancelled. */
async function fillMonth(
  ctx: Context<Tx>,
  events: EventDoor,
  {
    associations,
    officials,
    find,
    holiday,
  }: Known & { readonly associations: readonly AssociationName[]; readonly holiday: Id },
): Promise<void> {
  const inDays = (days: number) =>
    new Date(Date.parse(`${ctx.today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  const base = { description: INVENTED, organiser: "administration", from: "11:00", until: "13:00" };
  const at = (place: number) => associations[place]?.id ?? "";
  const own = (place: number, title: string) => ({
    ...base,
    title: `${title} (пример)`,
    organiser: "association",
    associationId: at(place),
    sites: [{ place: "Площадь у клуба", associationId: at(place), point: "54.3679, 81.8996" }],
  });
  const ids = await events.planEvents(ctx, [
    { ...own(0, "Уборка парка"), kind: "clean-up", date: inDays(3), takesRegistrations: true },
    { ...own(5, "Праздник двора"), kind: holiday, date: inDays(9) },
    { ...own(12, "Посадка деревьев"), kind: "clean-up", date: inDays(16) },
    { ...own(20, "Собрание: план на год"), kind: "assembly", agenda: "1. План\n2. Разное", date: inDays(6) },
    {
      ...base,
      kind: "seminar",
      title: "Семинар: как оформить границы ТОС (пример)",
      activityId: find("Обучение членов ТОС"),
      agenda: "1. Границы на карте\n2. Решение представительного органа\n3. Вопросы",
      date: inDays(12),
      sites: [{ place: "Районный дом культуры, малый зал" }],
      takesRegistrations: true,
      capacity: "30",
    },
    {
      ...base,
      kind: "meeting",
      title: "Встреча с жителями: благоустройство дворов (пример)",
      activityId: find("Проведение регулярных встреч"),
      agenda: "1. Дворы\n2. Освещение\n3. Вопросы жителей",
      date: inDays(20),
      sites: [{ place: "Районный дом культуры, большой зал" }],
      hosts: officials.slice(0, 2),
    },
    { ...own(30, "Турнир дворовых команд"), kind: holiday, date: inDays(5) },
  ]);
  await events.moveEvents(ctx, { ids, move: "announce" });
  await events.moveEvents(ctx, { ids: ids.slice(-1), move: "cancel", reason: "поле залито водой (пример)" });
}
