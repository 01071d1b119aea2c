import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { loadDomain } from '../../src/design/load-domain.ts';
import { openEngine } from '../../src/engine/duckdb.ts';
import { Refused } from '../../src/engine/errors.ts';
import { checkRules } from '../../src/process/validate.ts';

const domain = loadDomain(join(import.meta.dirname, '../../domains/ma-digital'));
const engine = await openEngine({ memory: '256MB' });
after(() => engine.close());

const [first] = domain.rules.filter(({ kind }) => kind === 'settlement');
if (first === undefined) throw new Error('the domain has no rule for settlements');

/** What checking one predicate objects to; empty for a good one. */
async function found(predicate: string, more = {}): Promise<readonly string[]> {
  try {
    await checkRules(engine, [{ ...first, ...more, assert: predicate } as (typeof domain.rules)[number]]);
    return [];
  } catch (error) {
    assert.ok(error instanceof Refused, String(error));
    assert.ok(
      error.faults.every(({ where }) => where.includes(first?.id ?? '')),
      'each fault names its rule',
    );
    return error.faults.map((fault) => fault.found);
  }
}

test('the rules of the domain may say what they say', async () => {
  await checkRules(engine, domain.rules);
});

test('a good predicate: facts, comparisons, arithmetic, CASE', async () => {
  assert.deepEqual(await found('amount IS NULL OR amount * 2 > 0'), []);
  assert.deepEqual(await found("CASE WHEN currency = 'EUR' THEN amount < 10 ELSE TRUE END"), []);
});

test('a bad predicate is refused, and what is bad in it is named', async () => {
  const bad: readonly (readonly [string, RegExp])[] = [
    ['amount >', /syntax error|Parser/i],
    ['', /syntax error|Parser/i],
    ['price > 0', /the column price/],
    ['random() < 0.5', /the function random/],
    ["read_text('/etc/passwd') IS NULL", /the function read_text/],
    ["getenv('HOME') = 'x'", /the function getenv/],
    ['CAST(amount AS DOUBLE) > 1.5', /a cast to DOUBLE/],
    ['amount > (SELECT 1)', /class SUBQUERY/],
    ['EXISTS (SELECT 1)', /class SUBQUERY/],
    ['sum(amount) OVER () > 0', /class WINDOW|the function sum/],
    ['amount > 0), (amount < 9', /more than one expression/],
    ['amount > 0) FROM range(3', /more than one expression|the column/],
    ['amount > 0); DROP TABLE lines; SELECT (1', /Only SELECT statements|more than one expression/],
    ['amount > 0) WHERE (TRUE', /more than one expression/],
    ['amount > 0) ORDER BY (1', /more than one expression/],
    ['amount > 0) LIMIT (1', /more than one expression/],
    ['amount > 0) GROUP BY (amount', /more than one expression/],
    ['amount > 0) QUALIFY (TRUE', /more than one expression/],
    ['amount > 0) -- ', /syntax error/],
    ['amount > 0) HAVING (TRUE', /more than one expression/],
    ['amount > 0) UNION SELECT (TRUE', /more than one expression|syntax/],
    ['amount > ?', /class PARAMETER/],
  ];
  for (const [predicate, expected] of bad) {
    const faults = await found(predicate);
    assert.ok(faults.length > 0, `accepted: ${predicate}`);
    assert.match(faults.join('; '), expected, predicate);
  }
});

test('a predicate of both kinds may only name what both kinds have, and the field must be theirs', async () => {
  const [common] = await found('value_date IS NULL', { kind: 'both', field: 'resident_ice' });
  assert.equal(common, 'the column value_date');
  assert.match((await found('TRUE', { field: 'shoe_size' })).join(), /field shoe_size/);
});

test('every fault of every rule is told at once', async () => {
  const rules = [
    { ...first, id: 'X1', assert: 'random() > price' },
    { ...first, id: 'X2', assert: 'amount >' },
  ] as readonly (typeof domain.rules)[number][];
  await assert.rejects(checkRules(engine, rules), (error) => {
    assert.ok(error instanceof Refused);
    assert.ok(error.faults.length >= 3);
    return true;
  });
});
