-- What became of a line between two editions, where it was not simply carried on: split, joined, ended.

CREATE TABLE succession (
  municipality_id uuid NOT NULL REFERENCES municipality,
  id uuid NOT NULL,
  -- The edition that made it so; its act is the basis.
  edition_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('split', 'joined', 'ended')),
  line_kind text NOT NULL CHECK (line_kind IN ('goal', 'objective', 'indicator', 'activity')),
  from_id uuid NOT NULL,
  to_id uuid,
  -- In the words of the person who decided.
  reason text CHECK (reason <> ''),
  decided_at timestamptz NOT NULL,
  decided_by_person_id uuid REFERENCES person,
  decided_by_name text,
  -- One column for each kind of line, so that both ends are held by the table of their kind.
  from_goal uuid GENERATED ALWAYS AS (CASE WHEN line_kind = 'goal' THEN from_id END) STORED,
  from_objective uuid GENERATED ALWAYS AS (CASE WHEN line_kind = 'objective' THEN from_id END) STORED,
  from_indicator uuid GENERATED ALWAYS AS (CASE WHEN line_kind = 'indicator' THEN from_id END) STORED,
  from_activity uuid GENERATED ALWAYS AS (CASE WHEN line_kind = 'activity' THEN from_id END) STORED,
  to_goal uuid GENERATED ALWAYS AS (CASE WHEN line_kind = 'goal' THEN to_id END) STORED,
  to_objective uuid GENERATED ALWAYS AS (CASE WHEN line_kind = 'objective' THEN to_id END) STORED,
  to_indicator uuid GENERATED ALWAYS AS (CASE WHEN line_kind = 'indicator' THEN to_id END) STORED,
  to_activity uuid GENERATED ALWAYS AS (CASE WHEN line_kind = 'activity' THEN to_id END) STORED,
  PRIMARY KEY (municipality_id, id),
  UNIQUE NULLS NOT DISTINCT (municipality_id, edition_id, from_id, to_id),
  FOREIGN KEY (municipality_id, edition_id) REFERENCES edition,
  FOREIGN KEY (municipality_id, from_goal) REFERENCES goal,
  FOREIGN KEY (municipality_id, from_objective) REFERENCES objective,
  FOREIGN KEY (municipality_id, from_indicator) REFERENCES indicator,
  FOREIGN KEY (municipality_id, from_activity) REFERENCES activity,
  FOREIGN KEY (municipality_id, to_goal) REFERENCES goal,
  FOREIGN KEY (municipality_id, to_objective) REFERENCES objective,
  FOREIGN KEY (municipality_id, to_indicator) REFERENCES indicator,
  FOREIGN KEY (municipality_id, to_activity) REFERENCES activity,
  CHECK ((kind = 'ended') = (to_id IS NULL)),
  CHECK (from_id <> to_id),
  CHECK ((decided_by_person_id IS NULL) <> (decided_by_name IS NULL))
);

ALTER TABLE succession ENABLE ROW LEVEL SECURITY;
CREATE POLICY succession_tenant ON succession
  USING (municipality_id = sosedstvo_municipality()) WITH CHECK (municipality_id = sosedstvo_municipality());
GRANT SELECT, INSERT ON succession TO sosedstvo_app;
CREATE TRIGGER succession_immutable BEFORE UPDATE OR DELETE ON succession
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER succession_no_truncate BEFORE TRUNCATE ON succession
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
