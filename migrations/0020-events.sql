-- Events: what happens in the year of a programme, where, who holds it, what was asked and what came of it.
-- Who came is counted in tables of attendance, which refer to an event and its sites.

-- «Вид мероприятия» of the municipality's own; those that every municipality has stand in the program (`src/event/kinds.ts`).
CREATE TABLE event_kind (
  municipality_id uuid NOT NULL REFERENCES municipality,
  id uuid NOT NULL,
  name text NOT NULL CHECK (name <> '' AND length(name) <= 100),
  -- What an event of this kind must have: hosts and agenda before it is announced, minutes and photos before it is confirmed.
  needs text[] NOT NULL CHECK (needs <@ ARRAY['hosts', 'agenda', 'reception', 'minutes', 'photos']),
  -- Counts among seminars, which the resource centre runs.
  is_training boolean NOT NULL,
  ended_on date,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (municipality_id, id)
);
CREATE UNIQUE INDEX event_kind_name ON event_kind (municipality_id, lower(name)) WHERE ended_on IS NULL;

-- «Серия»: events that were planned by one rule. Each is an event of its own, with its own sites and papers.
CREATE TABLE event_series (
  municipality_id uuid NOT NULL REFERENCES municipality,
  id uuid NOT NULL,
  -- RFC 5545, 3.3.10: FREQ, INTERVAL, BYDAY or BYMONTHDAY, COUNT or UNTIL.
  rule text NOT NULL CHECK (rule LIKE 'FREQ=%' AND length(rule) <= 200),
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (municipality_id, id)
);

-- Numbers that people see, by the year in which an event begins; one once given is never given again.
CREATE TABLE event_counter (
  municipality_id uuid NOT NULL REFERENCES municipality,
  year smallint NOT NULL,
  last integer NOT NULL CHECK (last > 0),
  PRIMARY KEY (municipality_id, year)
);

-- «Мероприятие».
CREATE TABLE event (
  municipality_id uuid NOT NULL REFERENCES municipality,
  id uuid NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  number_year smallint NOT NULL,
  kind text NOT NULL CHECK (kind IN ('meeting', 'reception', 'seminar', 'neighbours-day', 'conference', 'assembly', 'clean-up', 'own')),
  own_kind_id uuid,
  title text NOT NULL CHECK (title <> '' AND length(title) <= 300),
  description text NOT NULL CHECK (length(description) <= 10000),
  organiser text NOT NULL CHECK (organiser IN ('administration', 'settlement', 'association')),
  settlement_id uuid,
  association_id uuid,
  -- The activity of the programme to which it belongs: the identity that outlives editions.
  activity_id uuid,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  -- The local days of both, in the municipality's time zone: by these lists and calendars ask.
  date date NOT NULL,
  until_date date NOT NULL,
  state text NOT NULL CHECK (state IN ('planned', 'announced', 'held', 'confirmed', 'cancelled')),
  cancel_reason text CHECK (cancel_reason <> '' AND length(cancel_reason) <= 1000),
  responsible_person_id uuid REFERENCES person,
  agenda text NOT NULL CHECK (length(agenda) <= 20000),
  minutes text NOT NULL CHECK (length(minutes) <= 50000),
  -- What came of it, for everybody to read.
  results text NOT NULL CHECK (length(results) <= 10000),
  -- Residents may say that they will come; so many, where there is a limit.
  takes_registrations boolean NOT NULL,
  capacity integer CHECK (capacity > 0),
  series_id uuid,
  -- Its place in the series, from 1.
  series_position integer CHECK (series_position > 0),
  copied_from_id uuid,
  -- RFC 5545, 3.8.7.4: how many times what calendars keep of it was changed.
  sequence integer NOT NULL DEFAULT 0,
  -- Title, places, association and number, folded: by this lists search.
  search text NOT NULL,
  recorded_at timestamptz NOT NULL,
  recorded_by_person_id uuid REFERENCES person,
  recorded_by_name text,
  changed_at timestamptz NOT NULL,
  changed_by_person_id uuid REFERENCES person,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (municipality_id, id),
  UNIQUE (municipality_id, number_year, number),
  FOREIGN KEY (municipality_id, own_kind_id) REFERENCES event_kind,
  FOREIGN KEY (municipality_id, settlement_id) REFERENCES settlement,
  FOREIGN KEY (municipality_id, association_id) REFERENCES association,
  FOREIGN KEY (municipality_id, activity_id) REFERENCES activity,
  FOREIGN KEY (municipality_id, series_id) REFERENCES event_series,
  FOREIGN KEY (municipality_id, copied_from_id) REFERENCES event,
  CHECK (ends_at > starts_at),
  CHECK (until_date >= date),
  CHECK ((kind = 'own') = (own_kind_id IS NOT NULL)),
  CHECK (organiser <> 'settlement' OR settlement_id IS NOT NULL),
  CHECK ((organiser = 'association') <= (association_id IS NOT NULL)),
  CHECK ((state = 'cancelled') = (cancel_reason IS NOT NULL)),
  CHECK ((series_id IS NULL) = (series_position IS NULL)),
  CHECK ((recorded_by_person_id IS NULL) <> (recorded_by_name IS NULL))
);
CREATE INDEX event_list ON event (municipality_id, date DESC, id DESC);
CREATE INDEX event_by_kind ON event (municipality_id, kind, date DESC, id DESC);
CREATE INDEX event_by_state ON event (municipality_id, state, date DESC, id DESC);
CREATE INDEX event_by_association ON event (municipality_id, association_id, date DESC, id DESC) WHERE association_id IS NOT NULL;
CREATE INDEX event_by_settlement ON event (municipality_id, settlement_id, date DESC, id DESC) WHERE settlement_id IS NOT NULL;
CREATE INDEX event_by_activity ON event (municipality_id, activity_id, date DESC, id DESC) WHERE activity_id IS NOT NULL;
CREATE INDEX event_by_series ON event (municipality_id, series_id, series_position) WHERE series_id IS NOT NULL;

