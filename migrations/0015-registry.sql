-- The register: settlements, associations as they are known by id, officials and deputies.

-- «Поселение».
CREATE TABLE settlement (
  municipality_id uuid NOT NULL REFERENCES municipality,
  id uuid NOT NULL,
  name text NOT NULL CHECK (name <> '' AND length(name) <= 300),
  oktmo text,
  ended_on date,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (municipality_id, id)
);
CREATE UNIQUE INDEX settlement_name ON settlement (municipality_id, lower(name)) WHERE ended_on IS NULL;

-- «ТОС»: what everything else refers to, with its particulars of today for lists.
CREATE TABLE association (
  municipality_id uuid NOT NULL REFERENCES municipality,
  id uuid NOT NULL,
  -- The entry's number in the register, never given again.
  number integer NOT NULL CHECK (number > 0),
  name text NOT NULL CHECK (name <> '' AND length(name) <= 300),
  settlement_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('active', 'suspended', 'ended')),
  recorded_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (municipality_id, id),
  UNIQUE (municipality_id, number),
  FOREIGN KEY (municipality_id, settlement_id) REFERENCES settlement
);
CREATE INDEX association_settlement ON association (municipality_id, settlement_id, number);

-- «Должностное лицо» or «депутат»: who holds meetings and receptions, in an office or for a constituency, for a term.
CREATE TABLE official (
  municipality_id uuid NOT NULL REFERENCES municipality,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('official', 'deputy')),
  name text NOT NULL CHECK (name <> '' AND length(name) <= 200),
  -- The office of an official, the constituency of a deputy.
  office text NOT NULL CHECK (office <> '' AND length(office) <= 300),
  since date NOT NULL,
  until date CHECK (until >= since),
  person_id uuid REFERENCES person,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (municipality_id, id)
);

-- Numbers of the register's entries.
CREATE TABLE registry_counter (
  municipality_id uuid NOT NULL REFERENCES municipality,
  kind text NOT NULL,
  last integer NOT NULL CHECK (last > 0),
  PRIMARY KEY (municipality_id, kind)
);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['settlement', 'association', 'official', 'registry_counter'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY %I ON %I USING (municipality_id = sosedstvo_municipality()) WITH CHECK (municipality_id = sosedstvo_municipality())',
      name || '_tenant', name);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO sosedstvo_app', name);
  END LOOP;
END
$$;
GRANT UPDATE (name, oktmo, ended_on, version) ON settlement TO sosedstvo_app;
GRANT UPDATE (name, settlement_id, state, version) ON association TO sosedstvo_app;
GRANT UPDATE (kind, name, office, since, until, person_id, version) ON official TO sosedstvo_app;
GRANT UPDATE (last) ON registry_counter TO sosedstvo_app;
