-- Attendance: who came to an event, by name or by head, and the totals that pages and indicators read.

-- «Участник»: somebody who comes to events, known again from one to the next. No account is needed; the name is kept only
-- while there is a consent (152-ФЗ, art. 9). Two entries of one person are joined: the later one becomes an alias.
CREATE TABLE participant (
  municipality_id uuid NOT NULL REFERENCES municipality,
  id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) <= 200),
  -- The name folded: by this one searches, and namesakes are found.
  search text NOT NULL,
  birth_year smallint CHECK (birth_year BETWEEN 1900 AND 2100),
  settlement_id uuid,
  association_id uuid,
  person_id uuid REFERENCES person,
  consent_text_id uuid,
  consent_on date,
  consent_channel text CHECK (consent_channel IN ('site', 'paper', 'account')),
  consent_withdrawn_on date,
  alias_of_id uuid,
  -- The name was taken away; who it was can no longer be told, that it was one person can.
  blanked_at timestamptz,
  recorded_at timestamptz NOT NULL,
  recorded_by_person_id uuid REFERENCES person,
  recorded_by_name text,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (municipality_id, id),
  FOREIGN KEY (municipality_id, settlement_id) REFERENCES settlement,
  FOREIGN KEY (municipality_id, association_id) REFERENCES association,
  FOREIGN KEY (municipality_id, consent_text_id) REFERENCES consent_text,
  FOREIGN KEY (municipality_id, alias_of_id) REFERENCES participant,
  CHECK (alias_of_id <> id),
  CHECK ((consent_text_id IS NULL) = (consent_on IS NULL) AND (consent_on IS NULL) = (consent_channel IS NULL)),
  CHECK (name = '' OR consent_on IS NOT NULL),
  CHECK ((name = '') = (blanked_at IS NOT NULL))
);
CREATE INDEX participant_search ON participant (municipality_id, search text_pattern_ops, id) WHERE alias_of_id IS NULL;
CREATE INDEX participant_association ON participant (municipality_id, association_id, search) WHERE alias_of_id IS NULL AND association_id IS NOT NULL;
CREATE INDEX participant_person ON participant (municipality_id, person_id) WHERE person_id IS NOT NULL;

-- «Отметка о явке»: one person at one site. Its id is made where the mark is made, also on a phone without a network, so
-- that a mark sent twice is one mark.
CREATE TABLE attendance_mark (
  municipality_id uuid NOT NULL,
  id uuid NOT NULL,
  event_id uuid NOT NULL,
  site_id uuid NOT NULL,
  participant_id uuid NOT NULL,
  channel text NOT NULL CHECK (channel IN ('name', 'device', 'code', 'sheet', 'import')),
  marked_at timestamptz NOT NULL,
  -- A late one came after the event was confirmed or cancelled, and waits for the coordinator.
  state text NOT NULL CHECK (state IN ('counted', 'late', 'refused', 'taken-back')),
  reason text CHECK (reason <> '' AND length(reason) <= 1000),
  recorded_at timestamptz NOT NULL,
  recorded_by_person_id uuid REFERENCES person,
  recorded_by_name text,
  decided_at timestamptz,
  decided_by_person_id uuid REFERENCES person,
  PRIMARY KEY (municipality_id, id),
  FOREIGN KEY (municipality_id, event_id) REFERENCES event,
  FOREIGN KEY (municipality_id, site_id) REFERENCES event_site,
  FOREIGN KEY (municipality_id, participant_id) REFERENCES participant
);
-- Two phones that mark the same person at the same site agree.
CREATE UNIQUE INDEX attendance_mark_once ON attendance_mark (municipality_id, event_id, site_id, participant_id)
  WHERE state IN ('counted', 'late');
CREATE INDEX attendance_mark_participant ON attendance_mark (municipality_id, participant_id, event_id) WHERE state = 'counted';

