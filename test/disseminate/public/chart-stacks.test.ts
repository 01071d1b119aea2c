// Columns on a phone: what stands below them has room between its neighbours.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LANGUAGES } from '../../../src/design/text.ts';
import { drawStacks } from '../../../src/disseminate/public/chart-stacks.ts';

const PERIODS = ['2023-S1', '2023-S2', '2024-S1', '2024-S2', '2025-S1'];
const CHART = { name: 'columns', periods: PERIODS, stacks: [], totals: [], rest: '-' };
/** About the width of a letter. */
const LETTER = 6;

test('periods below the columns do not touch on a phone, in any language', () => {
  for (const language of LANGUAGES) {
    const drawn = String(drawStacks({ language, form: 'narrow', width: 380, height: 400 }, CHART));
    const labels = [...drawn.matchAll(/<text x="([\d.]+)" y="([\d.]+)"[^>]*>[\u2066\u2067]([^\u2069]*)/g)];
    assert.equal(labels.length, 2 * PERIODS.length, language);
    const lines = Map.groupBy(labels, ([, , y]) => y);
    for (const line of lines.values()) {
      const ends = line
        .map(([, x, , text = '']) => ({ x: Number(x), half: (text.length * LETTER) / 2 }))
        .toSorted((a, b) => a.x - b.x);
      ends.slice(1).forEach((end, at) => {
        const before = ends[at];
        assert.ok(before !== undefined && before.x + before.half < end.x - end.half, language);
      });
    }
    assert.ok(drawn.includes('2024'), 'the year stands in a line of its own');
  }
});
