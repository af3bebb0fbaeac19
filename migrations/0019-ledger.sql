-- The ledger: entries of double entry, never altered; balances that the database itself keeps and limits by.

-- Numbers that people see, by the year in which an entry was recorded; a number once given is never given again.
CREATE TABLE ledger_counter (
  municipality_id uuid NOT NULL REFERENCES municipality,
  year smallint NOT NULL,
  last integer NOT NULL CHECK (last > 0),
  PRIMARY KEY (municipality_id, year)
);

-- «Запись»: one command of a person, whole or not at all.
CREATE TABLE ledger_entry (
  municipality_id uuid NOT NULL REFERENCES municipality,
  id uuid NOT NULL,
  -- № number/number_year: the year in which it was recorded.
  number integer NOT NULL CHECK (number > 0),
  number_year smallint NOT NULL,
  kind text NOT NULL CHECK (kind IN ('allocation', 'appropriation', 'commitment', 'carry-over', 'payment', 'release',
    'lapse', 'refund', 'late-refund', 'return', 'reversal')),
  -- The day on which it holds; of a payment the day of the treasury's mark.
  date date NOT NULL,
  -- The budget year; null of an allocation, which states all years of a programme.
  year smallint,
  activity_id uuid,
  -- Of an allocation: the programme and the edition that states it.
  programme_id uuid,
  edition_id uuid,
  -- What it moves in all; less than nothing where a plan went down, and in a reversal.
  kopecks bigint NOT NULL,
  basis_kind text NOT NULL CHECK (basis_kind IN ('edition', 'budget-decision', 'budget-list', 'agreement', 'contract', 'payment-order', 'act', 'other')),
  basis text NOT NULL CHECK (basis <> '' AND length(basis) <= 1000),
  payee text CHECK (payee <> '' AND length(payee) <= 500),
  note text CHECK (note <> '' AND length(note) <= 2000),
  -- The obligation whose money it moves; of an obligation itself its own id.
  commitment_id uuid,
  -- The entry that it follows from: the payment refunded, the entry reversed, the obligation carried over.
  of_entry_id uuid,
  -- So many postings belong to it; more cannot be added later.
  posting_count integer NOT NULL CHECK (posting_count >= 0),
  -- The command's own key, and what it asked for: the same command again makes no second entry.
  key text NOT NULL CHECK (key <> '' AND length(key) <= 200),
  digest text NOT NULL,
  at timestamptz NOT NULL,
  by_person_id uuid REFERENCES person,
  by_name text,
  PRIMARY KEY (municipality_id, id),
  UNIQUE (municipality_id, number_year, number),
  UNIQUE (municipality_id, key),
  FOREIGN KEY (municipality_id, activity_id) REFERENCES activity,
  FOREIGN KEY (municipality_id, programme_id) REFERENCES programme,
  FOREIGN KEY (municipality_id, edition_id) REFERENCES edition,
  FOREIGN KEY (municipality_id, commitment_id) REFERENCES ledger_entry,
  FOREIGN KEY (municipality_id, of_entry_id) REFERENCES ledger_entry,
  CHECK ((by_person_id IS NULL) <> (by_name IS NULL)),
  CHECK ((kind = 'allocation') = (activity_id IS NULL AND year IS NULL) OR kind = 'reversal'),
  CHECK ((kind = 'allocation') = (edition_id IS NOT NULL AND programme_id IS NOT NULL)),
  CHECK ((kind IN ('commitment', 'carry-over')) <= (commitment_id = id)),
  CHECK ((kind IN ('payment', 'release', 'lapse', 'refund', 'late-refund')) <= (commitment_id IS NOT NULL)),
  CHECK ((kind IN ('refund', 'late-refund', 'return', 'reversal', 'carry-over')) <= (of_entry_id IS NOT NULL))
);
-- An entry is reversed once.
CREATE UNIQUE INDEX ledger_entry_reversal ON ledger_entry (municipality_id, of_entry_id) WHERE kind = 'reversal';
CREATE INDEX ledger_entry_of ON ledger_entry (municipality_id, of_entry_id) WHERE of_entry_id IS NOT NULL;
CREATE INDEX ledger_entry_commitment ON ledger_entry (municipality_id, commitment_id, date, id) WHERE commitment_id IS NOT NULL;
CREATE INDEX ledger_entry_programme ON ledger_entry (municipality_id, programme_id) WHERE programme_id IS NOT NULL;
-- The journal with its conditions, the newest first.
CREATE INDEX ledger_entry_journal ON ledger_entry (municipality_id, date DESC, id DESC);
CREATE INDEX ledger_entry_kind ON ledger_entry (municipality_id, kind, date DESC, id DESC);
CREATE INDEX ledger_entry_year ON ledger_entry (municipality_id, year, date DESC, id DESC);
CREATE INDEX ledger_entry_activity ON ledger_entry (municipality_id, activity_id, date DESC, id DESC);

