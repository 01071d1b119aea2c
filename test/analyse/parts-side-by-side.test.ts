import assert from 'node:assert/strict';
import { test } from 'node:test';
import { disclosureProblem } from '../../src/analyse/disclosure-problem.ts';
import { precisionOf } from '../../src/analyse/protect.ts';
import { type Pattern, suppress } from '../../src/analyse/suppress.ts';
import { verifyCertificate } from '../../src/analyse/verify-certificate.ts';
import { structureOf } from '../../src/design/equations.ts';
import { saidOf } from '../../src/design/saying.ts';
import type { Text } from '../../src/design/text.ts';
import { drawCube } from './disclosure-cube.ts';
import { PARAMETERS } from './disclosure-parameters.ts';
import { INDICATORS } from './fixture.ts';

function drawnProblem(seed: number) {
  const cube = drawCube({
    ...{ partners: 4, holdings: { ITO: 8, CRM: 6, KPO: 3 }, months: ['2023-11', '2024-02'], seed },
  });
  return disclosureProblem({
    ...{ cells: cube.cells, indexes: [cube.index], structure: structureOf(cube.domain) },
    parameters: PARAMETERS,
    waived: new Set(),
    precision: precisionOf(INDICATORS),
  });
}

const certificateOf = ({ suppressed, omitted, witnesses }: Pattern) => ({
  ...{ suppressed: [...suppressed].sort((a, b) => a - b), omitted: [...omitted], witnesses },
});

test('parts searched in two threads give the blanks and the proofs of one thread, to the last figure', async () => {
  for (const attackers of ['public', 'all'] as const) {
    const problem = drawnProblem(1);
    const told: string[] = [];
    const alone = await suppress(problem, { attackers, threads: 1 });
    const progress = ({ en }: Text) => told.push(en);
    const tally = (suppressed: Iterable<number>) => {
      const blank = [...suppressed];
      assert.equal(new Set(blank).size, blank.length, 'no blank is counted twice');
      return saidOf({ ar: 'المحجوب {n}', fr: '{n} supprimées', en: '{n} blank' }, { n: blank.length });
    };
    const together = await suppress(problem, { attackers, threads: 2, progress, tally });
    assert.deepEqual(certificateOf(together), certificateOf(alone));
    assert.deepEqual([together.pending.size, together.blockers], [0, alone.blockers]);
    assert.deepEqual(verifyCertificate(together.problem, certificateOf(together), attackers), []);
    assert.deepEqual(
      ['part 1 of 3', 'part 2 of 3', 'part 3 of 3'].filter(
        (part) => !told.some((text) => text.startsWith(part)),
      ),
      [],
      told.join(' | '),
    );
  }
});

test('a table out of a thread that is changed proves nothing more', async () => {
  const pattern = await suppress(drawnProblem(2), { attackers: 'all', threads: 2 });
  const certificate = certificateOf(pattern);
  assert.deepEqual(verifyCertificate(pattern.problem, certificate, 'all'), []);
  for (const [at, witness] of certificate.witnesses.entries()) {
    if (at % 7 !== 0) continue;
    const without = certificate.witnesses.toSpliced(at, 1);
    const moves = witness.moves.with(0, (witness.moves[0] ?? 0n) + 1n);
    const changed = certificate.witnesses.with(at, { ...witness, moves });
    assert.deepEqual(
      verifyCertificate(pattern.problem, { ...certificate, witnesses: changed }, 'all'),
      verifyCertificate(pattern.problem, { ...certificate, witnesses: without }, 'all'),
    );
  }
});
