// While the longest texts are judged, pings beside them are answered: no pause of the thread is as long as 50 ms.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Hono } from 'hono';
import { HOSTILE } from '../../bench/hostile-texts.ts';
import { textChecker } from '../../src/command/text-checker.ts';
import { checkRoutes } from '../../src/disseminate/public/check-routes.ts';
import { LONGEST_TEXT } from '../../src/disseminate/public/checked-text.ts';
import { fixedReleases } from '../../src/disseminate/public/released.ts';
import { fixtureRelease } from '../disseminate/public/fixture.ts';

const LONGEST_PAUSE = 50;
const releases = fixedReleases([fixtureRelease()]);
const app = new Hono();
app.get('/ping', (context) => context.text('here'));
checkRoutes(app, releases, { check: await textChecker(releases), today: () => '2030-01-01', origin: '' });

/** Milliseconds of processor that the thread has used: what else the machine does counts for nothing. */
function worked(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** The longest time between two answers to pings while something is awaited. */
async function longestPause(beside: Promise<unknown>): Promise<number> {
  let [longest, last, done] = [0, worked(), false];
  void beside.finally(() => {
    done = true;
  });
  while (!done) {
    await new Promise<void>((resolve) => void setImmediate(resolve));
    assert.equal(await (await app.request('/ping')).text(), 'here');
    const now = worked();
    longest = Math.max(longest, now - last);
    last = now;
  }
  await beside;
  return longest;
}

function asked(path: string, text: string): Promise<string> {
  const fields = {
    text,
    date: '2030-01-01',
    language: 'fr',
    figures: path.includes('api') ? 'released' : 'printed',
  };
  const body = path.includes('api') ? JSON.stringify(fields) : new URLSearchParams(fields);
  return Promise.resolve(app.request(path, { method: 'POST', body })).then((answer) => answer.text());
}

const WORST = [
  'lines',
  'a table of 100,000 cells',
  'mixed',
  'a sentence of a megabyte',
  'respectively',
  'brackets',
];
for (const name of WORST) {
  test(`the longest pause beside a text of 100,000 characters, ${name}`, async () => {
    const text = HOSTILE.find(([each]) => each === name)?.[1].slice(0, LONGEST_TEXT) ?? '';
    assert.equal(text.length, LONGEST_TEXT);
    for (const path of ['/fr/check', '/api/check']) {
      const pauses = [await longestPause(asked(path, text)), await longestPause(asked(path, text))];
      const longest = Math.min(...pauses);
      assert.ok(
        longest < LONGEST_PAUSE,
        `${path}: ${pauses.map((pause) => pause.toFixed(0)).join(' and ')} ms`,
      );
    }
  });
}
