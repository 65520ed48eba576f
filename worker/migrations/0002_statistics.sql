-- What statistics are made from (counters) and what they publish (releases). SCHEMA.md says why each column exists.

-- 0: not counted yet; 1: counted; 2: set aside, because it can no longer be calculated.
ALTER TABLE contributions ADD COLUMN folded INTEGER NOT NULL DEFAULT 0 CHECK (folded IN (0, 1, 2));

CREATE INDEX contributions_to_fold ON contributions (folded) WHERE folded = 0;

-- One row. Whoever changes a counter moves it by one, in the same batch; NOT NULL undoes the batch of who comes second.
CREATE TABLE watermark (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  turn INTEGER NOT NULL
) STRICT;

INSERT INTO watermark (id, turn) VALUES (1, 0);

CREATE TABLE counters (
  questionnaire TEXT NOT NULL,
  tbl TEXT NOT NULL,
  cell TEXT NOT NULL,
  measure TEXT NOT NULL,
  value INTEGER NOT NULL,
  PRIMARY KEY (questionnaire, tbl, cell, measure)
) WITHOUT ROWID, STRICT;

CREATE TABLE releases (
  id INTEGER NOT NULL PRIMARY KEY,
  questionnaire TEXT NOT NULL,
  number INTEGER NOT NULL,
  built_on TEXT NOT NULL CHECK (built_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  minimum INTEGER NOT NULL CHECK (minimum >= 11),
  UNIQUE (questionnaire, number)
) STRICT;

CREATE TABLE release_tables (
  release_id INTEGER NOT NULL REFERENCES releases (id),
  tbl TEXT NOT NULL,
  place INTEGER NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (release_id, tbl)
) WITHOUT ROWID, STRICT;

CREATE TABLE release_memory (
  questionnaire TEXT NOT NULL,
  part TEXT NOT NULL,
  place INTEGER NOT NULL,
  memory TEXT NOT NULL,
  PRIMARY KEY (questionnaire, part, place)
) WITHOUT ROWID, STRICT;

CREATE TRIGGER releases_never_change BEFORE UPDATE ON releases
BEGIN
  SELECT RAISE(ABORT, 'a release never changes');
END;

CREATE TRIGGER releases_never_go BEFORE DELETE ON releases
BEGIN
  SELECT RAISE(ABORT, 'a release never changes');
END;

CREATE TRIGGER release_tables_never_change BEFORE UPDATE ON release_tables
BEGIN
  SELECT RAISE(ABORT, 'a release never changes');
END;

CREATE TRIGGER release_tables_never_go BEFORE DELETE ON release_tables
BEGIN
  SELECT RAISE(ABORT, 'a release never changes');
END;
