-- Contests: contest, call, application, admission, jury and reviews; and the wall between a juror and what they must not see.

-- «Читатель конкурса»: the person who asks, or `system` for the calculation itself. Nobody, where an action did not say: then
-- policies show no row.
CREATE FUNCTION sosedstvo_contest_reader() RETURNS text
  LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('sosedstvo.contest_reader', true), '') $$;

-- «Конкурс», year after year.
CREATE TABLE contest (
  municipality_id uuid NOT NULL REFERENCES municipality,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('projects', 'nominations')),
  name text NOT NULL CHECK (name <> '' AND length(name) <= 300),
  -- The activity of the programme that pays for it.
  activity_id uuid,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (municipality_id, id),
  FOREIGN KEY (municipality_id, activity_id) REFERENCES activity
);
CREATE UNIQUE INDEX contest_name ON contest (municipality_id, lower(name));

-- «Проведение конкурса в году».
CREATE TABLE contest_call (
  municipality_id uuid NOT NULL,
  id uuid NOT NULL,
  contest_id uuid NOT NULL,
  year smallint NOT NULL CHECK (year BETWEEN 2000 AND 2100),
  state text NOT NULL CHECK (state IN ('draft', 'announced', 'review', 'decided', 'void', 'cancelled')),
  -- Taken from opens_at on; at closes_at to the millisecond it is late.
  opens_at timestamptz NOT NULL,
  closes_at timestamptz NOT NULL CHECK (closes_at > opens_at),
  review_until date NOT NULL,
  -- Regulations, who may apply, papers, fields of the form, rules of scoring: `call/contract.ts` says the shape.
  terms jsonb NOT NULL,
  is_blind boolean NOT NULL DEFAULT false,
  -- From this instant jurors see each other's marks: all were in, or a sitting was opened.
  marks_opened_at timestamptz,
  last_number integer NOT NULL DEFAULT 0,
  version integer NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (municipality_id, id),
  UNIQUE (municipality_id, contest_id, year),
  FOREIGN KEY (municipality_id, contest_id) REFERENCES contest
);

CREATE TABLE contest_call_move (
  municipality_id uuid NOT NULL,
  call_id uuid NOT NULL,
  version integer NOT NULL,
  move text NOT NULL,
  reason text CHECK (reason <> '' AND length(reason) <= 2000),
  at timestamptz NOT NULL,
  by_person_id uuid REFERENCES person,
  by_name text,
  PRIMARY KEY (municipality_id, call_id, version),
  FOREIGN KEY (municipality_id, call_id) REFERENCES contest_call,
  CHECK ((by_person_id IS NULL) <> (by_name IS NULL))
);

-- «Член комиссии» of one call.
CREATE TABLE contest_juror (
  municipality_id uuid NOT NULL,
  id uuid NOT NULL,
  call_id uuid NOT NULL,
  person_id uuid NOT NULL REFERENCES person,
  is_chair boolean NOT NULL DEFAULT false,
  -- Which juror of the call, from 1: what the exported calculation calls them by.
  place integer NOT NULL CHECK (place > 0),
  invited_at timestamptz NOT NULL,
  removed_at timestamptz,
  removal_basis text CHECK (removal_basis <> '' AND length(removal_basis) <= 1000),
  PRIMARY KEY (municipality_id, id),
  UNIQUE (municipality_id, call_id, person_id),
  UNIQUE (municipality_id, call_id, place),
  FOREIGN KEY (municipality_id, call_id) REFERENCES contest_call,
  CHECK ((removed_at IS NULL) = (removal_basis IS NULL))
);
CREATE UNIQUE INDEX contest_juror_chair ON contest_juror (municipality_id, call_id) WHERE is_chair AND removed_at IS NULL;

-- «Заявка». What is typed stands in `content` as it was typed; a submission keeps it as it was submitted.
CREATE TABLE contest_application (
  municipality_id uuid NOT NULL,
  id uuid NOT NULL,
  call_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'submitted', 'returned', 'withdrawn', 'admitted', 'refused')),
  -- Given with the first submission, never again.
  number integer CHECK (number > 0),
  content jsonb NOT NULL,
  -- What ranks among equals: the latest submission before the deadline; a correction asked for keeps it.
  submitted_at timestamptz,
  requested_kopecks bigint CHECK (requested_kopecks >= 0),
  own_kopecks bigint CHECK (own_kopecks >= 0),
  -- To be corrected until this day is over.
  correct_until date,
  version integer NOT NULL DEFAULT 1,
  begun_at timestamptz NOT NULL,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (municipality_id, id),
  UNIQUE (municipality_id, call_id, number),
  FOREIGN KEY (municipality_id, call_id) REFERENCES contest_call,
  CHECK (state IN ('draft', 'withdrawn') OR (number IS NOT NULL AND submitted_at IS NOT NULL AND requested_kopecks IS NOT NULL)),
  CHECK ((state = 'returned') <= (correct_until IS NOT NULL))
);