-- «Проводка»: money only moves, so those of an entry add up to nothing in each activity, source and year.
CREATE TABLE ledger_posting (
  municipality_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  position integer NOT NULL CHECK (position >= 0),
  activity_id uuid NOT NULL,
  source_id uuid NOT NULL,
  year smallint NOT NULL,
  account text NOT NULL CHECK (account IN ('programme', 'allocated', 'budget', 'free', 'reserved', 'paid', 'refunded',
    'refunded-late', 'to-return', 'returned')),
  kopecks bigint NOT NULL CHECK (kopecks <> 0),
  PRIMARY KEY (municipality_id, entry_id, position),
  FOREIGN KEY (municipality_id, entry_id) REFERENCES ledger_entry,
  FOREIGN KEY (municipality_id, activity_id) REFERENCES activity,
  FOREIGN KEY (municipality_id, source_id) REFERENCES funding_source
);

-- What a document of the budget says that a line has: the whole sum, of which the postings are the change.
CREATE TABLE ledger_plan (
  municipality_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  source_id uuid NOT NULL,
  kopecks bigint NOT NULL CHECK (kopecks >= 0),
  PRIMARY KEY (municipality_id, entry_id, source_id),
  FOREIGN KEY (municipality_id, entry_id) REFERENCES ledger_entry,
  FOREIGN KEY (municipality_id, source_id) REFERENCES funding_source
);

-- Balances of an activity, a source and a year. The constraints are the limits: appropriation >= commitments >= payments.
CREATE TABLE ledger_balance (
  municipality_id uuid NOT NULL REFERENCES municipality,
  activity_id uuid NOT NULL,
  source_id uuid NOT NULL,
  year smallint NOT NULL,
  programme bigint NOT NULL DEFAULT 0,
  allocated bigint NOT NULL DEFAULT 0 CONSTRAINT ledger_allocated CHECK (allocated >= 0),
  budget bigint NOT NULL DEFAULT 0 CONSTRAINT ledger_budget CHECK (budget <= 0),
  free bigint NOT NULL DEFAULT 0 CONSTRAINT ledger_free CHECK (free >= 0),
  reserved bigint NOT NULL DEFAULT 0 CONSTRAINT ledger_reserved CHECK (reserved >= 0),
  paid bigint NOT NULL DEFAULT 0 CONSTRAINT ledger_paid CHECK (paid >= 0),
  refunded bigint NOT NULL DEFAULT 0 CONSTRAINT ledger_refunded CHECK (refunded <= 0),
  refunded_late bigint NOT NULL DEFAULT 0 CONSTRAINT ledger_refunded_late CHECK (refunded_late <= 0),
  to_return bigint NOT NULL DEFAULT 0 CONSTRAINT ledger_to_return CHECK (to_return >= 0),
  returned bigint NOT NULL DEFAULT 0 CONSTRAINT ledger_returned CHECK (returned >= 0),
  PRIMARY KEY (municipality_id, activity_id, source_id, year),
  CONSTRAINT ledger_net CHECK (paid + refunded >= 0)
);
CREATE INDEX ledger_balance_year ON ledger_balance (municipality_id, year);

-- Balances of one obligation by source.
CREATE TABLE ledger_commitment (
  municipality_id uuid NOT NULL,
  commitment_id uuid NOT NULL,
  source_id uuid NOT NULL,
  reserved bigint NOT NULL DEFAULT 0 CONSTRAINT commitment_reserved CHECK (reserved >= 0),
  paid bigint NOT NULL DEFAULT 0 CONSTRAINT commitment_paid CHECK (paid >= 0),
  refunded bigint NOT NULL DEFAULT 0 CONSTRAINT commitment_refunded CHECK (refunded <= 0),
  PRIMARY KEY (municipality_id, commitment_id, source_id),
  FOREIGN KEY (municipality_id, commitment_id) REFERENCES ledger_entry,
  CONSTRAINT commitment_net CHECK (paid + refunded >= 0)
);
CREATE INDEX ledger_commitment_open ON ledger_commitment (municipality_id, commitment_id) WHERE reserved > 0;

