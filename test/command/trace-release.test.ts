// A small release whole: every figure that it publishes traces to lines and adds up, and is made again with equal bytes.
// It has errors that rules corrected, an imputed bank, a sample that was grossed up and a decision of a person.

import assert from 'node:assert/strict';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type Traced, traceCell } from '../../src/analyse/trace.ts';
import { latestRun } from '../../src/command/runs.ts';
import { sourcesOf } from '../../src/command/trace.ts';
import { openWorkspace, workspaceEngine } from '../../src/command/workspace.ts';
import { readParquet } from '../../src/engine/duckdb.ts';
import { sql } from '../../src/engine/sql.ts';
import { commandsByHour } from './by-hour.ts';

const place = mkdtempSync(join(tmpdir(), 'marsad-whole-'));
const [drawn, root] = [join(place, 'drawn'), join(place, 'ws')];
after(() => rmSync(place, { recursive: true, force: true }));

const marsad = commandsByHour(['collect']);

before(async () => {
  await marsad('init', root, '--synthetic');
  const span = ['--from', '2025-Q1', '--to', '2025-Q1', '--lines', '700', '--errors', '0.03', '--seed', '5'];
  await marsad('simulate', '--out', drawn, ...span, '--missing', '0', '--sampled', '40');
  for (const path of globSync(join(drawn, 'declarations', 'B05-2025-03*'))) rmSync(path);
  await marsad('collect', root, join(drawn, 'declarations'));
  await marsad('process', root);
  const { review } = JSON.parse(await marsad('edits', root, 'list', '--period', '2025-Q1', '--json')) as {
    readonly review: readonly { readonly line: string }[];
  };
  const because = ['--author', 'compiler', '--reason', 'confirmed by the bank'];
  await marsad('edits', root, 'confirm', review[0]?.line ?? '', ...because);
  await marsad('run', root, '--period', '2025-Q1');
  await marsad('publish', root, '2025-Q1/1');
});

test('every published figure traces to its lines and adds up to what was printed', async () => {
  const workspace = openWorkspace(root);
  const engine = await workspaceEngine(workspace);
  try {
    const run = latestRun(workspace, 'protected');
    const sources = sourcesOf(workspace, run, engine);
    const published = await engine.rows<{ dataflow: string; key: string; period: string; value: string }>(sql`
      SELECT dataflow, key, period, value FROM ${readParquet(workspace.layout.runFile(run.id, 'protected.parquet'))}
      WHERE value IS NOT NULL ORDER BY dataflow, key, period`);
    assert.ok(published.length > 100, `${published.length} figures`);
    const statuses = new Set<string>();
    for (const { value, ...cell } of published) {
      const traced = await traceCell(cell, sources, 0);
      assert.ok(traced.agrees, `${cell.key} ${cell.period}`);
      assert.equal(traced.protection?.value, value);
      assert.equal(traced.printed, value, `${cell.key} ${cell.period}`);
      const levels = levelsUnder(traced);
      assert.ok(levels.length > 0, `${cell.key} ${cell.period} has no level under it`);
      for (const { origin } of levels)
        for (const { status } of origin?.contributions ?? []) statuses.add(status);
    }
    assert.deepEqual([...statuses].sort(), ['edited', 'grossed', 'imputed', 'reported']);
    assert.deepEqual(released(workspace.layout.release('2025-Q1', 1)), new Set(published.map(named)));
  } finally {
    engine.close();
    workspace.store.close();
  }
});

test('the release is made again from the archive with equal bytes', async () => {
  const made = JSON.parse(await marsad('verify', root, '2025-Q1/1', '--json')) as {
    readonly ok: boolean;
    readonly compared: string;
  };
  assert.deepEqual([made.ok, made.compared], [true, 'bytes']);
});

/** The levels that a figure is made of, itself where it is one. */
function levelsUnder(traced: Traced): readonly Traced[] {
  return traced.origin === null ? traced.members.flatMap(levelsUnder) : [traced];
}

function named({
  dataflow,
  key,
  period,
  value,
}: {
  dataflow: string;
  key: string;
  period: string;
  value: string;
}) {
  return `${dataflow} ${key} ${period} ${value}`;
}

/** Figures of the data files of a release that come from declarations. */
function released(folder: string): ReadonlySet<string> {
  return new Set(
    ['EXPORTS', 'EBOPS'].flatMap((flow) => {
      const [head = '', ...rows] = readFileSync(join(folder, `${flow}.csv`), 'utf8')
        .trim()
        .split('\n');
      const columns = head.split(',');
      const [first, at] = [columns.indexOf('ACTION') + 1, columns.indexOf('TIME_PERIOD')];
      return rows
        .map((row) => row.split(','))
        .filter((row) => row[at + 1] !== '')
        .map((row) => `${flow} ${row.slice(first, at).join('.')} ${row[at]} ${row[at + 1]}`);
    }),
  );
}
