-- Co-financing: agreements with the region and what they are amended to, money that came from the region and went back.

-- Numbers that people see, by kind and the year in which a paper was recorded; a number once given is never given again.
CREATE TABLE money_counter (
  municipality_id uuid NOT NULL REFERENCES municipality,
  kind text NOT NULL CHECK (kind IN ('transfer', 'request')),
  year smallint NOT NULL,
  last integer NOT NULL CHECK (last > 0),
  PRIMARY KEY (municipality_id, kind, year)
);

-- «Соглашение о предоставлении субсидии»: what versions and transfers refer to.
CREATE TABLE cofinancing_agreement (
  municipality_id uuid NOT NULL REFERENCES municipality,
  id uuid NOT NULL,
  number text NOT NULL CHECK (number <> '' AND length(number) <= 100),
  date date NOT NULL,
  -- The budget whose money it grants.
  source_id uuid NOT NULL,
  last_version integer NOT NULL DEFAULT 1 CHECK (last_version > 0),
  -- The day on which the parties ended it; what was received stays to be returned.
  ended_on date,
  PRIMARY KEY (municipality_id, id),
  UNIQUE (municipality_id, number, date),
  FOREIGN KEY (municipality_id, source_id) REFERENCES funding_source
);

-- The agreement as signed, as each supplementary agreement restates it, and the paper that ended it.
CREATE TABLE cofinancing_version (
  municipality_id uuid NOT NULL,
  agreement_id uuid NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  kind text NOT NULL CHECK (kind IN ('signed', 'amended', 'ended')),
  document text NOT NULL CHECK (document <> '' AND length(document) <= 1000),
  -- The day from which these terms hold.
  date date NOT NULL,
  grantor text NOT NULL CHECK (grantor <> '' AND length(grantor) <= 500),
  grantee text NOT NULL CHECK (grantee <> '' AND length(grantee) <= 500),
  -- The region's programme and the act that approved it.
  programme text NOT NULL CHECK (programme <> '' AND length(programme) <= 1000),
  -- Working days in which a refund of an earlier year is passed on to the region.
  late_return_days smallint NOT NULL CHECK (late_return_days BETWEEN 1 AND 250),
  note text CHECK (note <> '' AND length(note) <= 2000),
  key text NOT NULL CHECK (key <> '' AND length(key) <= 200),
  digest text NOT NULL,
  at timestamptz NOT NULL,
  by_person_id uuid REFERENCES person,
  by_name text,
  PRIMARY KEY (municipality_id, agreement_id, version),
  UNIQUE (municipality_id, key),
  FOREIGN KEY (municipality_id, agreement_id) REFERENCES cofinancing_agreement,
  CHECK ((by_person_id IS NULL) <> (by_name IS NULL)),
  CHECK ((kind = 'signed') = (version = 1))
);

-- What a version grants in a year, and the share that the municipality owes.
CREATE TABLE cofinancing_year (
  municipality_id uuid NOT NULL,
  agreement_id uuid NOT NULL,
  version integer NOT NULL,
  year smallint NOT NULL,
  kopecks bigint NOT NULL CHECK (kopecks > 0),
  -- In millionths of a per cent; null where the year has no rule.
  min_share bigint CHECK (min_share > 0 AND min_share < 100000000),
  share_base text CHECK (share_base IN ('total', 'granted')),
  rule_basis text CHECK (rule_basis <> '' AND length(rule_basis) <= 1000),
  -- Until this day is over the rest of the year goes back.
  return_by date NOT NULL,
  PRIMARY KEY (municipality_id, agreement_id, version, year),
  FOREIGN KEY (municipality_id, agreement_id, version) REFERENCES cofinancing_version,
  CHECK ((min_share IS NULL) = (share_base IS NULL) AND (min_share IS NULL) = (rule_basis IS NULL)),
  CHECK (return_by > make_date(year, 12, 31))
);

-- Activities whose money a version covers.
CREATE TABLE cofinancing_activity (
  municipality_id uuid NOT NULL,
  agreement_id uuid NOT NULL,
  version integer NOT NULL,
  activity_id uuid NOT NULL,
  PRIMARY KEY (municipality_id, agreement_id, version, activity_id),
  FOREIGN KEY (municipality_id, agreement_id, version) REFERENCES cofinancing_version,
  FOREIGN KEY (municipality_id, activity_id) REFERENCES activity
);

