-- Associations with their whole record: what holds of each section from a day on, as it was recorded; nothing is overwritten.

-- «Человек в органах ТОС»: whoever is or was chair or member of a board. The only place where such names stand.
CREATE TABLE association_person (
  municipality_id uuid NOT NULL,
  id uuid NOT NULL,
  association_id uuid NOT NULL,
  -- Empty where the person was erased.
  name text NOT NULL CHECK (length(name) <= 200),
  -- The account, where this person has one.
  person_id uuid REFERENCES person,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (municipality_id, id),
  FOREIGN KEY (municipality_id, association_id) REFERENCES association
);
CREATE INDEX association_person_association ON association_person (municipality_id, association_id);
CREATE INDEX association_person_person ON association_person (person_id) WHERE person_id IS NOT NULL;

-- «Запись о ТОС»: from `since` on this holds of the section. A change is one more entry, a correction one that names what it replaces.
CREATE TABLE association_entry (
  municipality_id uuid NOT NULL,
  id uuid NOT NULL,
  association_id uuid NOT NULL,
  section text NOT NULL CHECK (section <> ''),
  since date NOT NULL,
  -- The section's fields; people by their ids. Null where the entry only takes another back.
  content jsonb,
  basis text NOT NULL CHECK (length(basis) <= 1000),
  corrects uuid,
  recorded_at timestamptz NOT NULL,
  recorded_by_person_id uuid REFERENCES person,
  recorded_by_name text,
  PRIMARY KEY (municipality_id, id),
  -- Two clerks cannot both replace the same entry.
  UNIQUE (municipality_id, corrects),
  FOREIGN KEY (municipality_id, association_id) REFERENCES association,
  FOREIGN KEY (municipality_id, corrects) REFERENCES association_entry,
  CHECK (content IS NOT NULL OR corrects IS NOT NULL),
  CHECK ((recorded_by_person_id IS NULL) <> (recorded_by_name IS NULL))
);
CREATE INDEX association_entry_association ON association_entry (municipality_id, association_id, recorded_at);

-- What holds today, kept by the transaction that writes an entry: lists read it, `verify` recounts it.
ALTER TABLE association
  ADD COLUMN particulars jsonb NOT NULL DEFAULT '{}',
  -- Names in small letters, ё as е.
  ADD COLUMN search text NOT NULL DEFAULT '';
GRANT UPDATE (particulars, search) ON association TO sosedstvo_app;
CREATE INDEX association_name ON association (municipality_id, name COLLATE "ru-x-icu", number);

-- Associations that were there before have their name, settlement and state from the day on which they were entered.
INSERT INTO association_entry (municipality_id, id, association_id, section, since, content, basis, recorded_at, recorded_by_name)
SELECT municipality_id, gen_random_uuid(), id, section, recorded_at::date, content, '', recorded_at, 'перенос'
FROM association, LATERAL (VALUES
  ('name', jsonb_build_object('name', name)),
  ('territory', jsonb_build_object('settlementId', settlement_id)),
  ('state', jsonb_build_object('state', state))) AS entry (section, content);
UPDATE association SET
  particulars = jsonb_build_object('name', name, 'settlementId', settlement_id, 'state', state),
  search = replace(lower(name), 'ё', 'е');

-- «Правило кворума» of this municipality: in force from a day on, instead of what the programme knows of the law.
CREATE TABLE quorum_rule (
  municipality_id uuid NOT NULL REFERENCES municipality,
  id uuid NOT NULL,
  form text NOT NULL CHECK (form IN ('meeting', 'conference')),
  valid_from date NOT NULL,
  numerator integer NOT NULL CHECK (numerator > 0),
  denominator integer NOT NULL CHECK (denominator >= numerator),
  law text NOT NULL CHECK (law <> '' AND length(law) <= 500),
  recorded_at timestamptz NOT NULL,
  recorded_by_person_id uuid REFERENCES person,
  recorded_by_name text,
  PRIMARY KEY (municipality_id, id),
  CHECK ((recorded_by_person_id IS NULL) <> (recorded_by_name IS NULL))
);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['association_person', 'association_entry', 'quorum_rule'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY %I ON %I USING (municipality_id = sosedstvo_municipality()) WITH CHECK (municipality_id = sosedstvo_municipality())',
      name || '_tenant', name);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO sosedstvo_app', name);
  END LOOP;
END
$$;
-- An account may be joined to a person of a board later; erasing takes the name away, and of contacts the telephone and the address.
GRANT UPDATE (name, person_id) ON association_person TO sosedstvo_app;
GRANT UPDATE (content) ON association_entry TO sosedstvo_app;
