-- What a region may see of its districts: what each of them has published, and nothing else.
-- Both functions run as the owner, since row-level security shows a tenant its own rows alone. Whose districts they show is not
-- asked of the caller: it is the municipality of the transaction, and only where that is a region.

CREATE FUNCTION is_district_of_mine(district uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (
    SELECT FROM municipality AS own JOIN municipality AS part ON part.region_id = own.id
    WHERE own.id = sosedstvo_municipality() AND own.kind = 'region' AND part.id = district)
$$;

-- The editions in force, one of each programme, without their content.
CREATE FUNCTION list_district_editions() RETURNS TABLE (
    municipality_id uuid, edition_id uuid, slug text, number integer, title text, years smallint[], approved_at timestamptz,
    demonstration boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT edition.municipality_id, edition.id, programme.slug, edition.number, edition.title, edition.years, edition.approved_at,
    edition.demonstration
  FROM municipality AS district
    JOIN programme ON programme.municipality_id = district.id
    JOIN edition ON edition.municipality_id = programme.municipality_id AND edition.programme_id = programme.id
      AND edition.number = programme.last_edition
  WHERE district.region_id = sosedstvo_municipality() AND is_district_of_mine(district.id)
$$;

-- The figures of one of them, as its own pages show them.
CREATE FUNCTION read_district_edition(district uuid, edition uuid) RETURNS TABLE (
    activities jsonb, indicators integer, errors integer, warnings integer, notes integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT shown.content->'activities', jsonb_array_length(shown.content->'indicators'),
    jsonb_array_length(jsonb_path_query_array(shown.findings, '$[*] ? (@.severity == "error")')),
    jsonb_array_length(jsonb_path_query_array(shown.findings, '$[*] ? (@.severity == "warning")')),
    jsonb_array_length(jsonb_path_query_array(shown.findings, '$[*] ? (@.severity == "note")'))
  FROM edition AS shown
    JOIN programme ON programme.municipality_id = shown.municipality_id AND programme.id = shown.programme_id
      AND programme.last_edition = shown.number
  WHERE shown.municipality_id = district AND shown.id = edition AND is_district_of_mine(district)
$$;

REVOKE ALL ON FUNCTION is_district_of_mine(uuid), list_district_editions(), read_district_edition(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION list_district_editions(), read_district_edition(uuid, uuid) TO sosedstvo_app;
