-- Words that are everywhere are left out when the index of the journal is asked, and a statement's sums are found by an index.

DROP FUNCTION find_ledger_signs(text, integer);

-- Entries of the transaction's municipality whose signs are like the pattern, the newest first, as places in the journal: «day_id»,
-- a space between each two; null where they are more than `most`.
-- `words` are patterns of its single words, none where it has but one: of them the index is asked for those alone that the
-- planner takes for less than everywhere, as a word of every entry («получатель») has it read a million places to no purpose;
-- the whole pattern is held against what comes back, written so that no index is asked for it. It runs as the owner and says
-- itself whose the entries are: under row-level security an index may not be asked by an operator that could tell of rows it
-- was not to see, as `like` could. The settings leave it the index of signs alone.
CREATE FUNCTION find_ledger_signs(pattern text, words text[], most integer) RETURNS text
  -- Volatile, as only such a function may ask for a plan.
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, public SET enable_seqscan = off SET enable_indexscan = off AS $$
DECLARE
  everywhere CONSTANT numeric := most::numeric * 10;
  word text;
  plan json;
  asked text := '';
  places text;
  count integer;
BEGIN
  EXECUTE format('EXPLAIN (FORMAT json) SELECT FROM ledger_entry WHERE signs LIKE %L', pattern) INTO plan;
  IF (plan -> 0 -> 'Plan' ->> 'Plan Rows')::numeric > everywhere THEN
    RETURN NULL;
  END IF;
  FOREACH word IN ARRAY words LOOP
    EXECUTE format('EXPLAIN (FORMAT json) SELECT FROM ledger_entry WHERE signs LIKE %L', word) INTO plan;
    IF (plan -> 0 -> 'Plan' ->> 'Plan Rows')::numeric <= everywhere THEN
      asked := asked || format(' AND signs LIKE %L', word);
    END IF;
  END LOOP;
  IF asked = '' THEN
    asked := format(' AND signs LIKE %L', pattern);
  END IF;
  EXECUTE 'SELECT coalesce(string_agg(to_char(date, ''YYYY-MM-DD'') || ''_'' || id, '' '' ORDER BY date DESC, id DESC), ''''), count(*)
    FROM (SELECT date, id FROM ledger_entry
      WHERE municipality_id = sosedstvo_municipality()' || asked || ' AND signs || '''' LIKE $1 LIMIT $2) AS entry'
    INTO places, count USING pattern, most + 1;
  RETURN CASE WHEN count <= most THEN places END;
END
$$;
REVOKE ALL ON FUNCTION find_ledger_signs FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_ledger_signs TO sosedstvo_app;

-- Whether a document of a statement was recorded on another day.
CREATE INDEX ledger_entry_moved ON ledger_entry (municipality_id, year, kopecks) WHERE kind IN ('payment', 'refund', 'late-refund');
