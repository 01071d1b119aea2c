// The second generator: every mechanism happens, says what is true, and shares no kind with the first.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { isValidIce } from '../../src/design/ice.ts';
import { knownDomain } from '../../src/design/known-definitions.ts';
import { declare, type Injected } from '../../src/simulate/declared-line.ts';
import { drawMonth, planMonth, type TrueLine } from '../../src/simulate/draw-month.ts';
import { exportersOf } from '../../src/simulate/exporter.ts';
import { INJECTED_KINDS } from '../../src/simulate/inject-error.ts';
import { randomStream } from '../../src/simulate/random-stream.ts';
import { injectSecond, SECOND_ERRORS } from '../../src/simulate/second-error.ts';
import { SECOND_LOOK_ALIKES } from '../../src/simulate/second-look-alike.ts';

const domain = knownDomain(join(import.meta.dirname, '../../domains/ma-digital'));
const banks = domain.banks.slice(0, 8).map(({ code }) => code);
const totals = new Map(domain.segments.map(({ code }) => [code, 4n * 10n ** 10n]));
const exporters = exportersOf(domain, '6', { banks, respondents: 30 });
const lines: readonly TrueLine[] = [
  ...drawMonth(domain, exporters, planMonth(domain, exporters, '2024-05', totals, 4000, '6'), '6'),
];
const cases = lines.map((line, at) => ({
  line,
  injected: injectSecond(line, 0.45, { domain, random: randomStream('6', at), banks }),
}));
const labelled: readonly Injected[] = cases
  .flatMap(({ injected }) => injected)
  .filter(({ truth }) => truth !== null);

test('whatever is put in, the truth beside it adds up to what was received, and no line has a number twice', () => {
  for (const { line, injected } of cases) {
    const truth = injected.reduce((sum, each) => sum + (each.truth?.trueMad ?? each.line.mad), 0n);
    assert.equal(truth, line.mad, injected.map((each) => each.truth?.kind ?? 'clean').join(' + '));
  }
  const numbers = cases.flatMap(({ injected }) => injected.map(({ declared }) => declared['line_id']));
  assert.equal(new Set(numbers).size, numbers.length);
});

test('every mechanism happens, and none is one of the first generator', () => {
  const kinds = [...SECOND_ERRORS, ...SECOND_LOOK_ALIKES].map(({ kind }) => kind);
  const drawn = new Set(labelled.map(({ truth }) => truth?.kind));
  assert.deepEqual(
    kinds.filter((kind) => !drawn.has(kind)),
    [],
  );
  const first = new Set(INJECTED_KINDS.map(({ kind }) => kind));
  assert.deepEqual(
    kinds.filter((kind) => first.has(kind)),
    [],
  );
});

test('at rate zero every line is as it should be', () => {
  const random = randomStream('6', 'none');
  for (const line of lines.slice(0, 200))
    assert.deepEqual(
      injectSecond(line, 0, { domain, random, banks }).map(({ declared }) => declared),
      [declare(line)],
    );
});

const SHOWS: { readonly [kind: string]: (injected: Injected) => boolean } = {
  digits_turned: ({ declared, line }) =>
    declared['amount'] !== line.amount &&
    [...(declared['amount'] ?? '')].sort().join('') === [...line.amount].sort().join(''),
  figure_cut: ({ declared, line }) => Number(line.amount) / Number(declared['amount']) > 900,
  tenfold_everywhere: ({ declared, line }) =>
    Math.abs(Number(declared['mad_amount']) / 10 - Number(line.mad) / 100) < 0.01,
  booked_again_later: ({ declared, line }) => (declared['value_date'] ?? '') > line.day,
  day_for_month: ({ declared, line }) => !(declared['value_date'] ?? '').startsWith(line.month),
  other_exporter: ({ declared, line }) =>
    isValidIce(declared['resident_ice'] ?? '') && declared['resident_ice'] !== line.ice,
  cancelled_in_words: ({ declared, truth }) => declared['direction'] === 'C' && truth?.trueMad === 0n,
  paid_in_advance: ({ truth, line }) => truth?.trueMad === line.mad,
};
for (const [kind, shows] of Object.entries(SHOWS))
  test(`a line labelled ${kind} is one`, () => {
    const found = labelled.filter(({ truth }) => truth?.kind === kind);
    assert.ok(found.length > 0, `none was drawn among ${labelled.length}`);
    assert.deepEqual(
      found.filter((each) => !shows(each)).map(({ declared }) => declared),
      [],
    );
  });
