import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { knownDomain } from '../../src/design/known-definitions.ts';
import { parseScaled } from '../../src/design/rational.ts';
import { openEngine } from '../../src/engine/duckdb.ts';
import { stillEffects } from '../../src/engine/effects.ts';
import { hashFile, listFolder, listTree, readText } from '../../src/engine/files.ts';
import { INJECTED_KINDS } from '../../src/simulate/inject-error.ts';
import { simulate } from '../../src/simulate/simulate.ts';
import type { SimulationRequest } from '../../src/simulate/simulation.ts';

const domain = knownDomain(join(import.meta.dirname, '../../domains/ma-digital'));
const scratch = mkdtempSync(join(tmpdir(), 'marsad-simulate-'));
after(() => rmSync(scratch, { recursive: true }));

async function drawn(name: string, more: Partial<SimulationRequest>): Promise<string> {
  const engine = await openEngine({ memory: '500MB' });
  const out = join(scratch, name);
  const base = { domain, out, from: '2024-Q4', to: '2024-Q4', lines: 1500, seed: '1', errors: 0.1 };
  const bounds = { missing: 0, banks: 8, respondents: 30, linesPerFile: 1_000_000 };
  await simulate(
    { ...base, ...bounds, format: 'csv', ...more },
    engine,
    stillEffects('2025-01-01T00:00:00Z').log,
  );
  engine.close();
  return out;
}

async function hashes(folder: string): Promise<readonly string[]> {
  return Promise.all(listTree(folder).map(async (name) => `${name} ${await hashFile(join(folder, name))}`));
}

type Row = { readonly [column: string]: string };

/** Rows of a file without quoted fields. */
function rowsOf(text: string): readonly Row[] {
  const [head = '', ...lines] = text.trimEnd().split('\n');
  const names = head.split(',');
  return lines.map((line) =>
    Object.fromEntries(line.split(',').map((value, at) => [names[at] ?? '', value])),
  );
}

