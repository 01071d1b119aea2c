// Truth meets every submission, under whichever name its bytes came first.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { drawnFiles } from '../../bench/drawn-file.ts';
import { hashOf } from '../../src/engine/files.ts';

test('a file received under the name of its second sending still has its truth; one that was refused has none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'marsad-drawn-'));
  try {
    const drawn = {
      'B01-2025-01-1-resend.csv': 'january',
      'B01-2025-01-1.csv': 'january',
      'B01-2025-02-1-truncated.csv': 'febr',
      'B01-2025-02-1.csv': 'february',
    };
    for (const [name, content] of Object.entries(drawn)) writeFileSync(join(folder, name), content);
    const received = [
      { id: 1, name: 'B01-2025-01-1-resend.csv', sha256: hashOf('january') },
      { id: 3, name: 'B01-2025-02-1.csv', sha256: hashOf('february') },
    ];
    assert.deepEqual(
      drawnFiles(folder, received).map(({ submission, name }) => [submission, name]),
      [
        [1, 'B01-2025-01-1-resend.csv'],
        [1, 'B01-2025-01-1.csv'],
        [3, 'B01-2025-02-1.csv'],
      ],
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
