-- The outbox: letters written in the transaction of the action that they tell of.

CREATE TABLE mail_letter (
  municipality_id uuid NOT NULL REFERENCES municipality,
  id uuid NOT NULL,
  -- The same key twice is one letter. Holds ids and words of the program only.
  key text NOT NULL CHECK (key <> '' AND length(key) <= 200),
  template text NOT NULL,
  language text NOT NULL CHECK (language IN ('ru', 'en')),
  -- Who receives it, where it is somebody known.
  person_id uuid REFERENCES person,
  -- Personal data and links with secrets: gone once the letter is sent, cancelled or out of date.
  address text,
  content jsonb,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'failed', 'handed-over', 'cancelled')),
  attempts integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  queued_at timestamptz NOT NULL,
  next_attempt_at timestamptz,
  -- A process is sending it; after that instant the process counts as dead.
  sending_until timestamptz,
  expires_at timestamptz NOT NULL,
  settled_at timestamptz,
  -- A word of the program and the numbers of the server's answer, never its text: that may name the address.
  last_error text CHECK (last_error ~ '^[a-z-]+( [0-9.]+)*$'),
  PRIMARY KEY (municipality_id, id),
  UNIQUE (municipality_id, key),
  CHECK ((address IS NULL) = (content IS NULL)),
  CHECK (state <> 'waiting' OR address IS NOT NULL),
  CHECK (state NOT IN ('sent', 'cancelled') OR address IS NULL),
  CHECK ((state = 'waiting') = (next_attempt_at IS NOT NULL)),
  CHECK ((state = 'waiting') = (settled_at IS NULL)),
  CHECK (sending_until IS NULL OR state = 'waiting')
);
CREATE INDEX mail_letter_due ON mail_letter (next_attempt_at) WHERE state = 'waiting';
CREATE INDEX mail_letter_kept ON mail_letter (expires_at) WHERE address IS NOT NULL;
CREATE INDEX mail_letter_person ON mail_letter (person_id) WHERE address IS NOT NULL;
ALTER TABLE mail_letter ENABLE ROW LEVEL SECURITY;
CREATE POLICY mail_letter_tenant ON mail_letter
  USING (municipality_id = sosedstvo_municipality()) WITH CHECK (municipality_id = sosedstvo_municipality());
GRANT SELECT, INSERT ON mail_letter TO sosedstvo_app;
GRANT UPDATE (address, content, state, attempts, next_attempt_at, sending_until, expires_at, settled_at, last_error)
  ON mail_letter TO sosedstvo_app;