-- Who applies, apart from the project: a blind call hides it from jurors.
CREATE TABLE contest_applicant (
  municipality_id uuid NOT NULL,
  application_id uuid NOT NULL,
  call_id uuid NOT NULL,
  association_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('legal-entity', 'chair-person')),
  person_id uuid REFERENCES person,
  -- Who will do it: names, and what each does. Here and not in what is submitted, so that a person can be erased.
  team jsonb NOT NULL DEFAULT '[]',
  PRIMARY KEY (municipality_id, application_id),
  FOREIGN KEY (municipality_id, application_id) REFERENCES contest_application,
  FOREIGN KEY (municipality_id, association_id) REFERENCES association
);
CREATE INDEX contest_applicant_association ON contest_applicant (municipality_id, association_id);

-- Uploaded before and only named here.
CREATE TABLE contest_file (
  municipality_id uuid NOT NULL,
  id uuid NOT NULL,
  application_id uuid NOT NULL,
  call_id uuid NOT NULL,
  paper text NOT NULL CHECK (paper <> '' AND length(paper) <= 40),
  name text NOT NULL CHECK (name <> '' AND length(name) <= 300),
  hash text NOT NULL,
  bytes bigint NOT NULL CHECK (bytes > 0),
  added_at timestamptz NOT NULL,
  removed_at timestamptz,
  PRIMARY KEY (municipality_id, id),
  FOREIGN KEY (municipality_id, application_id) REFERENCES contest_application
);
CREATE INDEX contest_file_of ON contest_file (municipality_id, application_id) WHERE removed_at IS NULL;

-- «Подача»: what was submitted, when, and its hash. Never changed.
CREATE TABLE contest_submission (
  municipality_id uuid NOT NULL,
  application_id uuid NOT NULL,
  call_id uuid NOT NULL,
  version integer NOT NULL,
  number integer NOT NULL,
  submitted_at timestamptz NOT NULL,
  content jsonb NOT NULL,
  files jsonb NOT NULL,
  hash text NOT NULL,
  PRIMARY KEY (municipality_id, application_id, version),
  FOREIGN KEY (municipality_id, application_id) REFERENCES contest_application
);

CREATE TABLE contest_application_move (
  municipality_id uuid NOT NULL,
  application_id uuid NOT NULL,
  call_id uuid NOT NULL,
  version integer NOT NULL,
  move text NOT NULL,
  reason text CHECK (reason <> '' AND length(reason) <= 2000),
  at timestamptz NOT NULL,
  by_person_id uuid REFERENCES person,
  by_name text,
  PRIMARY KEY (municipality_id, application_id, version),
  FOREIGN KEY (municipality_id, application_id) REFERENCES contest_application,
  CHECK ((by_person_id IS NULL) <> (by_name IS NULL))
);

-- What a person found of a line of the admission checklist; the latest holds. What follows from rules is reckoned anew.
CREATE TABLE contest_check (
  municipality_id uuid NOT NULL,
  id uuid NOT NULL,
  application_id uuid NOT NULL,
  call_id uuid NOT NULL,
  line text NOT NULL CHECK (line <> '' AND length(line) <= 60),
  is_met boolean NOT NULL,
  note text CHECK (note <> '' AND length(note) <= 1000),
  at timestamptz NOT NULL,
  by_person_id uuid REFERENCES person,
  by_name text,
  PRIMARY KEY (municipality_id, id),
  FOREIGN KEY (municipality_id, application_id) REFERENCES contest_application,
  CHECK ((by_person_id IS NULL) <> (by_name IS NULL))
);
CREATE INDEX contest_check_of ON contest_check (municipality_id, application_id, at);

