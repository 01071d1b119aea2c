// The cases that disclosure control is known by, each over the whole of it: what is published of them is looked at, not a rule.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { audit } from '../../src/analyse/audit.ts';
import type { ContributionRow } from '../../src/analyse/contributions.ts';
import { contributionsOf } from '../../src/analyse/contributors.ts';
import { disclosureProblem } from '../../src/analyse/disclosure-problem.ts';
import { assessCell } from '../../src/analyse/primary.ts';
import { precisionOf, protect } from '../../src/analyse/protect.ts';
import type { CompiledCell } from '../../src/design/compiled-cell.ts';
import type { DisclosureParameters } from '../../src/design/disclosure.ts';
import { cellId } from '../../src/design/equation.ts';
import { publishedEquations, structureOf } from '../../src/design/equations.ts';
import { ratio } from '../../src/design/rational.ts';
import { NOBODY } from '../../src/design/tables.ts';
import { cellsOf, DOMAIN, INDICATORS, indexOf, row } from './fixture.ts';

const MONTHS = ['2025-01', '2025-02', '2025-03'];
const PARAMETERS: DisclosureParameters = {
  ...{ validFrom: '2000-01-01', validTo: null, frequency: 2, p: ratio(10n), q: null },
  dominance: [{ n: 1, k: ratio(90n) }],
};

/** Many holdings of the same size in every segment, partner and month, but for the cells that are given. */
function around(
  given: readonly ContributionRow[],
  segments: readonly string[] = ['ITO', 'KPO'],
): readonly ContributionRow[] {
  const taken = new Set(given.map(({ month, segment, partner }) => `${month} ${segment} ${partner}`));
  const others = segments.flatMap((segment) =>
    MONTHS.flatMap((month) =>
      ['FR', 'ES', 'US'].flatMap((partner) =>
        taken.has(`${month} ${segment} ${partner}`)
          ? []
          : ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map((holding) =>
              row({ month, segment, partner, holding: `${segment}${holding}`, value: 25_000_000_000n }),
            ),
      ),
    ),
  );
  return [...others, ...given];
}

function inputOf(rows: readonly ContributionRow[], cells: readonly CompiledCell[] = cellsOf(rows)) {
  return {
    ...{ cells, indexes: [indexOf(rows)], structure: structureOf(DOMAIN), parameters: PARAMETERS },
    ...{ waived: new Set<string>(), indicators: INDICATORS, attackers: 'all' as const },
  };
}

/** The cells that are blank, by name. */
async function blanksOf(input: ReturnType<typeof inputOf>): Promise<ReadonlySet<string>> {
  const { rows, report } = await protect(input);
  assert.equal(report.at_risk, 0);
  return new Set(rows.filter((each) => each[4] === 'Q').map((each) => `${each[0]}/${each[1]}/${each[2]}`));
}

const CELL = 'EXPORTS/M.MA.FR.KPO.EXPORTS.MAD.2025/2025-02';
const inCell = (amounts: { readonly [holding: string]: bigint }): readonly ContributionRow[] =>
  Object.entries(amounts).map(([holding, thousands]) =>
    row({ month: '2025-02', segment: 'KPO', partner: 'FR', holding, value: thousands * 1_000_000n }),
  );

test('X = 100,000 with 50,000 and 49,000 is not published, though no one holds 90 % of it', async () => {
  const blanks = await blanksOf(inputOf(around(inCell({ X: 50_000n, Y: 49_000n, Z: 1_000n }))));
  assert.ok(blanks.has(CELL) && blanks.size > 3, 'nor are figures that would give it away');
});

test('X = 110,000 with 52,000 and 50,000 is published at p = 10', async () => {
  assert.equal((await blanksOf(inputOf(around(inCell({ X: 52_000n, Y: 50_000n, Z: 8_000n }))))).size, 0);
});

test('what a sample stands for hides the known contributions when it is large enough, and is nobody’s', async () => {
  const little = around(inCell({ X: 50_000n, Y: 49_000n, [NOBODY]: 1_000n }));
  assert.ok((await blanksOf(inputOf(little))).has(CELL));
  const enough = around(inCell({ X: 50_000n, Y: 49_000n, [NOBODY]: 9_000n }));
  assert.equal((await blanksOf(inputOf(enough))).size, 0);
  const alone = around(inCell({ X: 50_000n, [NOBODY]: 50_000n }));
  assert.ok(
    (await blanksOf(inputOf(alone))).has(CELL),
    'one known contributor is too few, whatever is estimated',
  );
});

