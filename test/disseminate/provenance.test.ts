// Every form of a release says where it comes from: release, vintage, status, scope, licence, citation, synthetic mark.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readXlsx } from 'hucre';
import { provenanceMetadata, provenanceSource } from '../../src/disseminate/provenance.ts';
import { referenceOf } from '../../src/disseminate/reference.ts';
import { openEngine } from '../../src/engine/duckdb.ts';
import { sql } from '../../src/engine/sql.ts';
import { writeParquet } from '../../src/engine/write-parquet.ts';
import { FLOW, get, ITO } from './public/api-fixture.ts';
import { DOMAIN, factsOf, releaseContent } from './release-fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'marsad-provenance-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const PROVENANCE = { reference: referenceOf(DOMAIN, true), manifest: factsOf() };
const { files } = await releaseContent();

test('Parquet carries it inside the file, in three languages', async () => {
  const path = join(folder, 'flow.parquet');
  const engine = await openEngine({ memory: '500MB', threads: 1, spill: folder });
  try {
    const shape = { columns: [{ name: 'KEY', type: 'VARCHAR' }], order: ['KEY'] };
    await writeParquet(engine, shape, [['A']], path, provenanceMetadata(PROVENANCE));
    const rows = await engine.rows<{ readonly key: string; readonly value: string }>(
      sql`SELECT CAST(key AS VARCHAR) AS key, decode(value) AS value FROM parquet_kv_metadata(${path})`,
    );
    const told = new Map(rows.map(({ key, value }) => [key, value]));
    const facts = JSON.parse(told.get('marsad-provenance') ?? '{}') as { readonly [name: string]: unknown };
    assert.deepEqual(
      [
        facts['release'],
        facts['vintage'],
        facts['status'],
        facts['scope'],
        facts['licence'],
        facts['synthetic'],
      ],
      ['2025-S1/1', 'preliminary', 'regular', '2025', 'CC-BY-4.0', true],
    );
    assert.match(told.get('marsad-provenance-words') ?? '', /بيانات اصطناعية/);
    assert.match(told.get('Warning') ?? '', /Synthetic/);
  } finally {
    engine.close();
  }
});

test('the workbook has the data in each language, Arabic from right to left, numbers as numbers', async () => {
  const book = await readXlsx(files.get('EXPORTS.xlsx') as Uint8Array);
  assert.deepEqual(
    book.sheets.map(({ name }) => name),
    ['EXPORTS', 'البيانات', 'Données', 'Data', 'CODES', 'بيانات وصفية', 'Métadonnées', 'Metadata'],
  );
  for (const sheet of book.sheets)
    assert.equal(sheet.view?.rightToLeft === true, /[\u0600-\u06ff]/.test(sheet.name), sheet.name);
  const arabic = book.sheets[1]?.rows ?? [];
  const [head = [], ...rows] = arabic;
  const value = head.indexOf('القيمة المرصودة');
  const row = rows.find(
    (each) => each.includes('ترحيل خدمات تكنولوجيا المعلومات') && each.includes('2025-S1'),
  );
  assert.equal(row?.[value], 5250);
  assert.ok(
    rows.every(
      (each) => each[value] === null || each[value] === undefined || typeof each[value] === 'number',
    ),
  );
  assert.match(JSON.stringify(book.sheets.at(-1)?.rows), /2025-S1\/1.*CC-BY-4\.0.*Synthetic/s);
});

test('CSV has it beside the file, with every column described', () => {
  const described = JSON.parse(String(files.get('EXPORTS.csv-metadata.json'))) as {
    readonly url: string;
    readonly 'dc:license': { readonly '@id': string };
    readonly 'dc:bibliographicCitation': readonly object[];
    readonly tableSchema: { readonly columns: readonly { readonly name: string }[] };
  };
  const [head] = String(files.get(described.url)).split('\n');
  assert.equal(described.tableSchema.columns.map(({ name }) => name).join(','), head);
  assert.equal(described['dc:bibliographicCitation'].length, 3);
  assert.match(described['dc:license']['@id'], /CC-BY-4\.0/);
});

test('messages of the API carry it in their heads', async () => {
  const { citation } = provenanceSource({
    ...PROVENANCE,
    manifest: { ...factsOf(), id: '2025-S1/2', status: 'correction' },
  });
  const told: { readonly [format: string]: (text: string) => readonly string[] } = {
    json: (text) => Object.values((JSON.parse(text) as { meta: { names: object } }).meta.names),
    json1: (text) => Object.values((JSON.parse(text) as { meta: { names: object } }).meta.names),
    jsonstat: (text) => (JSON.parse(text) as { note: readonly string[] }).note,
    xml: (text) => [...text.matchAll(/<mes:Source [^>]*>([^<]*)</g)].map(([, each]) => each ?? ''),
    xml3: (text) => [...text.matchAll(/<mes:Source [^>]*>([^<]*)</g)].map(([, each]) => each ?? ''),
  };
  for (const [format, read] of Object.entries(told)) {
    const text = await (await get(`${FLOW}/${ITO}?format=${format}`)).text();
    assert.deepEqual([...read(text)].sort(), Object.values(citation).sort(), format);
  }
  const csv = await get(`${FLOW}/${ITO}?format=csv`);
  const names = ['release', 'vintage', 'status', 'scope', 'licence', 'synthetic'];
  assert.deepEqual(
    names.map((name) => csv.headers.get(`marsad-${name}`)),
    ['2025-S1/2', 'preliminary', 'correction', '2025', 'CC-BY-4.0', 'true'],
  );
  const beside = /<([^>]+)>; rel="describedby"/.exec(csv.headers.get('link') ?? '')?.[1] ?? '';
  assert.equal((await get(beside)).status, 200);
});

test('the line of a file says the release, its status and its own scope, with the marks of the language', () => {
  const { citation: cited } = provenanceSource(PROVENANCE);
  const own = DOMAIN.scopes.find(({ id }) => id === DOMAIN.scope)?.name;
  for (const language of ['ar', 'fr', 'en'] as const)
    assert.ok(cited[language].includes(` · ${own?.[language]} · CC-BY-4.0`), cited[language]);
  assert.match(cited.ar, /[\u0600-\u06ff]، 2025-S1\/1، أرقام مؤقتة/);
  assert.match(cited.fr, /, 2025-S1\/1, /);
});
