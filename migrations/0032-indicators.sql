-- Actuals: how each is computed, values and corrections of people, what was proposed, confirmed and so frozen.

-- «Паспорт показателя»: how the actual of an indicator, or of an activity's quantity, is computed. A change is a new version
-- with a reason; none is ever altered.
CREATE TABLE indicator_passport (
  municipality_id uuid NOT NULL REFERENCES municipality,
  line_kind text NOT NULL CHECK (line_kind IN ('indicator', 'activity')),
  line_id uuid NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  indicator_id uuid GENERATED ALWAYS AS (CASE WHEN line_kind = 'indicator' THEN line_id END) STORED,
  activity_id uuid GENERATED ALWAYS AS (CASE WHEN line_kind = 'activity' THEN line_id END) STORED,
  computation jsonb NOT NULL,
  -- Whether more or less of it is better.
  direction text NOT NULL CHECK (direction IN ('more', 'less')),
  level text NOT NULL CHECK (level IN ('goal', 'objective', 'activity')),
  -- The formula as a document prints it, right or wrong.
  printed text CHECK (printed <> '' AND length(printed) <= 2000),
  reason text NOT NULL CHECK (reason <> '' AND length(reason) <= 1000),
  recorded_at timestamptz NOT NULL,
  recorded_by_person_id uuid REFERENCES person,
  recorded_by_name text,
  PRIMARY KEY (municipality_id, line_kind, line_id, version),
  FOREIGN KEY (municipality_id, indicator_id) REFERENCES indicator,
  FOREIGN KEY (municipality_id, activity_id) REFERENCES activity,
  CHECK ((recorded_by_person_id IS NULL) <> (recorded_by_name IS NULL))
);

-- «Своё значение» and «поправка»: what people add to a computed figure, with reason and evidence, and what takes either back.
CREATE TABLE indicator_entry (
  municipality_id uuid NOT NULL REFERENCES municipality,
  id uuid NOT NULL,
  line_kind text NOT NULL CHECK (line_kind IN ('indicator', 'activity')),
  line_id uuid NOT NULL,
  indicator_id uuid GENERATED ALWAYS AS (CASE WHEN line_kind = 'indicator' THEN line_id END) STORED,
  activity_id uuid GENERATED ALWAYS AS (CASE WHEN line_kind = 'activity' THEN line_id END) STORED,
  year smallint NOT NULL,
  kind text NOT NULL CHECK (kind IN ('own', 'correction', 'withdrawal')),
  -- The day on which it holds.
  date date NOT NULL,
  -- In the unit of the line; of a withdrawal nothing.
  value numeric(21, 6) NOT NULL,
  reason text NOT NULL CHECK (reason <> '' AND length(reason) <= 1000),
  -- The document that proves it, and where it is.
  evidence text CHECK (evidence <> '' AND length(evidence) <= 1000),
  link text CHECK (link <> '' AND length(link) <= 4000),
  of_entry_id uuid,
  recorded_at timestamptz NOT NULL,
  recorded_by_person_id uuid REFERENCES person,
  recorded_by_name text,
  PRIMARY KEY (municipality_id, id),
  FOREIGN KEY (municipality_id, indicator_id) REFERENCES indicator,
  FOREIGN KEY (municipality_id, activity_id) REFERENCES activity,
  FOREIGN KEY (municipality_id, of_entry_id) REFERENCES indicator_entry,
  CHECK ((kind = 'withdrawal') = (of_entry_id IS NOT NULL)),
  CHECK ((kind = 'withdrawal') = (evidence IS NULL)),
  CHECK (kind <> 'withdrawal' OR value = 0),
  CHECK ((recorded_by_person_id IS NULL) <> (recorded_by_name IS NULL))
);
CREATE INDEX indicator_entry_line ON indicator_entry (municipality_id, line_kind, line_id, year, date, id);
-- What is taken back is taken back once.
CREATE UNIQUE INDEX indicator_entry_withdrawal ON indicator_entry (municipality_id, of_entry_id) WHERE kind = 'withdrawal';

-- «Подтверждение показателя»: its steps. What is proposed is kept whole, with its records, and never altered.
CREATE TABLE indicator_sign_off (
  municipality_id uuid NOT NULL REFERENCES municipality,
  line_kind text NOT NULL CHECK (line_kind IN ('indicator', 'activity')),
  line_id uuid NOT NULL,
  -- The last day of the period; the period begins with its year.
  until date NOT NULL,
  step integer NOT NULL CHECK (step > 0),
  indicator_id uuid GENERATED ALWAYS AS (CASE WHEN line_kind = 'indicator' THEN line_id END) STORED,
  activity_id uuid GENERATED ALWAYS AS (CASE WHEN line_kind = 'activity' THEN line_id END) STORED,
  move text NOT NULL CHECK (move IN ('propose', 'confirm', 'return', 'reopen')),
  -- Of `propose`: what was proposed, as text so that not a letter of it changes, and its SHA-256.
  content text,
  hash text CHECK (hash ~ '^[0-9a-f]{64}$'),
  reason text CHECK (reason <> '' AND length(reason) <= 1000),
  at timestamptz NOT NULL,
  by_person_id uuid REFERENCES person,
  by_name text,
  PRIMARY KEY (municipality_id, line_kind, line_id, until, step),
  FOREIGN KEY (municipality_id, indicator_id) REFERENCES indicator,
  FOREIGN KEY (municipality_id, activity_id) REFERENCES activity,
  CHECK ((move = 'propose') = (content IS NOT NULL)),
  CHECK ((content IS NULL) = (hash IS NULL)),
  CHECK (move NOT IN ('return', 'reopen') OR reason IS NOT NULL),
  CHECK ((by_person_id IS NULL) <> (by_name IS NULL))
);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['indicator_passport', 'indicator_entry', 'indicator_sign_off'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY %I ON %I USING (municipality_id = sosedstvo_municipality()) WITH CHECK (municipality_id = sosedstvo_municipality())',
      name || '_tenant', name);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO sosedstvo_app', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name || '_immutable', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name || '_no_truncate', name);
  END LOOP;
END
$$;
