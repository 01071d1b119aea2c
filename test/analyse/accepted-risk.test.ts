// Residual risk, over the whole of disclosure control: what may be accepted is, and nothing else.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AcceptedRisk } from '../../src/analyse/accepted-risk.ts';
import type { ContributionRow } from '../../src/analyse/contributions.ts';
import { type Protection, protect } from '../../src/analyse/protect.ts';
import { verifyCertificate } from '../../src/analyse/verify-certificate.ts';
import type { Vintage } from '../../src/analyse/vintage-versions.ts';
import { cellId } from '../../src/design/equation.ts';
import { structureOf } from '../../src/design/equations.ts';
import { ratio } from '../../src/design/rational.ts';
import { PARAMETERS } from './disclosure-parameters.ts';
import { cellsOf, DOMAIN, INDICATORS, indexOf, row } from './fixture.ts';

const MONTHS = ['2025-01', '2025-02'];
const ALONE = 'EXPORTS/M.MA.FR.KPO.EXPORTS.MAD.2025/2025-02';

/** Four holdings everywhere, but for one segment, partner and month, which is one holding's. */
const ROWS: readonly ContributionRow[] = ['ITO', 'KPO'].flatMap((segment) =>
  MONTHS.flatMap((month) =>
    ['FR', 'ES'].flatMap((partner) =>
      (segment === 'KPO' && partner === 'FR' && month === '2025-02' ? ['A'] : ['A', 'B', 'C', 'D']).map(
        (holding) =>
          row({ month, segment, partner, holding: `${segment}${holding}`, value: 40_000_000_000n }),
      ),
    ),
  ),
);

function protectWith(
  accepted: readonly AcceptedRisk[],
  earlier: readonly Vintage[] = [],
  rows = ROWS,
): Promise<Protection> {
  return protect({
    cells: cellsOf(rows),
    indexes: [indexOf(rows)],
    structure: structureOf(DOMAIN),
    parameters: PARAMETERS,
    waived: new Set(),
    indicators: INDICATORS,
    attackers: 'all',
    earlier,
    accepted,
  });
}

/** A release of the same figures in which everything was printed. */
const PRINTED: Vintage = {
  release: '2025-Q1/1',
  cells: cellsOf(ROWS),
  indexes: [indexOf(ROWS)],
  printed: new Set(cellsOf(ROWS).map(cellId)),
};

const PUBLIC: AcceptedRisk = { cell: ALONE, ground: 'public', holdings: [] };

function blanksOf({ rows }: Protection): readonly string[] {
  return rows.flatMap(([flow, key, period, , status]) =>
    status === 'Q' ? [`${flow}/${key}/${period}`] : [],
  );
}

test('a sensitive cell that was printed is at risk until two people accept it, and then it alone is passed over', async () => {
  const before = await protectWith([], [PRINTED]);
  assert.deepEqual(
    before.report.unprotected.map(({ cell }) => cell),
    [ALONE],
  );
  const square = ['FR', 'ES'].flatMap((area) =>
    ['ITO', 'KPO'].flatMap((segment) =>
      MONTHS.map((month) => `EXPORTS/M.MA.${area}.${segment}.EXPORTS.MAD.2025/${month}`),
    ),
  );
  assert.deepEqual(
    [...(before.report.relax ?? [])].sort(),
    square.sort(),
    'the least that hides it in every sum',
  );
  const after = await protectWith([PUBLIC], [PRINTED]);
  assert.deepEqual([after.report.at_risk, after.report.accepted, after.report.relax], [0, [PUBLIC], []]);
  assert.deepEqual(blanksOf(after), []);
  assert.equal(after.certificate.accepted?.length, 1);
});

test('a printed figure that the rule is against by less than its rounding is at risk as well, and named', async () => {
  const nearly = [400n, 350n, 39n].map((millions, at) =>
    row({
      ...{ month: '2025-02', segment: 'KPO', partner: 'FR', holding: `KPO${'ABC'[at]}` },
      value: millions * 100_000_000n + (at === 2 ? 99_999_000n : 0n),
    }),
  );
  const rows = [...ROWS.filter((each) => !isAlone(each)), ...nearly];
  const [cells, indexes] = [cellsOf(rows), [indexOf(rows)]];
  const earlier = [{ ...PRINTED, cells, indexes, printed: new Set(cells.map(cellId)) }];
  const { report } = await protectWith([], earlier, rows);
  assert.deepEqual(report.unprotected, [{ cell: ALONE, because: [ALONE] }]);
});

function isAlone({
  segment,
  partner,
  month,
}: Pick<ContributionRow, 'segment' | 'partner' | 'month'>): boolean {
  return segment === 'KPO' && partner === 'FR' && month === '2025-02';
}

test('what is not public cannot be accepted as public', async () => {
  const { report, certificate, rows } = await protectWith([PUBLIC]);
  assert.deepEqual([report.at_risk, report.accepted, certificate.accepted], [0, [], undefined]);
  assert.ok(
    rows.some(([flow, key, period, value]) => `${flow}/${key}/${period}` === ALONE && value === null),
  );
});

test('leave of the contributor opens the cell, leave of another does not', async () => {
  const own: AcceptedRisk = { cell: ALONE, ground: 'waived', holdings: ['KPOA'] };
  const open = await protectWith([own]);
  assert.deepEqual([open.report.primary, open.report.at_risk, blanksOf(open)], [0, 0, []]);
  const other = await protectWith([{ ...own, holdings: ['KPOB'] }]);
  assert.deepEqual([other.report.primary, other.report.accepted], [1, []]);
});

test('the verifier passes over what is accepted in the facts, never what a certificate alone says', () => {
  const facts = {
    system: { rows: [] },
    ...{ values: [5n], sizes: [5n], needs: [2n], stakes: [[{ holding: 0, amount: 5n }]], steps: [1n] },
    ...{ p: ratio(10n), ratios: [], bounded: new Set<number>() },
  };
  const certificate = { suppressed: [], accepted: [0], witnesses: [] };
  assert.deepEqual(verifyCertificate(facts, certificate, 'all'), [0]);
  assert.deepEqual(verifyCertificate({ ...facts, residual: new Map([[0, 2n]]) }, certificate, 'all'), []);
  assert.deepEqual(
    verifyCertificate({ ...facts, residual: new Map([[0, 2n]]) }, { ...certificate, accepted: [] }, 'all'),
    [0],
  );
});