-- «Выписка»: a file of the bank or the treasury as it was taken in; its payments are proposed from it whenever it is opened.
CREATE TABLE ledger_statement (
  municipality_id uuid NOT NULL REFERENCES municipality,
  hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  name text NOT NULL CHECK (name <> '' AND length(name) <= 300),
  bytes bigint NOT NULL CHECK (bytes > 0),
  taken_at timestamptz NOT NULL,
  taken_by_person_id uuid REFERENCES person,
  taken_by_name text,
  PRIMARY KEY (municipality_id, hash),
  CHECK ((taken_by_person_id IS NULL) <> (taken_by_name IS NULL))
);

-- Runs as the owner: nobody else writes balances, so none can drift from its postings.
CREATE FUNCTION post_to_balances() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF EXISTS (
    SELECT FROM added JOIN ledger_entry AS entry ON entry.municipality_id = added.municipality_id AND entry.id = added.entry_id
    WHERE added.position >= entry.posting_count) THEN
    RAISE EXCEPTION 'an entry gets no further postings' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  INSERT INTO ledger_balance (municipality_id, activity_id, source_id, year)
    SELECT DISTINCT municipality_id, activity_id, source_id, year FROM added ORDER BY 1, 2, 3, 4
    ON CONFLICT DO NOTHING;
  UPDATE ledger_balance AS balance SET
    programme = balance.programme + moved.programme, allocated = balance.allocated + moved.allocated,
    budget = balance.budget + moved.budget, free = balance.free + moved.free,
    reserved = balance.reserved + moved.reserved, paid = balance.paid + moved.paid,
    refunded = balance.refunded + moved.refunded, refunded_late = balance.refunded_late + moved.refunded_late,
    to_return = balance.to_return + moved.to_return, returned = balance.returned + moved.returned
  FROM (
    SELECT municipality_id, activity_id, source_id, year,
      coalesce(sum(kopecks) FILTER (WHERE account = 'programme'), 0) AS programme,
      coalesce(sum(kopecks) FILTER (WHERE account = 'allocated'), 0) AS allocated,
      coalesce(sum(kopecks) FILTER (WHERE account = 'budget'), 0) AS budget,
      coalesce(sum(kopecks) FILTER (WHERE account = 'free'), 0) AS free,
      coalesce(sum(kopecks) FILTER (WHERE account = 'reserved'), 0) AS reserved,
      coalesce(sum(kopecks) FILTER (WHERE account = 'paid'), 0) AS paid,
      coalesce(sum(kopecks) FILTER (WHERE account = 'refunded'), 0) AS refunded,
      coalesce(sum(kopecks) FILTER (WHERE account = 'refunded-late'), 0) AS refunded_late,
      coalesce(sum(kopecks) FILTER (WHERE account = 'to-return'), 0) AS to_return,
      coalesce(sum(kopecks) FILTER (WHERE account = 'returned'), 0) AS returned
    FROM added GROUP BY municipality_id, activity_id, source_id, year) AS moved
  WHERE balance.municipality_id = moved.municipality_id AND balance.activity_id = moved.activity_id
    AND balance.source_id = moved.source_id AND balance.year = moved.year;
  INSERT INTO ledger_commitment (municipality_id, commitment_id, source_id)
    SELECT DISTINCT added.municipality_id, entry.commitment_id, added.source_id
    FROM added JOIN ledger_entry AS entry ON entry.municipality_id = added.municipality_id AND entry.id = added.entry_id
    WHERE entry.commitment_id IS NOT NULL ORDER BY 1, 2, 3
    ON CONFLICT DO NOTHING;
  UPDATE ledger_commitment AS commitment SET
    reserved = commitment.reserved + moved.reserved, paid = commitment.paid + moved.paid,
    refunded = commitment.refunded + moved.refunded
  FROM (
    SELECT added.municipality_id, entry.commitment_id, added.source_id,
      coalesce(sum(added.kopecks) FILTER (WHERE account = 'reserved'), 0) AS reserved,
      coalesce(sum(added.kopecks) FILTER (WHERE account = 'paid'), 0) AS paid,
      coalesce(sum(added.kopecks) FILTER (WHERE account IN ('refunded', 'refunded-late')), 0) AS refunded
    FROM added JOIN ledger_entry AS entry ON entry.municipality_id = added.municipality_id AND entry.id = added.entry_id
    WHERE entry.commitment_id IS NOT NULL
    GROUP BY added.municipality_id, entry.commitment_id, added.source_id) AS moved
  WHERE commitment.municipality_id = moved.municipality_id AND commitment.commitment_id = moved.commitment_id
    AND commitment.source_id = moved.source_id;
  RETURN NULL;
