-- Publications about associations: own texts and what outlets printed, their approval, outlets and pictures.

-- «Издание, канал, страница».
CREATE TABLE outlet (
  municipality_id uuid NOT NULL REFERENCES municipality,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('newspaper', 'site', 'television', 'radio', 'social-network')),
  name text NOT NULL CHECK (name <> '' AND length(name) <= 300),
  link text CHECK (link <> '' AND length(link) <= 4000),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (municipality_id, id)
);
CREATE UNIQUE INDEX outlet_name ON outlet (municipality_id, lower(name));

CREATE TABLE news_counter (
  municipality_id uuid NOT NULL REFERENCES municipality,
  last integer NOT NULL CHECK (last > 0),
  PRIMARY KEY (municipality_id)
);

-- «Публикация».
CREATE TABLE publication (
  municipality_id uuid NOT NULL REFERENCES municipality,
  id uuid NOT NULL,
  -- Its place in addresses, never given again.
  number integer NOT NULL CHECK (number > 0),
  kind text NOT NULL CHECK (kind IN ('article', 'press-release', 'news')),
  state text NOT NULL CHECK (state IN ('draft', 'for-approval', 'returned', 'approved', 'published', 'withdrawn')),
  title text NOT NULL CHECK (title <> '' AND length(title) <= 300),
  lead text CHECK (lead <> '' AND length(lead) <= 1000),
  text text CHECK (text <> '' AND length(text) <= 100000),
  -- Null: it stands on our own pages.
  outlet_id uuid,
  link text CHECK (link <> '' AND length(link) <= 4000),
  -- The same for all spellings of one address.
  link_key text,
  -- «№ 21, стр. 3», the hour on the air.
  issue text CHECK (issue <> '' AND length(issue) <= 300),
  published_on date,
  activity_id uuid,
  author_name text CHECK (author_name <> '' AND length(author_name) <= 200),
  created_by_person_id uuid REFERENCES person,
  recorded_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (municipality_id, id),
  UNIQUE (municipality_id, number),
  FOREIGN KEY (municipality_id, outlet_id) REFERENCES outlet,
  FOREIGN KEY (municipality_id, activity_id) REFERENCES activity,
  CHECK (state <> 'published' OR published_on IS NOT NULL),
  CHECK (outlet_id IS NOT NULL OR text IS NOT NULL)
);
CREATE UNIQUE INDEX publication_link ON publication (municipality_id, link_key) WHERE state <> 'withdrawn';
CREATE INDEX publication_public ON publication (municipality_id, published_on DESC, number DESC) WHERE state = 'published';

CREATE TABLE publication_association (
  municipality_id uuid NOT NULL,
  publication_id uuid NOT NULL,
  association_id uuid NOT NULL,
  PRIMARY KEY (municipality_id, publication_id, association_id),
  FOREIGN KEY (municipality_id, publication_id) REFERENCES publication,
  FOREIGN KEY (municipality_id, association_id) REFERENCES association
);

-- Drawn anew without what the camera noted, large and small.
CREATE TABLE publication_picture (
  municipality_id uuid NOT NULL,
  id uuid NOT NULL,
  publication_id uuid NOT NULL,
  hash text NOT NULL,
  width integer NOT NULL,
  height integer NOT NULL,
  small_hash text NOT NULL,
  small_width integer NOT NULL,
  small_height integer NOT NULL,
  -- What is to be seen, for those who do not see it.
  alt text NOT NULL CHECK (alt <> '' AND length(alt) <= 300),
  removed_at timestamptz,
  PRIMARY KEY (municipality_id, id),
  FOREIGN KEY (municipality_id, publication_id) REFERENCES publication
);
CREATE INDEX publication_picture_of ON publication_picture (municipality_id, publication_id, id) WHERE removed_at IS NULL;

-- Who moved it from which state to which, never altered.
CREATE TABLE publication_event (
  municipality_id uuid NOT NULL,
  publication_id uuid NOT NULL,
  version integer NOT NULL,
  move text NOT NULL,
  reason text,
  at timestamptz NOT NULL,
  by_person_id uuid REFERENCES person,
  by_name text,
  PRIMARY KEY (municipality_id, publication_id, version),
  FOREIGN KEY (municipality_id, publication_id) REFERENCES publication,
  CHECK ((by_person_id IS NULL) <> (by_name IS NULL))
);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['outlet', 'news_counter', 'publication', 'publication_association', 'publication_picture',
    'publication_event'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY %I ON %I USING (municipality_id = sosedstvo_municipality()) WITH CHECK (municipality_id = sosedstvo_municipality())',
      name || '_tenant', name);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO sosedstvo_app', name);
  END LOOP;
END
$$;
CREATE TRIGGER publication_event_immutable BEFORE UPDATE OR DELETE ON publication_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER publication_event_no_truncate BEFORE TRUNCATE ON publication_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT UPDATE (kind, name, link, version) ON outlet TO sosedstvo_app;
GRANT UPDATE (last) ON news_counter TO sosedstvo_app;
GRANT UPDATE (kind, state, title, lead, text, outlet_id, link, link_key, issue, published_on, activity_id, author_name, version)
  ON publication TO sosedstvo_app;
-- Which associations it tells of is said anew with every save.
GRANT DELETE ON publication_association TO sosedstvo_app;
GRANT UPDATE (removed_at) ON publication_picture TO sosedstvo_app;