function declarationOf(text: string): { readonly envelope: Row; readonly lines: readonly Row[] } {
  const all = text.split('\n');
  const pairs = all.filter((line) => line.startsWith('# ')).map((line) => /^# ([^:]+): (.*)$/.exec(line));
  const envelope = Object.fromEntries(pairs.map((pair) => [pair?.[1] ?? '', pair?.[2] ?? '']));
  return { envelope, lines: rowsOf(all.filter((line) => !line.startsWith('# ')).join('\n')) };
}

test('the same seed gives the same bytes in every format, another seed does not', async () => {
  const first = await hashes(await drawn('a', { format: 'mixed' }));
  assert.deepEqual(await hashes(await drawn('b', { format: 'mixed' })), first);
  assert.notDeepEqual(await hashes(await drawn('c', { format: 'mixed', seed: '2' })), first);
  const endings = new Set(first.map((name) => /\.(\w+) /.exec(name)?.[1]));
  for (const format of ['csv', 'json', 'ndjson', 'xml', 'xlsx', 'parquet'])
    assert.ok(endings.has(format), `a mixed simulation has ${format}: ${[...endings]}`);
});

test('without errors nothing is labelled, every file adds up, and the lines are the totals to the centime', async () => {
  const out = await drawn('clean', { errors: 0 });
  assert.deepEqual(rowsOf(readText(join(out, 'truth.csv'))), []);
  const rates = new Map(domain.rates.map(({ currency, month, rate }) => [`${currency} ${month}`, rate]));
  let sum = 0n;
  for (const name of listFolder(join(out, 'declarations'))) {
    const { envelope, lines } = declarationOf(readText(join(out, 'declarations', name)));
    assert.equal(envelope['synthetic'], 'true');
    assert.equal(Number(envelope['line_count']), lines.length, name);
    const bank = envelope['declarant_type'] === 'bank';
    const control = new Map<string, bigint>();
    for (const line of lines) {
      const currency = line['currency'] ?? '';
      const stated = line[bank ? 'amount' : 'received_amount'] ?? '';
      control.set(currency, (control.get(currency) ?? 0n) + (parseScaled(stated, 3) ?? 0n));
      const month = (line['value_date'] ?? line['period'] ?? '').slice(0, 7);
      const rate = parseScaled(rates.get(`${currency} ${month}`) ?? '', 6) ?? 0n;
      const amount = parseScaled((bank ? line['amount'] : line['received_abroad']) || '0', 3) ?? 0n;
      sum += (2n * amount * rate + 10n ** 7n) / (2n * 10n ** 7n);
    }
    for (const [currency, total] of control)
      assert.equal(parseScaled(envelope[`control_sum.${currency}`] ?? '', 3), total, `${name} ${currency}`);
  }
  const totals = rowsOf(readText(join(out, 'truth-totals.csv')));
  assert.equal(
    sum,
    totals.reduce((total, { mad }) => total + (parseScaled(mad ?? '', 2) ?? 0n), 0n),
  );
});

test('every kind of error and look-alike comes, and its label names the line that carries it', async () => {
  const out = await drawn('errors', { errors: 0.3, lines: 6000, from: '2024-Q2', to: '2024-Q2', seed: '3' });
  const truth = rowsOf(readText(join(out, 'truth.csv')));
  const seen = new Set(truth.map(({ error, kind }) => `${error} ${kind}`));
  const missing = INJECTED_KINDS.map(({ error, kind }) => `${error} ${kind}`).filter(
    (kind) => !seen.has(kind),
  );
  assert.deepEqual(missing, []);
  const numbers = new Set(truth.map(({ error }) => error));
  for (const error of ['1', '2', '12', '15']) assert.ok(numbers.has(error), `error ${error} of whole files`);
  const files = new Map<string, readonly Row[]>();
  for (const row of truth.filter(({ ordinal }) => ordinal !== '')) {
    const name = row['file'] ?? '';
    if (!files.has(name)) files.set(name, declarationOf(readText(join(out, 'declarations', name))).lines);
    assert.equal(files.get(name)?.[Number(row['ordinal']) - 1]?.['line_id'], row['line_id'], name);
  }
});

test('every file arrives at a stated instant, and what comes of it is marked synthetic', async () => {
  const out = await drawn('arrivals', { errors: 0.1, lines: 300 });
  const arrivals = rowsOf(readText(join(out, 'arrivals.csv')));
  assert.deepEqual(arrivals.map(({ file }) => file).toSorted(), listFolder(join(out, 'declarations')));
  assert.ok(arrivals.every(({ arrives_at }) => !Number.isNaN(Date.parse(arrives_at ?? ''))));
  assert.match(readText(join(out, 'SYNTHETIC.md')), /synthetic/i);
});

test('a bank that never declares has no file, and the truth says what it would have declared', async () => {
  const out = await drawn('missing', { errors: 0.05, missing: 0.25, lines: 3000 });
  const truth = rowsOf(readText(join(out, 'truth.csv')));
  const missing = truth.filter(({ kind, segment }) => kind === 'missing' && segment !== '');
  const names = [...new Set(missing.map(({ file }) => file ?? ''))];
  assert.ok(names.length > 0);
  const present = listFolder(join(out, 'declarations'));
  for (const name of names) assert.ok(!present.includes(name), name);
  for (const { true_mad, file } of missing) assert.ok(Number(true_mad) > 0, file);
  assert.ok(truth.every(({ file, ordinal }) => ordinal === '' || !names.includes(file ?? '')));
});

test('a refund of the month before is in the file of its own month, and names the receipt that it gives back', async () => {
  const out = await drawn('refunds', { errors: 0.3, lines: 6000 });
  const truth = rowsOf(readText(join(out, 'truth.csv'))).filter(({ kind }) => kind === 'refund_later_month');
  assert.ok(truth.length > 0);
  for (const { file = '', ordinal, true_value: month = '', month: counted } of truth) {
    const line = declarationOf(readText(join(out, 'declarations', file))).lines[Number(ordinal) - 1];
    const before = listFolder(join(out, 'declarations')).filter((name) =>
      name.startsWith(`${file.slice(0, 4)}${month}-`),
    );
    const receipts = before.flatMap((name) => declarationOf(readText(join(out, 'declarations', name))).lines);
    assert.equal(counted, month);
    assert.ok((line?.['value_date'] ?? '').slice(0, 7) > month);
    assert.ok(
      receipts.some(({ line_id }) => line_id === line?.['reversal_of']),
      line?.['reversal_of'],
    );
  }
});

test('instalments of one invoice are two to four, add up, and are not all equal', async () => {
  const out = await drawn('instalments', { errors: 0.3, lines: 4000 });
  const truth = rowsOf(readText(join(out, 'truth.csv'))).filter(({ kind }) => kind === 'instalments');
  const groups = Map.groupBy(truth, ({ line_id }) => (line_id ?? '').replace(/I\d$/, ''));
  const sizes = [...groups.values()].map((group) => group.length);
  assert.ok(sizes.every((size) => size >= 2 && size <= 4) && new Set(sizes).size > 1, `${sizes}`);
  assert.ok(
    [...groups.values()].some((group) => new Set(group.map(({ true_value }) => true_value)).size > 1),
  );
});

test('a small respondent that sold nothing declares nil', async () => {
  const out = await drawn('nil', { errors: 0, from: '2023-Q1', to: '2023-Q4', lines: 2000 });
  const nil = listFolder(join(out, 'declarations'))
    .filter((name) => name.startsWith('E'))
    .map((name) => declarationOf(readText(join(out, 'declarations', name))))
    .filter(({ lines }) => lines.every((line) => line['nil'] === 'Y'));
  assert.ok(nil.length > 0);
  for (const { envelope, lines } of nil) {
    assert.equal(envelope['line_count'], String(lines.length));
    assert.ok(lines.every((line) => Number(line['received_amount']) === 0));
  }
});