END
$$;
CREATE TRIGGER ledger_posting_balances AFTER INSERT ON ledger_posting
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION post_to_balances();

-- At the end of the transaction: an entry has all its postings, and in each line they add up to nothing.
CREATE FUNCTION check_ledger_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(*) FROM ledger_posting WHERE municipality_id = NEW.municipality_id AND entry_id = NEW.id) <> NEW.posting_count
  THEN
    RAISE EXCEPTION 'entry % has not all its postings', NEW.id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF EXISTS (
    SELECT FROM ledger_posting WHERE municipality_id = NEW.municipality_id AND entry_id = NEW.id
    GROUP BY activity_id, source_id, year HAVING sum(kopecks) <> 0) THEN
    RAISE EXCEPTION 'entry % does not balance', NEW.id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER ledger_entry_balances AFTER INSERT ON ledger_entry
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_ledger_entry();

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY[
    'ledger_counter', 'ledger_entry', 'ledger_posting', 'ledger_plan', 'ledger_balance', 'ledger_commitment', 'ledger_statement'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY %I ON %I USING (municipality_id = sosedstvo_municipality()) WITH CHECK (municipality_id = sosedstvo_municipality())',
      name || '_tenant', name);
    EXECUTE format('GRANT SELECT ON %I TO sosedstvo_app', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name || '_no_truncate', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['ledger_entry', 'ledger_posting', 'ledger_plan', 'ledger_statement'] LOOP
    EXECUTE format('GRANT INSERT ON %I TO sosedstvo_app', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name || '_immutable', name);
  END LOOP;
  -- Balances come from the function above alone; written straight, even by the owner, they are refused.
  FOREACH name IN ARRAY ARRAY['ledger_balance', 'ledger_commitment'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE INSERT OR UPDATE ON %I FOR EACH ROW WHEN (pg_trigger_depth() < 1) EXECUTE FUNCTION refuse_change()',
      name || '_by_trigger', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name || '_no_delete', name);
  END LOOP;
END
$$;
GRANT INSERT ON ledger_counter TO sosedstvo_app;
GRANT UPDATE (last) ON ledger_counter TO sosedstvo_app;

-- Editions that were approved before there was a ledger get their allocation now: the one in force of each programme.
DO $$
DECLARE
  standing record;
  entry uuid;
  lines integer;
BEGIN
  FOR standing IN
    SELECT edition.municipality_id, edition.id, edition.programme_id, edition.number AS edition_number, programme.slug
    FROM edition JOIN programme ON programme.municipality_id = edition.municipality_id AND programme.id = edition.programme_id
      AND programme.last_edition = edition.number
    ORDER BY edition.municipality_id, programme.slug
  LOOP
    entry := gen_random_uuid();
    SELECT count(*) INTO lines FROM allocation
      WHERE municipality_id = standing.municipality_id AND edition_id = standing.id AND kopecks <> 0;
    INSERT INTO ledger_counter (municipality_id, year, last)
      VALUES (standing.municipality_id, extract(year FROM now()), 1)
      ON CONFLICT (municipality_id, year) DO UPDATE SET last = ledger_counter.last + 1;
    INSERT INTO ledger_entry (municipality_id, id, number, number_year, kind, date, programme_id, edition_id, kopecks,
        basis_kind, basis, posting_count, key, digest, at, by_name)
      SELECT standing.municipality_id, entry, counter.last, counter.year, 'allocation', now()::date, standing.programme_id,
        standing.id, coalesce((SELECT sum(kopecks) FROM allocation
          WHERE municipality_id = standing.municipality_id AND edition_id = standing.id), 0),
        'edition', standing.slug || ', редакция ' || standing.edition_number, lines * 2, 'edition ' || standing.id, '', now(),
        'обновление программы'
      FROM ledger_counter AS counter
      WHERE counter.municipality_id = standing.municipality_id AND counter.year = extract(year FROM now());
    INSERT INTO ledger_posting (municipality_id, entry_id, position, activity_id, source_id, year, account, kopecks)
      SELECT standing.municipality_id, entry, row_number() OVER (ORDER BY activity_id, source_id, year, account) - 1,
        activity_id, source_id, year, account, CASE account WHEN 'allocated' THEN kopecks ELSE -kopecks END
      FROM allocation CROSS JOIN (VALUES ('programme'), ('allocated')) AS side (account)
      WHERE municipality_id = standing.municipality_id AND edition_id = standing.id AND kopecks <> 0;
  END LOOP;
END
$$;
