-- Drafts: an edition being changed, who changed what, and who is looking at it.

CREATE TABLE programme_draft (
  municipality_id uuid NOT NULL REFERENCES municipality,
  id uuid NOT NULL,
  programme_id uuid NOT NULL,
  -- The edition that it began from.
  base_edition_id uuid NOT NULL,
  -- The content as it stood at `content_version`; the changes after it are in programme_draft_change.
  content jsonb NOT NULL,
  content_version integer NOT NULL DEFAULT 0,
  -- Raised by every saved change.
  version integer NOT NULL DEFAULT 0,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'submitted', 'discarded')),
  opened_at timestamptz NOT NULL,
  opened_by_person_id uuid REFERENCES person,
  opened_by_name text,
  changed_at timestamptz NOT NULL,
  closed_at timestamptz,
  -- The document that it was submitted as.
  reading_id uuid,
  PRIMARY KEY (municipality_id, id),
  FOREIGN KEY (municipality_id, programme_id) REFERENCES programme,
  FOREIGN KEY (municipality_id, base_edition_id) REFERENCES edition,
  FOREIGN KEY (municipality_id, reading_id) REFERENCES programme_reading,
  CHECK ((opened_by_person_id IS NULL) <> (opened_by_name IS NULL)),
  CHECK ((state = 'open') = (closed_at IS NULL)),
  CHECK ((state = 'submitted') = (reading_id IS NOT NULL)),
  CHECK (content_version <= version)
);
CREATE UNIQUE INDEX programme_draft_open ON programme_draft (municipality_id, programme_id) WHERE state = 'open';

-- Each saved change, never altered: the draft's history, its undo, and the answer to who changed what.
CREATE TABLE programme_draft_change (
  municipality_id uuid NOT NULL,
  draft_id uuid NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  -- Made by the page, so that a save sent again is made once.
  token uuid NOT NULL,
  change jsonb NOT NULL,
  made_at timestamptz NOT NULL,
  made_by_person_id uuid REFERENCES person,
  made_by_name text,
  PRIMARY KEY (municipality_id, draft_id, version),
  UNIQUE (municipality_id, draft_id, token),
  FOREIGN KEY (municipality_id, draft_id) REFERENCES programme_draft,
  CHECK ((made_by_person_id IS NULL) <> (made_by_name IS NULL))
);

-- Who has the draft open, window by window; forgotten when nothing is heard of them.
CREATE TABLE programme_draft_presence (
  municipality_id uuid NOT NULL,
  draft_id uuid NOT NULL,
  visitor uuid NOT NULL,
  person_id uuid REFERENCES person,
  name text,
  seen_at timestamptz NOT NULL,
  -- Where they are: an address in the draft, or null.
  place jsonb,
  PRIMARY KEY (municipality_id, draft_id, visitor),
  FOREIGN KEY (municipality_id, draft_id) REFERENCES programme_draft,
  CHECK ((person_id IS NULL) <> (name IS NULL))
);

-- A draft that is submitted knows which lines go on: line of the document → identity that outlives editions.
ALTER TABLE programme_reading ADD COLUMN carry jsonb;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['programme_draft', 'programme_draft_change', 'programme_draft_presence'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY %I ON %I USING (municipality_id = sosedstvo_municipality()) WITH CHECK (municipality_id = sosedstvo_municipality())',
      name || '_tenant', name);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO sosedstvo_app', name);
  END LOOP;
END
$$;
CREATE TRIGGER programme_draft_change_immutable BEFORE UPDATE OR DELETE ON programme_draft_change
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER programme_draft_change_no_truncate BEFORE TRUNCATE ON programme_draft_change
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT UPDATE (base_edition_id, content, content_version, version, state, changed_at, closed_at, reading_id)
  ON programme_draft TO sosedstvo_app;
GRANT UPDATE, DELETE ON programme_draft_presence TO sosedstvo_app;
