-- Reports on a programme's periods: their forms, what is written of them, what was signed and so frozen; a municipality's own methods.

-- «Форма отчёта»: to whom, until when, with which parts. A change is a new version; none is ever altered.
CREATE TABLE report_form (
  municipality_id uuid NOT NULL REFERENCES municipality,
  kind text NOT NULL CHECK (kind IN ('executor', 'economy', 'region', 'council')),
  version integer NOT NULL CHECK (version > 0),
  content jsonb NOT NULL,
  at timestamptz NOT NULL,
  by_person_id uuid REFERENCES person,
  by_name text,
  PRIMARY KEY (municipality_id, kind, version),
  CHECK ((by_person_id IS NULL) <> (by_name IS NULL))
);

-- «Отчёт» of a period, from the first word that is written of it.
CREATE TABLE report (
  municipality_id uuid NOT NULL REFERENCES municipality,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('executor', 'economy', 'region', 'council')),
  programme_id uuid NOT NULL,
  year smallint NOT NULL,
  -- Of the year from its beginning; 4 is the whole year.
  quarter smallint NOT NULL CHECK (quarter BETWEEN 1 AND 4),
  -- As the document names who carries activities out; empty where the report is the coordinator's.
  executor text NOT NULL CHECK ((kind = 'executor') = (executor <> '')),
  state text NOT NULL CHECK (state IN ('draft', 'signed', 'accepted', 'returned')),
  version integer NOT NULL CHECK (version > 0),
  -- Reasons of deviations, sections that a person wrote instead of the drafted ones, terms of methods that people say.
  draft jsonb NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (municipality_id, id),
  UNIQUE (municipality_id, kind, programme_id, year, quarter, executor),
  FOREIGN KEY (municipality_id, programme_id) REFERENCES programme
);

-- Its steps. What is signed is kept whole, as text so that not a letter of it changes, with its SHA-256.
CREATE TABLE report_step (
  municipality_id uuid NOT NULL REFERENCES municipality,
  report_id uuid NOT NULL,
  step integer NOT NULL CHECK (step > 0),
  move text NOT NULL CHECK (move IN ('sign', 'accept', 'return')),
  content text,
  hash text CHECK (hash ~ '^[0-9a-f]{64}$'),
  reason text CHECK (reason <> '' AND length(reason) <= 1000),
  at timestamptz NOT NULL,
  by_person_id uuid REFERENCES person,
  by_name text,
  PRIMARY KEY (municipality_id, report_id, step),
  FOREIGN KEY (municipality_id, report_id) REFERENCES report,
  CHECK ((move = 'sign') = (content IS NOT NULL)),
  CHECK ((content IS NULL) = (hash IS NULL)),
  CHECK (move = 'sign' OR reason IS NOT NULL),
  CHECK ((by_person_id IS NULL) <> (by_name IS NULL))
);

-- «Методика» of a municipality's own, as data. A change is a new version with a reason; none is ever altered.
CREATE TABLE indicator_method (
  municipality_id uuid NOT NULL REFERENCES municipality,
  id uuid NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  content jsonb NOT NULL,
  reason text NOT NULL CHECK (reason <> '' AND length(reason) <= 1000),
  recorded_at timestamptz NOT NULL,
  recorded_by_person_id uuid REFERENCES person,
  recorded_by_name text,
  PRIMARY KEY (municipality_id, id, version),
  CHECK ((recorded_by_person_id IS NULL) <> (recorded_by_name IS NULL))
);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['report_form', 'report', 'report_step', 'indicator_method'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY %I ON %I USING (municipality_id = sosedstvo_municipality()) WITH CHECK (municipality_id = sosedstvo_municipality())',
      name || '_tenant', name);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO sosedstvo_app', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['report_form', 'report_step', 'indicator_method'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name || '_immutable', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name || '_no_truncate', name);
  END LOOP;
END
$$;
GRANT UPDATE (state, version, draft, changed_at) ON report TO sosedstvo_app;
