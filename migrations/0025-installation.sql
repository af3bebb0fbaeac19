-- What this installation is, said once: with demonstration data or clean; and the one-time code by which a clean one is set up.

CREATE TABLE installation (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  kind text NOT NULL UNIQUE CHECK (kind IN ('demonstration', 'clean')),
  made_at timestamptz NOT NULL,
  -- Of the code on the terminal only a keyed hash; each start makes another, until the set-up is done.
  code_hash bytea CHECK (length(code_hash) = 32),
  code_expires_at timestamptz,
  set_up_at timestamptz,
  CHECK ((code_hash IS NULL) = (code_expires_at IS NULL)),
  CHECK (code_hash IS NULL OR (kind = 'clean' AND set_up_at IS NULL))
);

CREATE FUNCTION keep_installation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.kind <> OLD.kind OR (OLD.set_up_at IS NOT NULL AND NEW.set_up_at IS DISTINCT FROM OLD.set_up_at) THEN
    RAISE EXCEPTION 'an installation stays what it is, and is set up once' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER installation_kept BEFORE UPDATE ON installation FOR EACH ROW EXECUTE FUNCTION keep_installation();
CREATE TRIGGER installation_stays BEFORE DELETE ON installation FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER installation_no_truncate BEFORE TRUNCATE ON installation FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

INSERT INTO installation (kind, made_at, set_up_at)
SELECT CASE WHEN bool_or(demonstration) THEN 'demonstration' ELSE 'clean' END, min(created_at),
  CASE WHEN bool_or(demonstration) THEN NULL ELSE now() END
FROM municipality HAVING count(*) > 0;

-- A municipality with demonstration data leans on an installation that has them: a clean one cannot hold it.
ALTER TABLE municipality
  ADD COLUMN demonstration_of text GENERATED ALWAYS AS (CASE WHEN demonstration THEN 'demonstration' END) STORED
    REFERENCES installation (kind),
  ADD UNIQUE (id, demonstration);

-- «Демонстрационное лицо»: an invented person for each role, who is entered with one click. Only where the municipality is a
-- demonstration, and only the first start, as the owner of the tables, puts anybody here.
CREATE TABLE demonstration_person (
  municipality_id uuid NOT NULL,
  role text NOT NULL CHECK (role IN ('coordinator', 'accountant', 'operator', 'settlement', 'juror', 'chair', 'resident', 'auditor', 'administrator')),
  person_id uuid NOT NULL UNIQUE REFERENCES person,
  demonstration boolean NOT NULL DEFAULT true CHECK (demonstration),
  PRIMARY KEY (municipality_id, role),
  FOREIGN KEY (municipality_id, demonstration) REFERENCES municipality (id, demonstration)
);
ALTER TABLE demonstration_person ENABLE ROW LEVEL SECURITY;
CREATE POLICY demonstration_person_tenant ON demonstration_person
  USING (municipality_id = sosedstvo_municipality()) WITH CHECK (municipality_id = sosedstvo_municipality());
GRANT SELECT ON demonstration_person TO sosedstvo_app;
