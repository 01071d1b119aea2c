// Zero, not significant, suppressed, missing and not available stay five things: on pages, in charts, in the bulletin, in
// the data API and in what is downloaded. Each segment of the half-year has one of them.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Observation } from '../../src/design/observation.ts';
import { LANGUAGES } from '../../src/design/text.ts';
import { bulletinPages } from '../../src/disseminate/bulletin-page.ts';
import { publicApplication } from '../../src/disseminate/public/application.ts';
import { editionOf } from '../../src/disseminate/public/edition.ts';
import { STANDINGS } from '../../src/disseminate/public/figure.ts';
import { headline } from '../../src/disseminate/public/pages/headline.ts';
import { segmentPage, segmentsPage } from '../../src/disseminate/public/pages/segment.ts';
import { loadReleases } from '../../src/disseminate/public/release-folder.ts';
import { MARKS } from '../../src/disseminate/public/words.ts';
import { fixtureEdition, fixtureObservations, fixtureRelease } from './public/fixture.ts';
import { factsOf, publishInto, releaseContent } from './release-fixture.ts';

/** What each segment holds in the half-year; `null` is no observation at all. */
const STATES = { ITO: 'zero', CRM: 'N', ESO: 'Q', BPO: 'O', KPO: null } as const;
const MARK_OF = {
  ITO: 'zero',
  CRM: 'not_significant',
  ESO: 'suppressed',
  BPO: 'missing',
  KPO: 'unavailable',
} as const;
type Segment = keyof typeof STATES;
const SEGMENTS = Object.keys(STATES) as readonly Segment[];

const OBSERVATIONS: readonly Observation[] = fixtureObservations().flatMap((each) => {
  const segment = each.key.split('.')[3] as Segment;
  if (each.period !== '2025-S1' || !SEGMENTS.includes(segment)) return [each];
  const state = STATES[segment];
  if (state === null) return [];
  const value = state === 'zero' ? (each.attributes['DECIMALS'] === '1' ? '0.0' : '0') : null;
  const OBS_STATUS = state === 'zero' ? 'P' : state;
  return [
    {
      ...each,
      value,
      attributes: { ...each.attributes, OBS_STATUS, CONF_STATUS: state === 'Q' ? 'C' : 'F' },
    },
  ];
});
const EDITION = editionOf(fixtureRelease({}, 1, OBSERVATIONS));

test('each has a sign and a meaning of its own in every language', () => {
  for (const language of LANGUAGES) {
    const names = [...STANDINGS.filter((name) => name !== 'value'), 'zero'] as const;
    assert.equal(new Set(names.map((name) => MARKS[name].sign[language])).size, names.length);
    assert.equal(new Set(names.map((name) => MARKS[name].means[language])).size, names.length);
  }
});

test('a segment that is not confidential is not called so: each page says its own reason', () => {
  const confidential = { ar: 'سري', fr: 'confidentiel', en: 'confidential' };
  for (const language of LANGUAGES)
    for (const segment of SEGMENTS) {
      const summary = segmentPage(EDITION, language, segment)?.description ?? '';
      assert.equal(
        summary.includes(confidential[language]),
        segment === 'ESO',
        `${language} ${segment}: ${summary}`,
      );
      if (segment !== 'ITO' && segment !== 'ESO')
        assert.ok(
          summary.includes(MARKS[MARK_OF[segment]].means[language]),
          `${language} ${segment}: ${summary}`,
        );
    }
  const zero = segmentPage(EDITION, 'en', 'ITO')?.description ?? '';
  assert.match(zero, /unchanged/);
});

test('charts have an open bar for what is confidential alone, and the sign of each', () => {
  const bulletins = bulletinPages({
    ...{ id: '2025-S1/1', period: '2025-S1', vintage: 'preliminary', observations: OBSERVATIONS },
    reference: fixtureEdition().reference,
  });
  for (const language of LANGUAGES)
    for (const page of [bulletins[language], String(headline(EDITION, language))]) {
      const [svg = ''] = page.match(/<svg.*?<\/svg>/s) ?? [];
      assert.equal(svg.match(/<rect class="withheld"/g)?.length, 1, language);
      for (const segment of SEGMENTS) {
        const sign = segment === 'ITO' ? '0' : MARKS[MARK_OF[segment]].sign[language];
        assert.ok(svg.includes(`${sign}`), `${language} ${segment}`);
      }
    }
});

test('tables and their legends tell all five apart', () => {
  for (const language of LANGUAGES) {
    const { content } = segmentsPage(EDITION, language);
    for (const segment of SEGMENTS)
      assert.ok(String(content).includes(MARKS[MARK_OF[segment]].means[language]), `${language} ${segment}`);
  }
});

test('the data API and what is downloaded keep value and status of each apart, in every format', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'marsad-standings-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const content = await releaseContent(OBSERVATIONS, factsOf());
  publishInto(folder, content, '2025-10-01T09:00:00Z');
  const app = publicApplication(loadReleases(folder), () => {});
  const path = (segment: string) =>
    `/sdmx/3/data/dataflow/*/EXPORTS/*/S.MA.W1.${segment}.EXPORTS.MAD.2025?c[TIME_PERIOD]=ge:2025-S1`;
  const formats = [
    'application/vnd.sdmx.data+csv;version=2.0.0',
    'application/vnd.sdmx.data+json;version=2.0.0',
    'application/vnd.sdmx.structurespecificdata+xml;version=2.1',
  ];
  for (const format of formats) {
    const answers = await Promise.all(
      SEGMENTS.map(async (segment) => {
        const response = await app.request(path(segment), { headers: { accept: format } });
        const text = response.status === 200 ? await response.text() : String(response.status);
        return text
          .replaceAll(segment, '')
          .replaceAll(/<[^>]*(Header|Prepared|ID)>.*?</g, '')
          .replaceAll(/"(id|prepared|name|names)":.*?[,}]/g, '');
      }),
    );
    assert.equal(new Set(answers).size, SEGMENTS.length, `${format}\n${answers.join('\n')}`);
  }
  const csv = String(content.files.get('EXPORTS.csv'));
  const rows = csv.split('\n').filter((line) => /,2025-S1,/.test(line) && /,EXPORTS,MAD,/.test(line));
  const states = SEGMENTS.map((segment) => {
    const row = rows.find((line) => line.includes(`,W1,${segment},`));
    return row?.replace(segment, '') ?? 'none';
  });
  assert.equal(new Set(states).size, SEGMENTS.length, states.join('\n'));
});

test('a chart of changes none of which has a value is left out', () => {
  const none = OBSERVATIONS.filter(({ key }) => !key.includes('EXPORTS_CONTRIB'));
  const edition = editionOf(fixtureRelease({}, 1, none));
  const facts = { id: '2025-S1/1', period: '2025-S1', vintage: 'preliminary', observations: none } as const;
  const { ar } = bulletinPages({ ...facts, reference: edition.reference });
  assert.doesNotMatch(ar, /<svg/);
  assert.doesNotMatch(String(headline(edition, 'ar')), /<svg/);
});
