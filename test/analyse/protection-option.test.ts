// Ways to protect beside suppression, over the whole of disclosure control: merged codes, coarser periods and precision,
// what readers lose under each, and that what an earlier release printed otherwise stays known.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { compileCells } from '../../src/analyse/analyse.ts';
import { type ContributionRow, tabulate } from '../../src/analyse/contributions.ts';
import { indexContributions } from '../../src/analyse/contributors.ts';
import { type Protection, precisionOf, protect } from '../../src/analyse/protect.ts';
import { lossOf } from '../../src/analyse/protection-loss.ts';
import { cellsInUse, codesInUse, publishedCells, withholding } from '../../src/analyse/published-cells.ts';
import type { Vintage } from '../../src/analyse/vintage-versions.ts';
import type { CompiledCell } from '../../src/design/compiled-cell.ts';
import type { Domain } from '../../src/design/domain.ts';
import { cellId } from '../../src/design/equation.ts';
import { publishedEquations, structureOf } from '../../src/design/equations.ts';
import { knownDomain } from '../../src/design/known-definitions.ts';
import { domainUnder, type ProtectionOption, SUPPRESSION } from '../../src/design/protection-option.ts';
import { ratio } from '../../src/design/rational.ts';
import { PARAMETERS } from './disclosure-parameters.ts';
import { DOMAIN, row } from './fixture.ts';

const words = (en: string) => ({ ar: en, fr: en, en });
const MERGED: Domain = {
  ...DOMAIN,
  merges: [
    {
      ...{ code: 'CRM_KPO', segments: ['CRM', 'KPO'] },
      ...{ name: words('both'), description: words('both'), short: words('both'), phrase: words('both') },
      ...{ validFrom: '2025-01-01', validTo: null, reference: 'test' },
    },
  ],
};
const MERGE: ProtectionOption = { kind: 'merge', code: 'CRM_KPO' };

/** Four holdings everywhere, but one segment of two holdings. */
const ROWS: readonly ContributionRow[] = ['ITO', 'CRM', 'KPO'].flatMap((segment) =>
  ['2025-01', '2025-02', '2025-03', '2025-04', '2025-05', '2025-06'].flatMap((month) =>
    (segment === 'KPO' ? ['A', 'B'] : ['A', 'B', 'C', 'D']).map((holding) =>
      row({ month, segment, partner: 'FR', holding: `${segment}${holding}`, value: 4_123_400_000n }),
    ),
  ),
);

function compiled(rows: readonly ContributionRow[]) {
  const index = indexContributions(tabulate('EXPORTS', '2025', rows), structureOf(MERGED));
  return { index, cells: compileCells([index], { domain: MERGED, releasePeriod: '2025-S1' }).cells };
}

function protectUnder(
  option: ProtectionOption,
  rows: readonly ContributionRow[] = ROWS,
  earlier: readonly Vintage[] = [],
): Promise<Protection> {
  const { index, cells } = compiled(rows);
  return protect({
    cells: publishedCells(cells, MERGED, option),
    indexes: [index],
    structure: structureOf(MERGED),
    parameters: PARAMETERS,
    waived: new Set(),
    indicators: domainUnder(MERGED, option).indicators,
    isWithheld: withholding(MERGED, option),
    attackers: 'public',
    earlier,
  });
}

function printedOf({ rows }: Protection): ReadonlyMap<string, string> {
  return new Map(
    rows.flatMap(([flow, key, period, value, status]) =>
      status === 'Q' || value === null ? [] : [[`${flow}/${key}/${period}`, String(value)] as const],
    ),
  );
}

const level = (segment: string, period: string, freq = 'S') =>
  `EXPORTS/${freq}.MA.W1.${segment}.EXPORTS.MAD.2025/${period}`;

test('merged codes are compiled as the sum of their segments, and published only where they are chosen', async () => {
  const { cells } = compiled(ROWS);
  const at = (segment: string) => cells.find((cell) => cellId(cell) === level(segment, '2025-S1'));
  assert.deepEqual(at('CRM_KPO')?.value, ratio(6n * 6n * 4_123_400_000n, 100n));
  assert.equal(at('CRM_KPO')?.contributors, 6);
  const sums = publishedEquations(cells, structureOf(MERGED)).filter(
    (each) => each.kind === 'sum' && each.total === level('CRM_KPO', '2025-S1') && each.over === 'segment',
  );
  assert.deepEqual(
    sums.map((each) => each.kind === 'sum' && each.parts),
    [[level('CRM', '2025-S1'), level('KPO', '2025-S1')]],
  );
  const plain = await protectUnder(SUPPRESSION);
  assert.ok(plain.rows.every(([, key]) => !String(key).includes('CRM_KPO')));
  assert.ok(!printedOf(plain).has(level('KPO', '2025-S1')));
});

test('under a merge the code is printed and the segments that it stands for are blank, every one of their ratios too', async () => {
  const made = await protectUnder(MERGE);
  assert.equal(made.report.at_risk, 0);
  const printed = printedOf(made);
  assert.equal(printed.get(level('CRM_KPO', '2025-S1')), '1484');
  assert.equal(printed.get(level('ITO', '2025-S1')), '990');
  assert.ok([...printed.keys()].every((id) => !/\.(CRM|KPO)\./.test(id)));
  assert.ok(
    made.suppressed
      .filter(({ key }) => /\.(CRM|KPO)\./.test(key))
      .every(({ rules }) => rules[0] === 'merged'),
  );
  assert.deepEqual(
    domainUnder(MERGED, MERGE).segments.map(({ code }) => code),
    ['OLD', 'ITO', 'CRM_KPO'],
  );
});

