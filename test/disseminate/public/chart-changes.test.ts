// Names in charts stay on the sheet: in that of what moved the total however little rises, and at the ends of lines.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Change, changesHeight, drawChanges } from '../../../src/disseminate/public/chart-changes.ts';
import { drawLines } from '../../../src/disseminate/public/chart-lines.ts';

const LONG = { ar: 'ترحيل خدمات تكنولوجيا المعلومات', fr: 'Technologies de l’information' } as const;
/** A narrow letter of the typeface, in pixels. */
const LETTER = 4.5;

function change(name: string, printed: string): Change {
  const standing = printed === '' ? 'suppressed' : 'value';
  const figure = { key: '', period: '2025-S1', standing, printed, why: null } as const;
  return { tone: 's1', name, figure: { ...figure, preliminary: true, estimated: false, broken: false } };
}

test('on a phone a name at the end of a line is whole', () => {
  const name = 'Processus d’affaires';
  const { figure } = change(name, '600');
  const series = [{ tone: 's1', name, figures: [figure, figure] }];
  const chart = { name: 'x', periods: ['2025-Q1', '2025-Q2'], series };
  for (const language of ['fr', 'ar'] as const) {
    const drawn = String(drawLines({ language, width: 380, height: 320, form: 'narrow' }, chart));
    const [, x = '', side] =
      /<text x="([\d.-]+)"[^>]*text-anchor="(\w+)"[^>]*>[^<]*Processus/.exec(drawn) ?? assert.fail('no name');
    const reach = Number(x) + (side === 'end' ? -1 : 1) * name.length * 5.7;
    assert.ok(reach >= 0 && reach <= 380, `${language}: from ${x} to ${reach}`);
  }
});

for (const language of ['ar', 'fr'] as const)
  for (const [width, form] of [
    [500, 'wide'],
    [360, 'narrow'],
  ] as const)
    for (const values of [
      ['0.1', '-4.6'],
      ['', '-4.6'],
      ['6.7', '-4.6'],
      ['-0.1', '-0.2'],
    ])
      test(`names stand on the sheet: ${language}, ${form}, ${values.join(' and ')}`, () => {
        const changes = values.map((printed) => change(LONG[language], printed));
        const chart = { name: 'x', changes, total: change(LONG[language], '') };
        const sheet = { language, width, height: changesHeight(changes.length), form };
        const drawn = String(drawChanges(sheet, chart));
        const names = [
          ...drawn.matchAll(/<text x="([\d.-]+)"[^>]*text-anchor="(\w+)"[^>]*>([^<]+)</g),
        ].filter(([, , , text = '']) => text.includes(LONG[language]));
        assert.equal(names.length, values.length + 1);
        for (const [, x = '', side] of names) {
          const reach = Number(x) + (side === 'end' ? -1 : 1) * LONG[language].length * LETTER;
          assert.ok(reach >= 0 && reach <= width, `from ${x} to ${reach} on ${width}`);
        }
      });