test('employment of one holding is not published, nor exports for each job', async () => {
  const rows = around([]);
  const jobs = ['ITO', 'KPO'].flatMap((segment) =>
    MONTHS.flatMap((month) =>
      (segment === 'KPO' ? ['A'] : ['A', 'B', 'C', 'D']).map((holding) =>
        row({ month, segment, partner: '', ebops: '', holding: `${segment}${holding}`, value: 40_000n }),
      ),
    ),
  );
  const input = {
    ...inputOf(rows, cellsOf(rows, jobs)),
    indexes: [indexOf(rows), indexOf(jobs, 'EMPLOYMENT')],
  };
  const blanks = await blanksOf(input);
  assert.ok(blanks.has('EXPORTS/Q.MA.W1.KPO.EMPLOYMENT.PS.2025/2025-Q1'));
  assert.ok(
    [...blanks].every((id) => /EMPLOYMENT|PER_JOB/.test(id)),
    'exports have contributors enough',
  );
});

test('no printed sum leaves blanks that are one holding’s together', async () => {
  const rows = around([
    ...inCell({ X: 50_000n }),
    ...['X', 'KPOB', 'KPOC']
      .map((holding, at) =>
        row({
          month: '2025-02',
          segment: 'KPO',
          partner: 'ES',
          holding,
          value: [60_000n, 9_000n, 9_000n][at] ?? 0n,
        }),
      )
      .map((each) => ({ ...each, value: each.value * 1_000_000n })),
  ]);
  const input = inputOf(rows);
  const blanks = await blanksOf(input);
  const [index] = input.indexes;
  const cells = new Map(input.cells.map((cell) => [cellId(cell), cell]));
  let judged = 0;
  for (const equation of publishedEquations(input.cells, input.structure)) {
    if (equation.kind !== 'sum' || equation.over === 'growth' || blanks.has(equation.total)) continue;
    const together = equation.parts.filter((id) => blanks.has(id)).flatMap((id) => cells.get(id) ?? []);
    if (together.length === 0 || index === undefined) continue;
    const sums = new Map<string, bigint>();
    for (const { holding, value } of together.flatMap((cell) => contributionsOf(index, cell)))
      sums.set(holding, (sums.get(holding) ?? 0n) + value);
    const list = [...sums]
      .map(([holding, value]) => ({ holding, value }))
      .sort((a, b) => (a.value > b.value ? -1 : 1));
    assert.equal(assessCell(list, PARAMETERS, new Set()), undefined, equation.total);
    judged += 1;
  }
  assert.ok(judged > 0);
});

test('linked tables protected each by itself are unsafe together, and safe when protected as one', async () => {
  const rows = around(
    inCell({ X: 50_000n, Y: 49_000n, Z: 1_000n }).map((each) => ({ ...each, ebops: 'SJ35' })),
  );
  const of = (flow: string) => cellsOf(rows).filter(({ dataflow }) => dataflow === flow);
  const apart = [await blanksOf(inputOf(rows, of('EXPORTS'))), await blanksOf(inputOf(rows, of('EBOPS')))];
  const problem = disclosureProblem({ ...inputOf(rows), precision: precisionOf(INDICATORS) });
  const numbers = apart.flatMap((set) => [...set]).flatMap((id) => problem.system.numberOf.get(id) ?? []);
  const { pending } = await audit(problem, new Set(numbers), 'public');
  assert.ok(pending.size > 0, 'together they give a blank away');
  await blanksOf(inputOf(rows));
});

test('a group of blanks whose largest member exceeds 80 % of it is judged as the office judges a figure', () => {
  const stakes = [82n, 6n, 6n, 6n].map((amount, holding) => ({ holding, amount: amount * 100_000_000n }));
  const needUnder = (dominance: DisclosureParameters['dominance']) => {
    const input = { ...inputOf(around([])), parameters: { ...PARAMETERS, dominance } };
    return disclosureProblem({ ...input, precision: precisionOf(INDICATORS) }).needOfUnion?.(stakes);
  };
  const contributions = stakes.map(({ holding, amount }) => ({ holding: String(holding), value: amount }));
  assert.equal(assessCell(contributions, { ...PARAMETERS, dominance: [] }, new Set()), undefined);
  assert.equal(needUnder([]), 0n, 'as a figure it could be printed');
  assert.equal(needUnder([{ n: 1, k: ratio(80n) }]), 820_000_000n);
  assert.equal(needUnder([{ n: 1, k: ratio(82n) }]), 0n);
});
