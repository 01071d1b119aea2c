// A year from its preliminary release to its final one: P until the calendar's last vintage says A, a reader gets either by
// the day it is asked for, and the break at the beginning of the series stands with its refused growth in every release.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { stillEffects } from '../../src/engine/effects.ts';
import { runCommandLine } from '../../src/main.ts';

const place = mkdtempSync(join(tmpdir(), 'marsad-final-'));
const [drawn, root] = [join(place, 'drawn'), join(place, 'ws')];
after(() => rmSync(place, { recursive: true, force: true }));

async function marsad(at: string, ...words: readonly string[]): Promise<string> {
  const said: string[] = [];
  const code = await runCommandLine(words, stillEffects(at, said));
  assert.equal(code, 0, said.join('\n'));
  return said.join('\n');
}

/** The days of the calendar's first and last vintage of 2023; the one between is taken out of it. */
const DAYS = ['2024-03-29', '2025-10-17'].map((day) => `${day}T10:00:00.000Z`);
const LAST = DAYS[1] ?? '';

before(async () => {
  const [first = ''] = DAYS;
  await marsad(first, 'init', root, '--synthetic');
  const calendar = join(root, 'domain', 'calendar.csv');
  writeFileSync(calendar, readFileSync(calendar, 'utf8').replace('release,2023,2024-10-18,,revised\n', ''));
  const span = ['--from', '2023-Q1', '--to', '2023-Q4', '--lines', '300', '--errors', '0', '--seed', '3'];
  await marsad(first, 'simulate', '--out', drawn, ...span, '--banks', '4', '--respondents', '4');
  await marsad(first, 'collect', root, join(drawn, 'declarations'));
  for (const [at, day] of DAYS.entries()) {
    await marsad(day, 'run', root, '--period', '2023');
    await marsad(day, 'publish', root, `2023/${at + 1}`);
  }
});

type Observation = { readonly [column: string]: string };
async function total(at: string, indicator = 'EXPORTS.MAD'): Promise<Observation | undefined> {
  const text = await marsad(LAST, 'get', root, `A.MA.W1._T.${indicator}.2025`, '--as-of', at, '--json');
  return (JSON.parse(text) as readonly Observation[]).find(({ TIME_PERIOD }) => TIME_PERIOD === '2023');
}
const quarter = async (at: string) => {
  const text = await marsad(LAST, 'get', root, 'Q.MA.W1._T.EXPORTS.MAD.2025', '--as-of', at, '--json');
  const printed = (JSON.parse(text) as readonly Observation[]).filter(({ OBS_STATUS }) => OBS_STATUS !== 'Q');
  assert.ok(printed.length > 1);
  return [...new Set(printed.map(({ OBS_STATUS }) => OBS_STATUS))];
};

test('figures are preliminary in the first release and normal in the final one, though nothing moved, as of each day', async () => {
  assert.deepEqual(await quarter('2025-01-01T00:00:00Z'), ['P']);
  assert.deepEqual(await quarter('2025-12-01T00:00:00Z'), ['A']);
  const vintages = [1, 2].map((number) => {
    const path = join(root, 'public', 'releases', '2023', String(number), 'manifest.json');
    return (JSON.parse(readFileSync(path, 'utf8')) as { readonly vintage: string }).vintage;
  });
  assert.deepEqual(vintages, ['preliminary', 'final']);
  const quality = readFileSync(join(root, 'public/releases/2023/2/QUALITY.csv'), 'utf8');
  assert.match(quality, /TIMELINESS_FINAL/);
});

test('where the series begins the older scope stands beside as a break, and growth over it is refused with the reason', async () => {
  const level = await total('2025-12-01T00:00:00Z');
  assert.deepEqual([level?.['OBS_STATUS'], level?.['PRE_BREAK_VALUE']], ['B', '17900']);
  const growth = await total('2025-12-01T00:00:00Z', 'EXPORTS_YOY.PC');
  assert.deepEqual([growth?.['OBS_VALUE'] ?? '', growth?.['OBS_STATUS']], ['', 'M']);
  assert.match(growth?.['COMMENT_OBS'] ?? '', /another scope \(LEGACY\)/);
});
