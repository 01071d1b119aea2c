// What the past gives away: how far a cell could move were everything withheld that may be, as a weighted sum that the
// verifier adds up for itself.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditState } from '../../src/analyse/audit-state.ts';
import type { Certificate, ProvenFacts } from '../../src/analyse/certificate.ts';
import { pastProgram } from '../../src/analyse/given-away.ts';
import { verifyCertificate } from '../../src/analyse/verify-certificate.ts';
import { systemOf } from '../../src/design/disclosure-system.ts';
import { ratio } from '../../src/design/rational.ts';

/** A total that was printed, ITO and KPO: holding 0 knows all of ITO but 2 millions, so that KPO can be no more than 2 above what it is. */
const M = 100_000_000n;
const [TOTAL, ITO, KPO] = [0, 1, 2];
const stake = (holding: number, millions: bigint) => ({ holding, amount: millions * M });
const PROBLEM = {
  system: systemOf(['T', 'ITO', 'KPO'], [{ cells: [TOTAL, ITO, KPO], signs: [1, -1, -1] }]),
  ...{ values: [150n * M, 102n * M, 48n * M], sizes: [150n * M, 102n * M, 48n * M] },
  ...{ needs: [0n, 0n, 10n * M], steps: [M, M, M] },
  stakes: [
    [stake(0, 100n), stake(1, 40n), stake(2, 10n)],
    [stake(0, 100n), stake(2, 2n)],
    [stake(1, 40n), stake(2, 8n)],
  ],
  ...{ p: ratio(10n), ratios: [], costs: [1, 1, 1], bounded: new Set<number>() },
  ...{ frozen: new Set([TOTAL]), blank: new Set([ITO, KPO]) },
};

const table = (movers: readonly number[], millions: bigint, mirrored: boolean) => ({
  ...{ movers, cells: [ITO, KPO], moves: [-millions * M, millions * M], mirrored },
});
const WITNESSES = [
  table([0, 1], 10n, true),
  table([0, 2], 1n, true),
  table([1, 2], 2n, true),
  table([1, 2], -10n, false),
];

async function givenOn(side: 1 | -1) {
  const state = auditState({ problem: PROBLEM, printed: new Float64Array(3) }, [ITO, KPO], 'all');
  const past = await pastProgram(state);
  const found = past.leaves({ cell: KPO, attacker: 0, side, need: Number(10n * M) });
  past.dispose();
  return found;
}

const unproven = (certificate: Omit<Certificate, 'suppressed'>, facts: ProvenFacts = PROBLEM) =>
  verifyCertificate(facts, { suppressed: [ITO, KPO], ...certificate }, 'all');

test('a cell that a printed total and an own part leave no more room for is told as given away, on that side alone', async () => {
  const up = await givenOn(1);
  assert.equal(Math.round(up?.far ?? 0), Number(2n * M));
  assert.equal(await givenOn(-1), undefined, 'what others sell may be more than is known');
});

test('the verifier lets a given cell pass as far as it can be moved, and no further', async () => {
  const up = await givenOn(1);
  const given = up === undefined ? [] : [up.given];
  assert.deepEqual(unproven({ witnesses: WITNESSES }), [KPO], 'without the reason');
  assert.deepEqual(unproven({ witnesses: WITNESSES, given }), []);
  assert.deepEqual(unproven({ witnesses: WITNESSES.slice(0, 2), given }), [KPO], 'not moved at all');
  assert.deepEqual(unproven({ witnesses: WITNESSES.toSpliced(2, 1), given }), [KPO], 'not moved up');
  const less = WITNESSES.with(2, table([1, 2], 1n, true));
  assert.deepEqual(unproven({ witnesses: less, given }), [KPO], 'moved up by half of what is left');
  assert.deepEqual(unproven({ witnesses: WITNESSES.slice(0, 3), given }), [KPO], 'the other side');
});

test('a reason that does not add up, or is another attacker’s, is none', async () => {
  const { given } = (await givenOn(1)) ?? {};
  assert.ok(given !== undefined);
  const tampered = [
    { ...given, weights: given.weights.map((weight) => -weight) },
    { ...given, weights: given.weights.map((weight) => weight / 2n) },
    { ...given, rows: [] },
    { ...given, attacker: 1 },
    { ...given, side: -1 as const },
    { ...given, cell: ITO },
  ];
  for (const each of tampered) assert.deepEqual(unproven({ witnesses: WITNESSES, given: [each] }), [KPO]);
  const down = { ...given, side: -1 as const, weights: given.weights.map((weight) => -weight) };
  assert.deepEqual(
    unproven({ witnesses: WITNESSES.slice(0, 3), given: [given, down] }),
    [KPO],
    'what others sell has no end',
  );
  const open = { ...PROBLEM, frozen: new Set<number>() };
  assert.deepEqual(
    unproven({ witnesses: WITNESSES, given: [given] }, open),
    [KPO],
    'the total may be withheld',
  );
});
