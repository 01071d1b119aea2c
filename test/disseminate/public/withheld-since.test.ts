// A figure that was printed once and is confidential now: the page says why in plain words, in each language, and nothing of whom.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LANGUAGES } from '../../../src/design/text.ts';
import { type Edition, editionOf } from '../../../src/disseminate/public/edition.ts';
import { homePage } from '../../../src/disseminate/public/pages/home.ts';
import { revisionsPage } from '../../../src/disseminate/public/pages/revisions.ts';
import { segmentPage } from '../../../src/disseminate/public/pages/segment.ts';
import { PAGES } from '../../../src/disseminate/public/words-pages.ts';
import { REVISIONS } from '../../../src/disseminate/public/words-partners.ts';
import { fixtureObservations, fixtureRelease } from './fixture.ts';

const isOf = (key: string, segment: string) =>
  key.split('.')[3] === segment && key.split('.')[4] === 'EXPORTS';

/** An edition in which the half-year of these segments is confidential. */
function edition(number: number, withheld: readonly string[]): Edition {
  const observations = fixtureObservations().map((each) =>
    each.period === '2025-S1' && withheld.some((segment) => isOf(each.key, segment))
      ? { ...each, value: null, attributes: { ...each.attributes, OBS_STATUS: 'Q', CONF_STATUS: 'C' } }
      : each,
  );
  return editionOf(fixtureRelease({}, number, observations));
}

const [first, second] = [edition(1, []), edition(2, ['_T', 'ITO'])];
const SHELF = [second, first];
const said = (text: string) => text.split('{release}').map((part) => part.trim());

test('the home page and the page of the segment say that an earlier release printed it, and lead there', async () => {
  for (const language of LANGUAGES) {
    const pages = [homePage(second, language, SHELF), segmentPage(second, language, 'ITO', SHELF)];
    for (const page of pages) {
      const text = String(await page?.content);
      for (const part of said(PAGES.withheldSince[language]))
        assert.ok(text.includes(part), `${language}: ${part}`);
      assert.match(text, /releases\/2025-S1\/1"/);
    }
  }
});

test('nothing is said where the figure is printed, or never was', async () => {
  const [, rest = ''] = said(PAGES.withheldSince.en);
  const none = [
    homePage(first, 'en', [first]),
    homePage(second, 'en', [second]),
    homePage(first, 'en', SHELF),
    segmentPage(second, 'en', 'CRM', SHELF),
  ];
  for (const page of none) assert.ok(!String(await page?.content).includes(rest));
});

test('the page of revisions says it once for all that became confidential, and not where nothing did', async () => {
  for (const language of LANGUAGES) {
    const words = REVISIONS.nowConfidential[language];
    assert.equal(String(await revisionsPage(SHELF, language).content).split(words).length - 1, 1);
    assert.ok(!String(await revisionsPage([edition(2, []), first], language).content).includes(words));
  }
});

test('the words tell no rule, no number of declarants, and neither revision nor neighbour for certain', () => {
  for (const language of LANGUAGES) {
    const text = `${PAGES.withheldSince[language]} ${REVISIONS.nowConfidential[language]}`;
    assert.doesNotMatch(
      text,
      /\b(single|only|two|three|seul|unique|bank|banque|holding|p ?%)\b|بنك|وحيد|\d/i,
    );
  }
});
