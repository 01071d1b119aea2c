import assert from 'node:assert/strict';
import { test } from 'node:test';
import { audit } from '../../src/analyse/audit.ts';
import type { ContributionRow } from '../../src/analyse/contributions.ts';
import { type DisclosureInput, disclosureProblem } from '../../src/analyse/disclosure-problem.ts';
import { protect } from '../../src/analyse/protect.ts';
import type { Vintage } from '../../src/analyse/vintage-versions.ts';
import { structureOf } from '../../src/design/equations.ts';
import { PARAMETERS } from './disclosure-parameters.ts';
import { cellsOf, DOMAIN, INDICATORS, indexOf, row } from './fixture.ts';

const MONTHS = Array.from({ length: 6 }, (_, at) => `2025-0${at + 1}`);
const HOLDINGS = ['A', 'B', 'C', 'D'];
/** Four holdings of 25 million in every segment, partner and month of half a year. */
const FIRST: readonly ContributionRow[] = ['ITO', 'CRM', 'KPO'].flatMap((segment) =>
  MONTHS.flatMap((month) =>
    ['FR', 'ES', 'US'].flatMap((partner) =>
      HOLDINGS.map((holding) =>
        row({ month, segment, partner, holding: `${segment}${holding}`, value: 2_500_000_000n }),
      ),
    ),
  ),
);

/** The same, with what some holdings of a segment sold to France in a month changed. */
function revised(changes: { readonly [holding: string]: bigint }): readonly ContributionRow[] {
  return FIRST.map((each) => {
    const change = each.month === '2025-02' && each.partner === 'FR' ? changes[each.holding] : undefined;
    return change === undefined ? each : { ...each, value: each.value + change };
  });
}

function inputOf(rows: readonly ContributionRow[], earlier: readonly Vintage[] = []) {
  return {
    cells: cellsOf(rows),
    indexes: [indexOf(rows)],
    structure: structureOf(DOMAIN),
    parameters: PARAMETERS,
    waived: new Set<string>(),
    indicators: INDICATORS,
    attackers: 'public' as const,
    earlier,
  };
}

type Protected = Awaited<ReturnType<typeof protect>>;
const nameOf = (values: Protected['rows'][number]) => `${values[0]}/${values[1]}/${values[2]}`;
const printedIn = ({ rows }: Protected) =>
  new Set(rows.filter((values) => values[4] !== 'Q').map((values) => nameOf(values)));

async function released(rows: readonly ContributionRow[], release: string, earlier: readonly Vintage[] = []) {
  const made = await protect(inputOf(rows, earlier));
  const vintage = { release, cells: cellsOf(rows), indexes: [indexOf(rows)], printed: printedIn(made) };
  return { made, vintage };
}

const level = (freq: string, area: string, segment: string, period: string) =>
  `EXPORTS/${freq}.MA.${area}.${segment}.EXPORTS.MAD.2025/${period}`;

test('what nothing changed in is protected the same way again', async () => {
  const alone = FIRST.filter(({ segment, holding }) => segment !== 'KPO' || holding === 'KPOA');
  const { made, vintage } = await released(alone, '2025-S1/1');
  assert.ok(made.report.secondary > 0);
  const again = await released(alone, '2025-S1/2', [vintage]);

  assert.equal(again.made.report.at_risk, 0);
  assert.deepEqual(again.made.rows, made.rows);
});

test('a revision that is one company is not published: the figures that it moves are blank', async () => {
  const { made, vintage } = await released(FIRST, '2025-S1/1');
  assert.equal(made.report.secondary, 0);
  const second = await released(revised({ ITOA: 9_000_000_000n }), '2025-S1/2', [vintage]);
  assert.equal(second.made.report.at_risk, 0);
  const printed = printedIn(second.made);
  for (const name of [
    level('M', 'FR', 'ITO', '2025-02'),
    level('M', 'W1', '_T', '2025-02'),
    level('S', 'W1', '_T', '2025-S1'),
  ])
    assert.ok(!printed.has(name), name);
  assert.ok(printed.has(level('M', 'FR', 'ITO', '2025-03')), 'other months were not revised');
});

test('a revision of many companies is published', async () => {
  const { vintage } = await released(FIRST, '2025-S1/1');
  const changes = { ITOA: 900_000_000n, ITOB: 800_000_000n, ITOC: 850_000_000n, ITOD: 700_000_000n };
  const { made } = await released(revised(changes), '2025-S1/2', [vintage]);
  assert.deepEqual([made.report.at_risk, made.report.secondary], [0, 0]);
});

test('a second release protected without the first gives its revisions away, and the audit of both sees it', async () => {
  const { vintage } = await released(FIRST, '2025-S1/1');
  const rows = revised({ ITOA: 9_000_000_000n });
  const forgetful = await protect(inputOf(rows));
  assert.equal(forgetful.report.secondary, 0);
  const precision: DisclosureInput['precision'] = () => ({ unitMult: 6, decimals: 0, persons: false });
  const both = disclosureProblem({ ...inputOf(rows, [vintage]), precision });
  const { pending } = await audit(both, new Set(), 'public');
  const exposed = [...pending.keys()].map((cell) => both.system.ids[cell] ?? '');
  assert.ok(exposed.some((id) => id.startsWith(level('M', 'W1', '_T', '2025-02'))));
});

test('what was blank before stays protected when the cells around it are revised', async () => {
  const alone = (rows: readonly ContributionRow[]) =>
    rows.filter(({ segment, holding }) => segment !== 'KPO' || holding === 'KPOA');
  const { vintage } = await released(alone(FIRST), '2025-S1/1');
  const changes = { ITOA: 900_000_000n, ITOB: 800_000_000n, ITOC: 850_000_000n, CRMA: 900_000_000n };
  const { made } = await released(alone(revised(changes)), '2025-S1/2', [vintage]);
  assert.equal(made.report.at_risk, 0);
});

test('figures of an earlier release cannot be taken back: what they give away is named', async () => {
  const unsafe = revised({ ITOA: 900_000_000_000n });
  const everything = new Set(
    cellsOf(unsafe).map(({ dataflow, key, period }) => `${dataflow}/${key}/${period}`),
  );
  const vintage = {
    release: '2025-S1/1',
    cells: cellsOf(unsafe),
    indexes: [indexOf(unsafe)],
    printed: everything,
  };
  const { report } = await protect(inputOf(unsafe, [vintage]));
  assert.ok(report.at_risk > 0);
});
