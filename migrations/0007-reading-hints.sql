-- What people said of heads that the reader did not know, kept for the municipality's next document.

CREATE TABLE reading_hint (
  municipality_id uuid NOT NULL REFERENCES municipality,
  kind text NOT NULL CHECK (kind IN ('table', 'column')),
  -- The head's words, normalised.
  key text NOT NULL CHECK (key <> '' AND length(key) <= 500),
  answer text NOT NULL,
  answered_at timestamptz NOT NULL,
  answered_by_person_id uuid REFERENCES person,
  answered_by_name text,
  PRIMARY KEY (municipality_id, kind, key),
  CHECK ((answered_by_person_id IS NULL) <> (answered_by_name IS NULL))
);
ALTER TABLE reading_hint ENABLE ROW LEVEL SECURITY;
CREATE POLICY reading_hint_tenant ON reading_hint
  USING (municipality_id = sosedstvo_municipality()) WITH CHECK (municipality_id = sosedstvo_municipality());
GRANT SELECT, INSERT ON reading_hint TO sosedstvo_app;
GRANT UPDATE (answer, answered_at, answered_by_person_id, answered_by_name) ON reading_hint TO sosedstvo_app;

-- A reading is read again with the answers; one that was approved or discarded stays as it is.
ALTER TABLE programme_reading ADD COLUMN questions jsonb NOT NULL DEFAULT '[]';
GRANT UPDATE (slug, content, findings, questions) ON programme_reading TO sosedstvo_app;
CREATE FUNCTION refuse_closed_reading() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a reading that is closed is not changed';
END
$$;
CREATE TRIGGER programme_reading_closed BEFORE UPDATE ON programme_reading
  FOR EACH ROW WHEN (OLD.state <> 'open') EXECUTE FUNCTION refuse_closed_reading();
