import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Hono } from 'hono';
import { preferredLanguage } from '../../../src/design/preferred-language.ts';
import { LANGUAGES } from '../../../src/design/text.ts';
import { checkRoutes } from '../../../src/disseminate/public/check-routes.ts';
import { fixedReleases, type PublicRelease } from '../../../src/disseminate/public/released.ts';
import { siteRoutes } from '../../../src/disseminate/public/site.ts';
import { fixtureRelease } from './fixture.ts';
import { PATHS } from './fixture-paths.ts';

const site = siteOver([fixtureRelease()]);
const bodies = new Map<string, string>();
for (const language of LANGUAGES) {
  for (const path of PATHS)
    bodies.set(`${language}:${path}`, await bodyOf(`/${language}${path && `/${path}`}`));
}

function siteOver(releases: readonly PublicRelease[]): Hono {
  const app = new Hono();
  checkRoutes(app, fixedReleases(releases), {
    check: async () => undefined,
    today: () => '2026-01-01',
    origin: '',
  });
  siteRoutes(app, fixedReleases(releases));
  return app;
}

async function bodyOf(path: string): Promise<string> {
  const response = await site.request(path);
  assert.equal(response.status, 200, path);
  return response.text();
}

/** What a reader sees: without tags. */
function visible(body: string): string {
  return body.slice(body.indexOf('<main')).replaceAll(/<[^>]+>/g, ' ');
}

test('every page exists in every language, says which it is and how it reads', () => {
  for (const [name, body] of bodies) {
    const language = name.slice(0, 2);
    assert.match(
      body,
      new RegExp(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}" `),
      name,
    );
    assert.match(body, /<h1[ >]/, name);
    assert.equal(body.match(/<h1[ >]/g)?.length, 1, `${name}: one first heading`);
    assert.match(body, /<meta name="description" content="[^"]{10,}/, name);
  }
});

test('the switch of languages keeps the page', () => {
  for (const [name, body] of bodies) {
    const [language, path] = name.split(':');
    for (const other of LANGUAGES.filter((each) => each !== language)) {
      const [plain] = (path ?? '').split('?');
      const address = plain === '' ? `/${other}` : `/${other}/${plain}`;
      assert.ok(body.includes(`<li><a href="${address}" lang="${other}"`), `${name} to ${address}`);
    }
  }
});

test('nothing is inline or from elsewhere, so that the policy can be strict', async () => {
  const response = await site.request('/ar');
  const policy = response.headers.get('content-security-policy') ?? '';
  assert.match(policy, /default-src 'none'/);
  assert.ok(!policy.includes('unsafe'), policy);
  for (const [name, body] of bodies) {
    assert.doesNotMatch(body, /\sstyle="|<style|\son\w+="|javascript:/, name);
    const outside = [...body.matchAll(/(?:src|href|action)="([^"]*)"/g)].filter(
      ([, address]) => !/^(\/(?!\/)|#|mailto:|\?)/.test(address ?? ''),
    );
    assert.deepEqual(outside, [], name);
  }
});

