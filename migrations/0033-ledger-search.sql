-- Words of a million entries, and entries of a source, found without reading all of them.

-- Of PostgreSQL's own contrib; trusted, so that the owner of the database may create it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Small letters in signs that are letters in every locale: in that of the embedded cluster pg_trgm takes Cyrillic for
-- punctuation. Letters that are written for one another (ё and э for е, й for и, щ for ш, ъ for ь) share a sign, and я and ю
-- have two.
CREATE FUNCTION ledger_signs(words text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN translate(replace(replace(lower(words), 'я', 'ьа'), 'ю', 'ьу'),
    'абвгдеёжзийклмнопрстуфхцчшщъыьэ', 'abvgdeejziiklmnoprstufhcqwwxyxe');

-- What the journal is searched in.
ALTER TABLE ledger_entry ADD COLUMN signs text GENERATED ALWAYS AS (
  ledger_signs(coalesce(payee, '') || E'\n' || basis || E'\n' || coalesce(note, ''))) STORED;
CREATE INDEX ledger_entry_signs ON ledger_entry USING gin (signs gin_trgm_ops);
-- Which entries are of a source that is seldom.
CREATE INDEX ledger_posting_source ON ledger_posting (municipality_id, source_id, entry_id);

-- Entries of the transaction's municipality whose signs are like the pattern, in no order; null where they are more than `most`.
-- It runs as the owner and says itself whose they are: under row-level security an index may not be asked by an operator that
-- could tell of rows it was not to see, as `like` could. What the planner knows of words spares the index those that are
-- everywhere; the settings leave it that index alone, however common it takes the others to be.
CREATE FUNCTION find_ledger_signs(pattern text, most integer) RETURNS uuid[]
  -- Volatile, as only such a function may ask for a plan.
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, public SET enable_seqscan = off SET enable_indexscan = off AS $$
DECLARE
  plan json;
  found uuid[];
BEGIN
  EXECUTE format('EXPLAIN (FORMAT json) SELECT FROM ledger_entry WHERE signs LIKE %L', pattern) INTO plan;
  IF (plan -> 0 -> 'Plan' ->> 'Plan Rows')::numeric > most * 10 THEN
    RETURN NULL;
  END IF;
  EXECUTE 'SELECT coalesce(array_agg(id), ''{}'') FROM (SELECT id FROM ledger_entry
    WHERE municipality_id = sosedstvo_municipality() AND signs LIKE $1 LIMIT $2) AS entry' INTO found USING pattern, most + 1;
  RETURN CASE WHEN cardinality(found) <= most THEN found END;
END
$$;
REVOKE ALL ON FUNCTION find_ledger_signs FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_ledger_signs TO sosedstvo_app;
