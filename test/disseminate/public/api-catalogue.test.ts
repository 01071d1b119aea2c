import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { XmlDocument } from 'libxml2-wasm';
import { publicApplication } from '../../../src/disseminate/public/application.ts';
import { loadReleases } from '../../../src/disseminate/public/release-folder.ts';
import { publishInto, releaseContent } from '../release-fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'marsad-catalogue-'));
after(() => rmSync(folder, { recursive: true, force: true }));
publishInto(folder, await releaseContent(), '2025-10-01T09:00:00Z');
const app = publicApplication(loadReleases(folder));

/** Every address that a text of ours names. */
function addresses(text: string): readonly string[] {
  return [...text.matchAll(/http:\/\/localhost(\/[^"<]*)/g)].map(([, path]) => path ?? '');
}

test('every address that the catalogue, the feed and the self-description name is answered', async () => {
  let followed = 0;
  for (const page of ['/api', '/api/catalogue.jsonld', '/api/releases.atom']) {
    const response = await app.request(page);
    assert.equal(response.status, 200, page);
    const text = await response.text();
    assert.match(text, /[Ss]ynthetic/, page);
    for (const path of addresses(text).filter((each) => !/^\/sdmx\/[\d.]+$/.test(each))) {
      const found = await app.request(path.replaceAll('&amp;', '&'));
      assert.equal(found.status, 200, `${page}: ${path}`);
      followed += 1;
    }
  }
  assert.ok(followed > 15, `only ${followed} addresses`);
});

test('the feed is well-formed and names each release once', async () => {
  const text = await (await app.request('/api/releases.atom')).text();
  XmlDocument.fromString(text).dispose();
  assert.equal(text.split('<entry>').length - 1, 1);
});

test('there is nothing else', async () => {
  assert.equal((await app.request('/api/__proto__')).status, 404);
});
