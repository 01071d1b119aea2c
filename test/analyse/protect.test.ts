import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ContributionRow } from '../../src/analyse/contributions.ts';
import { protect } from '../../src/analyse/protect.ts';
import { structureOf } from '../../src/design/equations.ts';
import { ratio } from '../../src/design/rational.ts';
import { PROTECTED } from '../../src/design/tables.ts';
import { PARAMETERS } from './disclosure-parameters.ts';
import { cellsOf, DOMAIN, INDICATORS, indexOf, row } from './fixture.ts';

/** Four equal holdings in every segment and month from 2024-01, in two partners of each region. */
const SAFE: readonly ContributionRow[] = ['ITO', 'CRM', 'KPO'].flatMap((segment) =>
  Array.from(
    { length: 18 },
    (_, at) => `202${4 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
  ).flatMap((month) =>
    ['FR', 'ES', 'US'].flatMap((partner) =>
      ['A', 'B', 'C', 'D'].map((holding) =>
        row({ month, segment, partner, holding: `${segment}${holding}`, value: 2_500_000_000n }),
      ),
    ),
  ),
);

async function protectRows(rows: readonly ContributionRow[]) {
  const { rows: made, report } = await protect({
    cells: cellsOf(rows),
    indexes: [indexOf(rows)],
    structure: structureOf(DOMAIN),
    parameters: PARAMETERS,
    waived: new Set(),
    indicators: INDICATORS,
    attackers: 'all' as const,
  });
  const byName = new Map(
    made.map((values) => [
      `${values[0]}/${values[1]}/${values[2]}`,
      Object.fromEntries(PROTECTED.columns.map(({ name }, at) => [name, values[at] ?? null])),
    ]),
  );
  const at = (segment: string, area: string, period: string, indicator = 'EXPORTS', unit = 'MAD') => {
    const freq = period.length === 4 ? 'A' : period.includes('S') ? 'S' : period.includes('Q') ? 'Q' : 'M';
    return byName.get(`EXPORTS/${freq}.MA.${area}.${segment}.${indicator}.${unit}.2025/${period}`);
  };
  return { at, report, rows: [...byName.values()] };
}

test('a table that needs no protection is printed whole, rounded once to disseminated precision', async () => {
  const { at, report } = await protectRows(SAFE);
  assert.deepEqual([report.primary, report.secondary, report.at_risk], [0, 0, 0]);
  const world = at('_T', 'W1', '2024');
  assert.deepEqual(
    [world?.['value'], world?.['conf_status'], world?.['attributes']],
    ['10800', 'F', '{"UNIT_MULT":"6","DECIMALS":"0"}'],
  );
});

test('one holding alone in a cell is suppressed, with siblings in every sum and every ratio of a blank', async () => {
  const { at, report, rows } = await protectRows([
    ...SAFE.filter(
      ({ segment, month, partner }) => segment !== 'KPO' || month !== '2025-06' || partner !== 'FR',
    ),
    row({ month: '2025-06', segment: 'KPO', partner: 'FR', holding: 'KPOA', value: 9_000_000_000n }),
  ]);
  assert.equal(report.primary, 1);
  assert.ok(report.secondary > 3, `${report.secondary}`);
  assert.equal(report.at_risk, 0);
  assert.equal(at('KPO', 'FR', '2025-06')?.['value'], null);
  assert.notEqual(at('_T', 'W1', '2025-S1')?.['value'], null);
  const blanks = rows.filter(({ obs_status }) => obs_status === 'Q');
  assert.equal(blanks.length, report.primary + report.secondary);
  const codes = new Set(
    blanks.map(({ value, conf_status, attributes }) => `${value} ${conf_status} ${attributes}`),
  );
  assert.deepEqual([...codes], ['null C {"UNIT_MULT":"6","DECIMALS":"0"}'], 'nothing tells blanks apart');
});

test('a growth rate of a suppressed level is suppressed, whichever end is blank', async () => {
  const one = [
    ...SAFE.filter(({ segment, month }) => segment !== 'KPO' || !month.startsWith('2024-0')),
    ...SAFE.filter(
      ({ segment, month, holding }) => segment === 'KPO' && month.startsWith('2024-0') && holding === 'KPOA',
    ),
  ];
  const { at, report } = await protectRows(one);
  assert.equal(report.at_risk, 0);
  assert.equal(at('KPO', 'W1', '2024-S1')?.['value'], null);
  assert.equal(at('KPO', 'W1', '2025-S1', 'EXPORTS_YOY', 'PC')?.['obs_status'], 'Q');
  assert.equal(at('KPO', 'W1', '2025-S1', 'EXPORTS_CONTRIB', 'PP')?.['obs_status'], 'Q');
  assert.equal(at('KPO', 'W1', '2024-S1', 'EXPORTS_SHARE', 'PC')?.['obs_status'], 'Q');
});

test('contributions that do not match the cells stop the protection', async () => {
  const cells = cellsOf(SAFE);
  const input = {
    cells,
    indexes: [indexOf(SAFE.slice(1))],
    structure: structureOf(DOMAIN),
    parameters: PARAMETERS,
    waived: new Set<string>(),
    indicators: INDICATORS,
    attackers: 'all' as const,
  };
  await assert.rejects(protect(input), /contributors, and/);
});

test('neither what is printed nor what is said on the way shows parameters or the rule that hit', async () => {
  const said: string[] = [];
  const rows = SAFE.filter(({ segment, holding }) => segment !== 'KPO' || holding === 'KPOA');
  const { rows: made, report } = await protect({
    cells: cellsOf(rows),
    indexes: [indexOf(rows)],
    structure: structureOf(DOMAIN),
    parameters: {
      ...PARAMETERS,
      frequency: 3,
      p: ratio(13731n, 1000n),
      dominance: [{ n: 1, k: ratio(87713n, 1000n) }],
    },
    waived: new Set(),
    indicators: INDICATORS,
    attackers: 'public' as const,
    progress: (text) => said.push(JSON.stringify(text)),
  });
  const everything = JSON.stringify([made, report, said]);
  assert.ok(report.primary > 0 && said.length > 0);
  assert.doesNotMatch(everything, /13\.?731|87\.?713|frequency|dominance|waive|KPOA|"p"/);
});
