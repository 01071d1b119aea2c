// The revisions page says how large revisions are and what they are due to from QUALITY alone, in three languages; what
// disclosure control did not let out is said to be withheld.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Observation } from '../../../src/design/observation.ts';
import type { Language } from '../../../src/design/text.ts';
import { type Edition, editionOf } from '../../../src/disseminate/public/edition.ts';
import { revisionsPage } from '../../../src/disseminate/public/pages/revisions.ts';
import type { PublicRelease } from '../../../src/disseminate/public/released.ts';
import { fixtureEdition, fixtureRelease } from './fixture.ts';

const CODES = [['Q', 'ربع سنوي', 'trimestriel', 'quarterly']].map(([id, ar, fr, en]) => ({
  id,
  names: { ar, fr, en },
}));
const structure = { codelists: [{ id: 'CL_FREQ', codes: CODES }] } as unknown as PublicRelease['structure'];

const said = (
  segment: string,
  measure: string,
  unit: string,
  value: string,
  period = '2025-Q2',
): Observation => ({
  dataflow: 'QUALITY',
  key: `${period.includes('Q') ? 'Q' : 'S'}.MA.${segment}.${measure}.${unit}.2025`,
  period,
  value,
  attributes: measure.startsWith('MR') ? { COMMENT_OBS: '8 figures, 5 up, 3 down' } : {},
});

/** The second release, with these observations of QUALITY. */
function edition(quality: readonly Observation[]): Edition {
  const release = fixtureRelease({}, 2);
  const series = [...Map.groupBy(quality, ({ key }) => key)].map(([key, observations]) => ({
    ...{ key, parts: key.split('.'), observations },
  }));
  const flow: PublicRelease['flow'] = (id) => {
    const found = release.flow('EXPORTS');
    return id === 'QUALITY' && found !== undefined ? { ...found, series } : release.flow(id);
  };
  return editionOf({ ...release, structure, flow });
}

/** What stands after the chart, without tags. */
async function page(quality: readonly Observation[], language: Language): Promise<string> {
  const text = String(await revisionsPage([edition(quality), fixtureEdition()], language).content);
  return text.slice(text.lastIndexOf('</details>')).replaceAll(/<[^>]+>/g, '|');
}

const MEASURES = [
  said('_T', 'MR', 'MAD', '-3.4'),
  said('_T', 'MAR', 'MAD', '12.5'),
  said('_T', 'RMAR', 'PC', '0.4'),
  said('_T', 'MR', 'PP', '0.2'),
  said('ITO', 'MAR_2', 'MAD', '7.1'),
  said('ITO', 'MR_2', 'MAD', '7.0'),
];

test('measures stand by segment and horizon, with their direction', async () => {
  const text = await page(MEASURES, 'en');
  assert.match(text, /How large revisions are/);
  assert.match(text, /Revisions of levels \(quarterly\), million dirhams/);
  assert.match(text, /−3\.4.*12\.5.*0\.4.*\|8\|.*\|5\|.*\|3\|.*\+0\.2/s);
  assert.match(text, /two releases.*\+7\.0.*7\.1/s);
  assert.match(await page(MEASURES, 'ar'), /مراجعة المستويات \(ربع سنوي\)، بملايين الدراهم/);
  assert.match(await page(MEASURES, 'fr'), /Révisions des niveaux \(trimestriel\)/);
  assert.doesNotMatch(await page([], 'en'), /How large revisions are/);
});

test('causes are told with their effects where they were let out, and said to be withheld where not', async () => {
  const told = [
    said('_T', 'REVISION_LATE', 'MAD', '41', '2025-S1'),
    said('ITO', 'REVISION_LATE', 'MAD', '-2', '2025-S1'),
  ];
  const text = await page(told, 'fr');
  assert.match(text, /Ce que chaque motif change aux chiffres de .*millions de dirhams/);
  assert.match(text, /déclarations tardives/);
  assert.match(text, /\+41.*−2/s);
  assert.match(await page([], 'ar'), /لا يُذكر أثر كل سبب على حدة/);
  const other = await page([said('_T', 'REVISION_LATE', 'MAD', '41', '2024-S2')], 'en');
  assert.match(other, /is not told/, 'effects of another period are not these');
});
