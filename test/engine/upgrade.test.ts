// A store of every earlier version, as it was dumped then, is brought to the newest and keeps what it held; a copy of it
// as it was is made first; one of a newer program is left alone.

import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, test } from 'node:test';
import { MIGRATIONS } from '../../src/design/office-tables.ts';
import { keptBefore, openStore, type Store } from '../../src/engine/store.ts';
import { auditFaults, readAudit } from '../../src/office/audit-log.ts';
import { isApproved } from '../../src/office/two-person-act.ts';

const place = mkdtempSync(join(tmpdir(), 'marsad-upgrade-'));
after(() => rmSync(place, { recursive: true, force: true }));
const VERSIONS = Array.from({ length: MIGRATIONS.length - 1 }, (_, at) => at + 1);

function dumped(version: number): string {
  const path = join(place, `${version}.db`);
  rmSync(path, { force: true });
  const database = new DatabaseSync(path);
  database.exec(readFileSync(join(import.meta.dirname, 'store-versions', `${version}.sql`), 'utf8'));
  database.close();
  return path;
}

/** Columns of every table and names of every index and trigger. */
function shapeOf(store: Store): readonly string[] {
  const objects = store.all<{ type: string; name: string }>(
    "SELECT type, name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name",
  );
  return objects.map(({ type, name }) => {
    const columns =
      type === 'table' ? store.all(`SELECT name, type, "notnull", pk FROM pragma_table_info('${name}')`) : [];
    return `${type} ${name} ${JSON.stringify(columns)}`;
  });
}

const KEPT = [
  { since: 1, table: 'submissions', rows: 2 },
  { since: 1, table: 'edits', rows: 1 },
  { since: 1, table: 'register_changes', rows: 1 },
  { since: 1, table: 'submission_files', rows: 1 },
  { since: 2, table: 'questions', rows: 1 },
  { since: 2, table: 'adjustment_approvals', rows: 1 },
  { since: 2, table: 'freezes', rows: 1 },
  { since: 4, table: 'two_person_steps', rows: 2 },
  { since: 5, table: 'accounts', rows: 1 },
  { since: 9, table: 'uploads', rows: 1 },
] as const;

for (const version of VERSIONS)
  test(`a store of version ${version} is brought up with everything that it held`, () => {
    const path = dumped(version);
    const store = openStore(path, MIGRATIONS);
    const fresh = openStore(':memory:', MIGRATIONS);
    assert.deepEqual(shapeOf(store), shapeOf(fresh));
    for (const { since, table, rows } of KEPT.filter((each) => each.since <= version))
      assert.equal(
        store.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n,
        rows,
        `${table} (${since})`,
      );
    const edit = store.get<{ before: string; after: string }>('SELECT before, after FROM edits');
    assert.deepEqual([edit?.before, edit?.after], ['1000000', '1000']);
    assert.ok(
      store.all<{ name: string }>('SELECT name FROM refusals').some(({ name }) => name === 'broken.csv'),
    );
    assert.equal(readAudit(store).length, 3);
    assert.deepEqual(auditFaults(readAudit(store)), []);
    if (version >= 4) {
      const release = { subject: '2025-S1/1', content: '1'.repeat(64), act: 'publication' };
      assert.ok(isApproved(store, release));
      assert.equal(
        store.get<{ state: string }>("SELECT state FROM releases WHERE id = '2025-S1/1'")?.state,
        'sealed',
      );
      assert.throws(() => store.run("UPDATE two_person_steps SET actor = 'x'"), /never changes/);
    }
    store.close();
    const kept = new DatabaseSync(keptBefore(path, version), { readOnly: true });
    assert.deepEqual({ ...kept.prepare('PRAGMA user_version').get() }, { user_version: version });
    assert.deepEqual({ ...kept.prepare('PRAGMA integrity_check').get() }, { integrity_check: 'ok' });
    kept.close();
  });

test('a store of a newer program is refused, and nothing of it is touched', () => {
  const path = dumped(1);
  const database = new DatabaseSync(path);
  database.exec('PRAGMA user_version = 999');
  database.close();
  const before = readFileSync(path);
  assert.throws(
    () => openStore(path, MIGRATIONS),
    /version 999, made by a newer program.*update the program/,
  );
  assert.equal(existsSync(keptBefore(path, 999)), false);
  assert.ok(readFileSync(path).subarray(100).equals(before.subarray(100)));
});

test('a step that fails leaves the store at the version before it, with what it held', () => {
  const path = dumped(3);
  const broken = [
    ...MIGRATIONS.slice(0, 3),
    'CREATE TABLE half (a TEXT) STRICT; INSERT INTO nowhere VALUES (1)',
  ];
  assert.throws(() => openStore(path, broken));
  const store = openStore(path, MIGRATIONS.slice(0, 3));
  assert.equal(store.get("SELECT 1 FROM sqlite_master WHERE name = 'half'"), undefined);
  assert.equal(store.get<{ n: number }>('SELECT count(*) AS n FROM submissions')?.n, 2);
  store.close();
});
