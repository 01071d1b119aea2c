// Two years of declarations, and one cause after another planted alone: each comes back with its planted size, and all
// together add up to the difference in every cell.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { RevisionSplit } from '../../src/analyse/revision-split.ts';
import { revisionsBetween, revisionsCommand } from '../../src/command/revisions.ts';
import { parseScaled, ratio, toDecimal } from '../../src/design/rational.ts';
import { REVISION_CAUSES, type RevisionCause } from '../../src/design/tables.ts';
import { stillEffects } from '../../src/engine/effects.ts';
import { sql } from '../../src/engine/sql.ts';
import {
  CORRECTED,
  collect,
  compile,
  current,
  dayBefore,
  define,
  dirhams,
  drawn,
  edit,
  LATE,
  type Line,
  leavingEnterprise,
  lines,
  ratesOf,
  readDefinition,
  runs,
  setUp,
  someLine,
  sums,
  tearDown,
} from './two-years.ts';

before(setUp);
after(tearDown);

type Planted = {
  /** Centimes by segment that the cause moves in the year 2024. */
  readonly moved: { readonly [segment: string]: bigint };
};

const CAUSES: { readonly [cause in RevisionCause]: () => Promise<Planted> } = {
  late: async () => {
    const before = runs.at(-1);
    assert.ok(before !== undefined);
    const imputed = await sums(before, 'estimates-', sql`submission < 0`);
    await collect([LATE]);
    const run = await compile();
    runs.push(run);
    const came = await sums(run, 'lines-', sql`submission = (SELECT max(submission) FROM lines)`);
    assert.ok(Object.keys(imputed).length > 0, 'what was missing had been imputed');
    const segments = Object.keys({ ...came, ...imputed });
    return {
      moved: Object.fromEntries(segments.map((each) => [each, (came[each] ?? 0n) - (imputed[each] ?? 0n)])),
    };
  },
  corrected: async () => {
    const line = await someLine('ITO', sql`sender = 'B02' AND month = '2024-05'`);
    writeFileSync(join(drawn, 'again.csv'), replacementOf(line));
    await collect(['again.csv']);
    runs.push(await compile());
    const [old, now] = [dirhams(line.amount, line.rate), dirhams(ADDED + line.amount, line.rate)];
    return { moved: { ITO: now - old } };
  },
  reclassified: async () => {
    const line = await someLine(
      'CRM',
      sql`nature = 'CC01' AND sender = 'B01' AND substr(month, 1, 4) = '2024'`,
    );
    edit(line, 'nature', 'IT01', 'reclassified');
    runs.push(await compile());
    return { moved: { CRM: -line.mad, ITO: line.mad } };
  },
  exchange_rate: async () => {
    const rate = ratesOf('USD', '2024-06');
    define('rates.csv', `USD,2024-06,${rate}`, `USD,2024-06,${rate}1`.replace(/(\.\d{3})\d1$/, '$19'));
    const now = ratesOf('USD', '2024-06');
    assert.notEqual(now, rate);
    const moved: { [segment: string]: bigint } = {};
    for (const line of await lines(sql`currency = 'USD' AND month = '2024-06'`))
      moved[line.segment] = (moved[line.segment] ?? 0n) + dirhams(line.amount, now) - line.mad;
    runs.push(await compile());
    return { moved };
  },
  coverage: async () => {
    const { enterprise, month, leaving } = await leavingEnterprise();
    const entry =
      readDefinition('register.csv')
        .split('\n')
        .find((row) => row.startsWith(enterprise)) ?? '';
    define('register.csv', entry, entry.replace(/,(\d{4}-\d\d-\d\d),[\d-]*,/, `,$1,${dayBefore(month)},`));
    runs.push(await compile());
    return { moved: { KPO: -leaving.reduce((sum, { mad }) => sum + mad, 0n) } };
  },
  method: async () => {
    const leaving = await lines(sql`nature = 'EN03' AND substr(month, 1, 4) = '2024'`);
    const rule = "treatment IS DISTINCT FROM 'grants'";
    define('rules.yaml', rule, `${rule} AND nature <> 'EN03'`);
    runs.push(await compile());
    return { moved: { ESO: -leaving.reduce((sum, { mad }) => sum + mad, 0n) } };
  },
  erratum: async () => {
    const line = await someLine('BPO', sql`sender = 'B01' AND substr(month, 1, 4) = '2024'`);
    edit(line, 'state', 'excluded', 'erratum');
    runs.push(await compile());
    return { moved: { BPO: -line.mad } };
  },
};

for (const cause of REVISION_CAUSES) {
  test(`planted alone and found with its size: ${cause}`, async () => {
    const { moved } = await CAUSES[cause]();
    const [earlier, later] = runs.slice(-2);
    assert.ok(earlier !== undefined && later !== undefined);
    const splits = await revisionsBetween(current(), earlier, later);
    assert.ok(
      Object.values(moved).some((amount) => amount !== 0n),
      'something was planted',
    );
    for (const segment of ['ITO', 'CRM', 'ESO', 'BPO', 'KPO']) {
      const split = cellOf(splits, segment);
      const expected = moved[segment] ?? 0n;
      assert.equal((split?.later ?? 0n) - (split?.earlier ?? 0n), expected, segment);
      assert.deepEqual(effectsOf(split), expected === 0n ? {} : { [cause]: expected }, segment);
      assert.deepEqual([split?.interaction ?? 0n, split?.notFromLines ?? 0n], [0n, 0n], segment);
    }
    assertAddUp(splits);
  });
}

