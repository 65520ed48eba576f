-- The counters of actions by sector and department are new, and only the engine can calculate them: everything is counted
-- again by the next folds, 20,000 contributions each. Meanwhile no release is built (SCHEMA.md, `watermark.recounting`).
ALTER TABLE watermark ADD COLUMN recounting INTEGER NOT NULL DEFAULT 0 CHECK (recounting IN (0, 1));

UPDATE watermark SET turn = turn + 1, recounting = EXISTS (SELECT 1 FROM contributions WHERE folded = 1);

-- What deletions took away is in no contribution any more: it stays.
DELETE FROM counters WHERE measure <> 'removed';

UPDATE contributions SET folded = 0 WHERE folded = 1;
