// Each rule of editing: what it corrects with its proof, and what looks alike and stays. Without the rule nothing happens.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Engine, type Row, readParquet } from '../../src/engine/duckdb.ts';
import { hashOf } from '../../src/engine/files.ts';
import { sql } from '../../src/engine/sql.ts';
import type { Edit } from '../../src/process/overlay.ts';
import { bankFile, EDITED_DOMAIN, EDITING_RULES, enterpriseFile, history, PLAIN } from './editing-domain.ts';
import { type Difference, type File, type Processed, processed } from './workbench.ts';

type Case = {
  readonly rule: string;
  readonly name: string;
  readonly files: readonly File[];
  /** The place of the line, what becomes of the field, and how the line then stands. */
  readonly line: readonly [submission: number, ordinal: number];
  readonly edit: readonly [field: string, after: string];
  readonly state: string;
};

const oneMore = (difference: Difference): Difference => ({
  ...PLAIN,
  bank_reference: 'X',
  invoice_refs: 'F-X',
  ...difference,
});
const SETTLED = '10500.00';

const CASES: readonly Case[] = [
  {
    rule: 'E01',
    name: 'lost zeros of an identifier',
    files: [bankFile([oneMore({ resident_ice: '36794000036' })])],
    line: [1, 1],
    edit: ['resident_ice', '000036794000036'],
    state: 'accepted',
  },
  {
    rule: 'E01',
    name: 'an identifier of nobody, of a line with the name and the contract of one enterprise',
    files: [bankFile([...history(3), oneMore({ resident_ice: '800000001000041' })])],
    line: [1, 4],
    edit: ['resident_ice', '000036794000036'],
    state: 'accepted',
  },
  {
    rule: 'E02',
    name: 'net of fees',
    files: [bankFile([oneMore({ amount: '990.00', gross_amount: '1000.00', deductions: '10.00' })])],
    line: [1, 1],
    edit: ['amount', '1000.000'],
    state: 'accepted',
  },
  {
    rule: 'E03',
    name: 'a value date a month too early',
    files: [bankFile([oneMore({ value_date: '2025-05-16', execution_date: '2025-06-16' })])],
    line: [1, 1],
    edit: ['value_date', '2025-06-16'],
    state: 'accepted',
  },
  {
    rule: 'E04',
    name: 'thousands, proved by the dirhams of the line',
    files: [bankFile([...history(12), oneMore({ amount: '1234560.00', mad_amount: '12962.88' })])],
    line: [1, 13],
    edit: ['amount', '1234.56'],
    state: 'accepted',
  },
  {
    rule: 'E04',
    name: 'thousands, by the size and the final zeros alone',
    files: [bankFile([...history(40), oneMore({ amount: '1023450.00' })])],
    line: [1, 41],
    edit: ['amount', '1023.45'],
    state: 'accepted',
  },
  {
    rule: 'E04',
    name: 'an amount in thousands, proved by the dirhams of the line',
    files: [bankFile([...history(12), oneMore({ amount: '1.23', mad_amount: '12915.00' })])],
    line: [1, 13],
    edit: ['amount', '1230.00'],
    state: 'accepted',
  },
  {
    rule: 'E05',
    name: 'another currency, proved by dirhams and rate',
    files: [
      bankFile([
        ...history(4),
        oneMore({ currency: 'USD', exchange_rate: '10.5', mad_amount: SETTLED, amount: '1000.00' }),
      ]),
    ],
    line: [1, 5],
    edit: ['currency', 'EUR'],
    state: 'accepted',
  },
  {
    rule: 'E06',
    name: 'a refund as a receipt',
    files: [bankFile([...history(2), oneMore({ direction: 'C', amount: '100.00', reversal_of: 'H-1' })])],
    line: [1, 3],
    edit: ['direction', 'D'],
    state: 'accepted',
  },
  {
    rule: 'E06',
    name: 'a credit note of the next month',
    files: [
      bankFile([
        ...history(2, { value_date: '2025-05-20', execution_date: '2025-05-20' }),
        oneMore({ direction: 'D', amount: '100.00', reversal_of: 'H-1' }),
      ]),
    ],
    line: [1, 3],
    edit: ['value_date', '2025-05-20'],
    state: 'accepted',
  },
  {
    rule: 'E07',
    name: 'the hub that pays',
    files: [bankFile([...history(4), oneMore({ counterparty_country: 'LU', payment_country: 'LU' })])],
    line: [1, 5],
    edit: ['counterparty_country', 'FR'],
    state: 'accepted',
  },
  {
    rule: 'E08',
    name: 'a nature outside the register',
    files: [bankFile([...history(25), oneMore({ nature: 'CALLS' })])],
    line: [1, 26],
    edit: ['nature', 'SOFTWARE'],
    state: 'accepted',
  },
  {
    rule: 'E08',
    name: 'a catch-all code',
    files: [bankFile([...history(25), oneMore({ nature: 'CATCH_ALL' })])],
    line: [1, 26],
    edit: ['nature', 'SOFTWARE'],
    state: 'accepted',
  },
  {
    rule: 'E09',
    name: 'a dividend under the nature of a service',
    files: [bankFile([oneMore({ service_detail: 'Versement de dividendes', invoice_refs: null })])],
    line: [1, 1],
    edit: ['state', 'excluded'],
    state: 'excluded',
  },
  {
    rule: 'E10',
    name: 'one flow at two banks, where the contract settles less',
    files: [
      bankFile([oneMore({ bank_reference: 'B' })], 'B02'),
      bankFile([...history(3), oneMore({ value_date: '2025-06-18' })]),
    ],
    line: [1, 1],
    edit: ['state', 'linked'],
    state: 'linked',
  },
  {
    rule: 'E12',
    name: 'received abroad what the bank settled',
    files: [bankFile([oneMore({ amount: '1000.00' })]), enterpriseFile('12500.00', '4000.00')],
    line: [2, 1],
    edit: ['received_abroad', '2000.00'],
    state: 'accepted',
  },
  {
    rule: 'E13',
    name: 'a currency that only the declaration of the enterprise tells',
    files: [
      bankFile([...history(5, { amount: '1000.00' }), oneMore({ currency: 'USD', amount: '1000.00' })]),
      enterpriseFile('63000.00', '0.00'),
    ],
    line: [1, 6],
    edit: ['currency', 'EUR'],
    state: 'accepted',
  },
];

