-- Erasing a person takes their words and files out of threads, and what the desk noted of their reading.
GRANT UPDATE (text) ON message_version TO sosedstvo_app;
GRANT DELETE ON message_file, message_reading, notice, notice_choice TO sosedstvo_app;
CREATE INDEX message_author ON message (municipality_id, author_id);

-- Files that records of erased people, or records over their time, named. They go from the disk unless another row names them.
CREATE TABLE file_removal (
  municipality_id uuid NOT NULL REFERENCES municipality,
  hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  noted_at timestamptz NOT NULL,
  PRIMARY KEY (municipality_id, hash)
);
ALTER TABLE file_removal ENABLE ROW LEVEL SECURITY;
CREATE POLICY file_removal_tenant ON file_removal
  USING (municipality_id = sosedstvo_municipality()) WITH CHECK (municipality_id = sosedstvo_municipality());
GRANT SELECT, INSERT, DELETE ON file_removal TO sosedstvo_app;