-- «Площадка»: a place of the event. One that was given up stays, ended: what was counted there refers to it.
CREATE TABLE event_site (
  municipality_id uuid NOT NULL,
  id uuid NOT NULL,
  event_id uuid NOT NULL,
  position smallint NOT NULL CHECK (position > 0),
  place text NOT NULL CHECK (place <> '' AND length(place) <= 300),
  latitude double precision CHECK (latitude BETWEEN -90 AND 90),
  longitude double precision CHECK (longitude BETWEEN -180 AND 180),
  settlement_id uuid,
  association_id uuid,
  responsible_person_id uuid REFERENCES person,
  ended_at timestamptz,
  PRIMARY KEY (municipality_id, id),
  FOREIGN KEY (municipality_id, event_id) REFERENCES event,
  FOREIGN KEY (municipality_id, settlement_id) REFERENCES settlement,
  FOREIGN KEY (municipality_id, association_id) REFERENCES association,
  CHECK ((latitude IS NULL) = (longitude IS NULL))
);
CREATE INDEX event_site_of ON event_site (municipality_id, event_id, position);
CREATE INDEX event_site_association ON event_site (municipality_id, association_id) WHERE association_id IS NOT NULL;

-- «Ведущий»: an official or deputy, in the office and for the term that the register's entry says.
CREATE TABLE event_host (
  municipality_id uuid NOT NULL,
  event_id uuid NOT NULL,
  official_id uuid NOT NULL,
  position smallint NOT NULL CHECK (position > 0),
  PRIMARY KEY (municipality_id, event_id, official_id),
  FOREIGN KEY (municipality_id, event_id) REFERENCES event,
  FOREIGN KEY (municipality_id, official_id) REFERENCES official
);
CREATE INDEX event_host_official ON event_host (municipality_id, official_id);

-- «Материалы»: minutes as a file, materials, photographs. What was taken away stays, and nobody is shown it.
CREATE TABLE event_paper (
  municipality_id uuid NOT NULL,
  id uuid NOT NULL,
  event_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('minutes', 'material', 'photo')),
  name text NOT NULL CHECK (name <> '' AND length(name) <= 200),
  caption text NOT NULL CHECK (length(caption) <= 500),
  hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  media_type text NOT NULL,
  bytes bigint NOT NULL CHECK (bytes > 0),
  -- Of a photograph: its size, its small copy, and where it was taken, kept only on purpose.
  width integer,
  height integer,
  small_hash text CHECK (small_hash ~ '^[0-9a-f]{64}$'),
  latitude double precision CHECK (latitude BETWEEN -90 AND 90),
  longitude double precision CHECK (longitude BETWEEN -180 AND 180),
  is_public boolean NOT NULL,
  added_at timestamptz NOT NULL,
  added_by_person_id uuid REFERENCES person,
  removed_at timestamptz,
  PRIMARY KEY (municipality_id, id),
  FOREIGN KEY (municipality_id, event_id) REFERENCES event,
  CHECK ((latitude IS NULL) = (longitude IS NULL)),
  CHECK ((kind = 'photo') = (small_hash IS NOT NULL))
);
CREATE INDEX event_paper_of ON event_paper (municipality_id, event_id, id);
CREATE INDEX event_paper_hash ON event_paper (municipality_id, hash);

