-- A table of visitors on its way in: how far it is, and what came of it. Of the table itself nothing is kept here, neither its
-- names nor its file: it is taken in whole by one transaction, or leaves nothing behind.
CREATE TABLE attendance_import (
  municipality_id uuid NOT NULL REFERENCES municipality,
  id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('running', 'done', 'failed', 'cancelled')),
  -- Visits, and how many of them are written.
  total integer NOT NULL CHECK (total >= 0),
  done integer NOT NULL CHECK (done >= 0),
  result jsonb,
  -- Why it failed: the code of a refusal.
  code text CHECK (length(code) <= 100),
  begun_at timestamptz NOT NULL,
  heard_at timestamptz NOT NULL,
  begun_by_person_id uuid REFERENCES person,
  begun_by_name text,
  PRIMARY KEY (municipality_id, id),
  CHECK ((state = 'done') = (result IS NOT NULL))
);
ALTER TABLE attendance_import ENABLE ROW LEVEL SECURITY;
CREATE POLICY attendance_import_tenant ON attendance_import USING (municipality_id = sosedstvo_municipality())
  WITH CHECK (municipality_id = sosedstvo_municipality());
GRANT SELECT, INSERT ON attendance_import TO sosedstvo_app;
GRANT UPDATE (done, heard_at, state, result, code) ON attendance_import TO sosedstvo_app;