test('all seven together add up in every cell, to the centime, and the interaction is told', async () => {
  const [first, last] = [runs[0], runs.at(-1)];
  assert.ok(first !== undefined && last !== undefined && runs.length === 8);
  const splits = await revisionsBetween(current(), first, last);
  assert.ok(splits.length > 100, `${splits.length} cells`);
  assertAddUp(splits);
  const total = effectsOf(cellOf(splits, '_T'));
  assert.deepEqual(
    REVISION_CAUSES.filter((cause) => total[cause] === undefined),
    ['reclassified'],
    'all but what moves between segments show in the total',
  );
});

test('an amount corrected while its rate changes: each has its size, the later cause the interaction, and it is printed', async () => {
  const month = '2024-09';
  const line = await someLine('ITO', sql`currency = 'USD' AND month = ${month}`);
  const all = await lines(sql`currency = 'USD' AND month = ${month} AND segment = 'ITO'`);
  const rate = ratesOf('USD', month);
  define('rates.csv', `USD,${month},${rate}`, `USD,${month},${Number(rate) + 1}`);
  edit(line, 'amount', toDecimal(ratio(line.amount + ADDED, 1000n), 3), 'corrected');
  runs.push(await compile());
  const now = ratesOf('USD', month);
  const corrected = dirhams(line.amount + ADDED, rate) - line.mad;
  const converted = all.reduce((sum, { amount, mad }) => sum + dirhams(amount, now) - mad, 0n);
  const both = dirhams(line.amount + ADDED, now) - dirhams(line.amount, now) - corrected;
  assert.ok(both !== 0n);
  const [earlier, later] = runs.slice(-2);
  assert.ok(earlier !== undefined && later !== undefined);
  const splits = await revisionsBetween(current(), earlier, later);
  assertAddUp(splits);
  const split = cellOf(splits, 'ITO');
  assert.equal(split?.interaction, both);
  assert.deepEqual(
    split.causes.map(({ cause, effect, alone }) => [cause, effect, alone]),
    [
      ['corrected', corrected, corrected],
      ['exchange_rate', converted + both, converted],
    ],
  );
  const said: string[] = [];
  const words = [current().layout.root, 'A.MA.W1.ITO.EXPORTS.MAD.2025'];
  await revisionsCommand.run(words, {}, stillEffects('2025-04-01T00:00:00Z', said));
  assert.match(said.join('\n'), /interaction +[+-]?[\d,]+\.\d\d +within the causes above/);
});

function assertAddUp(splits: readonly RevisionSplit[]): void {
  for (const { key, period, earlier, later, causes, interaction, notFromLines } of splits) {
    const sum = (pick: (each: RevisionSplit['causes'][number]) => bigint) =>
      causes.reduce((total, each) => total + pick(each), 0n);
    assert.equal(sum(({ effect }) => effect) + notFromLines, later - earlier, `${key} ${period}`);
    assert.equal(notFromLines, 0n, `${key} ${period}`);
    assert.equal(sum(({ alone }) => alone) + interaction, later - earlier, `${key} ${period}`);
  }
}

function cellOf(splits: readonly RevisionSplit[], segment: string): RevisionSplit | undefined {
  return splits.find(({ key, period }) => key === `A.MA.W1.${segment}.EXPORTS.MAD.2025` && period === '2024');
}

function effectsOf(split: RevisionSplit | undefined): { readonly [cause: string]: bigint } {
  const found = (split?.causes ?? []).filter(({ effect }) => effect !== 0n);
  return Object.fromEntries(found.map(({ cause, effect }) => [cause, effect]));
}

const ADDED = 1_000_000n;

/** The declaration again with one amount a thousand units larger, in place of the first. */
function replacementOf({ ordinal, amount, currency }: Line): string {
  const rows = readFileSync(join(drawn, CORRECTED), 'utf8').trimEnd().split('\n');
  const head = rows.findIndex((row) => !row.startsWith('#'));
  const columns = (rows[head] ?? '').split(',');
  const money = (scaled: bigint) => toDecimal(ratio(scaled, 1000n), 3);
  return rows
    .map((row, at) => {
      if (row.startsWith('# sequence:')) return '# sequence: 2\n# replaces: 1';
      if (row.startsWith('# function:')) return '# function: replace';
      if (row.startsWith(`# control_sum.${currency}:`))
        return `# control_sum.${currency}: ${money((parseScaled(row.split(': ')[1] ?? '', 3) ?? 0n) + ADDED)}`;
      if (at !== head + ordinal) return row;
      const cells = row.split(',');
      cells[columns.indexOf('amount')] = toDecimal(ratio(amount + ADDED, 1000n), 2);
      for (const name of ['mad_amount', 'gross_amount']) cells[columns.indexOf(name)] = '';
      return cells.join(',');
    })
    .join('\n');
}
