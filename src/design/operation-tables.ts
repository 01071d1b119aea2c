// Operational tables of releasing: acts of two people, readers before publication, erasures,
// uploads. Statements of migrations that
// `office-tables.ts` puts in their order.

/** How releases are protected beside suppression: what a compiler chose, and what was compared before. */
export const PROTECTION_CHOICES = `
  CREATE TABLE protection_choices (
    seq INTEGER PRIMARY KEY,
    option TEXT NOT NULL,                  -- suppression, merge:CODE, periods:Q, precision:1
    reason TEXT NOT NULL, author TEXT NOT NULL, at TEXT NOT NULL
  ) STRICT;
  CREATE TRIGGER choices_stand BEFORE UPDATE ON protection_choices BEGIN SELECT RAISE(ABORT, 'a choice never changes: make another'); END;
  CREATE TRIGGER choices_stay BEFORE DELETE ON protection_choices BEGIN SELECT RAISE(ABORT, 'a choice never goes: make another'); END;
  CREATE TABLE protection_comparisons (
    run INTEGER PRIMARY KEY REFERENCES runs(id),
    result TEXT NOT NULL,                  -- JSON: what readers lose under each option
    author TEXT NOT NULL, at TEXT NOT NULL
  ) STRICT;
`;

/** Acts of two people are no longer of releases alone; a release under seal has a state of its own. */
export const TWO_PERSON_STEPS = `
  ALTER TABLE release_steps RENAME TO two_person_steps;
  ALTER TABLE two_person_steps RENAME COLUMN release TO subject;
  ALTER TABLE two_person_steps RENAME COLUMN manifest TO content;
  UPDATE releases SET state = 'sealed' WHERE state = 'approved';
  CREATE TABLE pre_release_readings (
    seq INTEGER PRIMARY KEY,
    copy TEXT NOT NULL UNIQUE,             -- 16 hexadecimal digits: the mark of this one copy
    release TEXT NOT NULL, manifest TEXT NOT NULL,
    reader TEXT NOT NULL, post TEXT NOT NULL, name TEXT NOT NULL,
    language TEXT NOT NULL, format TEXT NOT NULL,
    sha256 TEXT NOT NULL,                  -- of the copy as it was given
    at TEXT NOT NULL
  ) STRICT;
  CREATE TRIGGER readings_stand BEFORE UPDATE ON pre_release_readings BEGIN SELECT RAISE(ABORT, 'a reading never changes'); END;
  CREATE TRIGGER readings_stay BEFORE DELETE ON pre_release_readings BEGIN SELECT RAISE(ABORT, 'a reading never goes'); END;
  CREATE TABLE erasures (
    seq INTEGER PRIMARY KEY,
    submission INTEGER NOT NULL UNIQUE REFERENCES submissions(id),
    sha256 TEXT NOT NULL,                  -- of the bytes that are gone
    policy TEXT NOT NULL,                  -- JSON: the dated rule that applied
    proposer TEXT NOT NULL, approver TEXT NOT NULL, at TEXT NOT NULL
  ) STRICT;
  CREATE TRIGGER erasures_stand BEFORE UPDATE ON erasures BEGIN SELECT RAISE(ABORT, 'an erasure never changes'); END;
  CREATE TRIGGER erasures_stay BEFORE DELETE ON erasures BEGIN SELECT RAISE(ABORT, 'the record of an erasure stays'); END;
  DROP TRIGGER refusals_stand;
  CREATE TRIGGER refusals_stand BEFORE UPDATE ON refusals
    WHEN NEW.findings <> '[]' OR NEW.name <> '' OR NEW.sha256 IS NOT OLD.sha256 OR NEW.receipt IS NOT OLD.receipt OR NEW.refused_at IS NOT OLD.refused_at
    BEGIN SELECT RAISE(ABORT, 'a refusal never changes, but for its erasure'); END;
`;

/** An upload names its entry of the audit log; the words of one that was answered may be erased, and nothing else of it. */
export const UPLOAD_ENTRIES = `
  ALTER TABLE uploads ADD COLUMN entry INTEGER; -- of the audit log, by which its receipt is bound to it
  DROP TRIGGER uploads_stay;
  CREATE TRIGGER uploads_stay BEFORE UPDATE ON uploads WHEN OLD.state = 'settled' AND (
      NEW.name <> '' OR json_array_length(NEW.report, '$.findings') <> 0 OR json_extract(NEW.report, '$.faults') <> 0
      OR json_extract(NEW.report, '$.outcome') IS NOT json_extract(OLD.report, '$.outcome')
      OR json_extract(NEW.report, '$.receipt') IS NOT json_extract(OLD.report, '$.receipt')
      OR NEW.state <> 'settled' OR NEW.id <> OLD.id OR NEW.sender <> OLD.sender OR NEW.sha256 <> OLD.sha256
      OR NEW.bytes <> OLD.bytes OR NEW.at <> OLD.at OR NEW.entry IS NOT OLD.entry)
    BEGIN SELECT RAISE(ABORT, 'an upload that was answered never changes, but for its erasure'); END;
`;

/** What is started from a page is a run, or a comparison of the ways to protect one. */
export const JOB_KINDS = `
  ALTER TABLE run_jobs ADD COLUMN kind TEXT NOT NULL DEFAULT 'run' CHECK (kind IN ('run', 'comparison'));
`;
