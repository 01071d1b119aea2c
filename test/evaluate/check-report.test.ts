// The labelled texts: detection, binding and verdicts are counted and held to the goals; run with the shared folder.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { structureOf } from '../../src/design/equations.ts';
import { knownDomain } from '../../src/design/known-definitions.ts';
import type { Language } from '../../src/design/text.ts';
import { checkReport, type ReportedClaim, segmentNames } from '../../src/evaluate/check-report.ts';
import { groundsFor, printedFacts } from '../../src/evaluate/claim-grounds.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = join(process.env['MARSAD_SHARED'] ?? join(root, '..', 'shared'), 'claims');
const skip = existsSync(folder) ? false : `no labelled texts at ${folder}`;
const domain = knownDomain(join(root, 'domains', 'ma-digital'));
const structure = structureOf(domain);
const facts = printedFacts(domain, structure);

type Label = { readonly [key: string]: string | number | null | undefined };
type Labels = {
  readonly [text: string]: {
    readonly lang: Language;
    readonly date: string;
    readonly claims: readonly Label[];
    readonly language_faults: readonly string[];
    readonly omissions: readonly string[];
  };
};

const report = (text: string, language: Language, day: string) =>
  checkReport(
    { text, language, day },
    groundsFor(domain, structure, facts, language, day),
    domain,
    segmentNames(domain.segments, structure),
  );

test('the labelled texts: detection, binding, and no wrong verdict', { skip }, () => {
  const labels = JSON.parse(readFileSync(join(folder, 'labels.json'), 'utf8')) as Labels;
  let [wanted, found, bound, extra] = [0, 0, 0, 0];
  const wrong: string[] = [];
  for (const [name, { lang, date, claims }] of Object.entries(labels)) {
    const left = [...report(readFileSync(join(folder, `${name}.txt`), 'utf8'), lang, date).claims];
    for (const label of claims.flatMap((each) =>
      Array.from({ length: Number(each['times'] ?? 1) }, () => each),
    )) {
      wanted += 1;
      const at = left.findIndex((claim) => isOf(claim, label));
      if (at === -1) continue;
      const [claim] = left.splice(at, 1) as [ReportedClaim];
      found += 1;
      if (isBound(claim, label)) bound += 1;
      if (isWrong(claim, label))
        wrong.push(`${name}: ${claim.text} ${claim.verdict}, labelled ${label['verdict']}`);
    }
    extra += left.filter(({ unit }) => unit !== 'DIRECTION' && unit !== 'RANK').length;
  }
  const f1 = (2 * found) / (wanted + found + extra);
  process.stdout.write(
    `claims: ${found} of ${wanted} found, ${extra} more; F1 ${f1.toFixed(3)}, binding ${(bound / found).toFixed(3)}\n`,
  );
  assert.deepEqual(wrong, []);
  assert.ok(f1 >= 0.95, `F1 ${f1}`);
  assert.ok(bound / found >= 0.9, `binding ${bound / found}`);
});

test('the published article: everything holds, the stray words and the quiet fall are named', {
  skip,
}, () => {
  const { claims, language_faults, omissions } = report(
    readFileSync(join(folder, 't00.ar.txt'), 'utf8'),
    'ar',
    '2025-10-20',
  );
  assert.deepEqual(
    language_faults.map(({ text }) => text),
    ['processos', 'processos'],
  );
  assert.ok(
    claims
      .filter(({ unit }) => unit !== 'DIRECTION')
      .every(({ verdict }) => verdict === 'entailed' || verdict === 'consistent'),
  );
  assert.ok(omissions.some(({ kind }) => kind === 'offset'));
});

test('what became public later is not known yet', { skip }, () => {
  const text = 'Dans l’offshoring, l’ITO a rapporté 10,578 milliards de dirhams en 2024.';
  assert.equal(report(text, 'fr', '2025-10-19').claims[0]?.verdict, 'unsupported');
  assert.equal(report(text, 'fr', '2025-10-21').claims[0]?.verdict, 'entailed');
});

test('a hostile megabyte is read in seconds', () => {
  const text = `offshoring ${'1,1 milliards 2ر2 مليار ((13.4 % \u202e'.repeat(20)} `;
  const began = performance.now();
  report('9'.repeat(400_000) + text + '('.repeat(200_000) + '1 000 '.repeat(60_000), 'fr', '2025-10-20');
  assert.ok(performance.now() - began < 30_000);
});

function isOf(claim: ReportedClaim, label: Label): boolean {
  const said = String(label['text']);
  const overlaps =
    claim.text.includes(said) || said.includes(claim.text) || digitsOf(said) === digitsOf(claim.text);
  return overlaps && (label['value'] === null) === (claim.value === null);
}

function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, '') || text;
}

function isBound(claim: ReportedClaim, label: Label): boolean {
  return (
    (['indicator', 'segment', 'freq', 'period'] as const).every((part) => label[part] === claim[part]) &&
    label['unit'] === claim.unit
  );
}

function isWrong({ verdict }: ReportedClaim, label: Label): boolean {
  const holds = verdict === 'entailed' || verdict === 'consistent';
  if (verdict === 'contradicted') return label['verdict'] !== 'contradicted';
  return verdict === 'entailed' && holds && label['verdict'] !== 'entailed-or-consistent';
}
