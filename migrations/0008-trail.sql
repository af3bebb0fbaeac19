-- The trail: what a row says grows by role, basis, before and after and the refused attempt; each row becomes a link of its municipality's chain.

ALTER TABLE audit_entry
  ADD COLUMN role text,
  ADD COLUMN basis text CHECK (basis <> ''),
  ADD COLUMN outcome text NOT NULL DEFAULT 'done' CHECK (outcome IN ('done', 'refused')),
  ADD COLUMN refusal text CHECK (refusal <> ''),
  -- Field by field; what is personal stands here sealed with its person's key: {"person": id, "sealed": text}.
  ADD COLUMN before jsonb,
  ADD COLUMN after jsonb,
  ADD CHECK ((outcome = 'refused') = (refusal IS NOT NULL));
ALTER TABLE audit_entry ALTER COLUMN subject_id DROP NOT NULL;
CREATE INDEX audit_entry_at ON audit_entry (municipality_id, at DESC, id DESC);
CREATE INDEX audit_entry_actor ON audit_entry (municipality_id, actor_person_id, at DESC, id DESC) WHERE actor_person_id IS NOT NULL;
CREATE INDEX audit_entry_action ON audit_entry (municipality_id, action, at DESC, id DESC);
CREATE INDEX audit_entry_subject_at ON audit_entry (municipality_id, subject_id, at DESC, id DESC);
DROP INDEX audit_entry_subject;

-- The end of each chain. Only the function below writes here.
CREATE TABLE audit_chain (
  municipality_id uuid PRIMARY KEY REFERENCES municipality,
  length bigint NOT NULL,
  head bytea NOT NULL
);

-- The links, in the order in which the transactions committed.
CREATE TABLE audit_link (
  municipality_id uuid NOT NULL REFERENCES municipality,
  number bigint NOT NULL CHECK (number > 0),
  entry_id uuid NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (municipality_id, number),
  UNIQUE (municipality_id, entry_id),
  FOREIGN KEY (municipality_id, entry_id) REFERENCES audit_entry
);

-- A field as it enters the hash: its length in bytes and itself, so that no two lists of fields look alike.
CREATE FUNCTION audit_field(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(octet_length(convert_to(value, 'UTF8')) || ':' || value, '-')
$$;

-- «Звено»: the hash of a row and of the link before it. `access/trail/chain.ts` reckons the same without the database's help.
CREATE FUNCTION audit_hash(entry audit_entry, previous bytea) RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT sha256(previous || convert_to(
    audit_field(entry.municipality_id::text) || audit_field(entry.id::text)
    || audit_field(to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
    || audit_field(entry.actor_kind) || audit_field(entry.actor_person_id::text) || audit_field(entry.actor_name)
    || audit_field(entry.action) || audit_field(entry.subject_kind) || audit_field(entry.subject_id::text)
    || audit_field(entry.detail::text) || audit_field(entry.role) || audit_field(entry.basis)
    || audit_field(entry.outcome) || audit_field(entry.refusal)
    || audit_field(entry.before::text) || audit_field(entry.after::text), 'UTF8'))
$$;

-- Runs as the owner at the end of the transaction, so that the chain's one lock is held for the commit alone.
CREATE FUNCTION link_audit_entry() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  chain audit_chain;
  link bytea;
BEGIN
  INSERT INTO audit_chain (municipality_id, length, head) VALUES (NEW.municipality_id, 0, '')
    ON CONFLICT (municipality_id) DO NOTHING;
  SELECT * INTO STRICT chain FROM audit_chain WHERE municipality_id = NEW.municipality_id FOR UPDATE;
  link := audit_hash(NEW, chain.head);
  INSERT INTO audit_link (municipality_id, number, entry_id, hash)
    VALUES (NEW.municipality_id, chain.length + 1, NEW.id, link);
  UPDATE audit_chain SET length = chain.length + 1, head = link WHERE municipality_id = NEW.municipality_id;
  RETURN NULL;
END
$$;

-- The rows that are there already become the first links, in the order of their time.
DO $$
DECLARE
  entry audit_entry;
  chain audit_chain;
BEGIN
  FOR entry IN SELECT * FROM audit_entry ORDER BY municipality_id, at, id LOOP
    IF chain.municipality_id IS DISTINCT FROM entry.municipality_id THEN
      chain := ROW (entry.municipality_id, 0, ''::bytea);
    END IF;
    chain := ROW (entry.municipality_id, chain.length + 1, audit_hash(entry, chain.head));
    INSERT INTO audit_link (municipality_id, number, entry_id, hash)
      VALUES (entry.municipality_id, chain.length, entry.id, chain.head);
    INSERT INTO audit_chain (municipality_id, length, head) VALUES (chain.municipality_id, chain.length, chain.head)
      ON CONFLICT (municipality_id) DO UPDATE SET length = excluded.length, head = excluded.head;
  END LOOP;
END
$$;

CREATE CONSTRAINT TRIGGER audit_entry_link AFTER INSERT ON audit_entry
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION link_audit_entry();

CREATE TRIGGER audit_link_append_only BEFORE UPDATE OR DELETE ON audit_link FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_link_no_truncate BEFORE TRUNCATE ON audit_link FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
-- Links and the chain's end come from the function above alone; written straight, even by the owner, they are refused.
CREATE TRIGGER audit_link_by_trigger BEFORE INSERT ON audit_link
  FOR EACH ROW WHEN (pg_trigger_depth() < 1) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_chain_by_trigger BEFORE INSERT OR UPDATE ON audit_chain
  FOR EACH ROW WHEN (pg_trigger_depth() < 1) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_chain_no_delete BEFORE DELETE ON audit_chain FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_chain_no_truncate BEFORE TRUNCATE ON audit_chain FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['audit_chain', 'audit_link'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY %I ON %I USING (municipality_id = sosedstvo_municipality()) WITH CHECK (municipality_id = sosedstvo_municipality())',
      name || '_tenant', name);
    EXECUTE format('GRANT SELECT ON %I TO sosedstvo_app', name);
  END LOOP;
END
$$;

-- «Ключ человека»: seals what the trail keeps of this person; when the person is erased, the key goes, and with it the sealed words.
CREATE TABLE person_key (
  person_id uuid PRIMARY KEY REFERENCES person,
  -- AES-256.
  key bytea CHECK (length(key) = 32),
  made_at timestamptz NOT NULL,
  destroyed_at timestamptz,
  CHECK ((key IS NULL) = (destroyed_at IS NOT NULL))
);
GRANT SELECT, INSERT, UPDATE (key, destroyed_at) ON person_key TO sosedstvo_app;