test('every link of the site leads somewhere', async () => {
  const links = new Set(
    [...bodies.values()].flatMap((body) =>
      [...body.matchAll(/href="(\/(?:ar|fr|en|assets)[^"#]*)"/g)].map(([, link]) => link ?? ''),
    ),
  );
  assert.ok(links.size > 20);
  for (const link of links) {
    if (link.includes('.png')) continue; // pictures have tests of their own
    assert.equal((await site.request(link.replaceAll('&amp;', '&'))).status, 200, link);
  }
});

test('synthetic data say so on every page, and real data do not', async () => {
  const marks = { ar: 'بيانات اصطناعية', fr: 'Données synthétiques', en: 'Synthetic data' };
  for (const [name, body] of bodies) assert.ok(body.includes(marks[name.slice(0, 2) as 'ar']), name);
  const real = siteOver([fixtureRelease({ synthetic: false })]);
  for (const language of LANGUAGES) {
    const body = await (await real.request(`/${language}`)).text();
    assert.ok(!body.toLowerCase().includes(marks[language].toLowerCase()), language);
  }
});

test('the headline tells what went the other way', () => {
  assert.match(
    bodies.get('en:') ?? '',
    /<h1>Exports of [^<]* rose 3\.5% in the first half of 2025, despite a fall in customer relationship management<\/h1>/,
  );
  assert.match(
    bodies.get('fr:') ?? '',
    /<h1>[^<]*progressent de 3,5\u202f%[^<]*malgré le recul de la gestion de la relation client<\/h1>/,
  );
  assert.match(
    bodies.get('ar:') ?? '',
    /<h1>ارتفعت[^<]*بنسبة 3,5 في المائة[^<]*رغم تراجع إدارة علاقات العملاء<\/h1>/,
  );
});

test('a withheld figure says that it is confidential; a missing one that it is not available', () => {
  const knowledge = bodies.get('en:segments/KPO') ?? '';
  assert.match(knowledge, /title="confidential: withheld to protect declarants"/);
  assert.match(bodies.get('en:segments/CRM') ?? '', /title="not available"/);
  assert.doesNotMatch(bodies.get('en:segments/ITO') ?? '', /title="confidential/);
});

test('nothing finer than the disseminated precision is shown', () => {
  for (const language of LANGUAGES) {
    const text = visible(bodies.get(`${language}:segments`) ?? '');
    assert.doesNotMatch(text, language === 'en' ? /\d\.\d\d/ : /\d,\d\d/, language);
  }
});

test('numbers stand in isolates that read from left to right', () => {
  assert.match(bodies.get('ar:') ?? '', /<bdi dir="ltr" class="num">13\u202f398<\/bdi>/);
});

test('targets of another scope are not read against the series', () => {
  assert.match(bodies.get('en:') ?? '', /Not comparable/);
  assert.match(bodies.get('ar:') ?? '', /مقارنة غير ممكنة/);
});

test('the glossary has terms and not the forms that texts are read by; those who are trained are people', () => {
  const glossary = visible(bodies.get('fr:glossary') ?? '');
  assert.match(glossary, /personnes formées par an/);
  assert.doesNotMatch(glossary, /levaient|casques|hotlines/);
  const targets = visible(bodies.get('en:targets') ?? '');
  assert.match(targets, /100,000\s+people/);
  assert.doesNotMatch(targets, /100,000\s+jobs|Baseline, …/);
});

test('addresses without a page answer 404 in their language, whatever they hold', async () => {
  for (const path of [
    '/ar/nothing',
    '/fr/segments/XXX',
    '/en/releases/2025-S1/9',
    '/en/constructor',
    '/en/segments/ITO/x',
  ]) {
    const response = await site.request(path);
    assert.equal(response.status, 404, path);
    assert.match(await response.text(), new RegExp(`<html lang="${path.slice(1, 3)}"`));
  }
});

test('before the first release the site says that there is none', async () => {
  const response = await siteOver([]).request('/fr');
  assert.equal(response.status, 200);
  assert.match(await response.text(), /Aucune publication pour le moment/);
});

test('an address without a language leads on, or says in the reader’s language that nothing is there', async () => {
  const headers = { accept: 'text/html,*/*', 'accept-language': 'ar' };
  const known = await site.request('/explorer', { headers });
  assert.deepEqual([known.status, known.headers.get('location')], [302, '/ar/explorer']);
  const unknown = await site.request('/nothing', { headers });
  assert.equal(unknown.status, 404);
  assert.match(await unknown.text(), /<html lang="ar" dir="rtl"/);
  assert.equal(await (await site.request('/nothing')).text(), '404 Not Found');
});

test('the root follows the wishes of the browser', async () => {
  assert.equal(preferredLanguage('fr-FR,fr;q=0.9,en;q=0.8'), 'fr');
  assert.equal(preferredLanguage('de,en;q=0.5,ar;q=0.7'), 'ar');
  assert.equal(preferredLanguage(''), 'ar');
  const response = await site.request('/', { headers: { 'accept-language': 'en-GB' } });
  assert.equal(response.headers.get('location'), '/en');
});

test('a page that a browser has is not sent again', async () => {
  const first = await site.request('/en');
  const tag = first.headers.get('etag') ?? '';
  const second = await site.request('/en', { headers: { 'if-none-match': tag } });
  assert.equal(second.status, 304);
  assert.equal(await second.text(), '');
});

test('fonts and style come from the site and may be kept for ever', async () => {
  const body = bodies.get('ar:') ?? '';
  const addresses = [...body.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, address]) => address ?? '');
  assert.ok(addresses.some((address) => address.endsWith('.woff2')));
  for (const address of addresses) {
    const response = await site.request(address);
    assert.equal(response.status, 200, address);
    assert.match(response.headers.get('cache-control') ?? '', /immutable/);
  }
  assert.equal((await site.request('/assets/nothing.css')).status, 404);
});

test('pages stay under 100 kB', () => {
  for (const [name, body] of bodies)
    assert.ok(Buffer.byteLength(body) < 100_000, `${name}: ${Buffer.byteLength(body)}`);
});

test('a figure keeps its page in its release, with its citation; what is not released has none', async () => {
  const path = 'figures/2025-S1/1/S.MA.W1.ITO.EXPORTS.MAD.2025/2025-S1';
  const body = bodies.get(`en:${path}`) ?? '';
  assert.match(body, />5,250</);
  assert.match(body, new RegExp(`2025-S1/1[^<]*/en/${path.replaceAll('.', '\\.')}`));
  for (const wrong of [
    'figures/2025-S1/9/S.MA.W1.ITO.EXPORTS.MAD.2025/2025-S1',
    `${path}x`,
    'figures/2025-S1/1/S.MA/2025-S1',
  ])
    assert.equal((await site.request(`/en/${wrong}`)).status, 404, wrong);
});

test('the calendar is iCalendar: CRLF, folded lines, one event for each release', async () => {
  const response = await site.request('/ar/calendar.ics');
  const text = await response.text();
  assert.match(response.headers.get('content-type') ?? '', /text\/calendar/);
  assert.ok(text.startsWith('BEGIN:VCALENDAR\r\n') && text.endsWith('END:VCALENDAR\r\n'));
  assert.ok(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75));
  assert.equal(text.match(/BEGIN:VEVENT/g)?.length, text.match(/DTSTART;VALUE=DATE:\d{8}\r/g)?.length);
});

test('the explorer gives what was chosen, as a page and as a file, and names what it did not understand', async () => {
  const query = 'indicator=EXPORTS&freq=S&segment=ITO&segment=KPO&from=2024-S1&wrong=1&segment=ABC';
  const page = await (await site.request(`/en/explorer?${query}`)).text();
  assert.match(page, /segment=ABC/);
  assert.match(page, /H1\u00a02025/);
  assert.doesNotMatch(page.slice(page.indexOf('<tbody')), /H1\s2023/);
  const file = await (await site.request(`/en/explorer.csv?${query}`)).text();
  const lines = file.trim().split('\n');
  assert.equal(lines.length, 1 + 2 * 3);
  assert.ok(lines.includes('S,MA,W1,KPO,EXPORTS,MAD,2025,2025-S1,,Q,6'));
});
