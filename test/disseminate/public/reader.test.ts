// What a reader who comes for the first time looks for: why there is no number, what a number means, the files and the key
// that verify it, an example that answers, and what changed before how much.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LANGUAGES } from '../../../src/design/text.ts';
import { type Edition, editionOf } from '../../../src/disseminate/public/edition.ts';
import { pageAt } from '../../../src/disseminate/public/page-at.ts';
import { fixtureObservations, fixtureRelease } from './fixture.ts';

const ORIGIN = 'https://figures.test';

function show(
  edition: Edition,
  path: string,
  language: (typeof LANGUAGES)[number] = 'en',
  shelf = [edition],
) {
  const asked = { shelf, edition, language, query: new URLSearchParams(), origin: ORIGIN };
  const page = pageAt(asked, path);
  assert.ok(page !== undefined, path);
  return String(page.content);
}

/** The fixture with observations changed or left out. */
function changed(change: (each: ReturnType<typeof fixtureObservations>[number]) => typeof each | undefined) {
  return editionOf(
    fixtureRelease(
      {},
      1,
      fixtureObservations().flatMap((each) => change(each) ?? []),
    ),
  );
}
const WHOLE = changed((each) => each);
const total = (indicator: string) => `S.MA.W1._T.${indicator}.`;

test('a headline that is withheld says so in words; a growth that nobody could compute leaves no sign behind', () => {
  const withheld = changed((each) =>
    each.key.startsWith(total('EXPORTS')) && each.period === '2025-S1'
      ? { ...each, value: null, attributes: { OBS_STATUS: 'Q', CONF_STATUS: 'C' } }
      : each,
  );
  const words = { ar: 'حُجب حمايةً للمصرّحين', fr: 'masqué pour protéger', en: 'protect' };
  for (const language of LANGUAGES) {
    const hero = show(withheld, '', language).split('<section')[0] ?? '';
    assert.match(hero, new RegExp(`<p class="lead">[^<]*${words[language]}`), language);
  }
  const alone = changed((each) =>
    each.key.startsWith('S.MA.W1.') && (/_(YOY|CONTRIB)\./.test(each.key) || each.period < '2025')
      ? undefined
      : each,
  );
  const hero = show(alone, '').split('<section')[0] ?? '';
  assert.match(hero, /class="headline"/);
  assert.doesNotMatch(hero, /mark-code/);
});

test('every key figure of a segment bears its marks, and no share is said of the total', () => {
  const panels = show(WHOLE, 'segments/ITO').match(/<div class="panel measure">[\s\S]*?<\/div>/g) ?? [];
  assert.equal(panels.length, 4);
  for (const panel of panels) assert.match(panel, /<sup class="status"/);
  const row = /<tr class="total">[\s\S]*?<\/tr>/.exec(show(WHOLE, 'segments'))?.[0] ?? '';
  assert.match(row, /<td class="n"><\/td><td class="n"><\/td><\/tr>$/);
});

test('a figure says what it measures, and the explorer leads to it', () => {
  const path = /href="\/en\/(figures\/[^"]+)"/.exec(show(WHOLE, 'explorer'))?.[1] ?? '';
  const figure = show(WHOLE, path);
  assert.match(figure, /What it measures/);
  assert.match(figure, /href="\/en\/methodology"/);
  assert.match(figure, /href="\/en\/segments\/[A-Z]+"/);
});

test('a release names the key and one command for every file that it has', () => {
  const text = show(WHOLE, 'releases/2025-S1/1');
  assert.match(text, /href="\/marsad\.pub"/);
  for (const { name } of WHOLE.files)
    assert.ok(text.includes(`${name},`) || text.includes(`,${name}}`), name);
  assert.ok(text.includes(`${ORIGIN}/releases/2025-S1/1/{`) && text.includes(`${ORIGIN}/marsad.pub`));
});

test('all releases of the next day are announced, and an example reads a series that has numbers', () => {
  const calendar = (['2024', '2025'] as const).map((period) => ({
    ...{ kind: 'release' as const, period, due: '2026-03-31', declarant: null, vintage: 'revised' as const },
  }));
  const edition = editionOf(fixtureRelease({ calendar }));
  const next = /Next release<\/h2><p class="lead">([^<]*)/.exec(show(edition, ''))?.[1] ?? '';
  assert.match(next, /2024.*2025/);
  const dataset = show(WHOLE, 'data/EXPORTS');
  assert.ok(/reads the series \u2066[AQS]\.MA\.W1\._T\.EXPORTS\.MAD\.2025/.test(dataset));
});

test('revisions tell what changed before how large changes have been', () => {
  const later = editionOf(fixtureRelease({}, 2));
  const text = show(later, 'revisions', 'en', [later, WHOLE]);
  const [changes, sizes] = [text.indexOf('2025-S1/1'), text.indexOf('How large')];
  assert.ok(changes > 0 && (sizes === -1 || changes < sizes));
});
