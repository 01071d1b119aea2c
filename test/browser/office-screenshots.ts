// Pictures of the pages for staff, for the documents: `node test/browser/office-screenshots.ts`, over a drawn workspace.

import { join } from 'node:path';
import { LANGUAGES } from '../../src/design/text.ts';
import { drawnOffice } from '../office/workbench/drawn-office.ts';
import { openBrowser, serveHere } from './browser.ts';

const FOLDER = join(import.meta.dirname, '../../docs/screenshots');
const office = await drawnOffice(4000);
const review = (await office.desk.queue({ period: '2025-S1', threshold: 0.01, page: 1 })).lines;
const PAGES: readonly (readonly [name: string, path: string])[] = [
  ['queue', '/queue?'],
  ['line', `/lines/${review[0]?.line}?`],
  ['figures', '/figures?freq=S&'],
];
const [browser, site] = await Promise.all([openBrowser(), serveHere(office.app)]);
for (const language of LANGUAGES) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const { session } = office.as(['compiler', 'reviewer', 'releaser']);
  await context.addCookies([{ name: 'session', value: session, url: site.origin }]);
  const page = await context.newPage();
  for (const [name, path] of PAGES) {
    await page.goto(`${site.origin}${path}language=${language}`, { waitUntil: 'networkidle' });
    await page.screenshot({ path: join(FOLDER, `office-${name}.${language}.png`) });
  }
}
await browser.close();
await site.close();
office.end();
