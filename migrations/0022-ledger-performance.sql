-- What was performed beside what was paid; how a spreadsheet's columns are read; the day by which plans are to agree.

-- «Исполнение обязательства»: work accepted, goods received. The budget calls it the actual expense, payments the cash one.
ALTER TABLE ledger_entry DROP CONSTRAINT ledger_entry_kind_check;
ALTER TABLE ledger_entry ADD CONSTRAINT ledger_entry_kind_check CHECK (kind IN ('allocation', 'appropriation', 'commitment',
  'carry-over', 'performance', 'payment', 'release', 'lapse', 'refund', 'late-refund', 'return', 'reversal'));
ALTER TABLE ledger_entry ADD CONSTRAINT ledger_entry_performance CHECK (kind <> 'performance' OR commitment_id IS NOT NULL);
ALTER TABLE ledger_posting DROP CONSTRAINT ledger_posting_account_check;
ALTER TABLE ledger_posting ADD CONSTRAINT ledger_posting_account_check CHECK (account IN ('programme', 'allocated', 'budget',
  'free', 'reserved', 'paid', 'refunded', 'refunded-late', 'to-return', 'returned', 'accrued', 'performed'));
ALTER TABLE ledger_balance
  ADD COLUMN accrued bigint NOT NULL DEFAULT 0 CONSTRAINT ledger_accrued CHECK (accrued <= 0),
  ADD COLUMN performed bigint NOT NULL DEFAULT 0 CONSTRAINT ledger_performed CHECK (performed >= 0);
ALTER TABLE ledger_commitment
  ADD COLUMN performed bigint NOT NULL DEFAULT 0 CONSTRAINT commitment_performed CHECK (performed >= 0);

-- As in migration 0019, with the two accounts more.
CREATE OR REPLACE FUNCTION post_to_balances() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
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
    to_return = balance.to_return + moved.to_return, returned = balance.returned + moved.returned,
    accrued = balance.accrued + moved.accrued, performed = balance.performed + moved.performed
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
      coalesce(sum(kopecks) FILTER (WHERE account = 'returned'), 0) AS returned,
      coalesce(sum(kopecks) FILTER (WHERE account = 'accrued'), 0) AS accrued,
      coalesce(sum(kopecks) FILTER (WHERE account = 'performed'), 0) AS performed
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
    refunded = commitment.refunded + moved.refunded, performed = commitment.performed + moved.performed
  FROM (
    SELECT added.municipality_id, entry.commitment_id, added.source_id,
      coalesce(sum(added.kopecks) FILTER (WHERE account = 'reserved'), 0) AS reserved,
      coalesce(sum(added.kopecks) FILTER (WHERE account = 'paid'), 0) AS paid,
      coalesce(sum(added.kopecks) FILTER (WHERE account IN ('refunded', 'refunded-late')), 0) AS refunded,
      coalesce(sum(added.kopecks) FILTER (WHERE account = 'performed'), 0) AS performed
    FROM added JOIN ledger_entry AS entry ON entry.municipality_id = added.municipality_id AND entry.id = added.entry_id
    WHERE entry.commitment_id IS NOT NULL
    GROUP BY added.municipality_id, entry.commitment_id, added.source_id) AS moved
  WHERE commitment.municipality_id = moved.municipality_id AND commitment.commitment_id = moved.commitment_id
    AND commitment.source_id = moved.source_id;
  RETURN NULL;
END
$$;

-- «Разметка выписки»: how the columns of a treasury's spreadsheet are read, by the words of its head. The last one holds.
CREATE TABLE ledger_column_map (
  municipality_id uuid NOT NULL REFERENCES municipality,
  id uuid NOT NULL,
  head text NOT NULL CHECK (head <> '' AND length(head) <= 4000),
  -- What each column is, from the left; null where it does not matter.
  roles jsonb NOT NULL,
  at timestamptz NOT NULL,
  by_person_id uuid REFERENCES person,
  by_name text,
  PRIMARY KEY (municipality_id, id),
  CHECK ((by_person_id IS NULL) <> (by_name IS NULL))
);
CREATE INDEX ledger_column_map_head ON ledger_column_map (municipality_id, md5(head), id DESC);

-- «Срок приведения в соответствие»: the day of the year by which the programme is to equal the budget decision. The last one holds.
CREATE TABLE ledger_alignment_day (
  municipality_id uuid NOT NULL REFERENCES municipality,
  id uuid NOT NULL,
  -- «04-01»: month and day.
  day text NOT NULL CHECK (day ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'),
  basis text NOT NULL CHECK (basis <> '' AND length(basis) <= 1000),
  at timestamptz NOT NULL,
  by_person_id uuid REFERENCES person,
  by_name text,
  PRIMARY KEY (municipality_id, id),
  CHECK ((by_person_id IS NULL) <> (by_name IS NULL))
);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['ledger_column_map', 'ledger_alignment_day'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY %I ON %I USING (municipality_id = sosedstvo_municipality()) WITH CHECK (municipality_id = sosedstvo_municipality())',
      name || '_tenant', name);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO sosedstvo_app', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name || '_immutable', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name || '_no_truncate', name);
  END LOOP;
END
$$;

-- The few entries of plans, under many that spend.
CREATE INDEX ledger_posting_plan ON ledger_posting (municipality_id, activity_id, year) WHERE account IN ('allocated', 'budget');
