import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { parse } from 'yaml';
import { isValidIce } from '../../src/design/ice.ts';
import { contains } from '../../src/design/interval.ts';
import { loadDomain } from '../../src/design/load-domain.ts';
import { NotFound, Refused } from '../../src/engine/errors.ts';
import { hashTree } from '../../src/engine/files.ts';

const OWN = join(import.meta.dirname, '..', '..', 'domains', 'ma-digital');
const folder = mkdtempSync(join(tmpdir(), 'domain-'));
before(() => cpSync(OWN, folder, { recursive: true }));
after(() => rmSync(folder, { recursive: true }));

test('the domain is complete', () => {
  const domain = loadDomain(OWN);
  assert.deepEqual(
    domain.segments.map(({ code }) => code),
    ['ITO', 'CRM', 'ESO', 'BPO', 'KPO'],
  );
  assert.deepEqual([...new Set(domain.earlierSegments.map(({ list }) => list))], ['2007', '2010', '2016']);
  assert.deepEqual(
    domain.dataflows.map(({ id, dimensions }) => [id, dimensions.length]),
    [
      ['EXPORTS', 7],
      ['EBOPS', 17],
      ['TARGETS', 6],
      ['QUALITY', 6],
    ],
  );
  assert.equal(domain.countries.find(({ code }) => code === 'AE')?.name.ar, 'الإمارات العربية المتحدة');
  assert.deepEqual(
    ['JPY', 'TND', 'MAD'].map((code) => domain.currencies.find((each) => each.code === code)?.decimals),
    [0, 3, 2],
  );
  assert.ok(domain.register.every(({ ice }) => isValidIce(ice)));
  assert.ok(domain.register.some(({ ice }) => ice.startsWith('00')));
  assert.ok(
    domain.targets.every(
      ({ id, comparability }) => id !== 'EXPORT_REVENUE' || comparability.verdict === 'not comparable',
    ),
  );
  assert.equal(domain.codelists.find(({ id }) => id === 'CL_SEGMENT')?.codes.length, 7);
});

test('the printed figures are those of the source, each inside its interval', (t) => {
  const domain = loadDomain(OWN);
  for (const { interval, exact } of domain.published)
    assert.ok(interval === null || contains(interval, exact));
  assert.equal(domain.published.filter(({ role }) => role === 'constraint').length, 24);
  const shared = join(
    process.env['MARSAD_SHARED'] ?? join(OWN, '..', '..', '..', 'shared'),
    'published-figures.csv',
  );
  try {
    assert.equal(readFileSync(join(OWN, 'published-figures.csv'), 'utf8'), readFileSync(shared, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    t.diagnostic('the shared folder is absent: the source itself was not compared');
  }
});

test('few enterprises make up KPO: at least three holdings in 2024, fewer in 2025', () => {
  const holdings = (day: string) =>
    new Set(
      loadDomain(OWN)
        .register.filter(({ segment, otherSegment }) => segment === 'KPO' || otherSegment === 'KPO')
        .filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo))
        .map(({ holding }) => holding),
    ).size;
  assert.ok(holdings('2024-06-30') >= 3);
  assert.ok(holdings('2025-06-30') < 3);
});

type Damage = {
  readonly name: string;
  readonly file: string;
  readonly from?: string;
  readonly pattern?: string;
  readonly to: string;
  /** Text of the line that the fault must name, whole or in part; null where the file alone is named. */
  readonly at: string | null;
  readonly found: string;
  readonly expected: string;
};

const DAMAGES = parse(
  readFileSync(join(import.meta.dirname, 'domain-damages.yaml'), 'utf8'),
) as readonly Damage[];

for (const each of DAMAGES) {
  test(`${each.name} is refused with its place`, () => {
    const faults = faultsAfter(each);
    const line = each.at === null ? null : lineWith(damaged(each), each.at);
    const fits = faults.filter(
      ({ found, expected }) => new RegExp(each.found).test(found) && new RegExp(each.expected).test(expected),
    );
    assert.ok(fits.length > 0, JSON.stringify(faults, null, 1));
    assert.ok(
      fits.some(({ where }) =>
        line === null ? where.startsWith(`${each.file}:`) : where === `${each.file}:${line}`,
      ),
      `${line}: ${JSON.stringify(fits)}`,
    );
  });
}

test('a target whose indicator nobody compiles must say that there are no data', () => {
  const change = { from: 'indicator: EXPORTS\n', to: 'indicator: EXPORTZ\n' };
  const faults = faultsAfter({ file: 'targets.yaml', ...change });
  assert.match(faults[0]?.expected ?? '', /no indicator EXPORTZ is compiled/);
});

test('all faults come at once, by file and line', () => {
  const files = ['banks.csv', 'rates.csv', 'scopes.yaml'] as const;
  const broken = DAMAGES.filter(({ name }) =>
    ['a day that does not exist', 'a rate of zero', 'an unknown concept'].includes(name),
  );
  for (const each of broken) writeFileSync(join(folder, each.file), damaged(each));
  try {
    assert.deepEqual(
      faultsOf(folder).map(({ where }) => where.split(':')[0]),
      [...files],
    );
  } finally {
    for (const file of files) cpSync(join(OWN, file), join(folder, file));
  }
});

test('a file that is gone is named, and a folder that is none is not found', () => {
  rmSync(join(folder, 'banks.csv'));
  try {
    assert.deepEqual(
      faultsOf(folder).map(({ found }) => found),
      ['no such file'],
    );
  } finally {
    cpSync(join(OWN, 'banks.csv'), join(folder, 'banks.csv'));
  }
  assert.throws(() => loadDomain(join(folder, 'nowhere')), NotFound);
});

test('the hash tells names and bytes', () => {
  const before = hashTree(folder);
  assert.equal(before, hashTree(OWN));
  writeFileSync(join(folder, 'note.txt'), 'x');
  assert.notEqual(hashTree(folder), before);
  rmSync(join(folder, 'note.txt'));
});

test('loading takes little of the processor once warm', () => {
  const times = Array.from({ length: 5 }, () => {
    const start = process.cpuUsage();
    loadDomain(OWN);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  assert.ok(Math.min(...times) < 400, `${times.map(Math.round)} ms`);
});

function damaged({ file, from, pattern, to }: Pick<Damage, 'file' | 'from' | 'pattern' | 'to'>): string {
  const original = readFileSync(join(OWN, file), 'utf8');
  const text = original.replace(pattern === undefined ? (from ?? '') : new RegExp(pattern, 'm'), () => to);
  assert.notEqual(text, original, 'the damage does nothing');
  return text;
}

function lineWith(text: string, at: string): number {
  const lines = text.split('\n').map((line) => line.trim());
  const whole = lines.indexOf(at.trim());
  return (whole >= 0 ? whole : lines.findIndex((line) => line.includes(at.trim()))) + 1;
}

function faultsAfter(each: Pick<Damage, 'file' | 'from' | 'pattern' | 'to'>): Refused['faults'] {
  writeFileSync(join(folder, each.file), damaged(each));
  try {
    return faultsOf(folder);
  } finally {
    cpSync(join(OWN, each.file), join(folder, each.file));
  }
}

function faultsOf(path: string): Refused['faults'] {
  try {
    loadDomain(path);
  } catch (error) {
    if (error instanceof Refused) return error.faults;
    throw error;
  }
  return assert.fail('the damage was not seen');
}
