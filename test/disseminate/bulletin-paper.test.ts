import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LANGUAGES } from '../../src/design/text.ts';
import { bulletinPages } from '../../src/disseminate/bulletin-page.ts';
import { paperOf } from '../../src/disseminate/bulletin-paper.ts';
import { mainOf, printedBulletin, textOf } from '../../src/disseminate/bulletin-print.ts';
import { typeset } from '../../src/engine/typeset.ts';
import { fixtureEdition, fixtureObservations } from './public/fixture.ts';

const CREATED = '2025-08-22T10:00:00Z';
const pages = bulletinPages({
  id: '2025-S1/1',
  period: '2025-S1',
  vintage: 'preliminary',
  observations: fixtureObservations(),
  reference: fixtureEdition().reference,
});

for (const language of LANGUAGES) {
  test(`the paper of ${language} is two pages at most, tagged, in its language`, async () => {
    const { pdf, pages: count } = await paperOf(pages[language], language, CREATED);
    const text = Buffer.from(pdf).toString('latin1');
    assert.match(text, /^%PDF-1\.7/);
    assert.match(text, /\/MarkInfo/);
    assert.ok(text.includes(`/Lang (${language}`), 'the language of the document');
    assert.ok(count === 1 || count === 2, `${count} pages`);
  });

  test(`the paper of ${language} says what its page says, in its order`, () => {
    const main = mainOf(pages[language].replaceAll(/<svg.*?<\/svg>/gs, ''));
    const { source } = printedBulletin(pages[language], language);
    const body = source.slice(source.lastIndexOf('\n#{')).replaceAll(/picture\("[^"]*", "[^"]*"\)/g, '');
    const said = [...body.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, each = '']) =>
      each.replaceAll(/\\(.)/g, '$1'),
    );
    assert.equal(packed(said.join('')), packed(textOf(main)));
  });
}

/** Text without its spaces; the sign of two dots as paper has it. */
function packed(text: string): string {
  return text.replaceAll('\u2025', '..').replaceAll(/[ \n\t\r]/g, '');
}

test('the same page gives the same bytes, another instant others', async () => {
  const [first, again, later] = await Promise.all([
    paperOf(pages.ar, 'ar', CREATED),
    paperOf(pages.ar, 'ar', CREATED),
    paperOf(pages.ar, 'ar', '2025-08-23T10:00:00Z'),
  ]);
  assert.deepEqual(first.pdf, again.pdf);
  assert.notDeepEqual(first.pdf, later.pdf);
});

test('text is never an instruction to the typesetter', async () => {
  const hostile = '"]; #panic("x") \\ $x$ @a <b> *c* _d_ // e';
  const page = pages.en.replace(/<h1>[^<]*/, `<h1>${hostile.replaceAll('<', '&lt;')}`);
  const { source } = printedBulletin(page, 'en');
  assert.ok(source.includes(JSON.stringify(hostile)));
  await paperOf(page, 'en', CREATED);
});

test('an element that has no form on paper, and a page that is not well-formed, are mistakes', () => {
  const torn = (text: string) => pages.en.replace('</main>', `${text}</main>`);
  assert.throws(() => printedBulletin(torn('<video></video>'), 'en'), /<video> of the bulletin has no form/);
  assert.throws(() => printedBulletin(torn('<p>'), 'en'), /not well-formed/);
  assert.throws(() => printedBulletin('<p>no main</p>', 'en'), /no <main>/);
});

test('a sign that no typeface has is refused, not left blank', () => {
  assert.throws(
    () =>
      typeset({
        source: '#set document(title: "t")\n#set text(font: "IBM Plex Sans", fallback: false)\n\u{12000}',
        pictures: new Map(),
        created: 0,
      }),
    /PDF\/UA-1/,
  );
});
