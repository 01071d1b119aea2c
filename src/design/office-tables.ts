// The operational tables in `office.db`: small rows, short transactions, durable.
// Frozen like `design/tables.ts`. A row in `files` is what makes a file of the store exist.

import { JOB_KINDS, PROTECTION_CHOICES, TWO_PERSON_STEPS, UPLOAD_ENTRIES } from './operation-tables.ts';

/** Statements that bring an empty database to each version, in order. Never edit one that has been used: append. */
export const MIGRATIONS: readonly string[] = [
  `CREATE TABLE submissions (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,           -- of the bytes as received
    name TEXT NOT NULL,                    -- file name as received
    bytes INTEGER NOT NULL,
    format TEXT NOT NULL,                  -- csv, xlsx, json, ndjson, xml, parquet
    declarant_type TEXT, sender TEXT, period TEXT, sequence INTEGER,
    function TEXT,                         -- original, replace, cancel
    replaces INTEGER,                      -- sequence number
    created_at TEXT, schema_version TEXT,
    language TEXT NOT NULL,
    state TEXT NOT NULL,                   -- received, refused, superseded, cancelled
    superseded_by INTEGER REFERENCES submissions(id),
    cause TEXT,                            -- revision cause when it changes released periods
    lines INTEGER NOT NULL,                -- 0 when refused
    findings TEXT NOT NULL,                -- JSON: faults of the file
    receipt TEXT NOT NULL UNIQUE,
    salt TEXT NOT NULL,                    -- of the leaf in the receipts' Merkle tree
    received_at TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX submission_identity ON submissions (declarant_type, sender, period, sequence) WHERE state <> 'refused';
  CREATE TABLE files (
    path TEXT PRIMARY KEY,                 -- relative to the workspace
    kind TEXT NOT NULL,                    -- collected-settlement, lines, cells, …
    run INTEGER,
    sha256 TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    rows INTEGER NOT NULL,
    at TEXT NOT NULL
  ) STRICT;
  CREATE TABLE submission_files (submission INTEGER PRIMARY KEY REFERENCES submissions(id), path TEXT NOT NULL REFERENCES files(path)) STRICT;
  CREATE TABLE edits (
    seq INTEGER PRIMARY KEY,
    submission INTEGER NOT NULL, ordinal INTEGER NOT NULL,
    field TEXT NOT NULL, before TEXT, after TEXT,
    rule TEXT NOT NULL,                    -- rule@version, or manual
    reason TEXT NOT NULL,
    cause TEXT NOT NULL,                   -- one of REVISION_CAUSES
    proof TEXT,                            -- JSON
    author TEXT NOT NULL, at TEXT NOT NULL,
    reverses INTEGER REFERENCES edits(seq)
  ) STRICT;
  CREATE TABLE register_changes (
    seq INTEGER PRIMARY KEY,
    enterprise TEXT NOT NULL, field TEXT NOT NULL, before TEXT, after TEXT,
    valid_from TEXT NOT NULL, reason TEXT NOT NULL, author TEXT NOT NULL, at TEXT NOT NULL
  ) STRICT;
  CREATE TABLE runs (
    id INTEGER PRIMARY KEY,
    state TEXT NOT NULL,                   -- started, processed, analysed, protected, failed
    cut_submission INTEGER NOT NULL, cut_edit INTEGER NOT NULL,
    domain_hash TEXT NOT NULL, program_hash TEXT NOT NULL,
    cut_at TEXT NOT NULL, started_at TEXT NOT NULL, finished_at TEXT,
    summary TEXT                           -- JSON
  ) STRICT;
  CREATE TABLE releases (
    id TEXT PRIMARY KEY,                   -- 2025-S1/1
    period TEXT NOT NULL, number INTEGER NOT NULL,
    run INTEGER NOT NULL REFERENCES runs(id),
    state TEXT NOT NULL,                   -- drafted, published, withdrawn
    vintage TEXT NOT NULL, embargo TEXT, reasons TEXT,
    manifest_hash TEXT NOT NULL, made_at TEXT NOT NULL, published_at TEXT
  ) STRICT;
  CREATE TABLE audit (
    seq INTEGER PRIMARY KEY,
    at TEXT NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL, subject TEXT NOT NULL,
    detail TEXT NOT NULL,                  -- JSON
    previous TEXT NOT NULL, hash TEXT NOT NULL
  ) STRICT;`,
  `CREATE TABLE questions (
    id INTEGER PRIMARY KEY,
    submission INTEGER NOT NULL, ordinal INTEGER NOT NULL, field TEXT NOT NULL,
    declarant_type TEXT NOT NULL, sender TEXT NOT NULL,
    ar TEXT NOT NULL, fr TEXT NOT NULL, en TEXT NOT NULL,
    reason TEXT NOT NULL, author TEXT NOT NULL, at TEXT NOT NULL,
    answer TEXT, answered_at TEXT
  ) STRICT;
  CREATE TABLE adjustments (
    seq INTEGER PRIMARY KEY,
    month TEXT NOT NULL, segment TEXT NOT NULL, ebops TEXT NOT NULL, partner TEXT NOT NULL,
    enterprise TEXT NOT NULL,              -- whose value it stands for
    source TEXT,                           -- bank or enterprise whose declaration it takes the place of; NULL for none
    amount TEXT NOT NULL,                  -- dirhams with sign, two decimals
    reason TEXT NOT NULL, cause TEXT NOT NULL, author TEXT NOT NULL, at TEXT NOT NULL,
    reverses INTEGER UNIQUE REFERENCES adjustments(seq)
  ) STRICT;
  CREATE TABLE adjustment_approvals (
    adjustment INTEGER PRIMARY KEY REFERENCES adjustments(seq),
    approver TEXT NOT NULL, at TEXT NOT NULL
  ) STRICT;
  CREATE TRIGGER adjustments_stand BEFORE UPDATE ON adjustments BEGIN SELECT RAISE(ABORT, 'an adjustment never changes: reverse it'); END;
  CREATE TRIGGER adjustments_stay BEFORE DELETE ON adjustments BEGIN SELECT RAISE(ABORT, 'an adjustment never goes: reverse it'); END;
  CREATE TRIGGER approval_by_another BEFORE INSERT ON adjustment_approvals
    WHEN NEW.approver = (SELECT author FROM adjustments WHERE seq = NEW.adjustment)
    BEGIN SELECT RAISE(ABORT, 'who made an adjustment cannot approve it'); END;
  CREATE TABLE freezes (
    seq INTEGER PRIMARY KEY,
    period TEXT NOT NULL UNIQUE,           -- of the release
    cut_submission INTEGER NOT NULL, cut_edit INTEGER NOT NULL,
    reason TEXT NOT NULL, author TEXT NOT NULL, at TEXT NOT NULL
  ) STRICT;`,
  `CREATE TABLE refusals (
    seq INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL, name TEXT NOT NULL, bytes INTEGER NOT NULL, format TEXT NOT NULL,
    declarant_type TEXT, sender TEXT, period TEXT, sequence INTEGER,
    findings TEXT NOT NULL,                -- JSON: every reason
    receipt TEXT NOT NULL, refused_at TEXT NOT NULL
  ) STRICT;
  INSERT INTO refusals (sha256, name, bytes, format, declarant_type, sender, period, sequence, findings, receipt, refused_at)
    SELECT sha256, name, bytes, format, declarant_type, sender, period, sequence, findings, receipt, received_at
    FROM submissions WHERE state = 'refused' ORDER BY id;
  CREATE TRIGGER refusals_stand BEFORE UPDATE ON refusals BEGIN SELECT RAISE(ABORT, 'a refusal never changes'); END;
  CREATE TRIGGER refusals_stay BEFORE DELETE ON refusals BEGIN SELECT RAISE(ABORT, 'a refusal is kept, also when the file is sent again'); END;`,
  `CREATE TRIGGER audit_stands BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is only ever appended to'); END;
  CREATE TRIGGER audit_stays BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is only ever appended to'); END;
  CREATE TABLE release_steps (
    seq INTEGER PRIMARY KEY,
    release TEXT NOT NULL,
    manifest TEXT NOT NULL,                -- SHA-256 of the manifest that is meant
    act TEXT NOT NULL,                     -- publication, cancellation, withdrawal
    step TEXT NOT NULL,                    -- proposed, approved
    actor TEXT NOT NULL, at TEXT NOT NULL, reason TEXT NOT NULL
  ) STRICT;
  CREATE TRIGGER release_steps_stand BEFORE UPDATE ON release_steps BEGIN SELECT RAISE(ABORT, 'a step never changes'); END;
  CREATE TRIGGER release_steps_stay BEFORE DELETE ON release_steps BEGIN SELECT RAISE(ABORT, 'a step never goes'); END;
  CREATE TRIGGER approved_by_another BEFORE INSERT ON release_steps
    WHEN NEW.step = 'approved' AND NEW.actor = (
      SELECT actor FROM release_steps
      WHERE release = NEW.release AND manifest = NEW.manifest AND act = NEW.act ORDER BY seq DESC LIMIT 1)
    BEGIN SELECT RAISE(ABORT, 'who proposed it cannot approve it'); END;`,
  `CREATE TABLE accounts (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,             -- by which it signs in, and which the audit log names: lower case
    person TEXT NOT NULL,                  -- whose account it is
    declarant_type TEXT, sender TEXT,      -- the respondent that a declarant declares for
    language TEXT,                         -- chosen; NULL for the browser's
    state TEXT NOT NULL CHECK (state IN ('invited', 'active', 'deactivated')),
    password TEXT,                         -- Argon2id in PHC form; NULL where none was set
    failures INTEGER NOT NULL DEFAULT 0,   -- of signing in, since the last that succeeded
    locked_until TEXT,
    made_by TEXT NOT NULL, made_at TEXT NOT NULL, signed_in_at TEXT,
    CHECK ((declarant_type IS NULL) = (sender IS NULL))
  ) STRICT;
  CREATE TABLE account_roles (
    account INTEGER NOT NULL REFERENCES accounts(id), role TEXT NOT NULL, PRIMARY KEY (account, role)
  ) STRICT;
  CREATE TABLE identities (                -- at an OpenID provider
    issuer TEXT NOT NULL, subject TEXT NOT NULL, account INTEGER NOT NULL REFERENCES accounts(id),
    made_at TEXT NOT NULL, PRIMARY KEY (issuer, subject)
  ) STRICT;
  CREATE TABLE second_factors (
    account INTEGER PRIMARY KEY REFERENCES accounts(id),
    secret TEXT NOT NULL,                  -- of the time-based code, encrypted under a key of secrets/
    confirmed_at TEXT,                     -- NULL until a first code was right
    last_step INTEGER NOT NULL DEFAULT 0   -- a code opens once
  ) STRICT;
  CREATE TABLE recovery_codes (
    account INTEGER NOT NULL REFERENCES accounts(id), hash TEXT NOT NULL, used_at TEXT, PRIMARY KEY (account, hash)
  ) STRICT;
  CREATE TABLE sessions (
    hash TEXT PRIMARY KEY,                 -- SHA-256 of what the cookie holds
    account INTEGER NOT NULL REFERENCES accounts(id),
    stage TEXT NOT NULL,                   -- code, enrolment, full
    made_at TEXT NOT NULL, seen_at TEXT NOT NULL, ends_at TEXT NOT NULL,
    notice TEXT                            -- JSON of a text, shown once
  ) STRICT;
  CREATE INDEX session_account ON sessions (account);
  CREATE TABLE one_time_links (
    hash TEXT PRIMARY KEY,
    account INTEGER REFERENCES accounts(id), -- NULL for the first administrator
    purpose TEXT NOT NULL,                 -- administrator, invitation, reset
    made_by TEXT NOT NULL, made_at TEXT NOT NULL, ends_at TEXT NOT NULL, used_at TEXT
  ) STRICT;
  CREATE TABLE tokens (
    id INTEGER PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE,
    account INTEGER NOT NULL REFERENCES accounts(id),
    label TEXT NOT NULL, scopes TEXT NOT NULL, -- JSON
    made_by TEXT NOT NULL, made_at TEXT NOT NULL, ends_at TEXT NOT NULL, seen_at TEXT, revoked_at TEXT
  ) STRICT;`,
  `CREATE TABLE uploads (
    seq INTEGER PRIMARY KEY,               -- the order of arrival
    id TEXT NOT NULL UNIQUE,               -- random, in addresses
    purpose TEXT NOT NULL,                 -- declare, check
    channel TEXT NOT NULL,                 -- file, form, nil, cancel, api
    declarant_type TEXT NOT NULL, sender TEXT NOT NULL, -- whom the account declares for
    actor TEXT NOT NULL, language TEXT NOT NULL,
    name TEXT NOT NULL,                    -- file name as given
    bytes INTEGER NOT NULL, sha256 TEXT NOT NULL,
    at TEXT NOT NULL,
    state TEXT NOT NULL,                   -- waiting, settled
    attempts INTEGER NOT NULL DEFAULT 0,   -- times that its receiving began
    report TEXT, settled_at TEXT           -- JSON
  ) STRICT;
  CREATE INDEX uploads_of ON uploads (declarant_type, sender, seq);
  CREATE INDEX uploads_waiting ON uploads (seq) WHERE state = 'waiting';
  CREATE TRIGGER uploads_stay BEFORE UPDATE ON uploads WHEN OLD.state = 'settled'
    BEGIN SELECT RAISE(ABORT, 'an upload that was answered never changes'); END;
  CREATE TRIGGER answered_once BEFORE UPDATE OF answer ON questions WHEN OLD.answered_at IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'a question is answered once'); END;`,
  `CREATE TABLE run_jobs (                 -- runs that were started from a page, each a process of its own
    id INTEGER PRIMARY KEY,
    period TEXT NOT NULL, embargo TEXT, author TEXT NOT NULL,
    started_at TEXT NOT NULL, ended_at TEXT,
    pid INTEGER NOT NULL,
    before INTEGER NOT NULL,               -- the newest run when it began
    exit INTEGER                           -- exit code; -1 when a signal ended it
  ) STRICT;`,
  TWO_PERSON_STEPS,
  PROTECTION_CHOICES,
  UPLOAD_ENTRIES,
  JOB_KINDS,
];
