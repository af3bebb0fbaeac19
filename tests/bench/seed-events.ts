import { sql } from "kysely";
import { type Database, inOwnerTransaction, type Tx } from "../../src/platform/database/index.ts";

/** How large a register and its events are. */
export interface Size {
  readonly name: string;
  readonly associations: number;
  readonly events: number;
  readonly marks: number;
  /** In which years the events lie, each with events of every kind; as the register's bench has it where absent. */
  readonly firstYear?: number;
  readonly years?: number;
}

export const DISTRICT: Size = { name: "district", associations: 45, events: 2_000, marks: 50_000 };
export const REGION: Size = { name: "region", associations: 2_000, events: 60_000, marks: 2_000_000 };

export const FIRST_YEAR = 2000;
const YEARS = 20;
/** Marks are made event by event, so many events at once. */
const BATCH = 2_000;
/** Everybody comes to so many events in the mean. */
const VISITS = 8;

/**
 * Associations, events with a site each, people and marks beside those of the demonstration, up to the size. Everything follows from
 * a number, so that every run has the same rows; they lie in years before the demonstration's.
 */
export async function seedEvents(database: Database, municipality: string, size: Size): Promise<void> {
  const there = await countSeeded(database);
  if (there >= size.events) return;
  if (there > 0) throw new Error("the bench's folder was left half made: remove it");
  const own = (work: (tx: Tx) => Promise<unknown>) => inOwnerTransaction(database, work);
  await own((tx) => seedAssociations(tx, municipality, size));
  await own((tx) => seedBoundaries(tx, municipality));
  await seedHappenings(database, municipality, size);
  await vacuumEvents(database);
}

/** The same of one municipality among several, without boundaries: whoever seeds them asks once whether they are there. */
export async function seedMunicipality(database: Database, municipality: string, size: Size): Promise<void> {
  await inOwnerTransaction(database, (tx) => seedAssociations(tx, municipality, size));
  await seedHappenings(database, municipality, size);
}

async function seedHappenings(database: Database, municipality: string, size: Size): Promise<void> {
  const own = (work: (tx: Tx) => Promise<unknown>) => inOwnerTransaction(database, work);
  await own((tx) => seedPeople(tx, municipality, size));
  await own((tx) => seedList(tx, municipality, size));
  for (let from = 1; from <= size.events; from += BATCH) {
    await own((tx) => seedMarks(tx, municipality, { size, from }));
  }
  await own((tx) => requireWhole(tx, municipality));
  await own((tx) => seedCounters(tx, municipality));
}

export async function vacuumEvents(database: Database): Promise<void> {
  await database.pool.query(
    "vacuum analyze association, boundary, boundary_relation, participant, event, event_site, attendance_mark, event_turnout, event_counter",
  );
}

async function countSeeded({ pool }: Database): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(
    `select count(*)::int4 as n from event where number_year < ${FIRST_YEAR + YEARS}`,
  );
  return rows[0]?.n ?? 0;
}

/** An id that follows from a number, with the version and variant that every id has. */
const idOf = (kind: string, row: string) =>
  sql.raw(`overlay(overlay(md5('${kind}' || ${row}) placing '7' from 13) placing '8' from 17)::uuid`);

/** Two words make a name, so that names are told apart as real ones are: by letters, not by a number. */
const STREETS = `array['Берёзовая', 'Луговая', 'Заречная', 'Садовая', 'Полевая', 'Озёрная', 'Лесная', 'Школьная', 'Степная', 'Сосновая',
  'Речная', 'Кедровая', 'Весенняя', 'Вишнёвая', 'Восточная', 'Высокая', 'Дачная', 'Дорожная', 'Зелёная', 'Западная', 'Кленовая',
  'Ключевая', 'Колхозная', 'Крайняя', 'Мирная', 'Набережная', 'Новая', 'Нижняя', 'Обская', 'Парковая', 'Песчаная', 'Приозёрная',
  'Рабочая', 'Родниковая', 'Северная', 'Советская', 'Солнечная', 'Тополиная', 'Трудовая', 'Южная']`;
const QUARTERS = `array['берег', 'бор', 'вал', 'верх', 'взвоз', 'взгорье', 'городок', 'двор', 'дол', 'дом', 'заимка', 'заречье',
  'затон', 'квартал', 'ключ', 'конец', 'край', 'круг', 'лог', 'луг', 'мост', 'мыс', 'низ', 'околица', 'остров', 'перевоз',
  'поворот', 'подгорье', 'поле', 'посад', 'поселок', 'починок', 'предместье', 'пристань', 'причал', 'проезд', 'пруд', 'родник',
  'роща', 'ряд', 'сад', 'слобода', 'сторона', 'стрелка', 'тракт', 'тупик', 'угол', 'урочище', 'устье', 'хутор']`;