-- «Подсчёт»: how many were there by head, by which method and on what evidence. A new count takes the place of the one before.
CREATE TABLE attendance_count (
  municipality_id uuid NOT NULL,
  id uuid NOT NULL,
  event_id uuid NOT NULL,
  site_id uuid NOT NULL,
  people integer NOT NULL CHECK (people BETWEEN 0 AND 100000),
  method text NOT NULL CHECK (method IN ('photo', 'tickets', 'counted', 'estimate')),
  note text NOT NULL CHECK (length(note) <= 1000),
  evidence_paper_id uuid,
  recorded_at timestamptz NOT NULL,
  recorded_by_person_id uuid REFERENCES person,
  recorded_by_name text,
  replaced_at timestamptz,
  PRIMARY KEY (municipality_id, id),
  FOREIGN KEY (municipality_id, event_id) REFERENCES event,
  FOREIGN KEY (municipality_id, site_id) REFERENCES event_site,
  FOREIGN KEY (municipality_id, evidence_paper_id) REFERENCES event_paper,
  -- A photograph and tickets are shown; what was merely estimated says how.
  CHECK (method NOT IN ('photo', 'tickets') OR evidence_paper_id IS NOT NULL OR note <> ''),
  CHECK (method <> 'estimate' OR note <> '')
);
CREATE UNIQUE INDEX attendance_count_current ON attendance_count (municipality_id, event_id, site_id) WHERE replaced_at IS NULL;

-- «Явка» of a site, kept by whoever writes marks and counts: what lists and indicators read.
CREATE TABLE event_turnout (
  municipality_id uuid NOT NULL,
  event_id uuid NOT NULL,
  site_id uuid NOT NULL,
  named integer NOT NULL CHECK (named >= 0),
  counted integer CHECK (counted >= 0),
  late integer NOT NULL CHECK (late >= 0),
  PRIMARY KEY (municipality_id, event_id, site_id),
  FOREIGN KEY (municipality_id, event_id) REFERENCES event,
  FOREIGN KEY (municipality_id, site_id) REFERENCES event_site
);

-- «Код у входа»: what the QR code at a site leads to; a new one voids the one before.
CREATE TABLE attendance_code (
  municipality_id uuid NOT NULL,
  code text NOT NULL CHECK (code ~ '^[a-z2-7]{20}$'),
  site_id uuid NOT NULL,
  made_at timestamptz NOT NULL,
  made_by_person_id uuid REFERENCES person,
  ended_at timestamptz,
  PRIMARY KEY (municipality_id, code),
  FOREIGN KEY (municipality_id, site_id) REFERENCES event_site
);
CREATE UNIQUE INDEX attendance_code_current ON attendance_code (municipality_id, site_id) WHERE ended_at IS NULL;

-- «Лист регистрации» on paper: its rows have codes, by which it is entered afterwards.
CREATE TABLE attendance_sheet (
  municipality_id uuid NOT NULL,
  id uuid NOT NULL,
  event_id uuid NOT NULL,
  site_id uuid NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  made_at timestamptz NOT NULL,
  made_by_person_id uuid REFERENCES person,
  PRIMARY KEY (municipality_id, id),
  UNIQUE (municipality_id, event_id, number),
  FOREIGN KEY (municipality_id, event_id) REFERENCES event,
  FOREIGN KEY (municipality_id, site_id) REFERENCES event_site
);
CREATE TABLE attendance_sheet_row (
  municipality_id uuid NOT NULL,
  sheet_id uuid NOT NULL,
  position smallint NOT NULL CHECK (position BETWEEN 1 AND 500),
  -- Whose name stands printed there; an empty row gets one when it is entered.
  participant_id uuid,
  -- The mark that the row became: entered twice it is one.
  mark_id uuid NOT NULL,
  entered_at timestamptz,
  PRIMARY KEY (municipality_id, sheet_id, position),
  FOREIGN KEY (municipality_id, sheet_id) REFERENCES attendance_sheet,
  FOREIGN KEY (municipality_id, participant_id) REFERENCES participant
);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['participant', 'attendance_mark', 'attendance_count', 'event_turnout', 'attendance_code',
    'attendance_sheet', 'attendance_sheet_row'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY %I ON %I USING (municipality_id = sosedstvo_municipality()) WITH CHECK (municipality_id = sosedstvo_municipality())',
      name || '_tenant', name);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO sosedstvo_app', name);
  END LOOP;
END
$$;
GRANT UPDATE (name, search, birth_year, settlement_id, association_id, person_id, consent_text_id, consent_on, consent_channel,
  consent_withdrawn_on, alias_of_id, blanked_at, version) ON participant TO sosedstvo_app;
GRANT UPDATE (participant_id, state, reason, decided_at, decided_by_person_id) ON attendance_mark TO sosedstvo_app;
GRANT UPDATE (replaced_at) ON attendance_count TO sosedstvo_app;
GRANT UPDATE (named, counted, late) ON event_turnout TO sosedstvo_app;
GRANT UPDATE (ended_at) ON attendance_code TO sosedstvo_app;
GRANT UPDATE (participant_id, entered_at) ON attendance_sheet_row TO sosedstvo_app;