for (const { rule, name, files, line, edit, state } of CASES) {
  test(`${rule} corrects ${name}, says why, and nothing happens without it`, async () => {
    await processed(files, { domain: EDITED_DOMAIN }, async (run, engine) => {
      const [submission, ordinal] = line;
      const found = (await editsOf(run, engine)).filter(
        (each) => each['submission'] === submission && each['ordinal'] === ordinal,
      );
      assert.deepEqual(
        found.map((each) => [each['rule'], each['field'], each['after']]),
        [[rule, ...edit]],
      );
      const [made] = found;
      assert.equal(made?.['author'], `marsad/${rule}`);
      assert.notEqual(made?.['before'], made?.['after']);
      assert.ok(JSON.parse(String(made?.['proof'])));
      assert.equal(stateOf(run, line), state);
    });
    const editing = EDITING_RULES.filter(({ id }) => id !== rule);
    await processed(files, { domain: { ...EDITED_DOMAIN, editing } }, async (run, engine) =>
      assert.deepEqual(
        (await editsOf(run, engine)).filter((each) => each['rule'] === rule),
        [],
      ),
    );
  });
}

const STAY: readonly { readonly name: string; readonly files: readonly File[] }[] = [
  {
    name: 'equal invoices of one day',
    files: [bankFile([1, 2].map((at) => oneMore({ bank_reference: `E${at}`, invoice_refs: `E${at}` })))],
  },
  {
    name: 'instalments of one invoice',
    files: [bankFile([1, 2].map((at) => oneMore({ bank_reference: `I${at}`, amount: '500.00' })))],
  },
  {
    name: 'a contract ten times larger',
    files: [bankFile([...history(40), oneMore({ amount: '10234.56' })])],
  },
  {
    name: 'a client that always was in a hub',
    files: [bankFile(history(6, { counterparty_country: 'LU', payment_country: 'LU' }))],
  },
  {
    name: 'a refund that says so',
    files: [bankFile([...history(2), oneMore({ direction: 'D', amount: '100.00', reversal_of: 'H-1' })])],
  },
  {
    name: 'a refund larger than what it names',
    files: [bankFile([...history(2), oneMore({ direction: 'C', amount: '9000.00', reversal_of: 'H-1' })])],
  },
  {
    name: 'a value date some days before the month',
    files: [bankFile([oneMore({ value_date: '2025-05-30', execution_date: '2025-06-02' })])],
  },
  {
    name: 'an enterprise that does much outside its segment',
    files: [
      bankFile([
        ...history(25),
        ...history(5, { nature: 'CALLS' }).map((line, at) => ({ ...line, bank_reference: `N-${at}` })),
      ]),
    ],
  },
  {
    name: 'fees that are not what is missing',
    files: [bankFile([oneMore({ amount: '900.00', gross_amount: '1000.00', deductions: '10.00' })])],
  },
  {
    name: 'one invoice at two banks with weeks between',
    files: [bankFile([oneMore({})]), bankFile([oneMore({ value_date: '2025-06-01' })], 'B02')],
  },
  { name: 'a name without its contract', files: [bankFile([oneMore({ resident_ice: '800000001000041' })])] },
  {
    name: 'a declaration that agrees with the bank',
    files: [bankFile([oneMore({ amount: '1000.00' })]), enterpriseFile('12500.00', '2000.00')],
  },
  {
    name: 'a currency that the line itself proves',
    files: [
      bankFile([
        ...history(4),
        oneMore({ currency: 'USD', exchange_rate: '9.2', mad_amount: '9200.00', amount: '1000.00' }),
      ]),
    ],
  },
];

