-- Personal data (152-ФЗ): consents as documents of their own, who read whose data, the operator's duties and incidents.

-- «Текст согласия»: what people sign. A new wording is a new version; a version is never altered.
CREATE TABLE consent_text (
  municipality_id uuid NOT NULL REFERENCES municipality,
  id uuid NOT NULL,
  purpose text NOT NULL CHECK (purpose <> ''),
  version integer NOT NULL CHECK (version > 0),
  body text NOT NULL CHECK (body <> ''),
  published_at timestamptz NOT NULL,
  published_by_person_id uuid REFERENCES person,
  published_by_name text,
  PRIMARY KEY (municipality_id, id),
  UNIQUE (municipality_id, purpose, version),
  CHECK ((published_by_person_id IS NULL) <> (published_by_name IS NULL))
);

-- «Согласие»: this person agreed to this text on this day.
CREATE TABLE consent (
  municipality_id uuid NOT NULL REFERENCES municipality,
  id uuid NOT NULL,
  person_id uuid NOT NULL REFERENCES person,
  text_id uuid NOT NULL,
  given_on date NOT NULL,
  channel text NOT NULL CHECK (channel IN ('site', 'paper')),
  -- The scan of the signed paper, among the files; gone when its time is over.
  scan_hash text CHECK (scan_hash ~ '^[0-9a-f]{64}$'),
  scan_type text,
  recorded_at timestamptz NOT NULL,
  recorded_by_person_id uuid REFERENCES person,
  recorded_by_name text,
  PRIMARY KEY (municipality_id, id),
  FOREIGN KEY (municipality_id, text_id) REFERENCES consent_text,
  CHECK (channel = 'paper' OR scan_hash IS NULL),
  CHECK ((scan_hash IS NULL) = (scan_type IS NULL)),
  CHECK ((recorded_by_person_id IS NULL) <> (recorded_by_name IS NULL))
);
CREATE INDEX consent_person ON consent (municipality_id, person_id, recorded_at DESC);

-- «Отзыв согласия»: the consent stays as the proof that there was one.
CREATE TABLE consent_withdrawal (
  municipality_id uuid NOT NULL,
  consent_id uuid NOT NULL,
  withdrawn_on date NOT NULL,
  recorded_at timestamptz NOT NULL,
  recorded_by_person_id uuid REFERENCES person,
  recorded_by_name text,
  PRIMARY KEY (municipality_id, consent_id),
  FOREIGN KEY (municipality_id, consent_id) REFERENCES consent,
  CHECK ((recorded_by_person_id IS NULL) <> (recorded_by_name IS NULL))
);

-- Who looked at whose data: one row for each look at a page or a file that shows data of others.
CREATE TABLE personal_read (
  municipality_id uuid NOT NULL REFERENCES municipality,
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  reader_person_id uuid NOT NULL REFERENCES person,
  place text NOT NULL,
  people uuid[] NOT NULL CHECK (cardinality(people) > 0),
  PRIMARY KEY (municipality_id, id)
);
CREATE INDEX personal_read_at ON personal_read (municipality_id, at DESC, id DESC);
CREATE INDEX personal_read_people ON personal_read USING gin (people);

-- «Уничтожение персональных данных»: when and on what basis; of whom, only by the id.
CREATE TABLE erasure (
  municipality_id uuid NOT NULL REFERENCES municipality,
  id uuid NOT NULL,
  person_id uuid NOT NULL REFERENCES person,
  at timestamptz NOT NULL,
  basis text NOT NULL CHECK (basis <> ''),
  erased_by_person_id uuid REFERENCES person,
  erased_by_name text,
  PRIMARY KEY (municipality_id, id),
  CHECK ((erased_by_person_id IS NULL) <> (erased_by_name IS NULL))
);
CREATE INDEX erasure_person ON erasure (person_id);

-- What the operator has done of the list of its duties: the last row of an item holds.
CREATE TABLE operator_duty (
  municipality_id uuid NOT NULL REFERENCES municipality,
  id uuid NOT NULL,
  item text NOT NULL CHECK (item <> ''),
  done_on date,
  basis text NOT NULL,
  recorded_at timestamptz NOT NULL,
  recorded_by_person_id uuid REFERENCES person,
  recorded_by_name text,
  PRIMARY KEY (municipality_id, id),
  CHECK ((done_on IS NULL) = (basis = '')),
  CHECK ((recorded_by_person_id IS NULL) <> (recorded_by_name IS NULL))
);
CREATE INDEX operator_duty_item ON operator_duty (municipality_id, item, recorded_at DESC);

-- «Инцидент»: data that came into wrong hands; the clocks of 24 and 72 hours run from the moment it was found.
CREATE TABLE incident (
  municipality_id uuid NOT NULL REFERENCES municipality,
  id uuid NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  found_at timestamptz NOT NULL,
  description text NOT NULL CHECK (description <> ''),
  recorded_at timestamptz NOT NULL,
  recorded_by_person_id uuid REFERENCES person,
  recorded_by_name text,
  PRIMARY KEY (municipality_id, id),
  UNIQUE (municipality_id, number),
  CHECK ((recorded_by_person_id IS NULL) <> (recorded_by_name IS NULL))
);
CREATE TABLE incident_step (
  municipality_id uuid NOT NULL,
  incident_id uuid NOT NULL,
  step text NOT NULL CHECK (step IN ('first-notice', 'inquiry-notice', 'closing')),
  done_at timestamptz NOT NULL,
  note text NOT NULL,
  recorded_at timestamptz NOT NULL,
  recorded_by_person_id uuid REFERENCES person,
  recorded_by_name text,
  PRIMARY KEY (municipality_id, incident_id, step),
  FOREIGN KEY (municipality_id, incident_id) REFERENCES incident,
  CHECK ((recorded_by_person_id IS NULL) <> (recorded_by_name IS NULL))
);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['consent_text', 'consent', 'consent_withdrawal', 'personal_read', 'erasure', 'operator_duty',
    'incident', 'incident_step'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY %I ON %I USING (municipality_id = sosedstvo_municipality()) WITH CHECK (municipality_id = sosedstvo_municipality())',
      name || '_tenant', name);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO sosedstvo_app', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name || '_no_truncate', name);
    IF name NOT IN ('consent', 'personal_read') THEN
      EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name || '_immutable', name);
    END IF;
  END LOOP;
END
$$;
-- When its time is over, the scan goes and the consent stays; the log of readers is kept for a time.
GRANT UPDATE (scan_hash, scan_type) ON consent TO sosedstvo_app;
GRANT DELETE ON personal_read TO sosedstvo_app;

-- Erasing a person ends every way to sign in; the rows of sign-in are not records.
GRANT DELETE ON sign_in_account TO sosedstvo_app;

-- In how many other municipalities a person holds or held a role: the only thing that one tenant may learn of another here.
CREATE FUNCTION count_other_municipalities(person uuid) RETURNS integer
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT count(DISTINCT municipality_id)::integer FROM role_holding
  WHERE person_id = person AND municipality_id <> sosedstvo_municipality()
$$;
REVOKE ALL ON FUNCTION count_other_municipalities(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION count_other_municipalities(uuid) TO sosedstvo_app;

-- When the person was last seen; null until they sign in. A person who was erased has neither name nor address.
ALTER TABLE person ADD COLUMN erased_at timestamptz;
