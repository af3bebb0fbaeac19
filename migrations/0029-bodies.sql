-- Councils, commissions and working groups at the authorities, and who holds their seats.

-- «Совет, комиссия, рабочая группа».
CREATE TABLE body (
  municipality_id uuid NOT NULL REFERENCES municipality,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('council', 'commission', 'working-group', 'other')),
  name text NOT NULL CHECK (name <> '' AND length(name) <= 500),
  -- At which authority.
  authority text NOT NULL CHECK (authority <> '' AND length(authority) <= 500),
  -- The act that set it up: one of the register, or its words.
  act_id uuid,
  act_words text CHECK (act_words <> '' AND length(act_words) <= 1000),
  since date NOT NULL,
  -- The last day on which it existed.
  until date CHECK (until >= since),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (municipality_id, id),
  FOREIGN KEY (municipality_id, act_id) REFERENCES legal_act,
  CHECK (num_nonnulls(act_id, act_words) = 1)
);

-- How many seats it has from a day on, until another number holds.
CREATE TABLE body_size (
  municipality_id uuid NOT NULL,
  body_id uuid NOT NULL,
  since date NOT NULL,
  seats integer NOT NULL CHECK (seats BETWEEN 1 AND 500),
  basis text NOT NULL CHECK (basis <> '' AND length(basis) <= 1000),
  PRIMARY KEY (municipality_id, body_id, since),
  FOREIGN KEY (municipality_id, body_id) REFERENCES body
);

-- «Место»: who holds which for how long. Whoever writes one holds the body's row, so two never hold a seat at once.
CREATE TABLE body_seat (
  municipality_id uuid NOT NULL,
  id uuid NOT NULL,
  body_id uuid NOT NULL,
  seat integer NOT NULL CHECK (seat BETWEEN 1 AND 500),
  -- Whose representative; null where the seat is held by others.
  association_id uuid,
  -- Only with the consent of the person named.
  holder_name text CHECK (holder_name <> '' AND length(holder_name) <= 200),
  consent text CHECK (consent <> '' AND length(consent) <= 1000),
  since date NOT NULL,
  -- The last day of the term; null where none is set.
  until date CHECK (until >= since),
  basis text NOT NULL CHECK (basis <> '' AND length(basis) <= 1000),
  -- Why it ended before its term, or was entered by mistake.
  ended_basis text CHECK (ended_basis <> '' AND length(ended_basis) <= 1000),
  cancelled_at timestamptz,
  recorded_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (municipality_id, id),
  FOREIGN KEY (municipality_id, body_id) REFERENCES body,
  FOREIGN KEY (municipality_id, association_id) REFERENCES association,
  CHECK ((holder_name IS NULL) OR (consent IS NOT NULL))
);
CREATE INDEX body_seat_body ON body_seat (municipality_id, body_id, seat, since);
CREATE INDEX body_seat_association ON body_seat (municipality_id, association_id) WHERE association_id IS NOT NULL;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['body', 'body_size', 'body_seat'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY %I ON %I USING (municipality_id = sosedstvo_municipality()) WITH CHECK (municipality_id = sosedstvo_municipality())',
      name || '_tenant', name);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO sosedstvo_app', name);
  END LOOP;
END
$$;
GRANT UPDATE (kind, name, authority, act_id, act_words, since, until, version) ON body TO sosedstvo_app;
GRANT UPDATE (seats, basis) ON body_size TO sosedstvo_app;
GRANT UPDATE (holder_name, consent, until, ended_basis, cancelled_at, version) ON body_seat TO sosedstvo_app;
