-- Appeals as records of their own, and agreements that are ended.

-- «Жалоба»: filed by the applicant on the page of their application, or entered from paper; answered by another sitting or with grounds.
CREATE TABLE contest_appeal (
  municipality_id uuid NOT NULL,
  id uuid NOT NULL,
  call_id uuid NOT NULL,
  application_id uuid NOT NULL,
  way text NOT NULL CHECK (way IN ('page', 'paper')),
  received_on date NOT NULL,
  -- In the applicant's words: not published.
  essence text NOT NULL CHECK (essence <> '' AND length(essence) <= 10000),
  file_name text CHECK (file_name <> '' AND length(file_name) <= 300),
  file_hash text,
  answer_by date NOT NULL CHECK (answer_by >= received_on),
  state text NOT NULL CHECK (state IN ('filed', 'upheld', 'dismissed')),
  answered_on date,
  answer text CHECK (answer <> '' AND length(answer) <= 10000),
  -- Of one that was upheld against a sitting: the sitting that was opened on it.
  sitting_id uuid,
  version integer NOT NULL DEFAULT 1,
  at timestamptz NOT NULL,
  by_person_id uuid REFERENCES person,
  by_name text,
  PRIMARY KEY (municipality_id, id),
  FOREIGN KEY (municipality_id, application_id) REFERENCES contest_application,
  FOREIGN KEY (municipality_id, sitting_id) REFERENCES contest_sitting,
  CHECK ((file_name IS NULL) = (file_hash IS NULL)),
  CHECK ((state = 'filed') = (answered_on IS NULL) AND (answered_on IS NULL) = (answer IS NULL)),
  CHECK ((by_person_id IS NULL) <> (by_name IS NULL))
);
CREATE INDEX contest_appeal_of ON contest_appeal (municipality_id, call_id, application_id);
-- One at a time: the next may be filed once it is answered.
CREATE UNIQUE INDEX contest_appeal_open ON contest_appeal (municipality_id, application_id) WHERE state = 'filed';

-- «Расторжение»: by the parties' agreement, or after an upheld appeal. What the agreement was stays as it was.
CREATE TABLE contest_ending (
  municipality_id uuid NOT NULL,
  application_id uuid NOT NULL,
  ground text NOT NULL CHECK (ground IN ('parties', 'appeal')),
  reason text NOT NULL CHECK (reason <> '' AND length(reason) <= 2000),
  ended_on date NOT NULL,
  file_name text NOT NULL CHECK (file_name <> '' AND length(file_name) <= 300),
  file_hash text NOT NULL,
  -- What the ledger had paid by then.
  paid_kopecks bigint NOT NULL CHECK (paid_kopecks >= 0),
  at timestamptz NOT NULL,
  by_person_id uuid REFERENCES person,
  by_name text,
  PRIMARY KEY (municipality_id, application_id),
  FOREIGN KEY (municipality_id, application_id) REFERENCES contest_agreement,
  CHECK ((by_person_id IS NULL) <> (by_name IS NULL))
);
ALTER TABLE contest_refund DROP CONSTRAINT contest_refund_ground_check;
ALTER TABLE contest_refund ADD CONSTRAINT contest_refund_ground_check CHECK (ground IN ('unspent', 'misuse', 'ended'));

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['contest_appeal', 'contest_ending'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY %I ON %I USING (municipality_id = sosedstvo_municipality()) WITH CHECK (municipality_id = sosedstvo_municipality())',
      name || '_tenant', name);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO sosedstvo_app', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name || '_no_truncate', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name || '_no_delete', name);
  END LOOP;
END
$$;
CREATE TRIGGER contest_ending_immutable BEFORE UPDATE ON contest_ending FOR EACH ROW EXECUTE FUNCTION refuse_change();
-- Who appeals is who applied: hidden from jurors as the applicant is.
CREATE POLICY contest_appeal_wall ON contest_appeal AS RESTRICTIVE FOR SELECT USING (contest_may_read_applicant(call_id, application_id));
GRANT UPDATE (state, answered_on, answer, sitting_id, version) ON contest_appeal TO sosedstvo_app;
