import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Hono } from 'hono';
import { FIGURE_STYLE } from '../../../src/design/appearance/style-figures.ts';
import { LANGUAGES } from '../../../src/design/text.ts';
import { chartAt, chartCsv, plain } from '../../../src/disseminate/public/page-chart.ts';
import { pictureQueue } from '../../../src/disseminate/public/picture-queue.ts';
import { fixedReleases } from '../../../src/disseminate/public/released.ts';
import { siteRoutes } from '../../../src/disseminate/public/site.ts';
import { wrapWords } from '../../../src/disseminate/public/wrap-words.ts';
import { fixtureRelease } from './fixture.ts';

const site = new Hono();
siteRoutes(site, fixedReleases([fixtureRelease()]), 'https://figures.example');
const PAGES = ['', 'segments/ITO', 'partners', 'targets', 'explorer?view=chart'];

async function textAt(path: string): Promise<string> {
  const response = await site.request(path);
  assert.equal(response.status, 200, path);
  return response.text();
}

test('every chart of every page is there as vector, picture, data, embeddable page and page of its own', async () => {
  for (const path of PAGES) {
    const body = await textAt(`/fr/${path}`);
    const charts = body.match(/<figure class="chart">/g)?.length ?? 0;
    const links = [...body.matchAll(/href="([^"]*charts\/[^"]*)"/g)].map(([, link = '']) => plain(link));
    assert.ok(charts > 0, path);
    assert.equal(new Set(links.map((link) => /charts\/(\d+)/.exec(link)?.[1])).size, charts, path);
    for (const link of links) {
      const response = await site.request(link);
      assert.equal(response.status, 200, link);
      const type = { svg: /svg/, png: /png/, csv: /csv/ }[/\.(\w+)(?:\?|$)/.exec(link)?.[1] ?? ''] ?? /html/;
      assert.match(response.headers.get('content-type') ?? '', type, link);
      await response.arrayBuffer();
    }
  }
});