-- «Самоотвод, отвод»: from then on this juror reads nothing of this application.
CREATE TABLE contest_recusal (
  municipality_id uuid NOT NULL,
  juror_id uuid NOT NULL,
  application_id uuid NOT NULL,
  call_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('declared', 'found')),
  basis text NOT NULL CHECK (basis <> '' AND length(basis) <= 1000),
  at timestamptz NOT NULL,
  by_person_id uuid REFERENCES person,
  by_name text,
  PRIMARY KEY (municipality_id, juror_id, application_id),
  FOREIGN KEY (municipality_id, juror_id) REFERENCES contest_juror,
  FOREIGN KEY (municipality_id, application_id) REFERENCES contest_application,
  CHECK ((by_person_id IS NULL) <> (by_name IS NULL))
);

-- Who reviews what.
CREATE TABLE contest_assignment (
  municipality_id uuid NOT NULL,
  juror_id uuid NOT NULL,
  application_id uuid NOT NULL,
  call_id uuid NOT NULL,
  assigned_at timestamptz NOT NULL,
  PRIMARY KEY (municipality_id, juror_id, application_id),
  FOREIGN KEY (municipality_id, juror_id) REFERENCES contest_juror,
  FOREIGN KEY (municipality_id, application_id) REFERENCES contest_application
);

-- «Экспертный лист»: that there is one and whether it is in; what stands in it is contest_mark.
CREATE TABLE contest_review (
  municipality_id uuid NOT NULL,
  juror_id uuid NOT NULL,
  application_id uuid NOT NULL,
  call_id uuid NOT NULL,
  submitted_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (municipality_id, juror_id, application_id),
  FOREIGN KEY (municipality_id, juror_id, application_id) REFERENCES contest_assignment
);

CREATE TABLE contest_mark (
  municipality_id uuid NOT NULL,
  juror_id uuid NOT NULL,
  application_id uuid NOT NULL,
  call_id uuid NOT NULL,
  -- What was given and why, by criterion.
  given jsonb NOT NULL,
  reasons jsonb NOT NULL,
  PRIMARY KEY (municipality_id, juror_id, application_id),
  FOREIGN KEY (municipality_id, juror_id, application_id) REFERENCES contest_review
);

-- «Заседание комиссии». After an appeal another one replaces it; the earlier one stays as it was decided.
CREATE TABLE contest_sitting (
  municipality_id uuid NOT NULL,
  id uuid NOT NULL,
  call_id uuid NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  state text NOT NULL CHECK (state IN ('open', 'decided', 'superseded')),
  held_on date NOT NULL,
  agenda text NOT NULL CHECK (agenda <> '' AND length(agenda) <= 5000),
  -- Why it is held again: the appeal.
  basis text CHECK (basis <> '' AND length(basis) <= 1000),
  -- Hands for applications of a tie, and those that the chair named, by number.
  votes jsonb NOT NULL DEFAULT '{"hands": {}, "chair": []}',
  decided_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  opened_at timestamptz NOT NULL,
  PRIMARY KEY (municipality_id, id),
  UNIQUE (municipality_id, call_id, number),
  FOREIGN KEY (municipality_id, call_id) REFERENCES contest_call,
  CHECK ((number > 1) = (basis IS NOT NULL)),
  CHECK ((state = 'open') = (decided_at IS NULL))
);
-- One at a time is open, one at a time holds.
CREATE UNIQUE INDEX contest_sitting_current ON contest_sitting (municipality_id, call_id, state) WHERE state <> 'superseded';

CREATE TABLE contest_presence (
  municipality_id uuid NOT NULL,
  sitting_id uuid NOT NULL,
  juror_id uuid NOT NULL,
  PRIMARY KEY (municipality_id, sitting_id, juror_id),
  FOREIGN KEY (municipality_id, sitting_id) REFERENCES contest_sitting,
  FOREIGN KEY (municipality_id, juror_id) REFERENCES contest_juror
);

-- «Расчёт»: field and result without names, and the hash of the file as it is given out.
CREATE TABLE contest_calculation (
  municipality_id uuid NOT NULL,
  sitting_id uuid NOT NULL,
  call_id uuid NOT NULL,
  file text NOT NULL,
  hash text NOT NULL,
  PRIMARY KEY (municipality_id, sitting_id),
  FOREIGN KEY (municipality_id, sitting_id) REFERENCES contest_sitting
);

