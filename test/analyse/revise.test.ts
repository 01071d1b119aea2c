import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { type Contributions, codeOf } from '../../src/analyse/contributions.ts';
import { type Recorded, revisionEffects } from '../../src/analyse/revise.ts';
import { LINES, LINKS, REVISION_CAUSES } from '../../src/design/tables.ts';
import { openEngine } from '../../src/engine/duckdb.ts';
import { type TableValue, writeTable } from '../../src/engine/write-table.ts';

type Line = { readonly [column: string]: TableValue };
const engine = await openEngine({ memory: '500MB', threads: 1 });
const folder = mkdtempSync(join(tmpdir(), 'marsad-revise-'));
after(() => engine.close());
let files = 0;
const NONE = { earlier: null, later: null };

const original = (id: number, superseded_by: number | null = null, cause: string | null = null) => ({
  ...{ id, function: 'original', cause, superseded_by },
});
const edit = (seq: number, ordinal: number, field: string, cause: string) => ({
  seq,
  submission: 1,
  ordinal,
  field,
  cause,
});

type Case = {
  readonly name: string;
  readonly earlier: readonly Line[];
  readonly later: readonly Line[];
  readonly recorded?: Partial<Recorded>;
  /** Centimes by cause, in the order of replacement. */
  readonly replaced: { readonly [cause: string]: bigint };
  readonly alone?: { readonly [cause: string]: bigint };
};

const BASE = line(1, 1, {});
const CASES: readonly Case[] = [
  {
    name: 'a late declaration',
    earlier: [BASE],
    later: [BASE, line(2, 1, { amount: '7.000', mad: '70.00' })],
    recorded: { submissions: [original(1), original(2)] },
    replaced: { late: 7000n },
  },
  {
    name: 'a declaration in the place of an expert estimate that stood for it: both are late',
    earlier: [line(0, 7, { amount: '9.000', mad: '90.00' })],
    later: [line(2, 1, { amount: '7.000', mad: '70.00' })],
    recorded: { submissions: [original(1), original(2)], standIns: [7] },
    replaced: { late: -2000n },
  },
  {
    name: 'an adjustment that stands for no declaration and is taken back',
    earlier: [BASE, line(0, 8, { amount: '9.000', mad: '90.00' })],
    later: [BASE],
    recorded: { standIns: [7] },
    replaced: { corrected: -9000n },
  },
  {
    name: 'a declaration replaced by its sender',
    earlier: [BASE],
    later: [{ ...BASE, state: 'superseded' }, line(2, 1, { amount: '8.000', mad: '80.00' })],
    recorded: { submissions: [original(1, 2), { ...original(2), function: 'replace' }] },
    replaced: { corrected: -2000n },
  },
  {
    name: 'an edit of the amount',
    earlier: [BASE],
    later: [line(1, 1, { amount: '1.000', mad: '10.00', status: 'edited' })],
    recorded: { edits: [edit(5, 1, 'amount', 'corrected')] },
    replaced: { corrected: -9000n },
  },
  {
    name: 'an edit of the nature moves the amount from one segment to another',
    earlier: [BASE],
    later: [line(1, 1, { segment: 'KPO' })],
    recorded: { edits: [edit(5, 1, 'nature', 'reclassified')] },
    replaced: { reclassified: 0n },
  },
  {
    name: 'an exchange rate',
    earlier: [BASE],
    later: [line(1, 1, { rate: '11.000000', mad: '110.00' })],
    replaced: { exchange_rate: 1000n },
  },
  {
    name: 'an enterprise that the register now leaves out',
    earlier: [BASE],
    later: [line(1, 1, { state: 'excluded', reason: 'V031' })],
    recorded: { registered: ['000000001'] },
    replaced: { coverage: -10000n },
  },
  {
    name: 'a rule that now excludes the line',
    earlier: [BASE],
    later: [line(1, 1, { state: 'excluded', reason: 'V031' })],
    replaced: { method: -10000n },
  },
  {
    name: 'an erratum recorded on an edit',
    earlier: [BASE],
    later: [line(1, 1, { state: 'excluded' })],
    recorded: { edits: [edit(5, 1, 'state', 'erratum')] },
    replaced: { erratum: -10000n },
  },
  {
    name: 'an amount corrected under a new rate: the later cause in the order gets the interaction',
    earlier: [BASE],
    later: [line(1, 1, { amount: '20.000', rate: '11.000000', mad: '220.00' })],
    recorded: { edits: [edit(5, 1, 'amount', 'corrected')] },
    replaced: { corrected: 10000n, exchange_rate: 2000n },
    alone: { corrected: 10000n, exchange_rate: 1000n },
  },
  {
    name: 'an amount corrected and its segment recoded',
    earlier: [BASE],
    later: [line(1, 1, { segment: 'KPO', amount: '4.000', mad: '40.00' })],
    recorded: { edits: [edit(5, 1, 'amount', 'corrected'), edit(6, 1, 'nature', 'reclassified')] },
    replaced: { corrected: -6000n, reclassified: 0n },
  },
  {
    name: 'a line that could not be read before an edit enters whole, by the cause of the edit',
    earlier: [line(1, 1, { state: 'rejected', segment: null, rate: null, mad: null })],
    later: [BASE],
    recorded: { edits: [edit(5, 1, 'currency', 'corrected')] },
    replaced: { corrected: 10000n },
  },
  {
    name: 'nothing, where nothing differs',
    earlier: [BASE],
    later: [BASE],
    replaced: {},
  },
  {
    name: 'an edit that the earlier run had already seen',
    earlier: [BASE],
    later: [line(1, 1, { rate: '11.000000', mad: '110.00' })],
    recorded: { edits: [edit(3, 1, 'exchange_rate', 'corrected')] },
    replaced: { exchange_rate: 1000n },
  },
];

