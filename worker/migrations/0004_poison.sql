-- Where contributions come from, finely enough to leave out a polluted part. SCHEMA.md says why each column exists.

-- The campaign of a region through which it came; NULL = none.
ALTER TABLE contributions ADD COLUMN campaign TEXT;

-- The number of the last release when it entered the counters, until the next one: what no release has shown can be taken
-- away without a trace. NULL = not counted yet, or shown since.
ALTER TABLE contributions ADD COLUMN epoch INTEGER;

CREATE INDEX contributions_unreleased ON contributions (epoch) WHERE epoch IS NOT NULL;