-- «Присуждение».
CREATE TABLE contest_award (
  municipality_id uuid NOT NULL,
  sitting_id uuid NOT NULL,
  application_id uuid NOT NULL,
  call_id uuid NOT NULL,
  place integer NOT NULL CHECK (place > 0),
  outcome text NOT NULL CHECK (outcome IN ('awarded', 'awarded-part', 'below-pass', 'beyond-places', 'no-share', 'no-money')),
  kopecks bigint NOT NULL CHECK (kopecks >= 0),
  PRIMARY KEY (municipality_id, sitting_id, application_id),
  FOREIGN KEY (municipality_id, sitting_id) REFERENCES contest_sitting,
  FOREIGN KEY (municipality_id, application_id) REFERENCES contest_application,
  CHECK (kopecks = 0 OR outcome IN ('awarded', 'awarded-part'))
);

CREATE TABLE contest_award_sum (
  municipality_id uuid NOT NULL,
  sitting_id uuid NOT NULL,
  application_id uuid NOT NULL,
  source text NOT NULL,
  kopecks bigint NOT NULL CHECK (kopecks >= 0),
  PRIMARY KEY (municipality_id, sitting_id, application_id, source),
  FOREIGN KEY (municipality_id, sitting_id, application_id) REFERENCES contest_award
);

-- Whether the reader is, or was, a juror of the call: then only what this table allows, whatever else they are.
CREATE FUNCTION contest_is_juror(in_call uuid) RETURNS boolean
  LANGUAGE sql STABLE
  AS $$ SELECT EXISTS (
    SELECT FROM contest_juror WHERE municipality_id = sosedstvo_municipality() AND call_id = in_call
      AND person_id::text = sosedstvo_contest_reader()) $$;

-- The reader as a juror in office who may see this application: assigned to it, and not recused from it.
CREATE FUNCTION contest_sits_on(in_call uuid, application uuid) RETURNS uuid
  LANGUAGE sql STABLE
  AS $$ SELECT juror.id FROM contest_juror juror
    WHERE juror.municipality_id = sosedstvo_municipality() AND juror.call_id = in_call
      AND juror.person_id::text = sosedstvo_contest_reader() AND juror.removed_at IS NULL
      AND EXISTS (SELECT FROM contest_assignment given WHERE given.municipality_id = juror.municipality_id
        AND given.juror_id = juror.id AND given.application_id = application)
      AND NOT EXISTS (SELECT FROM contest_recusal recusal WHERE recusal.municipality_id = juror.municipality_id
        AND recusal.juror_id = juror.id AND recusal.application_id = application) $$;

CREATE FUNCTION contest_may_read(in_call uuid, application uuid) RETURNS boolean
  LANGUAGE sql STABLE
  AS $$ SELECT CASE
    WHEN sosedstvo_contest_reader() IS NULL THEN false
    WHEN sosedstvo_contest_reader() = 'system' THEN true
    ELSE NOT contest_is_juror(in_call) OR contest_sits_on(in_call, application) IS NOT NULL END $$;

CREATE FUNCTION contest_marks_are_open(in_call uuid) RETURNS boolean
  LANGUAGE sql STABLE
  AS $$ SELECT EXISTS (SELECT FROM contest_call WHERE municipality_id = sosedstvo_municipality() AND id = in_call
    AND marks_opened_at IS NOT NULL) $$;

-- Until marks are open everybody sees their own alone, the office too.
CREATE FUNCTION contest_may_read_mark(in_call uuid, application uuid, juror uuid) RETURNS boolean
  LANGUAGE sql STABLE
  AS $$ SELECT CASE
    WHEN sosedstvo_contest_reader() IS NULL THEN false
    WHEN sosedstvo_contest_reader() = 'system' THEN true
    WHEN contest_sits_on(in_call, application) = juror THEN true
    ELSE contest_marks_are_open(in_call) AND contest_may_read(in_call, application) END $$;

CREATE FUNCTION contest_may_read_applicant(in_call uuid, application uuid) RETURNS boolean
  LANGUAGE sql STABLE
  AS $$ SELECT contest_may_read(in_call, application) AND (
    NOT contest_is_juror(in_call) OR EXISTS (SELECT FROM contest_call WHERE municipality_id = sosedstvo_municipality()
      AND id = in_call AND (NOT is_blind OR marks_opened_at IS NOT NULL))) $$;

DO $$
DECLARE
  name text;
  seen text;
