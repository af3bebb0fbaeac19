-- The desk: tasks with executor and deadline, messages on a record, notices.

-- Numbers that people see, by kind and year; a number once given is never given again.
CREATE TABLE desk_counter (
  municipality_id uuid NOT NULL REFERENCES municipality,
  kind text NOT NULL,
  year smallint NOT NULL,
  last integer NOT NULL CHECK (last > 0),
  PRIMARY KEY (municipality_id, kind, year)
);

-- «Поручение».
CREATE TABLE task (
  municipality_id uuid NOT NULL REFERENCES municipality,
  id uuid NOT NULL,
  -- № number/number_year: the year in which it was given.
  number integer NOT NULL,
  number_year smallint NOT NULL,
  kind text NOT NULL CHECK (kind IN ('programme', 'deadline', 'hand')),
  -- The year whose work it is.
  year smallint NOT NULL,
  title text NOT NULL CHECK (title <> '' AND length(title) <= 1000),
  details text,
  -- What it is about; the address without its language.
  subject_kind text,
  subject_id uuid,
  subject_href text,
  -- For a deadline: which of the subject's deadlines. For the programme's: null.
  purpose text,
  -- The programme from which it follows.
  source_id uuid,
  -- The organisation, as the programme names it.
  executor text CHECK (executor <> '' AND length(executor) <= 500),
  -- Who answers where there is no owner: whoever holds the role, in the subject or anywhere.
  role text,
  role_subject_id uuid,
  owner_person_id uuid REFERENCES person,
  -- Until 24:00 of this day in the municipality.
  due_date date NOT NULL,
  remind_days smallint NOT NULL CHECK (remind_days BETWEEN 0 AND 365),
  state text NOT NULL CHECK (state IN ('open', 'in-work', 'done', 'returned', 'accepted', 'cancelled')),
  -- The municipality's date on which it was done.
  done_on date,
  basis text,
  given_at timestamptz NOT NULL,
  given_by_person_id uuid REFERENCES person,
  given_by_name text,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (municipality_id, id),
  UNIQUE (municipality_id, number_year, number),
  CHECK (owner_person_id IS NOT NULL OR role IS NOT NULL),
  CHECK ((given_by_person_id IS NULL) <> (given_by_name IS NULL)),
  CHECK ((state IN ('done', 'accepted')) <= (done_on IS NOT NULL))
);
CREATE UNIQUE INDEX task_programme ON task (municipality_id, subject_id, year, executor)
  WHERE kind = 'programme' AND state <> 'cancelled';
CREATE UNIQUE INDEX task_deadline ON task (municipality_id, subject_kind, subject_id, purpose)
  WHERE kind = 'deadline' AND state <> 'cancelled';
-- What waits for a person, for a role, for being accepted, and for anybody, in order of deadline.
CREATE INDEX task_of_owner ON task (municipality_id, owner_person_id, due_date, id) WHERE state IN ('open', 'in-work', 'returned');
CREATE INDEX task_of_role ON task (municipality_id, role, due_date, id) WHERE owner_person_id IS NULL AND state IN ('open', 'in-work', 'returned');
CREATE INDEX task_done ON task (municipality_id, due_date, id) WHERE state = 'done';
CREATE INDEX task_waiting ON task (municipality_id, due_date, id) WHERE state IN ('open', 'in-work', 'returned');
-- The list and its totals.
CREATE INDEX task_year ON task (municipality_id, year, due_date, id) INCLUDE (state, kind);
CREATE INDEX task_due ON task (municipality_id, due_date, id) INCLUDE (state);
CREATE INDEX task_owner ON task (municipality_id, owner_person_id, due_date, id);
CREATE INDEX task_giver ON task (municipality_id, given_by_person_id, due_date, id);
CREATE INDEX task_role ON task (municipality_id, role, due_date, id) WHERE owner_person_id IS NULL;
CREATE INDEX task_executor_year ON task (municipality_id, year, executor, due_date, id) INCLUDE (state);
CREATE INDEX task_source ON task (municipality_id, source_id) WHERE kind = 'programme';

-- The history of each task, never altered.
CREATE TABLE task_event (
  municipality_id uuid NOT NULL,
  task_id uuid NOT NULL,
  -- The version of the task that it made.
  version integer NOT NULL,
  kind text NOT NULL,
  at timestamptz NOT NULL,
  by_person_id uuid REFERENCES person,
  by_name text,
  note text,
  before jsonb NOT NULL DEFAULT '{}',
  after jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (municipality_id, task_id, version),
  FOREIGN KEY (municipality_id, task_id) REFERENCES task,
  CHECK ((by_person_id IS NULL) <> (by_name IS NULL))
);

