import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ProtectionReport, protect } from '../../src/analyse/protect.ts';
import { structureOf } from '../../src/design/equations.ts';
import { ratio } from '../../src/design/rational.ts';
import { type CubeSize, drawCube } from './disclosure-cube.ts';
import { PARAMETERS } from './disclosure-parameters.ts';
import { INDICATORS } from './fixture.ts';

const SIZE: CubeSize = {
  partners: 5,
  holdings: { ITO: 9, CRM: 6, KPO: 3 },
  months: ['2024-10', '2024-12'],
  seed: 1,
};

async function protectDraw(seed: number, p: bigint, attackers: 'public' | 'all'): Promise<ProtectionReport> {
  const cube = drawCube({ ...SIZE, seed });
  const { report } = await protect({
    cells: cube.cells,
    indexes: [cube.index],
    structure: structureOf(cube.domain),
    parameters: { ...PARAMETERS, p: ratio(p) },
    waived: new Set(),
    indicators: INDICATORS,
    attackers,
  });
  return report;
}

const DRAWS = [1, 2, 3, 4].flatMap((seed) => [5n, 12n, 20n].map((p) => ({ seed, p })));

test('a first release always ends safe, whatever is drawn and whatever the parameters', async () => {
  for (const { seed, p } of DRAWS) {
    const report = await protectDraw(seed, p, 'public');
    assert.ok(report.primary > 0);
    assert.deepEqual([report.at_risk, report.unprotected], [0, []], `seed ${seed}, p ${p}`);
  }
});

test('against every holding as well, and with the same blanks each time', async () => {
  const once = await protectDraw(1, 10n, 'all');
  assert.equal(once.at_risk, 0);
  assert.deepEqual(await protectDraw(1, 10n, 'all'), once);
});
