// Collected lines at chosen places: of archived texts only the bytes of those lines are read. What is asked of few lines
// costs as much as those lines, wherever they are.

import { join as joinPath } from 'node:path';
import { readDelimited } from '../engine/delimited.ts';
import { type Engine, readParquet } from '../engine/duckdb.ts';
import { beginPart, remove } from '../engine/files.ts';
import { findMilestones, type Milestone, takeRecords } from '../engine/records.ts';
import { ident, join, type Sql, sql } from '../engine/sql.ts';
import { normalised, type Traits } from './canonical.ts';
import { type ArchivedReading, fieldsRead, readReading, submissionRead, wordsOf } from './collected.ts';
import type { LineKind } from './declaration.ts';
import { COLLECTED } from './tables.ts';

/** Makes a table of the collected lines at the places of a query of `submission` and `ordinal`. Works in a folder that is there. */
export async function keepChosenLines(
  engine: Engine,
  kind: LineKind,
  paths: readonly string[],
  places: Sql,
  table: string,
  folder: string,
): Promise<void> {
  const { columns } = COLLECTED[kind];
  const head = join(columns.map(({ name, type }) => sql`${ident(name)} ${{ text: type } as Sql}`));
  const names = join(columns.map(({ name }) => ident(name)));
  await engine.run(sql`CREATE OR REPLACE TEMP TABLE ${ident(table)} (${head})`);
  const tables = paths.filter((path) => submissionRead(path) === undefined);
  if (tables.length > 0)
    await engine.run(sql`INSERT INTO ${ident(table)} SELECT ${names} FROM ${readParquet(tables)}
      SEMI JOIN (${places}) AS chosen USING (submission, ordinal)`);
  const text = joinPath(folder, `${table}.part`);
  for (const readings of (await chosenReadings(engine, paths, places)).values()) {
    try {
      await engine.run(
        sql`INSERT INTO ${ident(table)} SELECT ${names} FROM (${writeChosen(kind, readings, text)})`,
      );
    } finally {
      remove(text);
    }
  }
}

type Chosen = { readonly reading: ArchivedReading; readonly ordinals: number[] };

/** The archived readings that have chosen lines, those with the same words together. */
async function chosenReadings(
  engine: Engine,
  paths: readonly string[],
  places: Sql,
): Promise<ReadonlyMap<string, readonly Chosen[]>> {
  const byNumber = new Map<number, string>();
  for (const path of paths) {
    const submission = submissionRead(path);
    if (submission !== undefined) byNumber.set(submission, path);
  }
  const chosen = new Map<number, number[]>();
  const rows = engine.stream<{ submission: number; ordinal: number }>(
    sql`SELECT DISTINCT submission, ordinal FROM (${places}) AS chosen ORDER BY submission, ordinal`,
  );
  for await (const chunk of rows)
    for (const { submission, ordinal } of chunk) {
      if (!byNumber.has(submission)) continue;
      const known = chosen.get(submission);
      if (known === undefined) chosen.set(submission, [ordinal]);
      else known.push(ordinal);
    }
  const found = [...chosen].map(([submission, ordinals]) => ({
    reading: readReading(byNumber.get(submission) ?? ''),
    ordinals,
  }));
  // Their bytes are read one by one: where the first line begins and what else is in their files does not matter.
  return Map.groupBy(found, ({ reading }) => wordsOf({ ...reading, skip: 0, traits: NONE }));
}

/** Writes the bytes of chosen lines, each behind its place, into one text; the query that reads them as canonical lines. */
function writeChosen(kind: LineKind, chosen: readonly Chosen[], path: string): Sql {
  const [first] = chosen;
  if (first === undefined) throw new Error('no lines are chosen');
  const { delimiter, columns } = first.reading;
  const part = beginPart(path);
  let waiting: Uint8Array[] = [];
  const flush = () => {
    part.write(Buffer.concat(waiting));
    waiting = [];
  };
  for (const { reading, ordinals } of chosen)
    takeRecords(reading.archived, delimiter, milestonesOf(reading), ordinals, (ordinal, bytes) => {
      waiting.push(
        Buffer.from(`${reading.submission}${delimiter}${ordinal}${delimiter}`),
        Uint8Array.from(bytes),
        LINE,
      );
      if (waiting.length > AT_ONCE) flush();
    });
  flush();
  part.end();
  const known = fieldsRead(kind, first.reading);
  const any = (trait: keyof Traits) => chosen.some(({ reading }) => reading.traits[trait]);
  const placed = sql`SELECT CAST(submission AS INTEGER) AS submission, CAST(ordinal AS INTEGER) AS ordinal, ${join(known.map(ident))}
    FROM ${readDelimited([path], ['submission', 'ordinal', ...columns], { delimiter, skip: 0 })}`;
  return normalised(placed, kind, known, { marks: any('marks'), blanks: any('blanks') });
}

const NONE: Traits = { marks: false, blanks: false };
const LINE = Buffer.from('\n');
const AT_ONCE = 3000;

/** Where some lines of an archived text begin; looked for when it was not recorded. */
function milestonesOf({ milestones, archived, delimiter, skip }: ArchivedReading): readonly Milestone[] {
  return milestones.length > 0 ? milestones : findMilestones(archived, delimiter, skip);
}
