import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { FIELDS } from '../../src/design/declaration.ts';
import { isValidIce } from '../../src/design/ice.ts';
import { knownDomain } from '../../src/design/known-definitions.ts';
import { declare, type Injected } from '../../src/simulate/declared-line.ts';
import { drawMonth, planMonth, type TrueLine } from '../../src/simulate/draw-month.ts';
import { exportersOf } from '../../src/simulate/exporter.ts';
import { inject } from '../../src/simulate/inject-error.ts';
import { randomStream } from '../../src/simulate/random-stream.ts';

const domain = knownDomain(join(import.meta.dirname, '../../domains/ma-digital'));
const banks = domain.banks.slice(0, 8).map(({ code }) => code);
const totals = new Map(domain.segments.map(({ code }) => [code, 4n * 10n ** 10n]));
const bounds = { banks: domain.banks.slice(0, 8).map(({ code }) => code), respondents: 30 };
const plan = planMonth(domain, exportersOf(domain, '4', bounds), '2024-05', totals, 4000, '4');
const lines: readonly TrueLine[] = [...drawMonth(domain, exportersOf(domain, '4', bounds), plan, '4')];
const cases = lines.map((line, at) => ({
  line,
  injected: inject(line, 0.45, { domain, random: randomStream('4', 'inject', at), banks }),
}));
const labelled: readonly Injected[] = cases
  .flatMap(({ injected }) => injected)
  .filter(({ truth }) => truth !== null);

test('whatever is put in, the truth beside it still adds up to what was received', () => {
  for (const { line, injected } of cases) {
    const truth = injected.reduce((sum, each) => sum + (each.truth?.trueMad ?? each.line.mad), 0n);
    assert.equal(truth, line.mad, injected.map((each) => each.truth?.kind ?? 'clean').join(' + '));
  }
});

test('no line has a number twice, and every field is one of the form', () => {
  const names = new Set(FIELDS.settlement.map(({ id }) => id));
  const numbers = cases.flatMap(({ injected }) => injected.map(({ declared }) => declared['line_id']));
  assert.equal(new Set(numbers).size, numbers.length);
  for (const { declared } of labelled) {
    assert.deepEqual(
      Object.keys(declared).filter((name) => !names.has(name)),
      [],
    );
  }
});

test('at rate zero every line is as it should be', () => {
  const random = randomStream('4', 'none');
  for (const line of lines.slice(0, 200)) {
    const [only, ...more] = inject(line, 0, { domain, random, banks });
    assert.deepEqual([only?.declared, only?.truth, more.length], [declare(line), null, 0]);
  }
});

const SHOWS: { readonly [kind: string]: (injected: Injected) => boolean } = {
  double_bank: ({ declared, line }) =>
    declared['bank_code'] !== line.bank && declared['invoice_refs'] === line.invoice,
  line_repeated: ({ declared, line }) =>
    declared['bank_reference'] === line.reference && declared['line_id'] !== line.reference,
  times_1000: ({ declared, line }) => Number(declared['amount']) / Number(line.amount) > 999,
  cents_as_units: ({ declared, line }) =>
    Math.round(Number(declared['amount']) / Number(line.amount)) === 100,
  currency_swap: ({ declared, line }) => declared['currency'] !== line.currency,
  sign: ({ declared }) => declared['direction'] === 'C' && declared['reversal_of'] !== '',
  refund_with_reference: ({ declared }) => declared['direction'] === 'D' && declared['reversal_of'] !== '',
  resident_client: ({ declared }) => declared['counterparty_country'] === 'MA',
  zone_client: ({ declared }) =>
    domain.register.some(({ name, exportZone }) => exportZone && name === declared['counterparty_name']),
  paying_hub: ({ declared, line }) => declared['counterparty_country'] !== line.client.country,
  client_in_hub: ({ declared, line }) => declared['counterparty_country'] === line.client.country,
  wrong_period: ({ declared, line }) => !(declared['value_date'] ?? '').startsWith(line.month),
  ice_invalid: ({ declared }) => !isValidIce(declared['resident_ice'] ?? ''),
  ice_lost_zero: ({ declared }) => (declared['resident_ice'] ?? '').length < 15,
  ice_unknown: ({ declared }) =>
    isValidIce(declared['resident_ice'] ?? '') &&
    !domain.register.some(({ enterprise }) => declared['resident_ice']?.startsWith(enterprise)),
  net_for_gross: ({ declared, line }) =>
    declared['gross_amount'] === line.amount && Number(declared['amount']) < Number(line.amount),
};

for (const [kind, shows] of Object.entries(SHOWS)) {
  test(`a line labelled ${kind} is one`, () => {
    const found = labelled.filter(({ truth }) => truth?.kind === kind);
    assert.ok(found.length > 0, `none was drawn among ${labelled.length}`);
    assert.deepEqual(
      found.filter((each) => !shows(each)).map(({ declared }) => declared),
      [],
    );
  });
}