test('coarser periods leave the finest out; coarser precision prints a digit less of amounts and ratios', async () => {
  const quarters = await protectUnder({ kind: 'periods', finest: 'Q' });
  assert.ok(quarters.rows.every(([, key]) => !String(key).startsWith('M.')));
  assert.equal(quarters.report.at_risk, 0);
  const rough = await protectUnder({ kind: 'precision' });
  assert.equal(rough.report.at_risk, 0);
  const total = rough.rows.find(
    ([flow, key, period]) => `${flow}/${key}/${period}` === level('_T', '2025-S1'),
  );
  assert.deepEqual([total?.[3], total?.[6]], ['247', '{"UNIT_MULT":"7","DECIMALS":"0"}']);
});

test('what readers lose is counted over the same table under every option', async () => {
  const full = publishedCells(compiled(ROWS).cells, MERGED, SUPPRESSION);
  const step = (option: ProtectionOption) => (cell: CompiledCell) =>
    10n ** BigInt(2 + precisionOf(domainUnder(MERGED, option).indicators)(cell).unitMult);
  const of = async (option: ProtectionOption) => lossOf(full, await protectUnder(option), step(option));
  const [plain, merged, quarters, rough] = [
    await of(SUPPRESSION),
    await of(MERGE),
    await of({ kind: 'periods', finest: 'Q' }),
    await of({ kind: 'precision' }),
  ];
  for (const loss of [plain, merged, quarters, rough]) assert.equal(loss.cells, full.length);
  assert.ok(merged.instead > 0 && plain.instead === 0);
  assert.ok(quarters.levels > full.filter(({ key }) => key.startsWith('M.')).length / 2);
  assert.ok(Number(rough.rounding) > Number(plain.rounding) && plain.levels > 0);
  const nothing = lossOf(full, { rows: [] }, () => 0n);
  assert.deepEqual(
    [nothing.levels + nothing.ratios, nothing.share, nothing.rounding],
    [full.length, 10_000, '0'],
  );
});

test('digits that a release printed stay known when a later one prints fewer', async () => {
  const { index, cells } = compiled(ROWS);
  const fine = precisionOf(MERGED.indicators);
  const all = cellsInUse(cells, MERGED, codesInUse([SUPPRESSION]));
  const first: Vintage = {
    ...{ release: '2025-S1/1', cells: all, indexes: [index], precision: fine },
    printed: new Set(printedOf(await protectUnder(SUPPRESSION)).keys()),
  };
  const again = await protectUnder({ kind: 'precision' }, ROWS, [first]);
  assert.equal(again.report.at_risk, 0);
  const before = new Set(printedOf(await protectUnder(SUPPRESSION)).keys());
  const now = new Set(printedOf(again).keys());
  assert.deepEqual(
    [...now].filter((id) => !before.has(id)),
    [],
    'nothing that was blank is printed now',
  );
});

test('one holding’s revision does not follow from a merged figure after its parts were printed', async () => {
  const wide = [
    ...ROWS,
    ...ROWS.filter(({ segment }) => segment === 'KPO').map((each) => ({
      ...each,
      holding: `${each.holding}2`,
    })),
  ];
  const { index, cells } = compiled(wide);
  const all = cellsInUse(cells, MERGED, codesInUse([MERGE]));
  const printed = new Set(printedOf(await protectUnder(SUPPRESSION, wide)).keys());
  const first: Vintage = { release: '2025-S1/1', cells: all, indexes: [index], printed };
  assert.ok(printed.has(level('KPO', '2025-S1')));
  const revised = wide.map((each) =>
    each.holding === 'KPOA' && each.month === '2025-02'
      ? { ...each, value: each.value + 3_000_000_000n }
      : each,
  );
  const second = await protectUnder(MERGE, revised, [first]);
  assert.equal(second.report.at_risk, 0);
  assert.ok(!printedOf(second).has(level('CRM_KPO', '2025-02', 'M')), 'the revision would follow');
});

test('a merged code in use stands between the total and its segments in the codelist; otherwise beside the sum', () => {
  const domain = knownDomain(join(import.meta.dirname, '../../domains/ma-digital'));
  const parentsUnder = (option: ProtectionOption) =>
    Object.fromEntries(
      (domainUnder(domain, option).codelists.find(({ id }) => id === 'CL_SEGMENT')?.codes ?? []).map(
        ({ id, parent }) => [id, parent],
      ),
    );
  const plain = { _T: null, ITO: '_T', CRM: '_T', ESO: '_T', BPO: '_T', KPO: '_T', BPO_KPO: null };
  assert.deepEqual(parentsUnder(SUPPRESSION), plain);
  const merged = { ...plain, BPO: 'BPO_KPO', KPO: 'BPO_KPO', BPO_KPO: '_T' };
  assert.deepEqual(parentsUnder({ kind: 'merge', code: 'BPO_KPO' }), merged);
});
