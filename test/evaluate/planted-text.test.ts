import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measurePlanted } from '../../src/evaluate/measure-planted.ts';
import { PLANTED_SLIPS, plantedTexts } from '../../src/evaluate/planted-text.ts';
import { facts, judged, names, structure } from './printed-checker.ts';

const texts = plantedTexts(facts, structure.segments, names);

test('slips planted in texts made from figures, in three languages: at least 95 % found, under 1 % false alarms', () => {
  const measure = measurePlanted(texts, ({ text, language }) => judged(text, language, '2026-12-31'));
  process.stdout.write(
    `planted: ${measure.found} of ${measure.planted} found, ${measure.alarms} alarms on ${measure.unplanted}\n`,
  );
  assert.deepEqual(Object.keys(measure.slips).sort(), [...PLANTED_SLIPS].sort());
  assert.ok(measure.found >= 0.95 * measure.planted, measure.missed.map(({ text }) => text).join('\n'));
  assert.ok(measure.alarms < 0.01 * measure.unplanted, measure.cried.map(({ text }) => text).join('\n'));
});

test('a checker that believes everything finds nothing, one that believes nothing cries always', () => {
  const report = judged('Offshoring earned 26.2 billion dirhams in 2024.', 'en');
  const silent = measurePlanted(texts.slice(0, 40), () => ({ ...report, claims: [] }));
  assert.equal(silent.found, 0);
  const [claim] = report.claims;
  assert.ok(claim !== undefined);
  const loud = measurePlanted(texts.slice(0, 40), () => ({
    ...report,
    claims: [{ ...claim, verdict: 'contradicted' }],
  }));
  assert.equal(loud.alarms, loud.unplanted);
});