for (const { name, files } of STAY) {
  test(`${name}: no edit, and every line counts unless a rule of validation says otherwise`, () =>
    processed(files, { domain: EDITED_DOMAIN }, async (run, engine) => {
      assert.deepEqual(await editsOf(run, engine), []);
      assert.ok(run.lines.every(({ reason }) => reason === null || String(reason).startsWith('V')));
    }));
}

test('what cannot be proved counts as declared and is a finding: a currency without a second amount', () =>
  processed(
    [bankFile([...history(4), oneMore({ currency: 'USD' })])],
    { domain: EDITED_DOMAIN },
    async (run, engine) => {
      assert.deepEqual(await editsOf(run, engine), []);
      assert.equal(stateOf(run, [1, 5]), 'accepted');
      assert.deepEqual(
        run.findings
          .filter(({ rule }) => String(rule).startsWith('E'))
          .map(({ rule, severity }) => [rule, severity]),
        [['E05', 'warning']],
      );
      assert.match(String(run.lines[4]?.['failed']), /E05/);
    },
  ));

const MIXED = CASES.flatMap(({ files }) => files.filter(({ kind }) => kind === 'settlement'))
  .filter(({ submission }) => submission?.sender === 'B01')
  .flatMap(({ lines }, file) =>
    lines.map((line, at) => ({
      ...line,
      bank_reference: `${line['bank_reference']}/${file}`,
      invoice_refs: line['invoice_refs'] == null ? null : `${line['invoice_refs']}/${file}/${at}`,
    })),
  );

test('events laid over the raw lines give the processed state again, without the rules', async () => {
  const files = [bankFile(MIXED)];
  const { edits, lines } = await processed(files, { domain: EDITED_DOMAIN }, async (run, engine) => ({
    edits: (await editsOf(run, engine)).map(asRecorded),
    lines: run.lines,
  }));
  assert.ok(edits.length > 8);
  const shown = (rows: readonly Row[]) => rows.map(({ failed: _, ...row }) => row);
  await processed(files, { domain: { ...EDITED_DOMAIN, editing: [] }, edits }, (run) =>
    assert.deepEqual(shown(run.lines), shown(lines)),
  );
});