for (const { name, earlier, later, recorded, replaced, alone } of CASES) {
  test(name, async () => {
    const effects = await effectsOf(earlier, later, recorded);
    const causes = Object.keys(replaced);
    assert.deepEqual(byCause(effects, 'replaced', causes), replaced);
    assert.deepEqual(byCause(effects, 'alone', causes), alone ?? replaced);
    assert.deepEqual(
      byCause(
        effects,
        'replaced',
        REVISION_CAUSES.filter((cause) => !causes.includes(cause)),
      ),
      {},
    );
  });
}

test('a recoding takes from one segment what it gives to the other', async () => {
  const recorded = { edits: [edit(5, 1, 'nature', 'reclassified')] };
  const effects = await effectsOf([BASE], [line(1, 1, { segment: 'KPO' })], recorded);
  const rows = Array.from({ length: effects.count }, (_, row) => [
    ...[codeOf(effects, 'source', row), codeOf(effects, 'segment', row), effects.values[row]],
  ]);
  assert.deepEqual(rows.filter(([source]) => source === 'replaced').sort(), [
    ['replaced', 'ITO', -10000n],
    ['replaced', 'KPO', 10000n],
  ]);
});

test('all causes at once add up to the difference, in every base cell', async () => {
  const ids = Array.from({ length: 60 }, (_, at) => at + 1);
  const earlier = ids.map((id) => line(1, id, { amount: `${id}.000`, mad: `${id * 10}.00` }));
  const later = ids.map((id) => {
    const [amount, rate] = [id % 3 === 0 ? id + 5 : id, id % 2 === 0 ? 11 : 10];
    const values = { amount: `${amount}.000`, rate: `${rate}.000000`, mad: `${amount * rate}.00` };
    return line(1, id, {
      ...values,
      segment: id % 5 === 0 ? 'KPO' : 'ITO',
      state: id % 7 === 0 ? 'excluded' : 'accepted',
    });
  });
  const edits = ids.flatMap((id) => [
    ...(id % 3 === 0 ? [edit(10 + id, id, 'amount', id % 4 === 0 ? 'erratum' : 'corrected')] : []),
    ...(id % 5 === 0 ? [edit(100 + id, id, 'nature', 'reclassified')] : []),
  ]);
  const effects = await effectsOf(earlier, later, { edits });
  for (const segment of ['ITO', 'KPO']) {
    const sum = (lines: readonly Line[]) =>
      lines
        .filter((each) => each['state'] === 'accepted' && each['segment'] === segment)
        .reduce((total, { mad }) => total + BigInt(String(mad).replace('.', '')), 0n);
    let change = 0n;
    for (let row = 0; row < effects.count; row += 1) {
      const inside =
        codeOf(effects, 'source', row) === 'replaced' && codeOf(effects, 'segment', row) === segment;
      if (inside) change += effects.values[row] ?? 0n;
    }
    assert.equal(change, sum(later) - sum(earlier), segment);
  }
});

async function effectsOf(earlier: readonly Line[], later: readonly Line[], recorded: Partial<Recorded> = {}) {
  const [first, second, links] = [
    await write(LINES, earlier),
    await write(LINES, later),
    await write(LINKS, []),
  ];
  return revisionEffects(
    engine,
    { lines: [first], cutSubmission: 1, cutEdit: 3 },
    { lines: [second], cutSubmission: 9, cutEdit: 1000 },
    { submissions: [original(1)], edits: [], registered: [], links, automatic: NONE, ...recorded },
    '2025',
  );
}

function byCause(
  effects: Contributions,
  source: string,
  causes: readonly string[],
): { [cause: string]: bigint } {
  const sums: { [cause: string]: bigint } = {};
  for (let row = 0; row < effects.count; row += 1) {
    const cause = codeOf(effects, 'status', row);
    if (codeOf(effects, 'source', row) !== source || !causes.includes(cause)) continue;
    sums[cause] = (sums[cause] ?? 0n) + (effects.values[row] ?? 0n);
  }
  return sums;
}

async function write(table: typeof LINES, rows: readonly Line[]): Promise<string> {
  files += 1;
  const path = join(folder, `${table.name}-${files}.parquet`);
  await writeTable(
    engine,
    table,
    rows.map((row) => table.columns.map(({ name }) => row[name] ?? null)),
    path,
  );
  return path;
}

function line(submission: number, ordinal: number, values: Line): Line {
  return {
    ...{
      submission,
      ordinal,
      kind: 'settlement',
      sender: 'B1',
      state: 'accepted',
      enterprise: '000000001',
      holding: 'H1',
    },
    ...{
      month: '2024-06',
      segment: 'ITO',
      ebops: 'SI21',
      partner: 'FR',
      currency: 'EUR',
      amount: '10.000',
      sign: 1,
    },
    ...{ rate: '10.000000', mad: '100.00', source: 'bank', status: 'reported', nature: 'IT01' },
    ...values,
  };
}