-- «Поступление» and «возврат»: money between the two budgets. A reversal is below nothing.
CREATE TABLE cofinancing_transfer (
  municipality_id uuid NOT NULL,
  id uuid NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  number_year smallint NOT NULL,
  agreement_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('receipt', 'return', 'reversal')),
  -- The year of the agreement whose money it is.
  year smallint NOT NULL,
  date date NOT NULL,
  kopecks bigint NOT NULL CHECK (kopecks <> 0),
  basis text NOT NULL CHECK (basis <> '' AND length(basis) <= 1000),
  note text CHECK (note <> '' AND length(note) <= 2000),
  of_transfer_id uuid,
  key text NOT NULL CHECK (key <> '' AND length(key) <= 200),
  digest text NOT NULL,
  at timestamptz NOT NULL,
  by_person_id uuid REFERENCES person,
  by_name text,
  PRIMARY KEY (municipality_id, id),
  UNIQUE (municipality_id, number_year, number),
  UNIQUE (municipality_id, key),
  FOREIGN KEY (municipality_id, agreement_id) REFERENCES cofinancing_agreement,
  FOREIGN KEY (municipality_id, of_transfer_id) REFERENCES cofinancing_transfer,
  CHECK ((by_person_id IS NULL) <> (by_name IS NULL)),
  CHECK ((kind = 'reversal') = (of_transfer_id IS NOT NULL)),
  CHECK ((kind = 'reversal') = (kopecks < 0))
);
-- A transfer is reversed once.
CREATE UNIQUE INDEX cofinancing_transfer_reversal ON cofinancing_transfer (municipality_id, of_transfer_id) WHERE kind = 'reversal';
CREATE INDEX cofinancing_transfer_year ON cofinancing_transfer (municipality_id, agreement_id, year, date, id);

-- What was received and returned of a year. Nothing goes back that did not come.
CREATE TABLE cofinancing_holding (
  municipality_id uuid NOT NULL,
  agreement_id uuid NOT NULL,
  year smallint NOT NULL,
  received bigint NOT NULL DEFAULT 0 CONSTRAINT holding_received CHECK (received >= 0),
  returned bigint NOT NULL DEFAULT 0 CONSTRAINT holding_returned CHECK (returned >= 0),
  PRIMARY KEY (municipality_id, agreement_id, year),
  FOREIGN KEY (municipality_id, agreement_id) REFERENCES cofinancing_agreement,
  CONSTRAINT holding_held CHECK (returned <= received)
);

-- Runs as the owner: nobody else writes what is held, so it cannot drift from the transfers.
CREATE FUNCTION hold_transfer() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  reversed record;
  means text := NEW.kind;
BEGIN
  IF NEW.kind = 'reversal' THEN
    SELECT * INTO reversed FROM cofinancing_transfer WHERE municipality_id = NEW.municipality_id AND id = NEW.of_transfer_id;
    IF reversed.kind = 'reversal' OR reversed.kopecks <> -NEW.kopecks OR reversed.year <> NEW.year
      OR reversed.agreement_id <> NEW.agreement_id THEN
      RAISE EXCEPTION 'a reversal takes back one transfer whole' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    means := reversed.kind;
  END IF;
  INSERT INTO cofinancing_holding (municipality_id, agreement_id, year)
    VALUES (NEW.municipality_id, NEW.agreement_id, NEW.year) ON CONFLICT DO NOTHING;
  UPDATE cofinancing_holding SET
    received = received + CASE means WHEN 'receipt' THEN NEW.kopecks ELSE 0 END,
    returned = returned + CASE means WHEN 'return' THEN NEW.kopecks ELSE 0 END
  WHERE municipality_id = NEW.municipality_id AND agreement_id = NEW.agreement_id AND year = NEW.year;
  RETURN NULL;
END
$$;
CREATE TRIGGER cofinancing_transfer_holding AFTER INSERT ON cofinancing_transfer
  FOR EACH ROW EXECUTE FUNCTION hold_transfer();

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['money_counter', 'cofinancing_agreement', 'cofinancing_version', 'cofinancing_year',
    'cofinancing_activity', 'cofinancing_transfer', 'cofinancing_holding'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY %I ON %I USING (municipality_id = sosedstvo_municipality()) WITH CHECK (municipality_id = sosedstvo_municipality())',
      name || '_tenant', name);
    EXECUTE format('GRANT SELECT ON %I TO sosedstvo_app', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name || '_no_truncate', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['cofinancing_version', 'cofinancing_year', 'cofinancing_activity', 'cofinancing_transfer'] LOOP
    EXECUTE format('GRANT INSERT ON %I TO sosedstvo_app', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name || '_immutable', name);
  END LOOP;
END
$$;
GRANT INSERT ON money_counter, cofinancing_agreement TO sosedstvo_app;
GRANT UPDATE (last) ON money_counter TO sosedstvo_app;
GRANT UPDATE (last_version, ended_on) ON cofinancing_agreement TO sosedstvo_app;
CREATE TRIGGER cofinancing_agreement_no_delete BEFORE DELETE ON cofinancing_agreement FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER cofinancing_holding_by_trigger BEFORE INSERT OR UPDATE ON cofinancing_holding
  FOR EACH ROW WHEN (pg_trigger_depth() < 1) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER cofinancing_holding_no_delete BEFORE DELETE ON cofinancing_holding FOR EACH ROW EXECUTE FUNCTION refuse_change();
