import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { earlierVintages, publishedReleases, refuseOvertaken } from '../../src/command/earlier-releases.ts';
import type { Workspace } from '../../src/command/workspace.ts';
import { MIGRATIONS } from '../../src/design/office-tables.ts';
import { layoutOf } from '../../src/design/workspace.ts';
import { openEngine } from '../../src/engine/duckdb.ts';
import { openStore } from '../../src/engine/store.ts';

const RELEASES: readonly (readonly [string, number, string, string | null])[] = [
  ['2024/1', 1, 'withdrawn', '2025-02-01T09:00:00Z'],
  ['2025-S1/1', 3, 'drafted', null],
  ['2024/2', 2, 'published', '2025-06-01T09:00:00Z'],
];

test('withdrawn releases stay known, drafts are not known yet, and what is lost is asked for', async () => {
  const root = mkdtempSync(join(tmpdir(), 'marsad-earlier-'));
  const layout = layoutOf(root);
  const store = openStore(join(root, 'office.db'), MIGRATIONS);
  const engine = await openEngine({ memory: '256MB', threads: 1 });
  try {
    for (const [id, run, state, at] of RELEASES) {
      store.run(
        `INSERT INTO runs (id, state, cut_submission, cut_edit, domain_hash, program_hash, cut_at, started_at, summary)
         VALUES (?, 'protected', 0, 0, '', '', '', '', '{}')`,
        run,
      );
      const [period = '', number = ''] = id.split('/');
      store.run(
        "INSERT INTO releases VALUES (?, ?, ?, ?, ?, 'preliminary', NULL, NULL, '', '', ?)",
        id,
        period,
        Number(number),
        run,
        state,
        at,
      );
    }
    const workspace = { layout, store } as unknown as Workspace;
    assert.deepEqual(
      publishedReleases(workspace).map(({ id }) => id),
      ['2024/1', '2024/2'],
    );
    const draft = { id: '2025-S1/1', run: 3 };
    assert.throws(
      () => refuseOvertaken(workspace, draft, { protected: { earlier: ['2024/1'] } }),
      /before 2024\/2 was published/,
    );
    refuseOvertaken(workspace, draft, { protected: { earlier: ['2024/1', '2024/2'] } });
    await assert.rejects(earlierVintages(workspace, engine), /needs what release 2024\/1 was made of/);
  } finally {
    engine.close();
    store.close();
    rmSync(root, { recursive: true, force: true });
  }
});
