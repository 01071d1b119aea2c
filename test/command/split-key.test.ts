// A contract of two segments under a dated key, from line to figure: totals stand still, traces add up in parts, a line
// touches the figures of both segments, and its correction moves each by its part.

import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openWorkspace } from '../../src/command/workspace.ts';
import { commandsByHour } from './by-hour.ts';

const place = mkdtempSync(join(tmpdir(), 'marsad-split-'));
const [drawn, root] = [join(place, 'drawn'), join(place, 'ws')];
after(() => rmSync(place, { recursive: true, force: true }));

const marsad = commandsByHour();

type Traced = {
  readonly value: string;
  readonly agrees: boolean;
  readonly lines: readonly {
    readonly submission: number;
    readonly ordinal: number;
    readonly enterprise: string;
    readonly mad: string;
  }[];
};
const keyOf = (segment: string) => `Q.MA.W1.${segment}.EXPORTS.MAD.2025`;
async function traced(segment: string): Promise<Traced> {
  const text = await marsad('trace', root, `${keyOf(segment)}/2025-Q1`, '--lines', '5000', '--json');
  return (JSON.parse(text) as { readonly figure: Traced }).figure;
}
const centimes = (text: string) => BigInt(text.replace('.', ''));
/** A value of a trace, an exact ratio or a decimal, in centimes. */
const inCentimes = ({ value }: Traced) => BigInt(Math.round(Number(value) * 100));

type Split = {
  readonly key: string;
  readonly period: string;
  readonly revision: string;
  readonly causes: readonly { readonly cause: string; readonly effect: string }[];
  readonly not_from_lines: string;
};
async function revised(segment: string): Promise<Split | undefined> {
  const text = await marsad('revisions', root, keyOf(segment), '--json');
  const { revisions } = JSON.parse(text) as { readonly revisions: readonly Split[] };
  return revisions.find(({ period }) => period === '2025-Q1');
}

async function compile(): Promise<void> {
  await marsad('process', root);
  await marsad('analyse', root, '--period', '2025-Q1');
}

let enterprise = '';
let whole: Traced;
let ito: Traced;
before(async () => {
  await marsad('init', root, '--synthetic');
  const span = ['--from', '2025-Q1', '--to', '2025-Q1', '--lines', '800', '--errors', '0', '--seed', '5'];
  await marsad('simulate', '--out', drawn, ...span);
  await marsad('collect', root, join(drawn, 'declarations'));
  await compile();
  [whole, ito] = [await traced('_T'), await traced('ITO')];
  const workspace = openWorkspace(root);
  const entry = workspace.domain.register.find(
    (each) =>
      each.segment === 'ITO' && each.otherSegment === null && each.size === 'large' && each.validTo === null,
  );
  workspace.store.close();
  enterprise = entry?.enterprise ?? '';
  appendFileSync(
    join(root, 'domain', 'split-keys.csv'),
    `${enterprise},ITO,SI22,0.65,2025-01-01,,[prop] test\n${enterprise},BPO,SJ35,0.35,2025-01-01,,[prop] test\n`,
  );
  await compile();
});

test('the total stands still, and what leaves one segment is in the other, line by line', async () => {
  const [total, now, bpo] = [await traced('_T'), await traced('ITO'), await traced('BPO')];
  assert.equal(total.value, whole.value);
  assert.ok([total, now, bpo].every(({ agrees }) => agrees));
  const own = (lines: Traced['lines']) =>
    lines.filter((line) => line.enterprise === enterprise).reduce((sum, { mad }) => sum + centimes(mad), 0n);
  const before = own(ito.lines);
  assert.ok(before > 0n && own(bpo.lines) > 0n);
  assert.equal(own(now.lines) + own(bpo.lines), before);
  assert.equal(inCentimes(ito) - inCentimes(now), own(bpo.lines));
});

test('a new key is told as not from lines; the correction of a divided line moves both segments by its parts', async () => {
  const keyed = await revised('BPO');
  assert.ok(Number(keyed?.not_from_lines) > 0, JSON.stringify(keyed));
  const line = (await traced('BPO')).lines.find((each) => each.enterprise === enterprise);
  assert.ok(line);
  const at = `${line.submission}/${line.ordinal}`;
  const { upward } = JSON.parse(await marsad('trace', root, '--line', at, '--json')) as {
    readonly upward: { readonly touches: readonly { readonly key: string; readonly period: string }[] };
  };
  for (const segment of ['ITO', 'BPO', '_T', 'CRM'])
    assert.equal(
      upward.touches.some(({ key, period }) => key === keyOf(segment) && period === '2025-Q1'),
      segment !== 'CRM',
      segment,
    );
  await marsad('edits', root, 'exclude', at, '--author', 'compiler', '--reason', 'test');
  await compile();
  const [first, second, both] = [await revised('ITO'), await revised('BPO'), await revised('_T')];
  for (const split of [first, second, both]) {
    assert.deepEqual(
      split?.causes.map(({ cause }) => cause),
      ['corrected'],
    );
    assert.equal(Number(split?.not_from_lines), 0);
    assert.equal(split?.causes[0]?.effect, split?.revision);
  }
  assert.equal(
    centimes(first?.revision ?? '') + centimes(second?.revision ?? ''),
    centimes(both?.revision ?? ''),
  );
  assert.equal(centimes(second?.revision ?? ''), -centimes(line.mad));
});
