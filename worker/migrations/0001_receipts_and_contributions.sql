-- What a submission leaves behind: a receipt and a contribution. SCHEMA.md says why each column exists and when it dies.

CREATE TABLE receipts (
  key_hash BLOB NOT NULL PRIMARY KEY CHECK (length(key_hash) = 32),
  day INTEGER NOT NULL
) WITHOUT ROWID, STRICT;

CREATE INDEX receipts_by_day ON receipts (day);

CREATE TABLE contributions (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  period TEXT NOT NULL CHECK (period GLOB '[0-9][0-9][0-9][0-9]-T[1-4]'),
  questionnaire TEXT NOT NULL,
  version TEXT NOT NULL,
  territory TEXT,
  channel TEXT CHECK (channel IN ('page', 'widget', 'iframe')),
  profile TEXT NOT NULL,
  answers TEXT NOT NULL
) WITHOUT ROWID, STRICT;
