// Lines of large files are judged as they are written but for the odd ones: the judgement is that of normalised lines.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { collectedLines, linesToJudge, readingText } from '../../src/design/collected.ts';
import { type Engine, openEngine } from '../../src/engine/duckdb.ts';
import { listFolder } from '../../src/engine/files.ts';
import { sql } from '../../src/engine/sql.ts';
import { judgedView, judgeLines, touchedLines } from '../../src/process/judge.ts';
import { createLookups } from '../../src/process/lookup.ts';
import { createEdits } from '../../src/process/overlay.ts';
import { csv, type Desk, openDesk } from '../collect/workspace-fixture.ts';

const MANY = 2500;
/** Lines that need normalising: marks, blanks, another form of a number, a date, an identifier. */
const ODD: ReadonlyMap<number, string> = new Map([
  [1, 'L1,B01,R0,001561191000066,FR,C,2025-06-03,EUR,١٫٥,N01,first'],
  [400, 'L400, B01 ,R399,001561191000066,FR,C,2025-06-03,EUR,1.50,N01,blank'],
  [401, 'L401,B01,R400,001561191000066,FR,C,2025-06-03,EUR,"1,50",N01,comma'],
  [1300, 'L1300,B01,R1299,001561191000066,FR,C,03/06/2025,EUR,1.50,N01,date'],
  [1301, 'L1301,B01,R1300,1561191000066,FR,C,2025-06-03,EUR,1.50,N01,zeros'],
  [2500, 'L2500,B01,R2499,001561191000066,FR,C,2025-06-03,EUR,1.50,N01,\u200Flast'],
]);

async function collect(desk: Desk): Promise<readonly string[]> {
  const rows = Array.from(
    { length: MANY },
    (_, at) =>
      ODD.get(at + 1) ?? `L${at + 1},B01,R${at},001561191000066,FR,C,2025-06-03,EUR,1.50,N01,as usual`,
  );
  const envelope = { line_count: MANY, 'control_sum.EUR': `${MANY * 1.5}.00` };
  const [answer] = await desk.collect(
    desk.put('june.csv', csv(envelope, rows).replace(/# control_sum.USD.*\n/, '')),
  );
  assert.equal(answer?.state, 'received');
  const { layout } = desk.workspace;
  return listFolder(layout.collected('')).map((name) => layout.collected(name));
}

function judged(engine: Engine, { workspace: { domain }, folder }: Desk, paths: readonly string[]) {
  const judge = async () => {
    const submissions = [
      {
        ...{
          id: 1,
          kind: 'settlement' as const,
          sender: 'B01',
          period: '2025-06',
          state: 'received' as const,
        },
        ...{ receivedAt: '2025-07-01T00:00:00Z', lines: MANY },
      },
    ];
    await createLookups(engine, domain, submissions);
    await createEdits(engine, []);
    const input = {
      engine,
      domain,
      collected: { settlement: paths, enterprise: [] },
      submissions,
      folder,
      mostOdd: 0,
    };
    const lines = await judgeLines(input, new Set());
    const rows = await engine.rows(
      sql`SELECT * EXCLUDE (odd, whole) FROM ${judgedView('settlement')} ORDER BY submission, ordinal`,
    );
    lines.discard();
    return rows;
  };
  return judge();
}

test('lines of a large file are judged as they are written, the odd ones by their canonical text', async (t) => {
  const desk = await openDesk(t);
  const paths = await collect(desk);
  const engine = await openEngine({ memory: '512MB' });
  t.after(() => engine.close());
  const [other] = await engine.rows(sql`SELECT CAST(count(*) AS INTEGER) AS lines FROM (
    SELECT * EXCLUDE (as_written) FROM ${linesToJudge('settlement', paths)} WHERE as_written AND ordinal NOT IN (${[...ODD.keys()]}) EXCEPT SELECT * FROM ${collectedLines('settlement', paths)}) AS other`);
  assert.equal(other?.['lines'], 0);
  const written = await judged(engine, desk, paths);
  const again = await engine.rows<{ ordinal: number }>(
    sql`SELECT ordinal FROM ${touchedLines('settlement')} ORDER BY ordinal`,
  );
  assert.deepEqual(
    again.map(({ ordinal }) => ordinal),
    [...ODD.keys()],
  );
  assert.equal(written.length, MANY);
  const [path = ''] = paths;
  const reading = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, readingText({ ...reading, odd: null }));
  assert.deepEqual(await judged(engine, desk, paths), written);
});
