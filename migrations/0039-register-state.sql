-- «Состояние реестра»: another token after every change of what warnings about associations follow from. What a process computed
-- of all of them is true as long as the token is the same; a transaction that is rolled back leaves none behind.
CREATE TABLE register_state (
  municipality_id uuid NOT NULL REFERENCES municipality,
  token uuid NOT NULL,
  PRIMARY KEY (municipality_id)
);
ALTER TABLE register_state ENABLE ROW LEVEL SECURITY;
CREATE POLICY register_state_tenant ON register_state
  USING (municipality_id = sosedstvo_municipality()) WITH CHECK (municipality_id = sosedstvo_municipality());
GRANT SELECT ON register_state TO sosedstvo_app;

CREATE FUNCTION renew_register_state() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO register_state (municipality_id, token)
    SELECT municipality_id, gen_random_uuid() FROM (SELECT DISTINCT municipality_id FROM changed) AS one ORDER BY municipality_id
    ON CONFLICT (municipality_id) DO UPDATE SET token = excluded.token;
  RETURN NULL;
END
$$;

DO $$
DECLARE
  name text;
  deed text;
BEGIN
  FOREACH name IN ARRAY ARRAY['settlement', 'association', 'boundary', 'boundary_relation', 'quorum_rule'] LOOP
    FOREACH deed IN ARRAY ARRAY['INSERT', 'UPDATE'] LOOP
      EXECUTE format(
        'CREATE TRIGGER %I AFTER %s ON %I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION renew_register_state()',
        name || '_state_' || lower(deed), deed, name);
    END LOOP;
  END LOOP;
END
$$;
INSERT INTO register_state (municipality_id, token)
  SELECT municipality_id, gen_random_uuid() FROM (SELECT DISTINCT municipality_id FROM settlement) AS entered;

-- The neighbours of one boundary are found from both sides.
CREATE INDEX boundary_relation_other ON boundary_relation (municipality_id, other_id);
