import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { readXlsx } from 'hucre';
import { canonicalCsv, csvRows, parseCanonicalCsv } from '../../src/disseminate/canonical-csv.ts';
import { protectedObservation } from '../../src/disseminate/release.ts';
import { verifyRelease } from '../../src/disseminate/verify.ts';
import { DOMAIN, factsOf, observationsOf, PUBLIC_KEY, releaseContent } from './release-fixture.ts';
import { jsonFaults, MISSING } from './sdmx-schemas.ts';

const folder = mkdtempSync(join(tmpdir(), 'marsad-release-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const made = await releaseContent();
const asFiles = (files: ReadonlyMap<string, string | Uint8Array>) => ({
  names: [...files.keys()],
  read: (name: string) => Buffer.from(files.get(name) ?? ''),
});

test('the same inputs give the same bytes, the workbook included', async () => {
  const again = await releaseContent();
  assert.deepEqual([...again.files.keys()], [...made.files.keys()]);
  for (const [name, content] of made.files) {
    assert.ok(Buffer.from(content).equals(Buffer.from(again.files.get(name) ?? '')), `${name} differs`);
  }
});

test('a release verifies, equations among them', () => {
  const { ok, checked, faults } = verifyRelease(asFiles(made.files), PUBLIC_KEY);
  assert.deepEqual(faults, []);
  assert.ok(ok);
  assert.ok((checked['equations'] ?? 0) >= 10, JSON.stringify(checked));
});

test('whatever is changed in a release is named', () => {
  for (const name of made.files.keys()) {
    const changed = new Map(made.files);
    changed.set(name, Buffer.concat([Buffer.from(made.files.get(name) ?? ''), Buffer.from(' ')]));
    const { ok, faults } = verifyRelease(asFiles(changed), PUBLIC_KEY);
    const expected = name.startsWith('manifest') ? 'manifest.json' : name;
    if (name !== 'manifest.json.minisig')
      assert.ok(!ok && faults.some((fault) => fault.startsWith(expected)), name);
  }
  const more = new Map([...made.files, ['more.csv', 'x']]);
  assert.match(verifyRelease(asFiles(more), PUBLIC_KEY).faults.join(), /more\.csv is not in the manifest/);
});

test('figures that do not add up are named with both intervals', async () => {
  const wrong = await releaseContent(
    observationsOf((each) =>
      each.key.includes('.ESO.EXPORTS.') && each.period === '2024' ? { ...each, value: '3470' } : each,
    ),
  );
  const { faults } = verifyRelease(asFiles(wrong.files), PUBLIC_KEY);
  assert.match(faults.join('\n'), /EXPORTS\/A\.MA\.W1\._T\.EXPORTS.*\(sum\): printed \[26219500000/);
});

test('the public tool minisign verifies the signature, and refuses a changed manifest', (context) => {
  const known = spawnSync('minisign', ['-v']);
  if (known.error !== undefined) return context.skip('minisign is not installed here');
  const manifest = join(folder, 'manifest.json');
  writeFileSync(manifest, made.files.get('manifest.json') ?? '');
  writeFileSync(`${manifest}.minisig`, made.files.get('manifest.json.minisig') ?? '');
  writeFileSync(join(folder, 'marsad.pub'), PUBLIC_KEY);
  const verify = () => spawnSync('minisign', ['-Vm', manifest, '-p', join(folder, 'marsad.pub')]);
  assert.equal(verify().status, 0, String(verify().stderr));
  writeFileSync(manifest, `${readFileSync(manifest, 'utf8')} `);
  assert.notEqual(verify().status, 0);
});

test('data and structure are valid by the official schemas', { skip: MISSING }, () => {
  const parsed = (name: string) => JSON.parse(String(made.files.get(name)));
  assert.deepEqual(jsonFaults('2.0/data', parsed('EXPORTS.sdmx.json')), []);
  assert.deepEqual(jsonFaults('2.0/structure', parsed('structure.json')), []);
  const broken = parsed('EXPORTS.sdmx.json');
  broken.data.dataSets[0].action = 'Guess';
  assert.notDeepEqual(jsonFaults('2.0/data', broken), []);
});

test('canonical CSV is read back as it was, whatever the text', () => {
  const flow = DOMAIN.dataflows.find(({ id }) => id === 'EXPORTS');
  assert.ok(flow);
  const property = fc.property(fc.array(fc.tuple(fc.string({ minLength: 1 }), fc.integer())), (rows) => {
    const list = rows.map(([text, number], at) => ({
      dataflow: 'EXPORTS',
      key: 'A.MA.W1.ITO.EXPORTS.MAD.2025',
      period: String(1000 + at),
      value: String(number),
      attributes: { COMMENT_OBS: text },
    }));
    assert.deepEqual(parseCanonicalCsv(canonicalCsv('XX', flow, list), flow), list);
  });
  fc.assert(property);
});

test('text that a spreadsheet would run is harmless in every export; numbers stay numbers', async () => {
  const attack = "=cmd|' /C calc'!A0";
  const row = { dataflow: 'EXPORTS', key: 'A.MA.W1.ITO.EXPORTS_YOY.PC.2025', period: '2024', value: '-3.2' };
  const observation = protectedObservation({
    ...row,
    obs_status: 'P',
    conf_status: 'F',
    attributes: JSON.stringify({ UNIT_MULT: '0', DECIMALS: '1', COMMENT_OBS: attack }),
  });
  const { files } = await releaseContent([observation]);
  const [header, line] = csvRows(String(files.get('EXPORTS.csv')));
  assert.equal(line?.[header?.indexOf('COMMENT_OBS') ?? -1], `'${attack}`);
  assert.equal(line?.[header?.indexOf('OBS_VALUE') ?? -1], '-3.2');
  const { sheets } = await readXlsx(Buffer.from(files.get('EXPORTS.xlsx') ?? ''));
  const cells = sheets[0]?.rows[1] ?? [];
  assert.ok(cells.includes(-3.2) && cells.includes(`'${attack}`));
  assert.ok(sheets.some(({ name, view }) => name === 'بيانات وصفية' && view?.rightToLeft === true));
});

test('a code that the structure does not explain is refused, by name', async () => {
  const strange = observationsOf().map((each) => ({ ...each, key: each.key.replace('.ITO.', '.XYZ.') }));
  await assert.rejects(
    releaseContent(strange),
    (error: Error & { faults?: readonly { found: string }[] }) => {
      return error.faults?.[0]?.found === 'SEGMENT=XYZ';
    },
  );
});

test('nothing of the office is in a release', () => {
  const everything = [...made.files].map(([, content]) => Buffer.from(content).toString()).join('\n');
  for (const { ice, name } of DOMAIN.register.slice(0, 50)) {
    assert.ok(!everything.includes(ice) && !everything.includes(name), `${name} is in the release`);
  }
  assert.ok(everything.includes(factsOf().id));
});
