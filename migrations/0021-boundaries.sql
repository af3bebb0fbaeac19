-- «Границы»: of the district, of settlements and of associations. A record is never changed: a later one takes its place from
-- its own day on, and one that was entered by mistake is cancelled.

CREATE TABLE boundary (
  municipality_id uuid NOT NULL REFERENCES municipality,
  id uuid NOT NULL,
  subject_kind text NOT NULL CHECK (subject_kind IN ('district', 'settlement', 'association')),
  -- The settlement or association; of the district the municipality itself.
  subject_id uuid NOT NULL,
  settlement_id uuid GENERATED ALWAYS AS (CASE WHEN subject_kind = 'settlement' THEN subject_id END) STORED,
  association_id uuid GENERATED ALWAYS AS (CASE WHEN subject_kind = 'association' THEN subject_id END) STORED,
  -- Counts the subject's records: who saves names the last one that they saw.
  number integer NOT NULL CHECK (number > 0),
  -- The local date from which it holds.
  since date NOT NULL,
  -- The act that set it.
  act_kind text NOT NULL CHECK (act_kind IN ('council-decision', 'resolution', 'regional-law', 'charter', 'other')),
  act_number text NOT NULL CHECK (length(act_number) <= 100),
  act_date date,
  -- Coordinates of a MultiPolygon (RFC 7946) in degrees of WGS 84 with seven decimals: whole, and thinned out for pictures.
  shape jsonb NOT NULL,
  outline jsonb NOT NULL,
  points integer NOT NULL CHECK (points >= 3),
  square_metres bigint NOT NULL CHECK (square_metres >= 0),
  west double precision NOT NULL,
  south double precision NOT NULL,
  east double precision NOT NULL CHECK (east > west),
  north double precision NOT NULL CHECK (north > south),
  recorded_at timestamptz NOT NULL,
  cancelled_at timestamptz,
  cancelled_basis text CHECK ((cancelled_at IS NULL) = (cancelled_basis IS NULL) AND length(cancelled_basis) <= 500),
  PRIMARY KEY (municipality_id, id),
  UNIQUE (municipality_id, subject_kind, subject_id, number),
  CHECK (subject_kind <> 'district' OR subject_id = municipality_id),
  FOREIGN KEY (municipality_id, settlement_id) REFERENCES settlement,
  FOREIGN KEY (municipality_id, association_id) REFERENCES association
);
CREATE INDEX boundary_in_force ON boundary (municipality_id, subject_kind, subject_id, since, number)
  WHERE cancelled_at IS NULL;

-- What two boundaries have to do with each other: records do not change, so neither does this. `overlap` is the common part of
-- two associations, the later record first; `outside` the part of an association that lies beyond its settlement, also where it is nothing.
CREATE TABLE boundary_relation (
  municipality_id uuid NOT NULL REFERENCES municipality,
  boundary_id uuid NOT NULL,
  other_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('overlap', 'outside')),
  square_metres bigint NOT NULL CHECK (square_metres >= 0),
  PRIMARY KEY (municipality_id, boundary_id, other_id),
  FOREIGN KEY (municipality_id, boundary_id) REFERENCES boundary,
  FOREIGN KEY (municipality_id, other_id) REFERENCES boundary
);

-- Files of boundaries that were taken in, to be looked at before anything is recorded.
CREATE TABLE boundary_upload (
  municipality_id uuid NOT NULL REFERENCES municipality,
  hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  name text NOT NULL CHECK (name <> '' AND length(name) <= 300),
  taken_at timestamptz NOT NULL,
  PRIMARY KEY (municipality_id, hash)
);

-- What the map shows besides boundaries: water. One row holds it all; and where ground tiles come from, if anywhere.
CREATE TABLE map_ground (
  municipality_id uuid NOT NULL REFERENCES municipality,
  water jsonb NOT NULL,
  tiles_url text CHECK (length(tiles_url) <= 500),
  tiles_credit text NOT NULL CHECK (length(tiles_credit) <= 300),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (municipality_id)
);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['boundary', 'boundary_relation', 'boundary_upload', 'map_ground'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY %I ON %I USING (municipality_id = sosedstvo_municipality()) WITH CHECK (municipality_id = sosedstvo_municipality())',
      name || '_tenant', name);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO sosedstvo_app', name);
  END LOOP;
END
$$;
GRANT UPDATE (cancelled_at, cancelled_basis) ON boundary TO sosedstvo_app;
GRANT UPDATE (water, tiles_url, tiles_credit, version) ON map_ground TO sosedstvo_app;