/** Complete records: of every third a term that is over or runs out, as it is in a register that somebody keeps. */
async function seedAssociations(tx: Tx, municipality: string, { associations }: Size): Promise<void> {
  await sql`insert into association (municipality_id, id, number, name, settlement_id, state, recorded_at, particulars, search)
    select ${municipality}, ${idOf("association", "n")}, n, name, settlement.id, 'active', now(),
      jsonb_build_object('name', name, 'settlementId', settlement.id, 'state', 'active', 'kind', 'houses', 'people', 100 + n % 400,
        'chair', ${idOf("chair", "n")}, 'chairConsent', current_date - 300, 'chairSince', current_date - 300,
        'chairUntil', current_date - 300 + (n % 30) * 40, 'boardSince', current_date - 300, 'boardUntil', current_date + 900,
        'foundingDate', '2019-03-14', 'foundingProtocol', '1', 'foundingForm', 'meeting', 'foundingEntitled', 90,
        'foundingAttended', 40 + n % 50, 'charterDate', '2025-09-01', 'charterNumber', n, 'charterAct', 'постановление № ' || n),
      replace(lower(name), 'ё', 'е')
    from (select n, 'ТОС «' || (${sql.raw(STREETS)})[1 + n % 40] || ' ' || (${sql.raw(QUARTERS)})[1 + n / 40 % 50] || '»' as name
      from generate_series((select coalesce(max(number), 0) + 1 from association where municipality_id = ${municipality}),
        ${associations}) as n) as made
    join (select id, row_number() over (order by id) - 1 as place, count(*) over () as settlements from settlement
      where ended_on is null and municipality_id = ${municipality}) as settlement on settlement.place = n % settlement.settlements`.execute(
    tx,
  );
  await sql`insert into association_person (municipality_id, id, association_id, name, recorded_at)
    select municipality_id, ${idOf("chair", "number")}, id, 'Председатель' || number || ' Имя' || number % 101, now()
    from association where municipality_id = ${municipality} and id = ${idOf("association", "number")}`.execute(tx);
}

/** Round areas of sixty corners on a grid over the district; each tenth lies over its neighbour, and every one inside its settlement. */
async function seedBoundaries(tx: Tx, municipality: string): Promise<void> {
  const ring = (corners: number) =>
    sql.raw(`(select jsonb_build_array(jsonb_build_array(jsonb_agg(jsonb_build_array(
    round((81.1 + number % 50 * 0.027 + case when number % 10 = 0 then 0.01 else 0 end + 0.012 * cos(2 * pi() * (corner % ${corners}) / ${corners}))::numeric, 7),
    round((53.95 + number / 50 * 0.018 + 0.008 * sin(2 * pi() * (corner % ${corners}) / ${corners}))::numeric, 7)) order by corner)))
    from generate_series(0, ${corners}) as corner)`);
  await sql`insert into boundary (municipality_id, id, subject_kind, subject_id, number, since, act_kind, act_number, act_date, shape,
      outline, points, square_metres, west, south, east, north, recorded_at)
    select municipality_id, ${idOf("boundary", "number")}, 'association', id, 1, '2024-01-01', 'council-decision', number::text,
      '2024-01-01', ${ring(60)}, ${ring(16)}, 61, 2200000, 81.08 + number % 50 * 0.027, 53.94 + number / 50 * 0.018,
      81.13 + number % 50 * 0.027, 53.96 + number / 50 * 0.018, now()
    from association where municipality_id = ${municipality} and id = ${idOf("association", "number")}`.execute(tx);
  await sql`insert into boundary_relation (municipality_id, boundary_id, other_id, kind, square_metres)
    select association.municipality_id, ${idOf("boundary", "number")}, ${idOf("boundary", "number + 1")}, 'overlap', 150000
    from association where number % 10 = 0 and id = ${idOf("association", "number")} and exists (
      select from boundary where boundary.municipality_id = association.municipality_id
        and boundary.id = ${idOf("boundary", "number + 1")})`.execute(tx);
  await sql`insert into boundary_relation (municipality_id, boundary_id, other_id, kind, square_metres)
    select own.municipality_id, own.id, ground.id, 'outside', 0
    from association join boundary as own on own.municipality_id = association.municipality_id
      and own.id = ${idOf("boundary", "association.number")}
    join boundary as ground on ground.municipality_id = own.municipality_id and ground.subject_kind = 'settlement'
      and ground.subject_id = association.settlement_id and ground.cancelled_at is null`.execute(tx);
}

async function seedPeople(tx: Tx, municipality: string, { marks }: Size): Promise<void> {
  await sql`insert into participant (municipality_id, id, name, search, birth_year, consent_text_id, consent_on, consent_channel,
      recorded_at, recorded_by_name, version)
    select ${municipality}, ${idOf("visitor", "n")}, name, replace(lower(name), 'ё', 'е'), 1940 + n % 70,
      (select id from consent_text where municipality_id = ${municipality} and purpose = 'participation' limit 1),
      current_date, 'paper', now(), 'bench', 1
    from (select n, 'Житель' || n % 4001 || ' Имя' || n % 101 || ' Отчество' || n % 97 as name
      from generate_series(1, ${Math.ceil(marks / VISITS)}) as n) as named`.execute(tx);
}

