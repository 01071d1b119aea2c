import assert from 'node:assert/strict';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { knownConfig, knownDomain } from '../../src/design/known-definitions.ts';
import { loadDomain } from '../../src/design/load-domain.ts';
import { NotFound, Refused } from '../../src/engine/errors.ts';

const OWN = join(import.meta.dirname, '..', '..', 'domains', 'ma-digital');
const above = mkdtempSync(join(tmpdir(), 'known-'));
const folder = join(above, 'domain');
before(() => cpSync(OWN, folder, { recursive: true }));
after(() => rmSync(above, { recursive: true }));

/** Changes a file of the domain for the time of some work. */
function changed(name: string, change: (text: string) => string, work: () => void): void {
  const path = join(folder, name);
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, change(text));
  try {
    work();
  } finally {
    writeFileSync(path, text);
  }
}

test('a domain is what loading it gives, the first time and every other', () => {
  const loaded = loadDomain(folder);
  assert.deepEqual(knownDomain(folder), loaded);
  assert.deepEqual(knownDomain(folder), loaded);
});

test('a changed rate is the rate of the next reading, and the old one comes back with its file', () => {
  const rateOf = () => knownDomain(folder).rates.find(({ currency }) => currency === 'EUR')?.rate;
  const rate = rateOf() ?? '';
  const other = `${Number(rate.split('.')[0]) + 1}.5`;
  changed(
    'rates.csv',
    (text) => text.replace(rate, other),
    () => {
      assert.equal(rateOf(), other);
      assert.deepEqual(knownDomain(folder), loadDomain(folder));
    },
  );
  assert.equal(rateOf(), rate);
});

test('a fault is refused as often as it is read', () => {
  changed(
    'rules.yaml',
    (text) => text.replace('severity: error', 'severity: dreadful'),
    () => {
      assert.throws(() => knownDomain(folder), Refused);
      assert.throws(() => knownDomain(folder), Refused);
    },
  );
  assert.throws(() => knownDomain(join(above, 'nowhere')), NotFound);
});

test('a configuration is read again when a byte of it changes', () => {
  const path = join(above, 'marsad.yaml');
  const entries = ['domain: ma-digital', 'synthetic: true', 'languages: [ar]', 'memory: 1GB'];
  const ports = 'ports: { public: 1, office: 2 }';
  writeFileSync(path, [...entries, ports, 'created_at: 2025-01-01', ''].join('\n'));
  assert.equal(knownConfig(path).ports.public, 1);
  assert.deepEqual(knownConfig(path), knownConfig(path));
  writeFileSync(path, readFileSync(path, 'utf8').replace('public: 1', 'public: 9'));
  assert.equal(knownConfig(path).ports.public, 9);
  appendFileSync(path, 'colour: red\n');
  assert.throws(() => knownConfig(path), /has faults/);
});
