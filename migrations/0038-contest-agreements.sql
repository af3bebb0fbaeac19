-- What follows an award: minutes and agreements as files, instalments, usage reports, refund demands.

-- «Документ»: minutes or an agreement, fixed with its hash. A change after is another document that names the one before.
CREATE TABLE contest_document (
  municipality_id uuid NOT NULL,
  id uuid NOT NULL,
  call_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('minutes', 'agreement')),
  sitting_id uuid NOT NULL,
  -- Of an agreement: whose award it is about.
  application_id uuid,
  name text NOT NULL CHECK (name <> '' AND length(name) <= 300),
  hash text NOT NULL,
  bytes bigint NOT NULL CHECK (bytes > 0),
  replaces_id uuid,
  at timestamptz NOT NULL,
  by_person_id uuid REFERENCES person,
  by_name text,
  PRIMARY KEY (municipality_id, id),
  FOREIGN KEY (municipality_id, sitting_id) REFERENCES contest_sitting,
  FOREIGN KEY (municipality_id, application_id) REFERENCES contest_application,
  FOREIGN KEY (municipality_id, replaces_id) REFERENCES contest_document,
  UNIQUE (municipality_id, replaces_id),
  CHECK ((kind = 'agreement') = (application_id IS NOT NULL)),
  CHECK ((by_person_id IS NULL) <> (by_name IS NULL))
);
CREATE INDEX contest_document_of ON contest_document (municipality_id, sitting_id, kind, at);

-- «Подпись» on the file: who, office held, date, and a scan of the paper or a detached signature over these bytes.
CREATE TABLE contest_signature (
  municipality_id uuid NOT NULL,
  id uuid NOT NULL,
  document_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('paper', 'detached')),
  signer text NOT NULL CHECK (signer <> '' AND length(signer) <= 200),
  office text NOT NULL CHECK (office <> '' AND length(office) <= 300),
  signed_on date NOT NULL,
  name text NOT NULL CHECK (name <> '' AND length(name) <= 300),
  hash text NOT NULL,
  at timestamptz NOT NULL,
  by_person_id uuid REFERENCES person,
  by_name text,
  PRIMARY KEY (municipality_id, id),
  FOREIGN KEY (municipality_id, document_id) REFERENCES contest_document,
  CHECK ((by_person_id IS NULL) <> (by_name IS NULL))
);
CREATE INDEX contest_signature_of ON contest_signature (municipality_id, document_id);

-- «Шаблон соглашения» of the municipality: each version is a row, the latest holds.
CREATE TABLE contest_template (
  municipality_id uuid NOT NULL REFERENCES municipality,
  version integer NOT NULL CHECK (version > 0),
  body text NOT NULL CHECK (body <> '' AND length(body) <= 100000),
  at timestamptz NOT NULL,
  by_person_id uuid REFERENCES person,
  by_name text,
  PRIMARY KEY (municipality_id, version),
  CHECK ((by_person_id IS NULL) <> (by_name IS NULL))
);

-- «Соглашение» with who was awarded.
CREATE TABLE contest_agreement (
  municipality_id uuid NOT NULL,
  application_id uuid NOT NULL,
  call_id uuid NOT NULL,
  sitting_id uuid NOT NULL,
  year smallint NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  date date NOT NULL,
  payee text NOT NULL CHECK (payee <> '' AND length(payee) <= 500),
  details text NOT NULL DEFAULT '' CHECK (length(details) <= 2000),
  report_due date NOT NULL CHECK (report_due >= date),
  -- The payment request that the ledger took.
  request_id uuid,
  version integer NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (municipality_id, application_id),
  UNIQUE (municipality_id, year, number),
  FOREIGN KEY (municipality_id, sitting_id, application_id) REFERENCES contest_award
);

-- «График перечисления»: an instalment by source.
CREATE TABLE contest_instalment (
  municipality_id uuid NOT NULL,
  application_id uuid NOT NULL,
  place integer NOT NULL CHECK (place > 0),
  pay_by date NOT NULL,
  source text NOT NULL,
  kopecks bigint NOT NULL CHECK (kopecks > 0),
  PRIMARY KEY (municipality_id, application_id, place, source),
  FOREIGN KEY (municipality_id, application_id) REFERENCES contest_agreement
);