-- Which stage of which deadline was reminded of: each once.
CREATE TABLE task_reminder (
  municipality_id uuid NOT NULL,
  task_id uuid NOT NULL,
  due_date date NOT NULL,
  stage text NOT NULL CHECK (stage IN ('before', 'today', 'late')),
  at timestamptz NOT NULL,
  PRIMARY KEY (municipality_id, task_id, due_date, stage),
  FOREIGN KEY (municipality_id, task_id) REFERENCES task
);

-- Who answers for an organisation that the programme names.
CREATE TABLE task_executor (
  municipality_id uuid NOT NULL REFERENCES municipality,
  name text NOT NULL CHECK (name <> '' AND length(name) <= 500),
  role text NOT NULL,
  person_id uuid REFERENCES person,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (municipality_id, name)
);

-- «Сообщение» on a record; a thread is all messages of a subject. What was said stands in its versions.
CREATE TABLE message (
  municipality_id uuid NOT NULL REFERENCES municipality,
  id uuid NOT NULL,
  subject_kind text NOT NULL,
  subject_id uuid NOT NULL,
  author_id uuid NOT NULL REFERENCES person,
  at timestamptz NOT NULL,
  PRIMARY KEY (municipality_id, id)
);
CREATE INDEX message_thread ON message (municipality_id, subject_kind, subject_id, id);

CREATE TABLE message_version (
  municipality_id uuid NOT NULL,
  message_id uuid NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  text text NOT NULL CHECK (length(text) <= 10000),
  at timestamptz NOT NULL,
  PRIMARY KEY (municipality_id, message_id, version),
  FOREIGN KEY (municipality_id, message_id) REFERENCES message
);

-- Fetched by its own id from somebody who may see the record; the hash never leaves the server.
CREATE TABLE message_file (
  municipality_id uuid NOT NULL,
  id uuid NOT NULL,
  message_id uuid NOT NULL,
  hash text NOT NULL,
  name text NOT NULL,
  -- By content, not by name.
  media_type text NOT NULL,
  bytes bigint NOT NULL,
  PRIMARY KEY (municipality_id, id),
  FOREIGN KEY (municipality_id, message_id) REFERENCES message
);
CREATE INDEX message_file_message ON message_file (municipality_id, message_id);

-- How far each person has read each thread.
CREATE TABLE message_reading (
  municipality_id uuid NOT NULL REFERENCES municipality,
  subject_kind text NOT NULL,
  subject_id uuid NOT NULL,
  person_id uuid NOT NULL REFERENCES person,
  message_id uuid NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (municipality_id, subject_kind, subject_id, person_id)
);

-- «Уведомление»: one row for a person and an event.
CREATE TABLE notice (
  municipality_id uuid NOT NULL REFERENCES municipality,
  id uuid NOT NULL,
  person_id uuid NOT NULL REFERENCES person,
  kind text NOT NULL,
  -- The event: the same event again makes no second row.
  key text NOT NULL,
  subject_kind text NOT NULL,
  subject_id uuid NOT NULL,
  href text NOT NULL,
  title text NOT NULL,
  detail jsonb NOT NULL DEFAULT '{}',
  at timestamptz NOT NULL,
  read_at timestamptz,
  PRIMARY KEY (municipality_id, id),
  UNIQUE (municipality_id, person_id, key)
);
CREATE INDEX notice_of_person ON notice (municipality_id, person_id, id DESC);
CREATE INDEX notice_unread ON notice (municipality_id, person_id, id DESC) WHERE read_at IS NULL;

-- Which notices a person wants by letter too; what is not here is as the product decides.
CREATE TABLE notice_choice (
  municipality_id uuid NOT NULL REFERENCES municipality,
  person_id uuid NOT NULL REFERENCES person,
  kind text NOT NULL,
  by_letter boolean NOT NULL,
  PRIMARY KEY (municipality_id, person_id, kind)
);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY[
    'desk_counter', 'task', 'task_event', 'task_reminder', 'task_executor', 'message', 'message_version',
    'message_file', 'message_reading', 'notice', 'notice_choice'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY %I ON %I USING (municipality_id = sosedstvo_municipality()) WITH CHECK (municipality_id = sosedstvo_municipality())',
      name || '_tenant', name);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO sosedstvo_app', name);
  END LOOP;
END
$$;
CREATE TRIGGER task_event_immutable BEFORE UPDATE OR DELETE ON task_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER task_event_no_truncate BEFORE TRUNCATE ON task_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT UPDATE (last) ON desk_counter TO sosedstvo_app;
GRANT UPDATE (title, details, subject_href, executor, role, role_subject_id, owner_person_id, due_date, remind_days,
  state, done_on, basis, version) ON task TO sosedstvo_app;
GRANT UPDATE (role, person_id, changed_at) ON task_executor TO sosedstvo_app;
GRANT UPDATE (message_id, at) ON message_reading TO sosedstvo_app;
GRANT UPDATE (read_at) ON notice TO sosedstvo_app;
GRANT UPDATE (by_letter) ON notice_choice TO sosedstvo_app;
