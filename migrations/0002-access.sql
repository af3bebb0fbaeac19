-- Municipalities, people, sign-in, roles and the audit row of every change.

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'table % is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'integrity_constraint_violation';
END
$$;

-- The tenant itself: its name is public, so every tenant may read the list; only its own row may be changed.
CREATE TABLE municipality (
  id uuid PRIMARY KEY,
  slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text NOT NULL CHECK (name <> ''),
  name_genitive text NOT NULL,
  name_short text NOT NULL,
  time_zone text NOT NULL,
  demonstration boolean NOT NULL DEFAULT false,
  revision bigint NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE municipality ENABLE ROW LEVEL SECURITY;
CREATE POLICY municipality_read ON municipality FOR SELECT USING (true);
CREATE POLICY municipality_change ON municipality FOR UPDATE
  USING (id = sosedstvo_municipality()) WITH CHECK (id = sosedstvo_municipality());
GRANT SELECT, UPDATE (revision) ON municipality TO sosedstvo_app;

-- People are not of one tenant: a person may hold roles in several municipalities.
CREATE TABLE person (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  email text NOT NULL UNIQUE,
  email_verified boolean NOT NULL DEFAULT false,
  image text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
GRANT SELECT, INSERT, UPDATE ON person TO sosedstvo_app;

CREATE TABLE sign_in_account (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person,
  provider_id text NOT NULL,
  account_id text NOT NULL,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (provider_id, account_id)
);
CREATE INDEX sign_in_account_person ON sign_in_account (person_id);
GRANT SELECT, INSERT, UPDATE ON sign_in_account TO sosedstvo_app;

-- Sessions, confirmations and counters of attempts are not records that a person entered: signing out deletes them.
CREATE TABLE sign_in_session (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person,
  token text NOT NULL UNIQUE,
  expires_at timestamptz NOT NULL,
  ip_address text,
  user_agent text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX sign_in_session_person ON sign_in_session (person_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_session TO sosedstvo_app;

CREATE TABLE sign_in_verification (
  id uuid PRIMARY KEY,
  identifier text NOT NULL,
  value text NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX sign_in_verification_identifier ON sign_in_verification (identifier);
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_verification TO sosedstvo_app;

CREATE TABLE sign_in_rate (
  id uuid PRIMARY KEY,
  key text NOT NULL UNIQUE,
  count integer NOT NULL,
  last_request bigint NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_rate TO sosedstvo_app;

CREATE TABLE role_holding (
  municipality_id uuid NOT NULL REFERENCES municipality,
  id uuid NOT NULL,
  person_id uuid NOT NULL REFERENCES person,
  role text NOT NULL CHECK (role IN ('coordinator', 'accountant', 'operator', 'settlement', 'juror', 'chair', 'resident', 'auditor', 'administrator')),
  subject_id uuid,
  given_at timestamptz NOT NULL,
  basis text NOT NULL,
  ended_at timestamptz CHECK (ended_at >= given_at),
  ended_basis text,
  PRIMARY KEY (municipality_id, id),
  CHECK ((ended_at IS NULL) = (ended_basis IS NULL))
);
CREATE UNIQUE INDEX role_holding_current ON role_holding (municipality_id, person_id, role, subject_id)
  NULLS NOT DISTINCT WHERE ended_at IS NULL;
ALTER TABLE role_holding ENABLE ROW LEVEL SECURITY;
CREATE POLICY role_holding_tenant ON role_holding
  USING (municipality_id = sosedstvo_municipality()) WITH CHECK (municipality_id = sosedstvo_municipality());
GRANT SELECT, INSERT, UPDATE (ended_at, ended_basis) ON role_holding TO sosedstvo_app;

-- One row for each change. `actor_name` is for the command on the server; people stand here only by their id.
CREATE TABLE audit_entry (
  municipality_id uuid NOT NULL REFERENCES municipality,
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  actor_kind text NOT NULL CHECK (actor_kind IN ('person', 'system', 'stranger')),
  actor_person_id uuid REFERENCES person,
  actor_name text,
  action text NOT NULL,
  subject_kind text NOT NULL,
  subject_id uuid NOT NULL,
  detail jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (municipality_id, id),
  CHECK ((actor_kind = 'person') = (actor_person_id IS NOT NULL)),
  CHECK ((actor_kind = 'system') = (actor_name IS NOT NULL))
);
CREATE INDEX audit_entry_subject ON audit_entry (municipality_id, subject_id, at);
ALTER TABLE audit_entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY audit_entry_tenant ON audit_entry
  USING (municipality_id = sosedstvo_municipality()) WITH CHECK (municipality_id = sosedstvo_municipality());
GRANT SELECT, INSERT ON audit_entry TO sosedstvo_app;
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
