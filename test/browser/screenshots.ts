// Pictures of the main pages in three languages, for the documents: `npm run screenshots [PUBLIC]`.
// Without a public folder they show the release that the tests of the pages use, which is marked synthetic as well.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES } from '../../src/design/text.ts';
import { publicApplication } from '../../src/disseminate/public/application.ts';
import { loadReleases } from '../../src/disseminate/public/release-folder.ts';
import { fixtureSite } from '../disseminate/public/fixture-site.ts';
import { openBrowser, serveHere } from './browser.ts';

const PAGES: readonly (readonly [name: string, path: string])[] = [
  ['home', ''],
  ['segments', '/segments'],
  ['segment', '/segments/CRM'],
  ['chart', '/charts/1'],
  ['partners', '/partners'],
  ['explorer', '/explorer'],
  ['targets', '/targets'],
  ['methodology', '/methodology'],
];
const FORMS = [
  { name: 'desk', viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  { name: 'phone-dark', viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
] as const;
const FOLDER = join(import.meta.dirname, '../../docs/screenshots');

const [folder] = process.argv.slice(2);
const site = await serveHere(folder === undefined ? fixtureSite() : publicApplication(loadReleases(folder)));
const browser = await openBrowser();
mkdirSync(FOLDER, { recursive: true });
for (const { name: form, ...options } of FORMS) {
  const page = await (await browser.newContext(options)).newPage();
  const shown = form === 'desk' ? PAGES : PAGES.slice(0, 1);
  for (const language of LANGUAGES) {
    for (const [name, path] of shown) {
      await page.goto(`${site.origin}/${language}${path}`, { waitUntil: 'networkidle' });
      await page.screenshot({ path: join(FOLDER, `${name}-${form}.${language}.png`) });
    }
  }
}
await browser.close();
await site.close();
