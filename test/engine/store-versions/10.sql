PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE account_roles (
    account INTEGER NOT NULL REFERENCES accounts(id), role TEXT NOT NULL, PRIMARY KEY (account, role)
  ) STRICT;
INSERT INTO "account_roles" VALUES(1,'declarant');
CREATE TABLE accounts (
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
INSERT INTO "accounts" VALUES(1,'b01','Declarant of B01','bank','B01','fr','active','$argon2id$v=19$x',0,NULL,'admin','2025-06-01T00:00:00.000Z',NULL);
CREATE TABLE adjustment_approvals (
    adjustment INTEGER PRIMARY KEY REFERENCES adjustments(seq),
    approver TEXT NOT NULL, at TEXT NOT NULL
  ) STRICT;
INSERT INTO "adjustment_approvals" VALUES(1,'reviewer','2025-08-02T09:00:00.000Z');
CREATE TABLE adjustments (
    seq INTEGER PRIMARY KEY,
    month TEXT NOT NULL, segment TEXT NOT NULL, ebops TEXT NOT NULL, partner TEXT NOT NULL,
    enterprise TEXT NOT NULL,              -- whose value it stands for
    source TEXT,                           -- bank or enterprise whose declaration it takes the place of; NULL for none
    amount TEXT NOT NULL,                  -- dirhams with sign, two decimals
    reason TEXT NOT NULL, cause TEXT NOT NULL, author TEXT NOT NULL, at TEXT NOT NULL,
    reverses INTEGER UNIQUE REFERENCES adjustments(seq)
  ) STRICT;
INSERT INTO "adjustments" VALUES(1,'2025-06','ITO','SI22','FR','001561191',NULL,'12.50','a known gap','coverage','compiler','2025-08-02T08:00:00.000Z',NULL);
CREATE TABLE audit (
    seq INTEGER PRIMARY KEY,
    at TEXT NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL, subject TEXT NOT NULL,
    detail TEXT NOT NULL,                  -- JSON
    previous TEXT NOT NULL, hash TEXT NOT NULL
  ) STRICT;
INSERT INTO "audit" VALUES(1,'2025-09-21T09:00:00.000Z','author','release','','{"exit":0}','','1150a6e1159dba514d2bdd13140b600f4036cba1ae02658fd9734ec33923e396');
INSERT INTO "audit" VALUES(2,'2025-09-22T09:00:00.000Z','author','release','','{"exit":0}','1150a6e1159dba514d2bdd13140b600f4036cba1ae02658fd9734ec33923e396','b34173ffc5bab0a6f4a2d05d706fbe58cadb1f387441b9da0e6c6472488e2c1c');
INSERT INTO "audit" VALUES(3,'2025-09-23T09:00:00.000Z','author','release','','{"exit":0}','b34173ffc5bab0a6f4a2d05d706fbe58cadb1f387441b9da0e6c6472488e2c1c','aeb4f4bff8f95fd0154db4cab21b96861cb48ffba70af19a733c372e82a95416');
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
INSERT INTO "edits" VALUES(1,1,3,'amount','1000000','1000','manual','three zeros too many','corrected',NULL,'compiler','2025-08-01T09:00:00.000Z',NULL);
CREATE TABLE erasures (
    seq INTEGER PRIMARY KEY,
    submission INTEGER NOT NULL UNIQUE REFERENCES submissions(id),
    sha256 TEXT NOT NULL,                  -- of the bytes that are gone
    policy TEXT NOT NULL,                  -- JSON: the dated rule that applied
    proposer TEXT NOT NULL, approver TEXT NOT NULL, at TEXT NOT NULL
  ) STRICT;
CREATE TABLE files (
    path TEXT PRIMARY KEY,                 -- relative to the workspace
    kind TEXT NOT NULL,                    -- collected-settlement, lines, cells, …
    run INTEGER,
    sha256 TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    rows INTEGER NOT NULL,
    at TEXT NOT NULL
  ) STRICT;
INSERT INTO "files" VALUES('store/collected/1-settlement.parquet','collected-settlement',NULL,'cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc',900,12,'2025-07-03T08:00:01.000Z');
CREATE TABLE freezes (
    seq INTEGER PRIMARY KEY,
    period TEXT NOT NULL UNIQUE,           -- of the release
    cut_submission INTEGER NOT NULL, cut_edit INTEGER NOT NULL,
    reason TEXT NOT NULL, author TEXT NOT NULL, at TEXT NOT NULL
  ) STRICT;
INSERT INTO "freezes" VALUES(1,'2025-S1',1,1,'cut-off','compiler','2025-09-19T08:00:00.000Z');
CREATE TABLE identities (                -- at an OpenID provider
    issuer TEXT NOT NULL, subject TEXT NOT NULL, account INTEGER NOT NULL REFERENCES accounts(id),
    made_at TEXT NOT NULL, PRIMARY KEY (issuer, subject)
  ) STRICT;
CREATE TABLE one_time_links (
    hash TEXT PRIMARY KEY,
    account INTEGER REFERENCES accounts(id), -- NULL for the first administrator
    purpose TEXT NOT NULL,                 -- administrator, invitation, reset
    made_by TEXT NOT NULL, made_at TEXT NOT NULL, ends_at TEXT NOT NULL, used_at TEXT
  ) STRICT;
CREATE TABLE pre_release_readings (
    seq INTEGER PRIMARY KEY,
    copy TEXT NOT NULL UNIQUE,             -- 16 hexadecimal digits: the mark of this one copy
    release TEXT NOT NULL, manifest TEXT NOT NULL,
    reader TEXT NOT NULL, post TEXT NOT NULL, name TEXT NOT NULL,
    language TEXT NOT NULL, format TEXT NOT NULL,
    sha256 TEXT NOT NULL,                  -- of the copy as it was given
    at TEXT NOT NULL
  ) STRICT;
CREATE TABLE protection_choices (
    seq INTEGER PRIMARY KEY,
    option TEXT NOT NULL,                  -- suppression, merge:CODE, periods:Q, precision:1
    reason TEXT NOT NULL, author TEXT NOT NULL, at TEXT NOT NULL
  ) STRICT;
CREATE TABLE protection_comparisons (
    run INTEGER PRIMARY KEY REFERENCES runs(id),
    result TEXT NOT NULL,                  -- JSON: what readers lose under each option
    author TEXT NOT NULL, at TEXT NOT NULL
  ) STRICT;
CREATE TABLE questions (
    id INTEGER PRIMARY KEY,
    submission INTEGER NOT NULL, ordinal INTEGER NOT NULL, field TEXT NOT NULL,
    declarant_type TEXT NOT NULL, sender TEXT NOT NULL,
    ar TEXT NOT NULL, fr TEXT NOT NULL, en TEXT NOT NULL,
    reason TEXT NOT NULL, author TEXT NOT NULL, at TEXT NOT NULL,
    answer TEXT, answered_at TEXT
  ) STRICT;
INSERT INTO "questions" VALUES(1,1,3,'amount','bank','B01','ما المبلغ الصحيح؟','quel est le montant exact ?','what is the amount?','looks too large','compiler','2025-08-01T08:00:00.000Z',NULL,NULL);
CREATE TABLE recovery_codes (
    account INTEGER NOT NULL REFERENCES accounts(id), hash TEXT NOT NULL, used_at TEXT, PRIMARY KEY (account, hash)
  ) STRICT;
CREATE TABLE refusals (
    seq INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL, name TEXT NOT NULL, bytes INTEGER NOT NULL, format TEXT NOT NULL,
    declarant_type TEXT, sender TEXT, period TEXT, sequence INTEGER,
    findings TEXT NOT NULL,                -- JSON: every reason
    receipt TEXT NOT NULL, refused_at TEXT NOT NULL
  ) STRICT;
INSERT INTO "refusals" VALUES(1,'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb','broken.csv',10,'csv',NULL,NULL,NULL,NULL,'[{"code":"unreadable"}]','2025-000002-bbbbbbbbbbbbbbbb','2025-07-03T08:01:00.000Z');
INSERT INTO "refusals" VALUES(2,'9999999999999999999999999999999999999999999999999999999999999999','late.xml',5,'xml',NULL,NULL,NULL,NULL,'[]','2025-000003-cccccccccccccccc','2025-09-01T00:00:00.000Z');
CREATE TABLE register_changes (
    seq INTEGER PRIMARY KEY,
    enterprise TEXT NOT NULL, field TEXT NOT NULL, before TEXT, after TEXT,
    valid_from TEXT NOT NULL, reason TEXT NOT NULL, author TEXT NOT NULL, at TEXT NOT NULL
  ) STRICT;
INSERT INTO "register_changes" VALUES(1,'001561191','segment','ITO','BPO','2025-01-01','a new activity','compiler','2025-08-01T10:00:00.000Z');
CREATE TABLE releases (
    id TEXT PRIMARY KEY,                   -- 2025-S1/1
    period TEXT NOT NULL, number INTEGER NOT NULL,
    run INTEGER NOT NULL REFERENCES runs(id),
    state TEXT NOT NULL,                   -- drafted, published, withdrawn
    vintage TEXT NOT NULL, embargo TEXT, reasons TEXT,
    manifest_hash TEXT NOT NULL, made_at TEXT NOT NULL, published_at TEXT
  ) STRICT;
INSERT INTO "releases" VALUES('2024/1','2024',1,1,'published','preliminary',NULL,'[]','ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff','2025-03-30T09:00:00.000Z','2025-03-31T09:00:00.000Z');
INSERT INTO "releases" VALUES('2025-S1/1','2025-S1',1,1,'sealed','preliminary','2025-09-30T10:00:00+01:00','[]','1111111111111111111111111111111111111111111111111111111111111111','2025-09-20T09:02:00.000Z',NULL);
CREATE TABLE run_jobs (                 -- runs that were started from a page, each a process of its own
    id INTEGER PRIMARY KEY,
    period TEXT NOT NULL, embargo TEXT, author TEXT NOT NULL,
    started_at TEXT NOT NULL, ended_at TEXT,
    pid INTEGER NOT NULL,
    before INTEGER NOT NULL,               -- the newest run when it began
    exit INTEGER                           -- exit code; -1 when a signal ended it
  ) STRICT;
CREATE TABLE runs (
    id INTEGER PRIMARY KEY,
    state TEXT NOT NULL,                   -- started, processed, analysed, protected, failed
    cut_submission INTEGER NOT NULL, cut_edit INTEGER NOT NULL,
    domain_hash TEXT NOT NULL, program_hash TEXT NOT NULL,
    cut_at TEXT NOT NULL, started_at TEXT NOT NULL, finished_at TEXT,
    summary TEXT                           -- JSON
  ) STRICT;
INSERT INTO "runs" VALUES(1,'protected',1,1,'dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd','eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee','2025-09-20T09:00:00.000Z','2025-09-20T09:00:00.000Z','2025-09-20T09:01:00.000Z','{"protected":{"at_risk":0}}');
CREATE TABLE second_factors (
    account INTEGER PRIMARY KEY REFERENCES accounts(id),
    secret TEXT NOT NULL,                  -- of the time-based code, encrypted under a key of secrets/
    confirmed_at TEXT,                     -- NULL until a first code was right
    last_step INTEGER NOT NULL DEFAULT 0   -- a code opens once
  ) STRICT;
CREATE TABLE sessions (
    hash TEXT PRIMARY KEY,                 -- SHA-256 of what the cookie holds
    account INTEGER NOT NULL REFERENCES accounts(id),
    stage TEXT NOT NULL,                   -- code, enrolment, full
    made_at TEXT NOT NULL, seen_at TEXT NOT NULL, ends_at TEXT NOT NULL,
    notice TEXT                            -- JSON of a text, shown once
  ) STRICT;
CREATE TABLE submission_files (submission INTEGER PRIMARY KEY REFERENCES submissions(id), path TEXT NOT NULL REFERENCES files(path)) STRICT;
INSERT INTO "submission_files" VALUES(1,'store/collected/1-settlement.parquet');
CREATE TABLE submissions (
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
INSERT INTO "submissions" VALUES(1,'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa','B01-2025-06.csv',1200,'csv','bank','B01','2025-06',1,'original',NULL,'2025-07-03T08:00:00Z','1','fr','received',NULL,NULL,12,'[]','2025-000001-aaaaaaaaaaaaaaaa','00ff','2025-07-03T08:00:01.000Z');
INSERT INTO "submissions" VALUES(2,'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb','broken.csv',10,'csv',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'ar','refused',NULL,NULL,0,'[{"code":"unreadable"}]','2025-000002-bbbbbbbbbbbbbbbb','','2025-07-03T08:01:00.000Z');
CREATE TABLE tokens (
    id INTEGER PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE,
    account INTEGER NOT NULL REFERENCES accounts(id),
    label TEXT NOT NULL, scopes TEXT NOT NULL, -- JSON
    made_by TEXT NOT NULL, made_at TEXT NOT NULL, ends_at TEXT NOT NULL, seen_at TEXT, revoked_at TEXT
  ) STRICT;
CREATE TABLE "two_person_steps" (
    seq INTEGER PRIMARY KEY,
    subject TEXT NOT NULL,
    content TEXT NOT NULL,                -- SHA-256 of the manifest that is meant
    act TEXT NOT NULL,                     -- publication, cancellation, withdrawal
    step TEXT NOT NULL,                    -- proposed, approved
    actor TEXT NOT NULL, at TEXT NOT NULL, reason TEXT NOT NULL
  ) STRICT;
INSERT INTO "two_person_steps" VALUES(1,'2025-S1/1','1111111111111111111111111111111111111111111111111111111111111111','publication','proposed','author','2025-09-21T09:00:00.000Z','');
INSERT INTO "two_person_steps" VALUES(2,'2025-S1/1','1111111111111111111111111111111111111111111111111111111111111111','publication','approved','releaser','2025-09-21T10:00:00.000Z','');
CREATE TABLE uploads (
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
  , entry INTEGER) STRICT;
INSERT INTO "uploads" VALUES(1,'u1','declare','file','bank','B01','n.alami','fr','juin.csv',10,'1111111111111111111111111111111111111111111111111111111111111111','2025-07-10T09:00:00.000Z','settled',0,'{"outcome":"received","receipt":"2025-000001-1111111111111111","envelope":null,"states":{"accepted":1},"received":1,"findings":[{"code":"x"}],"rules":[],"faults":2}','2025-07-10T09:00:01.000Z',NULL);
CREATE UNIQUE INDEX submission_identity ON submissions (declarant_type, sender, period, sequence) WHERE state <> 'refused';
CREATE TRIGGER adjustments_stand BEFORE UPDATE ON adjustments BEGIN SELECT RAISE(ABORT, 'an adjustment never changes: reverse it'); END;
CREATE TRIGGER adjustments_stay BEFORE DELETE ON adjustments BEGIN SELECT RAISE(ABORT, 'an adjustment never goes: reverse it'); END;
CREATE TRIGGER approval_by_another BEFORE INSERT ON adjustment_approvals
    WHEN NEW.approver = (SELECT author FROM adjustments WHERE seq = NEW.adjustment)
    BEGIN SELECT RAISE(ABORT, 'who made an adjustment cannot approve it'); END;
CREATE TRIGGER refusals_stay BEFORE DELETE ON refusals BEGIN SELECT RAISE(ABORT, 'a refusal is kept, also when the file is sent again'); END;
CREATE TRIGGER audit_stands BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is only ever appended to'); END;
CREATE TRIGGER audit_stays BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is only ever appended to'); END;
CREATE TRIGGER release_steps_stand BEFORE UPDATE ON "two_person_steps" BEGIN SELECT RAISE(ABORT, 'a step never changes'); END;
CREATE TRIGGER release_steps_stay BEFORE DELETE ON "two_person_steps" BEGIN SELECT RAISE(ABORT, 'a step never goes'); END;
CREATE TRIGGER approved_by_another BEFORE INSERT ON "two_person_steps"
    WHEN NEW.step = 'approved' AND NEW.actor = (
      SELECT actor FROM "two_person_steps"
      WHERE subject = NEW.subject AND content = NEW.content AND act = NEW.act ORDER BY seq DESC LIMIT 1)
    BEGIN SELECT RAISE(ABORT, 'who proposed it cannot approve it'); END;
CREATE INDEX session_account ON sessions (account);
CREATE INDEX uploads_of ON uploads (declarant_type, sender, seq);
CREATE INDEX uploads_waiting ON uploads (seq) WHERE state = 'waiting';
CREATE TRIGGER answered_once BEFORE UPDATE OF answer ON questions WHEN OLD.answered_at IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'a question is answered once'); END;
CREATE TRIGGER readings_stand BEFORE UPDATE ON pre_release_readings BEGIN SELECT RAISE(ABORT, 'a reading never changes'); END;
CREATE TRIGGER readings_stay BEFORE DELETE ON pre_release_readings BEGIN SELECT RAISE(ABORT, 'a reading never goes'); END;
CREATE TRIGGER erasures_stand BEFORE UPDATE ON erasures BEGIN SELECT RAISE(ABORT, 'an erasure never changes'); END;
CREATE TRIGGER erasures_stay BEFORE DELETE ON erasures BEGIN SELECT RAISE(ABORT, 'the record of an erasure stays'); END;
CREATE TRIGGER refusals_stand BEFORE UPDATE ON refusals
    WHEN NEW.findings <> '[]' OR NEW.name <> '' OR NEW.sha256 IS NOT OLD.sha256 OR NEW.receipt IS NOT OLD.receipt OR NEW.refused_at IS NOT OLD.refused_at
    BEGIN SELECT RAISE(ABORT, 'a refusal never changes, but for its erasure'); END;
CREATE TRIGGER choices_stand BEFORE UPDATE ON protection_choices BEGIN SELECT RAISE(ABORT, 'a choice never changes: make another'); END;
CREATE TRIGGER choices_stay BEFORE DELETE ON protection_choices BEGIN SELECT RAISE(ABORT, 'a choice never goes: make another'); END;
CREATE TRIGGER uploads_stay BEFORE UPDATE ON uploads WHEN OLD.state = 'settled' AND (
      NEW.name <> '' OR json_array_length(NEW.report, '$.findings') <> 0 OR json_extract(NEW.report, '$.faults') <> 0
      OR json_extract(NEW.report, '$.outcome') IS NOT json_extract(OLD.report, '$.outcome')
      OR json_extract(NEW.report, '$.receipt') IS NOT json_extract(OLD.report, '$.receipt')
      OR NEW.state <> 'settled' OR NEW.id <> OLD.id OR NEW.sender <> OLD.sender OR NEW.sha256 <> OLD.sha256
      OR NEW.bytes <> OLD.bytes OR NEW.at <> OLD.at OR NEW.entry IS NOT OLD.entry)
    BEGIN SELECT RAISE(ABORT, 'an upload that was answered never changes, but for its erasure'); END;
COMMIT;
PRAGMA user_version=10;