-- «Приём»: a time at which one host receives one visitor.
CREATE TABLE event_slot (
  municipality_id uuid NOT NULL,
  id uuid NOT NULL,
  event_id uuid NOT NULL,
  official_id uuid NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (municipality_id, id),
  FOREIGN KEY (municipality_id, event_id) REFERENCES event,
  FOREIGN KEY (municipality_id, official_id) REFERENCES official,
  CHECK (ends_at > starts_at)
);
CREATE UNIQUE INDEX event_slot_time ON event_slot (municipality_id, event_id, official_id, starts_at) WHERE ended_at IS NULL;

-- «Карточка личного приёма» (59-ФЗ, art. 13): the public never sees it.
CREATE TABLE event_visit (
  municipality_id uuid NOT NULL,
  id uuid NOT NULL,
  event_id uuid NOT NULL,
  slot_id uuid,
  official_id uuid NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  name text NOT NULL CHECK (length(name) <= 200),
  contact text NOT NULL CHECK (length(contact) <= 300),
  subject text NOT NULL CHECK (length(subject) <= 5000),
  outcome text NOT NULL CHECK (outcome IN ('expected', 'oral', 'written-due', 'written', 'absent')),
  answer text NOT NULL CHECK (length(answer) <= 10000),
  -- Of a written reply: who owes it and until which local day.
  owner_person_id uuid REFERENCES person,
  due_date date,
  answered_on date,
  -- The visitor's data were taken away, their time being over.
  blanked_at timestamptz,
  recorded_at timestamptz NOT NULL,
  recorded_by_person_id uuid REFERENCES person,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (municipality_id, id),
  UNIQUE (municipality_id, event_id, number),
  FOREIGN KEY (municipality_id, event_id) REFERENCES event,
  FOREIGN KEY (municipality_id, slot_id) REFERENCES event_slot,
  FOREIGN KEY (municipality_id, official_id) REFERENCES official,
  CHECK ((outcome IN ('written-due', 'written')) = (due_date IS NOT NULL)),
  CHECK ((outcome = 'written') <= (answered_on IS NOT NULL))
);
CREATE UNIQUE INDEX event_visit_slot ON event_visit (municipality_id, slot_id) WHERE slot_id IS NOT NULL AND outcome <> 'absent';

-- «Вопрос, заданный на мероприятии»: who answers until when, and what may be published of it.
CREATE TABLE event_question (
  municipality_id uuid NOT NULL,
  id uuid NOT NULL,
  event_id uuid NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  question text NOT NULL CHECK (question <> '' AND length(question) <= 5000),
  -- Who asked, where they want an answer; never public.
  asker text NOT NULL CHECK (length(asker) <= 200),
  contact text NOT NULL CHECK (length(contact) <= 300),
  owner_person_id uuid NOT NULL REFERENCES person,
  due_date date NOT NULL,
  answer text NOT NULL CHECK (length(answer) <= 10000),
  answered_on date,
  answered_by_person_id uuid REFERENCES person,
  -- Without names: what everybody may read.
  public_question text NOT NULL CHECK (length(public_question) <= 5000),
  public_answer text NOT NULL CHECK (length(public_answer) <= 10000),
  published_at timestamptz,
  withdrawn_at timestamptz,
  withdraw_reason text,
  recorded_at timestamptz NOT NULL,
  recorded_by_person_id uuid REFERENCES person,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (municipality_id, id),
  UNIQUE (municipality_id, event_id, number),
  FOREIGN KEY (municipality_id, event_id) REFERENCES event,
  CHECK ((answered_on IS NULL) = (answer = '')),
  CHECK (published_at IS NULL OR (answered_on IS NOT NULL AND public_question <> '' AND public_answer <> ''))
);
CREATE INDEX event_question_due ON event_question (municipality_id, due_date) WHERE answered_on IS NULL AND withdrawn_at IS NULL;

