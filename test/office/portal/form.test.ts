import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readAmount, sumOf } from '../../../src/office/portal/amount-text.ts';
import { fileForm, leadsTo, openPortal } from './portal-fixture.ts';

const amountOf = (text: string) => {
  const reading = readAmount(text);
  return 'amount' in reading ? reading.amount : reading.fault;
};

test('amounts are read as people write them, and what has two readings is asked about', () => {
  const same = [
    '1234567.5',
    '1 234 567,5',
    '1\u202f234\u202f567,5',
    '1.234.567,5',
    '1,234,567.5',
    '١٢٣٤٥٦٧٫٥',
    '1٬234٬567٫5',
  ];
  for (const text of [...same, '\u200e1’234’567.5 ']) assert.equal(amountOf(text), '1234567.5', text);
  assert.deepEqual(['1,234', '12.345', '1,234.567'].map(amountOf), ['ambiguous', 'ambiguous', '1234.567']);
  assert.deepEqual(['0,125', '1,23', '-5', '−5', '007'].map(amountOf), ['0.125', '1.23', '-5', '-5', '7']);
  assert.deepEqual(['1e3', 'douze', '', '1.2.3', '12,34,567', '1.23456'].map(amountOf).slice(0, 5), [
    ...Array.from({ length: 5 }, () => 'unreadable'),
  ]);
  assert.deepEqual(['1.23456', '1234567890123'].map(amountOf), ['decimals', 'unreadable']);
});

test('an amount written with the groups of any language is the amount; sums are exact', () => {
  const cents = fc.bigInt({ min: 0n, max: 99_999_999_999_999n });
  fc.assert(
    fc.property(
      cents,
      fc.constantFrom([' ', ','], ['\u202f', ','], [',', '.'], ['.', ','], ['', '.']),
      (value, [group, point]) => {
        const whole = String(value / 100n).replaceAll(/\B(?=(\d{3})+$)/g, group ?? '');
        const decimals = String(value % 100n).padStart(2, '0');
        assert.equal(amountOf(`${whole}${point}${decimals}`), `${value / 100n}.${decimals}`);
      },
    ),
  );
  fc.assert(
    fc.property(fc.array(cents, { maxLength: 20 }), (values) => {
      const texts = values.map((value) => `${value / 100n}.${String(value % 100n).padStart(2, '0')}`);
      const total = values.reduce((sum, value) => sum + value, 0n);
      assert.equal(sumOf(texts), `${total / 100n}.${String(total % 100n).padStart(2, '0')}`);
    }),
  );
});

const ROW = {
  'period-1': '2025-05',
  'service_item-1': 'IT01',
  'counterparty_country-1': 'FR',
  'currency-1': 'MAD',
  'invoiced_amount-1': '120 000,00',
  'received_amount-1': '١١٠٠٠٠',
  'received_abroad-1': '15.000,50',
  'headcount-1': '42',
  'digital_share-1': '85 %',
};

test('the form keeps what was typed, then makes an ordinary declaration with its envelope', async (t) => {
  const { office, enterprise, workspace } = await openPortal(t);
  const one = office.as('declarant', enterprise);
  const fields = { period: '2025-Q2', rows: '1', ...ROW };
  const faulty = await one.post('/declare/form', { ...fields, 'received_abroad-1': '1,234' });
  assert.equal(faulty.status, 400);
  const page = await faulty.text();
  assert.match(page, /value="1,234"[^>]*aria-invalid="true"/);
  assert.match(page, /value="١١٠٠٠٠"/);
  assert.match(page, /href="#received_abroad-1"/);
  const added = await (await one.post('/declare/form', { ...fields, do: 'add' })).text();
  assert.match(added, /name="rows" value="2"[\s\S]*value="15.000,50"[\s\S]*name="received_abroad-2"/);
  const removed = await one.post('/declare/form', { ...fields, rows: '2', do: 'remove-1' });
  assert.doesNotMatch(await removed.text(), /15\.000,50/);
  const sent = await one.post('/declare/form', { ...fields, do: 'send' });
  const report = await (await one.get(leadsTo(sent))).text();
  assert.match(report, /Votre déclaration est reçue/);
  const { desk } = await openedDesk(workspace, enterprise, office);
  assert.deepEqual(desk, [['2025-Q2', 1, 'original', 1, 'json']]);
  const again = await (await one.get('/declare/form?period=2025-Q2')).text();
  assert.match(again, /la remplacera/);
  assert.match(again, /value="15000.50"/);
  await one.post('/declare/form', { ...fields, 'received_abroad-1': '16 000', do: 'send' });
  const states = workspace.store.all('SELECT state, function, replaces FROM submissions ORDER BY id');
  assert.deepEqual(
    states.map((row) => ({ ...(row as object) })),
    [
      { state: 'superseded', function: 'original', replaces: null },
      { state: 'received', function: 'replace', replaces: 1 },
    ],
  );
  const none = await one.post('/declare/form', {
    period: '2025-Q1',
    rows: '1',
    'currency-1': 'MAD',
    do: 'send',
  });
  assert.match(await none.text(), /Aucune ligne n’est remplie/);
});

async function openedDesk(
  workspace: Awaited<ReturnType<typeof openPortal>>['workspace'],
  { sender }: { readonly sender: string },
  _: unknown,
) {
  const rows = workspace.store.all<{ [column: string]: string | number }>(
    'SELECT period, sequence, function, lines, format FROM submissions WHERE sender = ?',
    sender,
  );
  return { desk: rows.map((row) => Object.values(row)) };
}

test('nothing to declare takes two clicks, once; its lines pass every rule', async (t) => {
  const { office, enterprise, desk } = await openPortal(t);
  const one = office.as('declarant', enterprise);
  const quarter = desk
    .due(enterprise)
    .findLast(({ receipt, overdue }) => receipt === null && (overdue ?? -1) > 0);
  assert.match(await (await one.get('/declare')).text(), /href="\/declare\/nil"/);
  assert.match(await (await one.get('/declare/nil')).text(), new RegExp(`value="${quarter?.period}"`));
  const sent = await one.post('/declare/nil', { period: quarter?.period ?? '' });
  const report = desk.report(enterprise, leadsTo(sent).split('/').at(-1) ?? '');
  assert.deepEqual([report?.outcome, report?.balance?.received, report?.rules], ['received', 3, []]);
  const again = await one.post('/declare/nil', { period: quarter?.period ?? '' });
  assert.equal(again.status, 409);
  assert.ok(
    !desk.due(enterprise).some(({ period, receipt }) => period === quarter?.period && receipt === null),
  );
});

test('a worked template of any kind and language is received as it is, without a single fault', async (t) => {
  const { office, enterprise, desk } = await openPortal(t);
  for (const respondent of [enterprise, { type: 'bank', sender: 'B03' } as const])
    for (const language of ['ar', 'fr', 'en']) {
      const one = office.as('declarant', respondent);
      for (const format of ['csv', 'xlsx']) {
        const path = `/declare/templates/${respondent.type}/${format}?example=1&language=${language}`;
        const bytes = Buffer.from(await (await one.get(path)).arrayBuffer());
        const form = fileForm('', '');
        form.set('file', new File([bytes], `example.${format}`));
        form.set('purpose', 'check');
        const sent = await one.post('/declare/file', form);
        const report = desk.report(respondent, leadsTo(sent).split('/').at(-1) ?? '');
        const said = JSON.stringify([report?.findings.map(({ message }) => message.en), report?.rules]);
        assert.deepEqual([report?.outcome, report?.faults], ['received', 0], `${path} ${said}`);
      }
    }
});
