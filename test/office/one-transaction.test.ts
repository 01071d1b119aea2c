// An act and its entry in the audit log are one transaction: for every route that writes, nothing is written while the log
// cannot be, and what is done then leaves exactly one entry.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readAudit } from '../../src/office/audit-log.ts';
import { drawnOffice } from './workbench/drawn-office.ts';
import { type Case, writingCases } from './writing-cases.ts';
import { type WritingOffice, writingOffice } from './writing-office.ts';

let office: WritingOffice;
before(async () => {
  office = await writingOffice(await drawnOffice(900));
});
after(() => office.drawn.end());

/** Entries that an act leaves where it is more than one. */
const MORE: { readonly [route: string]: number } = {};

test('no route writes without its entry, and each act leaves one', async () => {
  const cases = await writingCases(office);
  const faults: string[] = [];
  for (const each of cases) faults.push(...(await faultsOf(each)));
  assert.deepEqual(faults, []);
  const writing = office.routes
    .filter(({ act }) => act !== undefined)
    .map(({ method, path }) => `${method} ${path}`);
  const covered = new Set(cases.map(({ route }) => route));
  assert.deepEqual(
    [...new Set(writing)].filter((route) => !covered.has(route)),
    ['GET /pre-release/:period/:number/:language/:format', 'GET /sign-in/provider/callback'],
    'routes that write and are not tried; these two ask for a sealed release and for a provider',
  );
});

async function faultsOf({ route, prepare, send }: Case): Promise<readonly string[]> {
  const before = await prepare();
  const state = office.state();
  office.breakLog(true);
  const failed = await send(before);
  office.breakLog(false);
  const told = failed.status === 500 ? [] : [`${route}: answered ${failed.status} without a log`];
  if (office.state() !== state)
    return [...told, `${route}: wrote although the log could not be written: ${difference(state)}`];
  const entries = readAudit(office.store).length;
  const answer = await send(before);
  const left = readAudit(office.store).length - entries;
  return [
    ...told,
    ...(answer.status < 400
      ? []
      : [`${route}: answered ${answer.status}: ${(await answer.text()).slice(-700)}`]),
    ...(office.state() === state ? [`${route}: wrote nothing`] : []),
    ...(left === (MORE[route] ?? 1) ? [] : [`${route}: left ${left} entries`]),
  ];
}

function difference(before: string): string {
  const known = new Set(before.split('\n'));
  return office
    .state()
    .split('\n')
    .filter((line) => !known.has(line))
    .map((line) => line.slice(0, 160))
    .join(' | ');
}