BEGIN
  FOREACH name IN ARRAY ARRAY['contest', 'contest_call', 'contest_call_move', 'contest_juror', 'contest_application', 'contest_applicant',
    'contest_file', 'contest_submission', 'contest_application_move', 'contest_check', 'contest_recusal', 'contest_assignment',
    'contest_review', 'contest_mark', 'contest_sitting', 'contest_presence', 'contest_calculation', 'contest_award',
    'contest_award_sum'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY %I ON %I USING (municipality_id = sosedstvo_municipality()) WITH CHECK (municipality_id = sosedstvo_municipality())',
      name || '_tenant', name);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO sosedstvo_app', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name || '_no_truncate', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name || '_no_delete', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['contest_call_move', 'contest_submission', 'contest_application_move', 'contest_check', 'contest_recusal',
    'contest_assignment', 'contest_presence', 'contest_calculation', 'contest_award', 'contest_award_sum'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name || '_immutable', name);
  END LOOP;
  -- The wall: beside the tenant's policy, not instead of it.
  FOREACH name IN ARRAY ARRAY['contest_application', 'contest_file', 'contest_submission', 'contest_application_move', 'contest_check'] LOOP
    seen := CASE name WHEN 'contest_application' THEN 'id' ELSE 'application_id' END;
    EXECUTE format('CREATE POLICY %I ON %I AS RESTRICTIVE FOR SELECT USING (contest_may_read(call_id, %I))', name || '_wall', name, seen);
    EXECUTE format('CREATE POLICY %I ON %I AS RESTRICTIVE FOR UPDATE USING (contest_may_read(call_id, %I))', name || '_wall_update', name, seen);
  END LOOP;
END
$$;
CREATE POLICY contest_applicant_wall ON contest_applicant AS RESTRICTIVE FOR SELECT USING (contest_may_read_applicant(call_id, application_id));
CREATE POLICY contest_mark_wall ON contest_mark AS RESTRICTIVE FOR SELECT USING (contest_may_read_mark(call_id, application_id, juror_id));
-- The calculation holds everybody's marks: not for a juror who is recused from any of it, nor before the marks are open.
CREATE POLICY contest_calculation_wall ON contest_calculation AS RESTRICTIVE FOR SELECT USING (
  sosedstvo_contest_reader() IS NOT NULL AND (NOT contest_is_juror(call_id) OR NOT EXISTS (
    SELECT FROM contest_juror juror LEFT JOIN contest_recusal recusal
      ON recusal.municipality_id = juror.municipality_id AND recusal.juror_id = juror.id
    WHERE juror.municipality_id = sosedstvo_municipality() AND juror.call_id = contest_calculation.call_id
      AND juror.person_id::text = sosedstvo_contest_reader() AND (juror.removed_at IS NOT NULL OR recusal.juror_id IS NOT NULL))));
-- Nobody writes into another's sheet.
CREATE POLICY contest_mark_own ON contest_mark AS RESTRICTIVE FOR INSERT WITH CHECK (contest_sits_on(call_id, application_id) = juror_id);
CREATE POLICY contest_mark_own_update ON contest_mark AS RESTRICTIVE FOR UPDATE USING (contest_sits_on(call_id, application_id) = juror_id);
CREATE POLICY contest_review_own ON contest_review AS RESTRICTIVE FOR INSERT WITH CHECK (contest_sits_on(call_id, application_id) = juror_id);
CREATE POLICY contest_review_own_update ON contest_review AS RESTRICTIVE FOR UPDATE USING (contest_sits_on(call_id, application_id) = juror_id);

GRANT UPDATE (name, activity_id) ON contest TO sosedstvo_app;
GRANT UPDATE (state, opens_at, closes_at, review_until, terms, is_blind, marks_opened_at, last_number, version) ON contest_call TO sosedstvo_app;
GRANT UPDATE (is_chair, removed_at, removal_basis) ON contest_juror TO sosedstvo_app;
GRANT UPDATE (state, number, content, submitted_at, requested_kopecks, own_kopecks, correct_until, version, saved_at)
  ON contest_application TO sosedstvo_app;
GRANT UPDATE (kind, team) ON contest_applicant TO sosedstvo_app;
GRANT UPDATE (removed_at) ON contest_file TO sosedstvo_app;
GRANT UPDATE (state, votes, decided_at, version) ON contest_sitting TO sosedstvo_app;
GRANT UPDATE (submitted_at, version, saved_at) ON contest_review TO sosedstvo_app;
GRANT UPDATE (given, reasons) ON contest_mark TO sosedstvo_app;
