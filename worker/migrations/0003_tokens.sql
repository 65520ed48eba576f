-- Who may read the statistics where that needs a token. Of a token only its SHA-256 is kept. SCHEMA.md says why each column exists.

CREATE TABLE tokens (
  hash BLOB NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
  label TEXT NOT NULL,
  territory TEXT,
  created_on TEXT NOT NULL CHECK (created_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  expires_on TEXT NOT NULL CHECK (expires_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  revoked_on TEXT CHECK (revoked_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  last_used_on TEXT CHECK (last_used_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  CHECK (julianday(expires_on) - julianday(created_on) BETWEEN 0 AND 365)
) WITHOUT ROWID, STRICT;
