-- Programmes, the documents read, the immutable editions, and the identities that outlive editions.

CREATE TABLE programme_document (
  municipality_id uuid NOT NULL REFERENCES municipality,
  hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  bytes bigint NOT NULL CHECK (bytes > 0),
  stored_at timestamptz NOT NULL,
  PRIMARY KEY (municipality_id, hash)
);

CREATE TABLE programme (
  municipality_id uuid NOT NULL REFERENCES municipality,
  id uuid NOT NULL,
  slug text NOT NULL,
  first_year smallint NOT NULL,
  last_year smallint NOT NULL,
  -- The counter of editions; raising it also locks the programme while an edition is made.
  last_edition integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (municipality_id, id),
  UNIQUE (municipality_id, slug),
  CHECK (first_year <= last_year)
);

CREATE TABLE programme_reading (
  municipality_id uuid NOT NULL REFERENCES municipality,
  id uuid NOT NULL,
  slug text NOT NULL,
  file_name text NOT NULL,
  file_hash text NOT NULL,
  content jsonb NOT NULL,
  findings jsonb NOT NULL,
  read_at timestamptz NOT NULL,
  read_by_person_id uuid REFERENCES person,
  read_by_name text,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'approved', 'discarded')),
  version integer NOT NULL DEFAULT 1,
  closed_at timestamptz,
  PRIMARY KEY (municipality_id, id),
  FOREIGN KEY (municipality_id, file_hash) REFERENCES programme_document,
  CHECK ((read_by_person_id IS NULL) <> (read_by_name IS NULL)),
  CHECK ((state = 'open') = (closed_at IS NULL))
);
CREATE UNIQUE INDEX programme_reading_open ON programme_reading (municipality_id, file_hash) WHERE state = 'open';

CREATE TABLE edition (
  municipality_id uuid NOT NULL REFERENCES municipality,
  id uuid NOT NULL,
  programme_id uuid NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  reading_id uuid NOT NULL,
  title text NOT NULL,
  years smallint[] NOT NULL,
  content jsonb NOT NULL,
  findings jsonb NOT NULL,
  file_name text NOT NULL,
  file_hash text NOT NULL,
  read_at timestamptz NOT NULL,
  approved_at timestamptz NOT NULL,
  approved_by_person_id uuid REFERENCES person,
  approved_by_name text,
  basis text NOT NULL CHECK (basis <> ''),
  demonstration boolean NOT NULL,
  PRIMARY KEY (municipality_id, id),
  UNIQUE (municipality_id, programme_id, number),
  UNIQUE (municipality_id, reading_id),
  FOREIGN KEY (municipality_id, programme_id) REFERENCES programme,
  FOREIGN KEY (municipality_id, reading_id) REFERENCES programme_reading,
  FOREIGN KEY (municipality_id, file_hash) REFERENCES programme_document,
  CHECK ((approved_by_person_id IS NULL) <> (approved_by_name IS NULL))
);

CREATE TABLE goal (
  municipality_id uuid NOT NULL REFERENCES municipality,
  id uuid NOT NULL,
  first_seen timestamptz NOT NULL,
  PRIMARY KEY (municipality_id, id)
);

CREATE TABLE objective (
  municipality_id uuid NOT NULL REFERENCES municipality,
  id uuid NOT NULL,
  first_seen timestamptz NOT NULL,
  PRIMARY KEY (municipality_id, id)
);

CREATE TABLE indicator (
  municipality_id uuid NOT NULL REFERENCES municipality,
  id uuid NOT NULL,
  first_seen timestamptz NOT NULL,
  PRIMARY KEY (municipality_id, id)
);

CREATE TABLE activity (
  municipality_id uuid NOT NULL REFERENCES municipality,
  id uuid NOT NULL,
  first_seen timestamptz NOT NULL,
  PRIMARY KEY (municipality_id, id)
);

CREATE TABLE funding_source (
  municipality_id uuid NOT NULL REFERENCES municipality,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('federal', 'regional', 'local', 'extrabudgetary')),
  first_seen timestamptz NOT NULL,
  PRIMARY KEY (municipality_id, id),
  UNIQUE (municipality_id, kind)
);

CREATE TABLE edition_goal (
  municipality_id uuid NOT NULL,
  edition_id uuid NOT NULL,
  goal_id uuid NOT NULL,
  number integer NOT NULL,
  name text NOT NULL,
  PRIMARY KEY (municipality_id, edition_id, goal_id),
  FOREIGN KEY (municipality_id, edition_id) REFERENCES edition,
  FOREIGN KEY (municipality_id, goal_id) REFERENCES goal
);