-- «Отчёт получателя» as it is typed; spent by lines of the estimate, roubles as texts.
CREATE TABLE contest_usage (
  municipality_id uuid NOT NULL,
  application_id uuid NOT NULL,
  call_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'submitted', 'returned', 'accepted')),
  story text NOT NULL DEFAULT '' CHECK (length(story) <= 20000),
  spent jsonb NOT NULL DEFAULT '[]',
  spent_kopecks bigint CHECK (spent_kopecks >= 0),
  correct_until date,
  version integer NOT NULL DEFAULT 1,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (municipality_id, application_id),
  FOREIGN KEY (municipality_id, application_id) REFERENCES contest_agreement,
  CHECK (state IN ('draft', 'returned') OR spent_kopecks IS NOT NULL),
  CHECK ((state = 'returned') <= (correct_until IS NOT NULL))
);

CREATE TABLE contest_usage_move (
  municipality_id uuid NOT NULL,
  application_id uuid NOT NULL,
  version integer NOT NULL,
  move text NOT NULL,
  reason text CHECK (reason <> '' AND length(reason) <= 2000),
  at timestamptz NOT NULL,
  by_person_id uuid REFERENCES person,
  by_name text,
  PRIMARY KEY (municipality_id, application_id, version),
  FOREIGN KEY (municipality_id, application_id) REFERENCES contest_usage,
  CHECK ((by_person_id IS NULL) <> (by_name IS NULL))
);

-- Photographs, which are published once the report is accepted, and receipts for a line of the estimate, which are not.
CREATE TABLE contest_usage_file (
  municipality_id uuid NOT NULL,
  id uuid NOT NULL,
  application_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('photo', 'receipt')),
  line integer CHECK (line >= 0),
  name text NOT NULL CHECK (name <> '' AND length(name) <= 300),
  media_type text NOT NULL,
  hash text NOT NULL,
  bytes bigint NOT NULL CHECK (bytes > 0),
  added_at timestamptz NOT NULL,
  removed_at timestamptz,
  PRIMARY KEY (municipality_id, id),
  FOREIGN KEY (municipality_id, application_id) REFERENCES contest_usage
);
CREATE INDEX contest_usage_file_of ON contest_usage_file (municipality_id, application_id) WHERE removed_at IS NULL;

-- «Требование о возврате»: the rest that was not spent, or what was misused.
CREATE TABLE contest_refund (
  municipality_id uuid NOT NULL,
  id uuid NOT NULL,
  application_id uuid NOT NULL,
  ground text NOT NULL CHECK (ground IN ('unspent', 'misuse')),
  reason text NOT NULL CHECK (reason <> '' AND length(reason) <= 2000),
  kopecks bigint NOT NULL CHECK (kopecks > 0),
  demanded_on date NOT NULL,
  due_on date NOT NULL CHECK (due_on >= demanded_on),
  -- By which document it came back, or why it is not demanded any more.
  settled_on date,
  settled_as text CHECK (settled_as IN ('returned', 'withdrawn')),
  settled_basis text CHECK (settled_basis <> '' AND length(settled_basis) <= 1000),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (municipality_id, id),
  FOREIGN KEY (municipality_id, application_id) REFERENCES contest_agreement,
  CHECK ((settled_on IS NULL) = (settled_as IS NULL) AND (settled_on IS NULL) = (settled_basis IS NULL))
);
CREATE INDEX contest_refund_of ON contest_refund (municipality_id, application_id);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['contest_document', 'contest_signature', 'contest_template', 'contest_agreement', 'contest_instalment',
    'contest_usage', 'contest_usage_move', 'contest_usage_file', 'contest_refund'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY %I ON %I USING (municipality_id = sosedstvo_municipality()) WITH CHECK (municipality_id = sosedstvo_municipality())',
      name || '_tenant', name);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO sosedstvo_app', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name || '_no_truncate', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name || '_no_delete', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['contest_document', 'contest_signature', 'contest_template', 'contest_instalment', 'contest_usage_move'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name || '_immutable', name);
  END LOOP;
END
$$;
GRANT UPDATE (request_id, version) ON contest_agreement TO sosedstvo_app;
GRANT UPDATE (state, story, spent, spent_kopecks, correct_until, version, saved_at) ON contest_usage TO sosedstvo_app;
GRANT UPDATE (removed_at) ON contest_usage_file TO sosedstvo_app;
GRANT UPDATE (settled_on, settled_as, settled_basis, version) ON contest_refund TO sosedstvo_app;
