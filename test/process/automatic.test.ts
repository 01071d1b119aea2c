// Each rule of editing: what it corrects with its proof, and what looks alike and stays. Without the rule nothing happens.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Edit } from '../../src/design/edit.ts';
import { type Engine, type Row, readParquet } from '../../src/engine/duckdb.ts';
import { hashOf } from '../../src/engine/files.ts';
import { sql } from '../../src/engine/sql.ts';
import { CASES, type Case, MIXED, oneMore } from './editing-cases.ts';
import { bankFile, EDITED_DOMAIN, EDITING_RULES, history } from './editing-domain.ts';
import { STAY } from './editing-look-alikes.ts';
import { type Processed, processed } from './workbench.ts';

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

test('same input, same decisions: neither threads, the lines held at a time nor what is plain change a byte', async () => {
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
  assert.deepEqual(await hashes({ mostOdd: 0 }), once);
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
    { numRuns: 6 },
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
