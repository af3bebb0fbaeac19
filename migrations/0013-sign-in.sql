-- Letters' links, second factors, sign-in by a provider, devices, invitations, roles with their dates.

ALTER TABLE municipality ADD COLUMN second_factor_required boolean NOT NULL DEFAULT false;
GRANT UPDATE (second_factor_required) ON municipality TO sosedstvo_app;

-- Whoever was there before was made by the administrator on the server, who answered for the address.
UPDATE person SET email_verified = true;
ALTER TABLE person ADD CONSTRAINT person_email_lower CHECK (email = lower(email)) NOT VALID;

ALTER TABLE sign_in_account ADD COLUMN last_used_at timestamptz;
GRANT DELETE ON sign_in_account TO sosedstvo_app;

-- When the second factor was passed in this session; how it was opened, and when it was last used.
ALTER TABLE sign_in_session
  ADD COLUMN second_factor_at timestamptz,
  ADD COLUMN opened_by text NOT NULL DEFAULT 'password',
  ADD COLUMN last_used_at timestamptz NOT NULL DEFAULT now();

-- Links in letters: the link's secret is not here, only its hash. A link is of the municipality whose letter it was.
CREATE TABLE sign_in_token (
  municipality_id uuid NOT NULL REFERENCES municipality,
  id uuid NOT NULL,
  purpose text NOT NULL CHECK (purpose IN ('confirm-email', 'change-email', 'reset-password', 'passkey')),
  -- Null where nobody has the address: the work is the same, the letter is not sent.
  person_id uuid REFERENCES person,
  -- The address that the link confirms; null where none is.
  email text,
  hash bytea NOT NULL CHECK (length(hash) = 32),
  made_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (municipality_id, id)
);
CREATE UNIQUE INDEX sign_in_token_hash ON sign_in_token (hash);
CREATE INDEX sign_in_token_person ON sign_in_token (person_id, purpose) WHERE used_at IS NULL;
ALTER TABLE sign_in_token ENABLE ROW LEVEL SECURITY;
CREATE POLICY sign_in_token_tenant ON sign_in_token
  USING (municipality_id = sosedstvo_municipality()) WITH CHECK (municipality_id = sosedstvo_municipality());
GRANT SELECT, INSERT, UPDATE (used_at), DELETE ON sign_in_token TO sosedstvo_app;

-- Browsers from which a person has signed in, by the hash of a cookie of theirs.
CREATE TABLE sign_in_device (
  person_id uuid NOT NULL REFERENCES person,
  hash bytea NOT NULL CHECK (length(hash) = 32),
  first_seen_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  PRIMARY KEY (person_id, hash)
);
GRANT SELECT, INSERT, UPDATE (last_seen_at), DELETE ON sign_in_device TO sosedstvo_app;

-- «Приложение с кодами»: TOTP. The secret is encrypted with the installation's key.
CREATE TABLE second_factor_app (
  person_id uuid PRIMARY KEY REFERENCES person,
  secret text NOT NULL,
  made_at timestamptz NOT NULL,
  -- Null until the first code was right.
  verified_at timestamptz,
  -- The step of the last code taken: no code is taken twice.
  last_step bigint NOT NULL DEFAULT 0
);
GRANT SELECT, INSERT, UPDATE, DELETE ON second_factor_app TO sosedstvo_app;

-- «Резервные коды»: keyed hashes, each taken once.
CREATE TABLE second_factor_code (
  person_id uuid NOT NULL REFERENCES person,
  hash bytea NOT NULL CHECK (length(hash) = 32),
  used_at timestamptz,
  PRIMARY KEY (person_id, hash)
);
GRANT SELECT, INSERT, UPDATE (used_at), DELETE ON second_factor_code TO sosedstvo_app;

-- «Ключ доступа»: a passkey's public half.
CREATE TABLE second_factor_passkey (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person,
  credential_id text NOT NULL UNIQUE,
  public_key bytea NOT NULL,
  counter bigint NOT NULL,
  transports text[] NOT NULL,
  name text NOT NULL,
  made_at timestamptz NOT NULL,
  last_used_at timestamptz
);
CREATE INDEX second_factor_passkey_person ON second_factor_passkey (person_id);
GRANT SELECT, INSERT, UPDATE (counter, last_used_at), DELETE ON second_factor_passkey TO sosedstvo_app;

-- «Приглашение»: an address, the roles that it will get and why. Accepted, withdrawn or out of date it opens nothing.
CREATE TABLE invitation (
  municipality_id uuid NOT NULL REFERENCES municipality,
  id uuid NOT NULL,
  email text NOT NULL CHECK (email = lower(email)),
  roles text[] NOT NULL CHECK (cardinality(roles) > 0),
  subject_id uuid,
  basis text NOT NULL CHECK (basis <> ''),
  language text NOT NULL CHECK (language IN ('ru', 'en')),
  hash bytea NOT NULL CHECK (length(hash) = 32),
  -- A link that came by letter proves the address; one that was handed over does not.
  delivery text NOT NULL CHECK (delivery IN ('letter', 'hand')),
  invited_by uuid REFERENCES person,
  made_at timestamptz NOT NULL,
  sent_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  accepted_at timestamptz,
  person_id uuid REFERENCES person,
  withdrawn_at timestamptz,
  PRIMARY KEY (municipality_id, id),
  CHECK ((accepted_at IS NULL) = (person_id IS NULL)),
  CHECK (accepted_at IS NULL OR withdrawn_at IS NULL)
);
CREATE UNIQUE INDEX invitation_hash ON invitation (hash);
-- One open invitation for an address.
CREATE UNIQUE INDEX invitation_open ON invitation (municipality_id, email) WHERE accepted_at IS NULL AND withdrawn_at IS NULL;
ALTER TABLE invitation ENABLE ROW LEVEL SECURITY;
CREATE POLICY invitation_tenant ON invitation
  USING (municipality_id = sosedstvo_municipality()) WITH CHECK (municipality_id = sosedstvo_municipality());
GRANT SELECT, INSERT, UPDATE (email, hash, delivery, sent_at, expires_at, accepted_at, person_id, withdrawn_at) ON invitation TO sosedstvo_app;

-- The local dates from which and until which a role holds; the instants beside them say when it was recorded.
ALTER TABLE role_holding ADD COLUMN given_on date, ADD COLUMN ended_on date;
UPDATE role_holding SET
  given_on = (given_at AT TIME ZONE municipality.time_zone)::date,
  ended_on = (ended_at AT TIME ZONE municipality.time_zone)::date
FROM municipality WHERE municipality.id = role_holding.municipality_id;
ALTER TABLE role_holding ALTER COLUMN given_on SET NOT NULL, ADD CHECK (ended_on >= given_on);
GRANT UPDATE (ended_on) ON role_holding TO sosedstvo_app;