test('a person who confirms the lines as declared undoes every rule: no trace is left in the totals', async () => {
  const files = [bankFile(MIXED)];
  const untouched = await processed(
    files,
    { domain: { ...EDITED_DOMAIN, editing: [] }, edits: confirmed() },
    (run) => run.lines,
  );
  await processed(files, { domain: EDITED_DOMAIN, edits: confirmed() }, async (run, engine) => {
    assert.deepEqual(await editsOf(run, engine), []);
    const shown = (rows: readonly Row[]) => rows.map(({ failed: _, ...row }) => row);
    assert.deepEqual(shown(run.lines), shown(untouched));
  });
});

test('a recorded edit of a field stands above the rules', () =>
  processed(
    [bankFile([oneMore({ value_date: '2025-05-16', execution_date: '2025-06-16' })])],
    {
      domain: EDITED_DOMAIN,
      edits: [{ ...PLACE, seq: 1, field: 'value_date', before: '2025-05-16', after: '2025-05-17' }],
    },
    async (run, engine) => {
      assert.deepEqual(await editsOf(run, engine), []);
      assert.equal(run.lines[0]?.['month'], '2025-05');
    },
  ));

test('same input, same decisions: neither threads nor the lines held at a time change a byte', async () => {
  const files = [bankFile(MIXED), bankFile(MIXED.slice(0, 20), 'B02')];
  const hashes = (options: object) =>
    processed(files, { domain: EDITED_DOMAIN, ...options }, ({ folder }) =>
      readdirSync(folder)
        .sort()
        .map((name) => [name, hashOf(readFileSync(join(folder, name)))]),
    );
  const once = await hashes({ threads: 1 });
  assert.deepEqual(await hashes({ threads: 2 }), once);
  assert.deepEqual(await hashes({ batchLines: 10 }), once);
});

test('whatever is drawn, received is the sum of the states and rules move each line once at most in a field', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ at: fc.nat(MIXED.length - 1), bank: fc.boolean() }), {
        minLength: 1,
        maxLength: 30,
      }),
      async (drawn) => {
        const of = (bank: boolean) =>
          drawn.filter((each) => each.bank === bank).flatMap(({ at }) => MIXED[at] ?? []);
        const files = [bankFile(of(true)), bankFile(of(false), 'B02')].filter(
          ({ lines }) => lines.length > 0,
        );
        await processed(files, { domain: EDITED_DOMAIN }, async (run, engine) => {
          const { states, lines } = run.summary;
          assert.equal(
            Object.values(states).reduce((sum, count) => sum + count, 0),
            lines,
          );
          const edits = await editsOf(run, engine);
          const places = edits.map((each) => `${each['submission']}/${each['ordinal']}/${each['field']}`);
          assert.equal(new Set(places).size, places.length);
        });
      },
    ),
    { numRuns: 12 },
  ));

const PLACE = { submission: 1, ordinal: 1, reverses: null };

async function editsOf({ folder }: Processed, engine: Engine): Promise<readonly Row[]> {
  return engine.rows(sql`SELECT * FROM ${readParquet(join(folder, 'edits.parquet'))} ORDER BY ALL`);
}

function stateOf({ lines }: Processed, [submission, ordinal]: Case['line']): unknown {
  return lines.find((line) => line['submission'] === submission && line['ordinal'] === ordinal)?.['state'];
}

/** An edit of a rule as a recorded one. */
function asRecorded(edit: Row, at: number): Edit {
  const text = (name: string) => (edit[name] === null ? null : String(edit[name]));
  return {
    seq: at + 1,
    submission: Number(edit['submission']),
    ordinal: Number(edit['ordinal']),
    field: String(edit['field']),
    before: text('before'),
    after: text('after'),
    reverses: null,
    rule: `${edit['rule']}@${edit['version']}`,
  };
}

function confirmed(): readonly Edit[] {
  return MIXED.map((_, at) => ({
    ...PLACE,
    seq: at + 1,
    ordinal: at + 1,
    field: 'state',
    before: null,
    after: 'accepted',
  }));
}
