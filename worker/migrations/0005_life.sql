-- The life of data: what was purged, and when each scheduled job last ended well. SCHEMA.md says why each column exists.

-- One row for each kind and quarter in which a purge ran: it survives a restart, and grows by eight rows a year.
CREATE TABLE purges (
  kind TEXT NOT NULL CHECK (kind IN ('receipts', 'contributions')),
  quarter TEXT NOT NULL CHECK (quarter GLOB '[0-9][0-9][0-9][0-9]-T[1-4]'),
  removed INTEGER NOT NULL,
  runs INTEGER NOT NULL,
  last_day INTEGER NOT NULL,
  kept_from TEXT NOT NULL,
  finished INTEGER NOT NULL CHECK (finished IN (0, 1)),
  PRIMARY KEY (kind, quarter)
) WITHOUT ROWID, STRICT;

CREATE TABLE jobs (
  name TEXT NOT NULL PRIMARY KEY,
  ended_at INTEGER NOT NULL
) WITHOUT ROWID, STRICT;