CREATE TABLE edition_objective (
  municipality_id uuid NOT NULL,
  edition_id uuid NOT NULL,
  objective_id uuid NOT NULL,
  goal_id uuid,
  number integer NOT NULL,
  name text NOT NULL,
  PRIMARY KEY (municipality_id, edition_id, objective_id),
  FOREIGN KEY (municipality_id, edition_id) REFERENCES edition,
  FOREIGN KEY (municipality_id, objective_id) REFERENCES objective,
  FOREIGN KEY (municipality_id, edition_id, goal_id) REFERENCES edition_goal
);

CREATE TABLE edition_indicator (
  municipality_id uuid NOT NULL,
  edition_id uuid NOT NULL,
  indicator_id uuid NOT NULL,
  position integer NOT NULL,
  number text NOT NULL,
  objective_id uuid,
  name text NOT NULL,
  unit text,
  PRIMARY KEY (municipality_id, edition_id, indicator_id),
  FOREIGN KEY (municipality_id, edition_id) REFERENCES edition,
  FOREIGN KEY (municipality_id, indicator_id) REFERENCES indicator,
  FOREIGN KEY (municipality_id, edition_id, objective_id) REFERENCES edition_objective
);

CREATE TABLE edition_target (
  municipality_id uuid NOT NULL,
  edition_id uuid NOT NULL,
  indicator_id uuid NOT NULL,
  year smallint NOT NULL,
  -- In the unit as printed.
  value numeric(21, 6) NOT NULL,
  PRIMARY KEY (municipality_id, edition_id, indicator_id, year),
  FOREIGN KEY (municipality_id, edition_id, indicator_id) REFERENCES edition_indicator
);

CREATE TABLE edition_activity (
  municipality_id uuid NOT NULL,
  edition_id uuid NOT NULL,
  activity_id uuid NOT NULL,
  position integer NOT NULL,
  number text,
  goal_id uuid,
  objective_id uuid,
  name text NOT NULL,
  executors text[] NOT NULL,
  expected_result text,
  PRIMARY KEY (municipality_id, edition_id, activity_id),
  FOREIGN KEY (municipality_id, edition_id) REFERENCES edition,
  FOREIGN KEY (municipality_id, activity_id) REFERENCES activity,
  FOREIGN KEY (municipality_id, edition_id, goal_id) REFERENCES edition_goal,
  FOREIGN KEY (municipality_id, edition_id, objective_id) REFERENCES edition_objective
);

CREATE TABLE edition_quantity (
  municipality_id uuid NOT NULL,
  edition_id uuid NOT NULL,
  activity_id uuid NOT NULL,
  year smallint NOT NULL,
  -- In the unit as printed.
  quantity numeric(21, 6),
  unit text,
  unit_cost_kopecks bigint,
  PRIMARY KEY (municipality_id, edition_id, activity_id, year),
  FOREIGN KEY (municipality_id, edition_id, activity_id) REFERENCES edition_activity
);

CREATE TABLE allocation (
  municipality_id uuid NOT NULL,
  edition_id uuid NOT NULL,
  activity_id uuid NOT NULL,
  source_id uuid NOT NULL,
  year smallint NOT NULL,
  kopecks bigint NOT NULL,
  PRIMARY KEY (municipality_id, edition_id, activity_id, source_id, year),
  FOREIGN KEY (municipality_id, edition_id, activity_id) REFERENCES edition_activity,
  FOREIGN KEY (municipality_id, source_id) REFERENCES funding_source
);

-- Row-level security for all; append-only where an approved edition is kept.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY[
    'programme_document', 'programme', 'programme_reading', 'edition', 'goal', 'objective', 'indicator', 'activity',
    'funding_source', 'edition_goal', 'edition_objective', 'edition_indicator', 'edition_target', 'edition_activity',
    'edition_quantity', 'allocation'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY %I ON %I USING (municipality_id = sosedstvo_municipality()) WITH CHECK (municipality_id = sosedstvo_municipality())',
      name || '_tenant', name);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO sosedstvo_app', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY[
    'programme_document', 'edition', 'goal', 'objective', 'indicator', 'activity', 'funding_source', 'edition_goal',
    'edition_objective', 'edition_indicator', 'edition_target', 'edition_activity', 'edition_quantity', 'allocation'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name || '_immutable', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name || '_no_truncate', name);
  END LOOP;
END
$$;
GRANT UPDATE (last_edition) ON programme TO sosedstvo_app;
GRANT UPDATE (state, version, closed_at) ON programme_reading TO sosedstvo_app;
