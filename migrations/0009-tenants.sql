-- «Муниципальное образование» as a tenant of its own: what it is, where it stands, under which address its pages are.

ALTER TABLE municipality
  ADD COLUMN kind text NOT NULL DEFAULT 'district' CHECK (kind IN ('district', 'settlement', 'region')),
  -- The region that hosts it, itself a tenant; it may show the published figures of its districts together.
  ADD COLUMN region_id uuid REFERENCES municipality,
  ADD COLUMN oktmo text CHECK (oktmo ~ '^([0-9]{8}|[0-9]{11})$'),
  ADD COLUMN postal_address text NOT NULL DEFAULT '',
  ADD COLUMN contact_email text NOT NULL DEFAULT '',
  ADD COLUMN contact_phone text NOT NULL DEFAULT '',
  -- The host name under which its pages stand at the root; without one they stand under /m/<slug>, those of the first municipality at the root.
  ADD COLUMN host text UNIQUE CHECK (host ~ '^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]+)?$'),
  -- The coat of arms or the mark: a picture among the files, under the hash of its content.
  ADD COLUMN logo_hash text CHECK (logo_hash ~ '^[0-9a-f]{64}$'),
  ADD COLUMN version integer NOT NULL DEFAULT 1,
  ADD CHECK (region_id <> id),
  ADD CHECK (kind <> 'region' OR region_id IS NULL);
GRANT UPDATE (name, name_genitive, name_short, time_zone, oktmo, postal_address, contact_email, contact_phone, host, logo_hash, version)
  ON municipality TO sosedstvo_app;

-- «Численность населения» by year, with its source. A correction is a row of its own: the last one recorded holds.
CREATE TABLE municipality_population (
  municipality_id uuid NOT NULL REFERENCES municipality,
  id uuid NOT NULL,
  year smallint NOT NULL CHECK (year BETWEEN 1990 AND 2100),
  people integer NOT NULL CHECK (people > 0),
  source text NOT NULL CHECK (source <> ''),
  -- An assumption, for want of a source: said wherever the figure is shown.
  assumed boolean NOT NULL DEFAULT false,
  recorded_at timestamptz NOT NULL,
  recorded_by_person_id uuid REFERENCES person,
  recorded_by_name text,
  PRIMARY KEY (municipality_id, id),
  CHECK ((recorded_by_person_id IS NULL) <> (recorded_by_name IS NULL))
);
CREATE INDEX municipality_population_year ON municipality_population (municipality_id, year, recorded_at DESC);
ALTER TABLE municipality_population ENABLE ROW LEVEL SECURITY;
CREATE POLICY municipality_population_tenant ON municipality_population
  USING (municipality_id = sosedstvo_municipality()) WITH CHECK (municipality_id = sosedstvo_municipality());
GRANT SELECT, INSERT ON municipality_population TO sosedstvo_app;
CREATE TRIGGER municipality_population_immutable BEFORE UPDATE OR DELETE ON municipality_population
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER municipality_population_no_truncate BEFORE TRUNCATE ON municipality_population
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
