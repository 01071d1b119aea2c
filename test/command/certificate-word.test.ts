import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { certificateFaults, protectionWord } from '../../src/command/certificate-word.ts';
import type { Run } from '../../src/command/runs.ts';
import type { Workspace } from '../../src/command/workspace.ts';
import { drawDisclosure } from '../../src/design/disclosure.ts';
import { layoutOf } from '../../src/design/workspace.ts';

test('a release commits to its certificate by a key, and a changed or lost one is a fault', () => {
  const root = mkdtempSync(join(tmpdir(), 'marsad-certificate-'));
  try {
    const layout = layoutOf(root);
    const workspace = { layout } as unknown as Workspace;
    const run = { id: 1, summary: { protected: { at_risk: 0, attackers: 'all' } } } as unknown as Run;
    mkdirSync(layout.run(1), { recursive: true });
    mkdirSync(layout.secrets, { recursive: true });
    const path = layout.runFile(1, 'certificate.json');
    const writeKey = (byte: number) =>
      writeFileSync(
        join(layout.secrets, 'disclosure.yaml'),
        drawDisclosure((count) => new Uint8Array(count).fill(byte)),
      );
    writeKey(1);
    assert.deepEqual(protectionWord(workspace, run), {}, 'a run before certificates');
    writeFileSync(path, '{"suppressed":[1]}');
    const word = protectionWord(workspace, run);
    assert.deepEqual([word.protection?.attackers, word.protection?.at_risk], ['all', 0]);
    assert.deepEqual(certificateFaults(workspace, run, word), []);
    writeFileSync(path, '{"suppressed":[2]}');
    assert.match(certificateFaults(workspace, run, word)[0] ?? '', /not the one/);
    rmSync(path);
    assert.match(certificateFaults(workspace, run, word)[0] ?? '', /is gone/);
    writeFileSync(path, '{"suppressed":[1]}');
    writeKey(2);
    assert.notEqual(
      protectionWord(workspace, run).protection?.certificate,
      word.protection?.certificate,
      'who has the certificate and not the key cannot tell that it is the one',
    );
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
