import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LANGUAGES } from '../../src/design/text.ts';
import { apparentGrowth, bulletinOf } from '../../src/disseminate/bulletin.ts';
import { bulletinPages } from '../../src/disseminate/bulletin-page.ts';
import { countedSegments } from '../../src/disseminate/bulletin-value.ts';
import { BULLETIN, COUNTED, FRACTIONS, NUMBERS, SENTENCES } from '../../src/disseminate/bulletin-words.ts';
import { fixtureEdition, fixtureObservations } from './public/fixture.ts';

const { reference } = fixtureEdition();
const INPUT = {
  id: '2025-S1/1',
  period: '2025-S1',
  vintage: 'preliminary',
  observations: fixtureObservations(),
  reference,
} as const;
const pages = bulletinPages(INPUT);
const body = (page: string) => page.slice(page.indexOf('<body'));

test('no digit is typed by hand: not in a sentence, not in a page outside its references', () => {
  const words = [SENTENCES, BULLETIN, COUNTED, NUMBERS, FRACTIONS.map(({ words: text }) => text)];
  for (const text of words.flatMap((each) => Object.values(each)).flatMap((each) => Object.values(each)))
    assert.doesNotMatch(text, /[0-9٠-٩]/, text);
  for (const language of LANGUAGES) {
    const bare = body(pages[language])
      .replaceAll(/<svg.*?<\/svg>/gs, '')
      .replaceAll(/<data [^>]*data-(?:cell|derived)="[^"]+"[^>]*>[^<]*<\/data>/g, '')
      .replaceAll(/<(span|p|bdi) [^>]*data-(?:period|release|scope|licence)="[^"]*"[^>]*>[^<]*<\/\1>/g, '')
      .replaceAll(/<[^>]+>|&#\d+;/g, ' ');
    assert.doesNotMatch(bare, /\d/, `${language}: ${bare.match(/.{30}\d.{10}/)?.[0]}`);
  }
});

test('every number is the printed value of a released cell', () => {
  const cells = new Map(INPUT.observations.map(({ key, period, value }) => [`${key}@${period}`, value]));
  const shown = [...body(pages.en).matchAll(/<data class="num" value="([^"]+)" data-cell="([^"]+)"/g)];
  assert.ok(shown.length > 30);
  for (const [, value, cell] of shown) assert.equal(cells.get(cell ?? ''), value, cell);
});

test('the three languages state the same facts in the same order', () => {
  const facts = (page: string) =>
    [...body(page).matchAll(/data-(?:sentence|cell|derived|period)="([^"]+)"/g)].map(([, fact]) => fact);
  assert.ok(facts.length > 0);
  assert.deepEqual(facts(pages.fr), facts(pages.en));
  assert.deepEqual(facts(pages.ar), facts(pages.en));
  for (const [name, text] of Object.entries(SENTENCES)) {
    const slots = LANGUAGES.map((language) =>
      [...text[language].matchAll(/\{(\w+)\}/g)].map(([, slot]) => slot?.toLowerCase()).sort(),
    );
    assert.deepEqual(slots[1], slots[0], name);
    assert.deepEqual(slots[2], slots[0], name);
  }
});

test('it says the fall behind the rise, the status, the scope, and the rounding', () => {
  const plain = (page: string) =>
    body(page)
      .replaceAll(/<[^>]+>/g, '')
      .replaceAll(/[\u202f\u00a0]/g, ' ');
  assert.match(
    plain(pages.en),
    /customer relationship management fell 12\.7% to 4\.2 billion dirhams, taking 4\.7 percentage points off/,
  );
  assert.match(plain(pages.fr), /la gestion de la relation client recule de 12,7 %/);
  assert.match(plain(pages.ar), /تراجعت صادرات إدارة علاقات العملاء بنسبة 12,7 في المائة إلى 4,2 مليار درهم/);
  assert.match(plain(pages.en), /preliminary/);
  assert.match(
    plain(pages.en),
    /rounded ones, 13\.4 billion dirhams and 12\.9 billion dirhams, would give \+3\.9%/,
  );
  assert.match(plain(pages.en), /about three quarters of the whole previous year/);
  assert.match(plain(pages.ar), /أرقام فرعين/);
});

test('words follow the cells: a total that falls is said to fall, and what rises is the offset', () => {
  const turned = INPUT.observations.map((observation) => {
    const change = /EXPORTS_(YOY|CONTRIB)/.test(observation.key) && observation.value !== null;
    const value = observation.value ?? '';
    return change
      ? { ...observation, value: value.startsWith('-') ? value.slice(1) : `-${value}` }
      : observation;
  });
  const sentences = bulletinOf({ ...INPUT, observations: turned }).findings.map(({ sentence }) => sentence);
  assert.equal(sentences[0], 'total_fall');
  assert.ok(sentences.includes('offset_rise'));
  const still = INPUT.observations.map((observation) =>
    observation.key.includes('.W1._T.EXPORTS_YOY.') ? { ...observation, value: '0.0' } : observation,
  );
  assert.equal(bulletinOf({ ...INPUT, observations: still }).findings[0]?.sentence, 'total_even');
});

test('counted nouns take the form that the number asks for', () => {
  assert.deepEqual(
    [1, 2, 3, 5].map((n) => countedSegments('ar', n)),
    ['فرع واحد', 'فرعين', 'ثلاثة فروع', 'خمسة فروع'],
  );
  assert.equal(countedSegments('ar', 11), '11 فرعا');
  assert.equal(countedSegments('fr', 1), 'un segment');
  assert.equal(countedSegments('en', 2), 'two segments');
});

test('the rate that rounded levels would give', () => {
  const { figure } = fixtureEdition();
  const [now, before] = ['2025-S1', '2024-S1'].map((period) => figure({ indicator: 'EXPORTS', period }));
  assert.ok(now !== undefined && before !== undefined);
  assert.equal(apparentGrowth(now, before), '3.9');
});

test('no sentence gives the direction or the rank of a withheld segment, and ranks are of what is printed', () => {
  const observations = INPUT.observations.map((each) =>
    each.key.includes('.KPO.')
      ? { ...each, value: null, attributes: { ...each.attributes, OBS_STATUS: 'Q', CONF_STATUS: 'C' } }
      : each,
  );
  const { findings } = bulletinOf({ ...INPUT, observations });
  const about = findings.filter(({ values }) =>
    Object.values(values).some((value) => JSON.stringify(value).includes('KPO')),
  );
  assert.deepEqual(
    about.map(({ sentence }) => sentence),
    ['withheld'],
  );
  const names = findings.map(({ sentence }) => sentence);
  assert.ok(names.includes('driver_printed') && !names.includes('driver'));
  const whole = INPUT.observations.map((each) =>
    each.key.includes('.EXPORTS_CONTRIB.') && each.value === null
      ? { ...each, value: '0.1', attributes: { ...each.attributes, OBS_STATUS: 'A' } }
      : each,
  );
  const told = bulletinOf({ ...INPUT, observations: whole }).findings.map(({ sentence }) => sentence);
  assert.ok(told.includes('driver') && !told.includes('driver_printed'));
});