/** Of each kind and state, by every association in turn. */
async function seedList(tx: Tx, municipality: string, size: Size): Promise<void> {
  const { events, firstYear = FIRST_YEAR, years = YEARS } = size;
  const kind = sql.raw(size.years === undefined ? "n % 5" : `n / ${years} % 5`);
  await sql`insert into event (municipality_id, id, number, number_year, kind, title, description, organiser, settlement_id,
      association_id, starts_at, ends_at, date, until_date, state, announced_at, agenda, minutes, results, takes_registrations,
      search, recorded_at, recorded_by_name, changed_at)
    select ${municipality}, ${idOf("event", "n")}, 1 + n / ${years}::int, ${firstYear}::int + n % ${years}::int,
      (array['clean-up', 'assembly', 'neighbours-day', 'seminar', 'meeting'])[1 + ${kind}],
      'Мероприятие ' || n, 'Описание', 'association', settlement_id, association.id, day + time '10:00', day + time '12:00',
      day, day, (array['held', 'confirmed', 'confirmed', 'confirmed'])[1 + n % 4], now(), 'Повестка', 'Протокол', 'Итоги', false,
      'мероприятие ' || n || ' ' || association.search || ' площадка ' || n % 300, now(), 'bench', now()
    from (select n, make_date(${firstYear}::int + n % ${years}::int, 1 + n % 12, 1 + n % 28) as day
      from generate_series(1, ${events}::int) as n) as made
    join (select *, row_number() over (order by id) - 1 as place, count(*) over () as associations from association
        where municipality_id = ${municipality}) as association
      on association.place = n % association.associations`.execute(tx);
  await sql`insert into event_site (municipality_id, id, event_id, position, place, settlement_id, association_id)
    select ${municipality}, ${idOf("site", "n")}, event.id, 1, 'Площадка ' || n % 300, event.settlement_id, event.association_id
    from generate_series(1, ${events}::int) as n join event on event.municipality_id = ${municipality}
      and event.id = ${idOf("event", "n")}`.execute(tx);
  await sql`analyze event, event_site, participant, association`.execute(tx);
}

/**
 * As many marks at each event, of people who follow from its number. What each of two million refers to is asked once for all at
 * the end, in place of four times for each.
 */
async function seedMarks(
  tx: Tx,
  municipality: string,
  { size, from }: { readonly size: Size; readonly from: number },
): Promise<void> {
  const each = Math.ceil(size.marks / size.events);
  const people = Math.ceil(size.marks / VISITS);
  const last = Math.min(size.events, from + BATCH - 1);
  await sql`set local session_replication_role = replica`.execute(tx);
  await sql`insert into attendance_mark (municipality_id, id, event_id, site_id, participant_id, channel, marked_at, state,
      recorded_at, recorded_by_name)
    select ${municipality}, ${idOf("mark", "n || ' ' || part")}, ${idOf("event", "n")}, ${idOf("site", "n")},
      ${idOf("visitor", `(1 + (n::bigint * ${each} + part) % ${people})`)}, 'device', timestamptz '2010-01-01', 'counted', now(), 'bench'
    from generate_series(${from}::int, ${last}::int) as n, generate_series(1, ${each}::int) as part`.execute(tx);
  await sql`insert into event_turnout (municipality_id, event_id, site_id, named, counted, late)
    select ${municipality}, ${idOf("event", "n")}, ${idOf("site", "n")}, ${each}, null, 0
    from generate_series(${from}::int, ${last}::int) as n`.execute(tx);
}

async function requireWhole(tx: Tx, municipality: string): Promise<void> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int4 as n from attendance_mark as mark
    left join event_site as site on site.municipality_id = mark.municipality_id and site.id = mark.site_id
      and site.event_id = mark.event_id
    left join participant on participant.municipality_id = mark.municipality_id and participant.id = mark.participant_id
    where mark.municipality_id = ${municipality} and (site.id is null or participant.id is null)`.execute(tx);
  if (rows[0]?.n !== 0) throw new Error(`${rows[0]?.n} marks refer to nothing`);
}

async function seedCounters(tx: Tx, municipality: string): Promise<void> {
  await sql`insert into event_counter (municipality_id, year, last)
    select municipality_id, number_year, max(number) from event where municipality_id = ${municipality}
    group by municipality_id, number_year on conflict do nothing`.execute(tx);
  await sql`update registry_counter set last = greatest(last, (select max(number) from association where municipality_id = ${municipality}))
    where kind = 'association' and municipality_id = ${municipality}`.execute(tx);
}
