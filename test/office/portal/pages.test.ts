import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CellValue, writeXlsx } from 'hucre';
import { LANGUAGES } from '../../../src/design/text.ts';
import { ENVELOPE, HEADER } from '../../collect/workspace-fixture.ts';
import { BANK, declaration, fileForm, GOOD, leadsTo, OTHER_BANK, openPortal } from './portal-fixture.ts';

test('a bank sends a file, reads its faults, takes its receipt, replaces it and cancels', async (t) => {
  const { office, workspace } = await openPortal(t);
  const bank = office.as('declarant', BANK);
  const rows = [...GOOD.slice(0, 2), GOOD[2]?.replace('IT01', 'QQ99') ?? ''];
  const sent = await bank.post('/declare/file', fileForm(declaration({}, rows), 'juin.csv'));
  assert.equal(sent.status, 303);
  const report = leadsTo(sent);
  const page = await (await bank.get(report)).text();
  assert.match(page, /juin\.csv/);
  assert.match(page, /QQ99/);
  assert.match(page, /Nature de l’opération/);
  const receipt = /receipts\/(2025-[0-9a-f-]+)/.exec(page)?.[1] ?? '';
  const faults = await (await bank.get(`${report}/faults/csv?language=ar`)).text();
  assert.match(faults, /^السطر,/);
  assert.match(faults, /\r\n16,L3,nature,QQ99,/);
  const workbook = Buffer.from(await (await bank.get(`${report}/faults/xlsx`)).arrayBuffer());
  assert.equal(workbook.subarray(0, 2).toString(), 'PK');
  const shown = await (await bank.get(`/declare/receipts/${receipt}`)).text();
  assert.match(shown, /[0-9a-f]{64}/);
  const value = (await (await bank.get(`/declare/receipts/${receipt}/json`)).json()) as {
    lines: { received: number };
  };
  assert.equal(value.lines.received, 3);
  assert.equal((await bank.get(`/declare/receipts/${receipt}/proof`)).status, 404);
  const replace = await (await bank.get(`/declare/receipts/${receipt}/replace`)).text();
  assert.match(replace, /# sequence: 2\n# function: replace\n# replaces: 1\n/);
  const cancelled = await bank.post(`/declare/receipts/${receipt}/cancel`);
  assert.match(await (await bank.get(leadsTo(cancelled))).text(), /L’annulation est reçue/);
  assert.equal((await bank.post(`/declare/receipts/${receipt}/cancel`)).status, 409);
  const states = workspace.store.all<{ state: string }>('SELECT state FROM submissions ORDER BY id');
  assert.deepEqual(
    states.map(({ state }) => state),
    ['cancelled', 'received'],
  );
  const acts = workspace.store.all<{ action: string }>('SELECT DISTINCT action FROM audit ORDER BY action');
  assert.deepEqual(
    acts.map(({ action }) => action).filter((action) => action.includes('decla')),
    ['cancel a declaration', 'declare'],
  );
});

test('a day that a workbook keeps as a number is told with the day it would be', async (t) => {
  const { office } = await openPortal(t);
  const bank = office.as('declarant', BANK);
  const rows: CellValue[][] = [HEADER, ...GOOD].map((row) => row.split(','));
  const at = HEADER.split(',').indexOf('value_date');
  rows[2]?.splice(at, 1, 46178);
  const envelope = Object.entries(ENVELOPE).map(([key, value]) => [key, value]);
  const sheets = [
    { name: 'envelope', rows: envelope },
    { name: 'lines', rows },
  ];
  const form = new FormData();
  form.append('file', new File([await writeXlsx({ sheets })], 'juin.xlsx'));
  form.append('purpose', 'declare');
  const report = leadsTo(await bank.post('/declare/file', form));
  const told = {
    ar: /رقم يوم كما تحسبه برامج الجداول، وهو يوافق [\u2066\u2068]+2026-06-05/,
    fr: /numéro de jour d’un tableur, qui serait 2026-06-05/,
    en: /day number of a spreadsheet, which would be 2026-06-05: format the column as a date/,
  };
  for (const language of LANGUAGES)
    assert.match(await (await bank.get(`${report}?language=${language}`)).text(), told[language]);
});

test('a check only is not counted, and no file at all is said', async (t) => {
  const { office, workspace } = await openPortal(t);
  const bank = office.as('declarant', BANK);
  const checked = await bank.post('/declare/file', fileForm(declaration(), 'a.csv', 'check'));
  assert.match(
    await (await bank.get(leadsTo(checked))).text(),
    /Contrôle seul\u00a0: ce fichier serait reçu/,
  );
  assert.equal(workspace.store.all('SELECT 1 FROM submissions').length, 0);
  const none = await bank.post('/declare/file', new FormData());
  assert.equal(none.status, 400);
  assert.match(await none.text(), /Aucun fichier n’a été choisi/);
});

test('every page is there in every language, with its direction', async (t) => {
  const { office, enterprise } = await openPortal(t);
  const one = office.as('declarant', enterprise);
  const paths = ['', '/file', '/form', '/form?period=2025-Q2', '/nil', '/history', '/uploads'];
  const others = ['/due', '/questions', '/templates', '/help'];
  for (const path of [...paths, ...others])
    for (const language of LANGUAGES) {
      const mark = path.includes('?') ? '&' : '?';
      const response = await one.get(`/declare${path}${mark}language=${language}`);
      const text = await response.text();
      assert.equal(response.status, 200, `${path} ${language}`);
      assert.match(text, new RegExp(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"`));
      assert.doesNotMatch(text, /undefined|\[object|\{\w+\}/);
      assert.equal(text.match(/href="\/declare\/help"/g)?.length, 1, `the menu of ${path} stands once`);
    }
});

test('what is another’s does not exist, on any address and for any act', async (t) => {
  const { office, workspace } = await openPortal(t);
  const bank = office.as('declarant', BANK);
  const other = office.as('declarant', OTHER_BANK);
  const report = leadsTo(await bank.post('/declare/file', fileForm(declaration(), 'a.csv')));
  const { receipt } = workspace.store.get<{ receipt: string }>('SELECT receipt FROM submissions') ?? {
    receipt: '',
  };
  const question = workspace.store.run(
    "INSERT INTO questions (submission, ordinal, field, declarant_type, sender, ar, fr, en, reason, author, at) VALUES (1, 1, 'amount', 'bank', 'B01', 'س', 'q', 'q', 'r', 'c', 't')",
  );
  const addresses = [report, `${report}/faults/csv`, `/declare/receipts/${receipt}`];
  const below = ['json', 'proof', 'replace', 'cancel'].map((part) => `/declare/receipts/${receipt}/${part}`);
  for (const path of [...addresses, ...below]) {
    assert.equal((await other.get(path)).status, 404, path);
    if (!path.endsWith('proof')) assert.equal((await bank.get(path)).status, 200, path);
  }
  for (const path of [`/declare/receipts/${receipt}/cancel`, `/declare/questions/${question}`])
    assert.equal((await other.post(path, { answer: 'no' })).status, 404, path);
  assert.equal(workspace.store.get<{ state: string }>('SELECT state FROM submissions')?.state, 'received');
  for (const path of ['/declare/history', '/declare/uploads', '/declare/questions', '/declare'])
    assert.ok(!(await (await other.get(path)).text()).includes(receipt), path);
  for (const path of ['/declare/form', '/declare/nil', '/declare/templates/enterprise/csv'])
    assert.equal((await bank.get(path)).status, 404, path);
  for (const role of ['compiler', 'administrator', 'ministry reader', 'pre-release reader'] as const)
    for (const path of ['/declare', report]) assert.equal((await office.as(role).get(path)).status, 403);
});

test('a question is answered once, in the declarant’s words, and the audit log says so', async (t) => {
  const { office, workspace, desk } = await openPortal(t);
  const bank = office.as('declarant', BANK);
  await bank.post('/declare/file', fileForm(declaration(), 'a.csv'));
  workspace.store.run(
    "INSERT INTO questions (submission, ordinal, field, declarant_type, sender, ar, fr, en, reason, author, at) VALUES (1, 2, 'amount', 'bank', 'B01', 'هل المبلغ صحيح؟', 'Le montant est-il juste ?', 'Is the amount right?', 'r', 'c', '2025-07-19')",
  );
  assert.match(await (await bank.get('/declare')).text(), /en attente de votre réponse\u00a0: 1/);
  assert.match(await (await bank.get('/declare/questions')).text(), /Le montant est-il juste \?/);
  assert.equal((await bank.post('/declare/questions/1', { answer: '  ' })).status, 400);
  assert.equal((await bank.post('/declare/questions/1', { answer: '<b>Oui</b>, dix dollars' })).status, 303);
  await bank.post('/declare/questions/1', { answer: 'Non' });
  assert.equal(desk.questions(BANK)[0]?.answer, '<b>Oui</b>, dix dollars');
  assert.match(await (await bank.get('/declare/questions')).text(), /&lt;b&gt;Oui/);
  const acts = workspace.store.all<{ detail: string }>(
    "SELECT detail FROM audit WHERE subject = 'question 1' AND action = 'answer a question'",
  );
  assert.equal(acts.length, 1);
  assert.ok(!acts[0]?.detail.includes('dollars'));
});

test('lost zeros of an ICE are told where they were put back, and change nothing', async (t) => {
  const { office, desk } = await openPortal(t);
  const bank = office.as('declarant', BANK);
  const ice = /\b0\d{14}\b/.exec(GOOD.join())?.[0] ?? '';
  assert.notEqual(ice, '');
  const rows = GOOD.map((row) => row.replace(ice, ice.replace(/^0+/, '')));
  const sent = await bank.post('/declare/file', fileForm(declaration({}, rows), 'zeros.csv'));
  const report = desk.report(BANK, leadsTo(sent).split('/').at(-1) ?? '');
  const touched = rows.filter((row, at) => row !== GOOD[at]).length;
  const zeros = report?.rules.find(({ rule }) => rule === 'V007');
  assert.deepEqual([zeros?.lines, zeros?.severity, zeros?.consequence], [touched, 'info', null]);
  assert.equal(report?.balance?.states.find(({ state }) => state === 'accepted')?.lines, GOOD.length);
  assert.match(await (await bank.get(`${leadsTo(sent)}?language=ar`)).text(), /فُقدت أصفار البداية/);
});

test('times of the portal name their zone', async (t) => {
  const { office } = await openPortal(t);
  const bank = office.as('declarant', BANK);
  const sent = await bank.post('/declare/file', fileForm(declaration(), 'a.csv'));
  for (const [language, hour] of [
    ['ar', /10:00 \u2066\(UTC\+1\)\u2069/],
    ['fr', /10:00 \(UTC\+1\)/],
    ['en', /10:00 \(UTC\+1\)/],
  ] as const)
    assert.match(await (await bank.get(`${leadsTo(sent)}?language=${language}`)).text(), hour);
});

test('a fault of a file without fields is placed by line and column in words', async (t) => {
  const { office } = await openPortal(t);
  const bank = office.as('declarant', BANK);
  const cut = '<declaration>\n<envelope><sender>B01</sender>';
  const page = await (
    await bank.get(leadsTo(await bank.post('/declare/file', fileForm(cut, 'cut.xml'))))
  ).text();
  assert.match(page, /colonne \u2066\d+\u2069/);
  assert.match(page, /&lt;envelope&gt;/);
});