test('a drawing says its finding, its source and that it is synthetic, and needs no style from elsewhere', async () => {
  for (const language of LANGUAGES) {
    const svg = await textAt(`/${language}/charts/1.svg`);
    assert.doesNotMatch(svg, /var\(|url\(|<script|href=/);
    assert.match(svg, { ar: /بيانات اصطناعية/, fr: /données synthétiques/, en: /synthetic data/ }[language]);
    assert.match(svg, /2025-S1\/1/);
    assert.match(svg, /<style>[^<]*\.f-\w+ \{ fill: #/);
    assert.doesNotMatch(svg, /="-?\d+\.\d\d/);
    const [, label = ''] = /aria-label="([^"]+)"/.exec(svg) ?? [];
    assert.ok(
      svg.includes(`>${language === 'ar' ? '\u2067' : '\u2066'}${label.split(' ')[0]}`),
      'the finding is drawn',
    );
  }
});

test('a picture is a PNG twice as wide as the drawing; a card is 1200 by 630', async () => {
  const size = async (path: string): Promise<readonly [number, number]> => {
    const bytes = Buffer.from(await (await site.request(path)).arrayBuffer());
    assert.equal(bytes.subarray(1, 4).toString(), 'PNG', path);
    return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  };
  const [, width = '0'] = / width="(\d+)"/.exec(await textAt('/ar/charts/1.svg')) ?? [];
  assert.equal((await size('/ar/charts/1.png'))[0], 2 * Number(width));
  for (const path of ['card.png', 'segments/ITO/card.png', 'about/card.png'])
    assert.deepEqual(await size(`/ar/${path}`), [1200, 630]);
  assert.equal((await site.request('/ar/nowhere/card.png')).status, 404);
});

test('every page names its card by its full address', async () => {
  const body = await textAt('/ar/segments/ITO');
  assert.ok(body.includes('content="https://figures.example/ar/segments/ITO/card.png"'));
});

test('the data of a chart are its printed figures, a number with a point, a mark as it stands', async () => {
  const csv = await textAt('/fr/segments/ITO/charts/1.csv');
  const [head, ...rows] = csv.trim().split('\n');
  assert.equal(head?.split(',').length, 2);
  assert.ok(rows.length > 3);
  for (const row of rows) assert.match(row, /^[^,]+,(-?\d+(\.\d+)?|\(c\)|‥|)$/);
});

test('a cell that a spreadsheet would take for a formula is made harmless', () => {
  assert.equal(chartCsv('<table><tr><th>=1+1</th><td>a, "b"</td></tr></table>'), '\'=1+1,"a, ""b"""\n');
});

test('the embedded page may stand in a frame, other pages may not', async () => {
  const embedded = await site.request('/en/charts/1.html');
  assert.match(embedded.headers.get('content-security-policy') ?? '', /frame-ancestors \*/);
  assert.match(await embedded.text(), /<a href="https:\/\/figures\.example\/en"/);
  const page = await site.request('/en/charts/1');
  const own = await textAt('/en/charts/1');
  assert.deepEqual(
    [...own.matchAll(/href="(\/en\/charts[^"]*)"/g)].map(([, link]) => link),
    ['', '.svg', '.png', '.csv', ''].map((ending) => `/en/charts/1${ending}`),
  );
  assert.match(page.headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/);
  assert.match(
    plain(await page.text()),
    /<iframe src="https:\/\/figures\.example\/en\/charts\/1\.html" title="/,
  );
});

test('citations in four styles name release, address and the synthetic mark', async () => {
  const body = plain(await textAt('/en/charts/1'));
  for (const style of ['APA', 'Chicago', 'BibTeX', 'RIS']) assert.ok(body.includes(style), style);
  assert.equal(body.match(/https:\/\/figures\.example\/en\/charts\/1(?!\.html)/g)?.length, 4);
  assert.equal(body.match(/2025-S1\/1, synthetic data/g)?.length, 4);
});

test('an address that names no chart is not found', async () => {
  assert.equal(chartAt('segments/ITO/charts/0'), undefined);
  assert.equal(chartAt('charts/1.exe'), undefined);
  assert.deepEqual(chartAt('charts/12.png'), { page: '', count: 12, ending: 'png' });
  for (const path of [
    'charts/99',
    'charts/99.svg',
    'charts/99.png',
    'charts/1/charts/1',
    'nowhere/charts/1.svg',
  ])
    assert.equal((await site.request(`/fr/${path}`)).status, 404, path);
});

test('words are broken into lines of a width, and what exceeds the lines ends in a sign', () => {
  assert.deepEqual(wrapWords('one two three', 7), ['one two', 'three']);
  assert.deepEqual(wrapWords('overlongword', 4), ['overlongword']);
  assert.deepEqual(wrapWords('a b c d e f', 3, 2), ['a b', 'c …']);
});

test('pictures are drawn one at a time, kept, and refused when too many wait', async () => {
  const queue = pictureQueue(2, 2);
  const ends: (() => void)[] = [];
  let drawing = 0;
  const draw = () =>
    new Promise<Uint8Array>((resolve) => {
      drawing += 1;
      assert.equal(drawing, 1, 'two are drawn at once');
      ends.push(() => {
        drawing -= 1;
        resolve(new Uint8Array([1]));
      });
    });
  const first = queue.picture('a', draw);
  const second = queue.picture('b', draw);
  assert.equal(await queue.picture('c', draw), undefined);
  await new Promise(setImmediate);
  ends.shift()?.();
  await first;
  await new Promise(setImmediate);
  ends.shift()?.();
  await second;
  assert.deepEqual(
    await queue.picture('a', () => Promise.reject(new Error('drawn again'))),
    new Uint8Array([1]),
  );
  await assert.rejects(async () => queue.picture('d', () => Promise.reject(new Error('torn'))), /torn/);
  assert.deepEqual(await queue.picture('d', () => Promise.resolve(new Uint8Array([2]))), new Uint8Array([2]));
});

test('every tone that a drawing asks for is a tone of the style', async () => {
  for (const path of PAGES) {
    const body = await textAt(`/fr/${path}`);
    for (const [, tone] of body.matchAll(/class="[^"]*\b[sft]-(\w+)"/g))
      assert.ok(FIGURE_STYLE.includes(`.f-${tone} `), `${path}: tone ${tone}`);
  }
});
