-- Payment requests: asked, approved into an obligation, left as payments.

-- «Заявка на оплату». Its sums belong to a round: one that was returned is asked again with others.
CREATE TABLE payment_request (
  municipality_id uuid NOT NULL REFERENCES municipality,
  id uuid NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  number_year smallint NOT NULL,
  state text NOT NULL CHECK (state IN ('requested', 'returned', 'approved', 'paid', 'withdrawn')),
  round integer NOT NULL DEFAULT 1 CHECK (round > 0),
  activity_id uuid NOT NULL,
  year smallint NOT NULL,
  basis_kind text NOT NULL CHECK (basis_kind IN ('agreement', 'contract', 'act', 'other')),
  basis text NOT NULL CHECK (basis <> '' AND length(basis) <= 1000),
  -- The day of the document: from it the obligation holds.
  date date NOT NULL,
  payee text NOT NULL CHECK (payee <> '' AND length(payee) <= 500),
  purpose text NOT NULL CHECK (purpose <> '' AND length(purpose) <= 1000),
  -- To be paid until this day is over.
  pay_by date NOT NULL,
  -- Given where it asks for money of an obligation that is there; else the one that its approval made.
  commitment_id uuid,
  own_commitment boolean NOT NULL DEFAULT false,
  version integer NOT NULL DEFAULT 1,
  asked_at timestamptz NOT NULL,
  asked_by_person_id uuid REFERENCES person,
  asked_by_name text,
  key text NOT NULL CHECK (key <> '' AND length(key) <= 200),
  digest text NOT NULL,
  PRIMARY KEY (municipality_id, id),
  UNIQUE (municipality_id, number_year, number),
  UNIQUE (municipality_id, key),
  FOREIGN KEY (municipality_id, activity_id) REFERENCES activity,
  FOREIGN KEY (municipality_id, commitment_id) REFERENCES ledger_entry,
  CHECK ((asked_by_person_id IS NULL) <> (asked_by_name IS NULL)),
  CHECK ((state IN ('approved', 'paid')) <= (commitment_id IS NOT NULL)),
  CHECK (own_commitment <= (commitment_id IS NOT NULL))
);
CREATE INDEX payment_request_list ON payment_request (municipality_id, number_year DESC, number DESC);
CREATE INDEX payment_request_open ON payment_request (municipality_id, state) WHERE state IN ('requested', 'returned', 'approved');
CREATE INDEX payment_request_commitment ON payment_request (municipality_id, commitment_id) WHERE commitment_id IS NOT NULL;

CREATE TABLE payment_request_sum (
  municipality_id uuid NOT NULL,
  request_id uuid NOT NULL,
  round integer NOT NULL,
  source_id uuid NOT NULL,
  kopecks bigint NOT NULL CHECK (kopecks > 0),
  PRIMARY KEY (municipality_id, request_id, round, source_id),
  FOREIGN KEY (municipality_id, request_id) REFERENCES payment_request,
  FOREIGN KEY (municipality_id, source_id) REFERENCES funding_source
);

-- What happened to it, never changed.
CREATE TABLE payment_request_move (
  municipality_id uuid NOT NULL,
  request_id uuid NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  move text NOT NULL CHECK (move IN ('ask', 'approve', 'return', 'change', 'withdraw', 'cancel', 'pay', 'reopen')),
  reason text CHECK (reason <> '' AND length(reason) <= 2000),
  at timestamptz NOT NULL,
  by_person_id uuid REFERENCES person,
  by_name text,
  PRIMARY KEY (municipality_id, request_id, version),
  FOREIGN KEY (municipality_id, request_id) REFERENCES payment_request,
  CHECK ((by_person_id IS NULL) <> (by_name IS NULL))
);

-- A payment that a request asked for, where its obligation serves others too.
CREATE TABLE payment_request_payment (
  municipality_id uuid NOT NULL,
  payment_id uuid NOT NULL,
  request_id uuid NOT NULL,
  PRIMARY KEY (municipality_id, payment_id),
  FOREIGN KEY (municipality_id, payment_id) REFERENCES ledger_entry,
  FOREIGN KEY (municipality_id, request_id) REFERENCES payment_request
);
CREATE INDEX payment_request_payment_of ON payment_request_payment (municipality_id, request_id);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['payment_request', 'payment_request_sum', 'payment_request_move', 'payment_request_payment'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY %I ON %I USING (municipality_id = sosedstvo_municipality()) WITH CHECK (municipality_id = sosedstvo_municipality())',
      name || '_tenant', name);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO sosedstvo_app', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name || '_no_truncate', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name || '_no_delete', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['payment_request_sum', 'payment_request_move', 'payment_request_payment'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name || '_immutable', name);
  END LOOP;
END
$$;
GRANT UPDATE (state, round, activity_id, year, basis_kind, basis, date, payee, purpose, pay_by, commitment_id, own_commitment, version)
  ON payment_request TO sosedstvo_app;
