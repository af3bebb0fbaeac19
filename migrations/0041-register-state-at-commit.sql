-- The register's token is renewed at the commit, as the trail's chain is: renewed at the first write it was a lock that its writer held
-- while waiting for other rows, and two writers could wait for each other.
DO $$
DECLARE
  name text;
  deed text;
BEGIN
  FOREACH name IN ARRAY ARRAY['settlement', 'association', 'boundary', 'boundary_relation', 'quorum_rule'] LOOP
    FOREACH deed IN ARRAY ARRAY['insert', 'update'] LOOP
      EXECUTE format('DROP TRIGGER %I ON %I', name || '_state_' || deed, name);
    END LOOP;
  END LOOP;
END
$$;

-- Once for each transaction, however many rows it wrote: what it has renewed it says to itself, and that ends with it.
CREATE OR REPLACE FUNCTION renew_register_state() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF current_setting('sosedstvo.register_renewed', true) IS DISTINCT FROM NEW.municipality_id::text THEN
    INSERT INTO register_state (municipality_id, token) VALUES (NEW.municipality_id, gen_random_uuid())
      ON CONFLICT (municipality_id) DO UPDATE SET token = excluded.token;
    PERFORM set_config('sosedstvo.register_renewed', NEW.municipality_id::text, true);
  END IF;
  RETURN NULL;
END
$$;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['settlement', 'association', 'boundary', 'boundary_relation', 'quorum_rule'] LOOP
    EXECUTE format(
      'CREATE CONSTRAINT TRIGGER %I AFTER INSERT OR UPDATE ON %I DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION renew_register_state()',
      name || '_state', name);
  END LOOP;
END
$$;
