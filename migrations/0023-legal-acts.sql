-- Legal acts on associations, what they do to each other, and which are due for revision.

-- «Правовой акт».
CREATE TABLE legal_act (
  municipality_id uuid NOT NULL REFERENCES municipality,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('federal-law', 'regional-law', 'regional-act', 'charter', 'council-decision',
    'resolution', 'order', 'other')),
  -- What it rules, by which one knows whether a new law concerns it.
  subject text NOT NULL CHECK (subject IN ('general', 'charter-registration', 'boundaries', 'meetings', 'support',
    'contest', 'programme', 'bodies', 'other')),
  state text NOT NULL CHECK (state IN ('draft', 'adopted')),
  number text CHECK (number <> '' AND length(number) <= 100),
  date date,
  issuer text NOT NULL CHECK (issuer <> '' AND length(issuer) <= 500),
  title text NOT NULL CHECK (title <> '' AND length(title) <= 2000),
  -- The article or point that speaks of associations, where the act is larger.
  clause text CHECK (clause <> '' AND length(clause) <= 300),
  text text CHECK (text <> '' AND length(text) <= 200000),
  link text CHECK (link <> '' AND length(link) <= 4000),
  in_force_from date,
  -- The last day; null where no end is set.
  in_force_until date,
  -- Of a settlement's own bodies; null of the municipality, the region, the state.
  settlement_id uuid,
  recorded_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (municipality_id, id),
  FOREIGN KEY (municipality_id, settlement_id) REFERENCES settlement,
  CHECK (state = 'draft' OR (number IS NOT NULL AND date IS NOT NULL AND in_force_from IS NOT NULL)),
  CHECK (in_force_until >= in_force_from)
);
CREATE UNIQUE INDEX legal_act_requisites ON legal_act (municipality_id, date, lower(number), lower(issuer)) WHERE state = 'adopted';

-- The act's paper; the last is what is shown, earlier ones stay.
CREATE TABLE legal_act_file (
  municipality_id uuid NOT NULL,
  id uuid NOT NULL,
  act_id uuid NOT NULL,
  hash text NOT NULL,
  name text NOT NULL,
  -- By content, not by name.
  media_type text NOT NULL,
  bytes bigint NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (municipality_id, id),
  FOREIGN KEY (municipality_id, act_id) REFERENCES legal_act
);
CREATE INDEX legal_act_file_act ON legal_act_file (municipality_id, act_id, id);

-- What an act does to an earlier one.
CREATE TABLE legal_act_relation (
  municipality_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('amends', 'replaces', 'repeals', 'based-on')),
  act_id uuid NOT NULL,
  target_id uuid NOT NULL,
  -- The day from which it holds.
  holds_from date NOT NULL,
  -- «приведение в соответствие»: after it the earlier act's matter is as the law wants it.
  brings_up_to_date boolean NOT NULL,
  note text CHECK (note <> '' AND length(note) <= 1000),
  recorded_at timestamptz NOT NULL,
  -- Entered by mistake, and why.
  cancelled_at timestamptz,
  cancelled_reason text,
  PRIMARY KEY (municipality_id, id),
  FOREIGN KEY (municipality_id, act_id) REFERENCES legal_act,
  FOREIGN KEY (municipality_id, target_id) REFERENCES legal_act,
  CHECK (act_id <> target_id),
  CHECK ((cancelled_at IS NULL) = (cancelled_reason IS NULL))
);
CREATE UNIQUE INDEX legal_act_relation_once ON legal_act_relation (municipality_id, act_id, target_id, kind) WHERE cancelled_at IS NULL;
CREATE INDEX legal_act_relation_target ON legal_act_relation (municipality_id, target_id);

-- How the municipality reads a rule of revision; the newest of a key holds, where there is none the product's own.
CREATE TABLE revision_rule (
  municipality_id uuid NOT NULL REFERENCES municipality,
  id uuid NOT NULL,
  key text NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  -- Acts adopted before this day are concerned.
  adopted_before date NOT NULL,
  due_date date NOT NULL,
  holds_from date NOT NULL,
  holds_until date CHECK (holds_until >= holds_from),
  subjects text[] NOT NULL,
  source text NOT NULL CHECK (source <> '' AND length(source) <= 2000),
  -- Somebody held it against the official text.
  checked boolean NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (municipality_id, id),
  UNIQUE (municipality_id, key, version)
);

-- An act that was looked through and needs no change.
CREATE TABLE revision_review (
  municipality_id uuid NOT NULL,
  id uuid NOT NULL,
  act_id uuid NOT NULL,
  key text NOT NULL,
  date date NOT NULL,
  basis text NOT NULL CHECK (basis <> '' AND length(basis) <= 1000),
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (municipality_id, id),
  UNIQUE (municipality_id, act_id, key),
  FOREIGN KEY (municipality_id, act_id) REFERENCES legal_act
);

-- Which activity of the programme plans the acts and the seats of a year.
CREATE TABLE registry_plan (
  municipality_id uuid NOT NULL REFERENCES municipality,
  purpose text NOT NULL CHECK (purpose IN ('acts', 'seats')),
  activity_id uuid NOT NULL,
  PRIMARY KEY (municipality_id, purpose),
  FOREIGN KEY (municipality_id, activity_id) REFERENCES activity
);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['legal_act', 'legal_act_file', 'legal_act_relation', 'revision_rule', 'revision_review',
    'registry_plan'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY %I ON %I USING (municipality_id = sosedstvo_municipality()) WITH CHECK (municipality_id = sosedstvo_municipality())',
      name || '_tenant', name);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO sosedstvo_app', name);
  END LOOP;
END
$$;
GRANT UPDATE (kind, subject, state, number, date, issuer, title, clause, text, link, in_force_from, in_force_until,
  settlement_id, version) ON legal_act TO sosedstvo_app;
GRANT UPDATE (cancelled_at, cancelled_reason) ON legal_act_relation TO sosedstvo_app;
GRANT UPDATE (activity_id) ON registry_plan TO sosedstvo_app;