-- «Запись на мероприятие» of a resident who is signed in or has confirmed the address.
CREATE TABLE event_registration (
  municipality_id uuid NOT NULL,
  id uuid NOT NULL,
  event_id uuid NOT NULL,
  site_id uuid,
  person_id uuid REFERENCES person,
  name text NOT NULL CHECK (length(name) <= 200),
  email text NOT NULL CHECK (length(email) <= 254),
  language text NOT NULL CHECK (language IN ('ru', 'en')),
  places smallint NOT NULL CHECK (places BETWEEN 1 AND 10),
  state text NOT NULL CHECK (state IN ('unconfirmed', 'confirmed', 'waiting', 'withdrawn')),
  -- The consent to process the data for taking part, a document of its own: its text and when it was given.
  consent_text_id uuid,
  registered_at timestamptz NOT NULL,
  confirmed_at timestamptz,
  withdrawn_at timestamptz,
  reminded_at timestamptz,
  blanked_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (municipality_id, id),
  FOREIGN KEY (municipality_id, event_id) REFERENCES event,
  FOREIGN KEY (municipality_id, site_id) REFERENCES event_site,
  FOREIGN KEY (municipality_id, consent_text_id) REFERENCES consent_text
);
CREATE INDEX event_registration_of ON event_registration (municipality_id, event_id, registered_at, id);
CREATE UNIQUE INDEX event_registration_once ON event_registration (municipality_id, event_id, lower(email))
  WHERE state <> 'withdrawn' AND email <> '';

-- Links of letters: by one of them a registration is confirmed or withdrawn. Only the hash of what the letter says is kept.
CREATE TABLE event_registration_link (
  municipality_id uuid NOT NULL,
  hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  registration_id uuid NOT NULL,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (municipality_id, hash),
  FOREIGN KEY (municipality_id, registration_id) REFERENCES event_registration
);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['event_kind', 'event_series', 'event_counter', 'event', 'event_site', 'event_host', 'event_paper',
    'event_slot', 'event_visit', 'event_question', 'event_registration', 'event_registration_link'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY %I ON %I USING (municipality_id = sosedstvo_municipality()) WITH CHECK (municipality_id = sosedstvo_municipality())',
      name || '_tenant', name);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO sosedstvo_app', name);
  END LOOP;
END
$$;
GRANT UPDATE (name, needs, is_training, ended_on, version) ON event_kind TO sosedstvo_app;
GRANT UPDATE (last) ON event_counter TO sosedstvo_app;
GRANT UPDATE (kind, own_kind_id, title, description, organiser, settlement_id, association_id, activity_id, starts_at, ends_at,
  date, until_date, state, cancel_reason, responsible_person_id, agenda, minutes, results, takes_registrations, capacity, sequence,
  search, changed_at, changed_by_person_id, version) ON event TO sosedstvo_app;
GRANT UPDATE (position, place, latitude, longitude, settlement_id, association_id, responsible_person_id, ended_at) ON event_site TO sosedstvo_app;
-- Hosts are a list of the event: the trail keeps what it was.
GRANT DELETE ON event_host TO sosedstvo_app;
GRANT UPDATE (caption, is_public, removed_at, hash, small_hash) ON event_paper TO sosedstvo_app;
GRANT UPDATE (ended_at) ON event_slot TO sosedstvo_app;
GRANT UPDATE (slot_id, official_id, name, contact, subject, outcome, answer, owner_person_id, due_date, answered_on, blanked_at, version) ON event_visit TO sosedstvo_app;
GRANT UPDATE (question, asker, contact, owner_person_id, due_date, answer, answered_on, answered_by_person_id, public_question,
  public_answer, published_at, withdrawn_at, withdraw_reason, version) ON event_question TO sosedstvo_app;
GRANT UPDATE (site_id, name, email, places, state, confirmed_at, withdrawn_at, reminded_at, blanked_at, version) ON event_registration TO sosedstvo_app;
GRANT DELETE ON event_registration_link TO sosedstvo_app;
