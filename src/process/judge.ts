// All collected lines typed, looked up, judged and converted, once: narrow rows that editing, duplicates, outliers and the
// lines of a run share. GSBPM 5.1 to 5.5. Files go through in parts that fit in memory; lines that edits changed are
// judged again by their own text, and stand in place of what they were.

import { join as joinPath } from 'node:path';
import { keepChosenLines } from '../design/chosen-lines.ts';
import { linesToJudge, oddPlaces, submissionRead } from '../design/collected.ts';
import type { Domain } from '../design/domain.ts';
import { PROCESSED_KINDS, type ProcessedKind } from '../design/facts.ts';
import { COLLECTED } from '../design/tables.ts';
import { type Engine, readAlike } from '../engine/duckdb.ts';
import { remove } from '../engine/files.ts';
import { sideBySide } from '../engine/side-by-side.ts';
import { ident, join, raw, type Sql, type SqlValue, sql } from '../engine/sql.ts';
import { completeLines, convertedLines } from './convert.ts';
import { comparedColumns } from './flow.ts';
import { lookedUp } from './lookup.ts';
import { editedLines } from './overlay.ts';
import type { Submission } from './reference.ts';
import { typedLines } from './type.ts';
import { judgedLines, rulesFor } from './validate.ts';
import { wordsPattern } from './wording.ts';

export type Judging = {
  readonly engine: Engine;
  readonly domain: Domain;
  /** Paths of collected files by kind; an empty list for none. */
  readonly collected: { readonly [K in ProcessedKind]: readonly string[] };
  readonly submissions: readonly Submission[];
  /** A folder that is there. */
  readonly folder: string;
  /** Lines of a part, about; by default what fits in a small memory. */
  readonly batchLines?: number;
};

/** Judged lines as they stand: the views `judged_settlement` and `judged_enterprise`. */
export type Judged = {
  /** Kinds that have lines. */
  readonly kinds: readonly ProcessedKind[];
  /** Judges the lines at the places of a query again, with the edits that they have by now. */
  readonly again: (kind: ProcessedKind, places: Sql, fields: ReadonlySet<string>) => Promise<void>;
  readonly discard: () => void;
};

/** The view of the judged lines of a kind as they stand. */
export function judgedView(kind: ProcessedKind): Sql {
  return ident(`judged_${kind}`);
}

/** Whether a judged line may say what another one says: only those that do need to be held against each other. */
export function mayRepeat(): Sql {
  const again = PROCESSED_KINDS.map((kind) => sql`SELECT content FROM ${judgedAgain(kind)}`);
  return sql`content IN (${join([sql`SELECT content FROM repeated_content`, ...again], ' UNION ALL ')})`;
}

/** The collected text of the lines that were judged again. */
export function touchedLines(kind: ProcessedKind): Sql {
  return ident(`touched_${kind}`);
}

/** Judges every collected line, with the recorded edits in the named fields over it. */
export async function judgeLines(input: Judging, fields: ReadonlySet<string>): Promise<Judged> {
  const parts = PROCESSED_KINDS.flatMap((kind) => partsOf(input, kind));
  const discard = () => {
    for (const { out } of parts) remove(out);
  };
  try {
    await sideBySide(input.engine, parts, (engine, { kind, paths, out }) =>
      engine.run(
        sql`COPY (${judge(input, kind, linesToJudge(kind, paths), fields)}) TO ${out} (FORMAT PARQUET, COMPRESSION ${raw(CODEC)}, ROW_GROUP_SIZE ${ROWS})`,
      ),
    );
    for (const kind of PROCESSED_KINDS) {
      const own = parts.filter((part) => part.kind === kind).map(({ out }) => out);
      await createView(input, kind, own, fields);
    }
    for (const kind of PROCESSED_KINDS) await judgeOdd(input, kind, fields);
    await input.engine.run(sql`CREATE OR REPLACE TABLE repeated_content AS ${repeatedContents()}`);
  } catch (error) {
    discard();
    throw error;
  }
  const kinds = PROCESSED_KINDS.filter((kind) => parts.some((part) => part.kind === kind));
  return { kinds, again: (kind, places, changed) => judgeAgain(input, kind, places, changed), discard };
}

/** Lines that were judged as they are written and are to be normalised before are judged once more. */
async function judgeOdd(input: Judging, kind: ProcessedKind, fields: ReadonlySet<string>): Promise<void> {
  const { engine, collected } = input;
  await engine.run(sql`CREATE OR REPLACE TABLE odd_place (submission INTEGER, ordinal INTEGER)`);
  const listed = oddPlaces(collected[kind]);
  for (let at = 0; at < listed.length; at += CHUNK) {
    const rows = listed.slice(at, at + CHUNK).map((place): SqlValue => sql`(${place})`);
    await engine.run(sql`INSERT INTO odd_place VALUES ${rows}`);
  }
  const odd = sql`SELECT submission, ordinal FROM ${judgedView(kind)} WHERE odd UNION ALL FROM odd_place`;
  await judgeAgain(input, kind, odd, fields);
}

const CHUNK = 2000;

/** What occurs twice before editing: sums over all lines once, with what edited lines say beside them later. */
function repeatedContents(): Sql {
  const said = PROCESSED_KINDS.map((kind) => sql`SELECT content FROM ${judgedView(kind)} WHERE counts`);
  return sql`SELECT content FROM (${join(said, ' UNION ALL ')}) AS said GROUP BY content HAVING count(*) > 1`;
}

const CODEC = 'SNAPPY';
/** Rows of a group: months are looked for in groups. */
const ROWS = 20_480;

function judge({ domain }: Judging, kind: ProcessedKind, lines: Sql, fields: ReadonlySet<string>): Sql {
  const words = wordsPattern(domain.editing.find(({ method }) => method === 'wording'));
  const typed = typedLines(kind, editedLines(kind, lines, fields, [sql`as_written`]), true);
  const found = lookedUp(kind, domain, typed);
  const further = [...comparedColumns(kind, words), sql`odd`];
  return convertedLines(kind, judgedLines(kind, rulesFor(kind, domain), found), further);
}

async function createView(
  input: Judging,
  kind: ProcessedKind,
  parts: readonly string[],
  fields: ReadonlySet<string>,
): Promise<void> {
  const { engine } = input;
  const texts = COLLECTED[kind].columns.map(({ name, type }) => sql`${ident(name)} ${raw(type)}`);
  await engine.run(sql`CREATE OR REPLACE TABLE ${touchedLines(kind)} (${join(texts)})`);
  // The columns of a part are those of judging, which takes the engine long to plan.
  const columns =
    parts.length === 0
      ? judge(input, kind, sql`(SELECT *, FALSE AS as_written FROM ${touchedLines(kind)})`, fields)
      : sql`SELECT * FROM ${readAlike(parts)} WHERE FALSE`;
  await engine.run(sql`CREATE OR REPLACE TABLE ${judgedAgain(kind)} AS ${columns}`);
  const before =
    parts.length === 0
      ? []
      : [
          sql`SELECT * FROM ${readAlike(parts)} ANTI JOIN
    (SELECT submission, ordinal FROM ${judgedAgain(kind)}) AS again USING (submission, ordinal)`,
        ];
  const lines = join([...before, sql`SELECT * FROM ${judgedAgain(kind)}`], ' UNION ALL BY NAME ');
  await engine.run(
    sql`CREATE OR REPLACE VIEW ${judgedView(kind)} AS ${completeLines(kind, sql`(${lines})`)}`,
  );
}

async function judgeAgain(
  input: Judging,
  kind: ProcessedKind,
  places: Sql,
  fields: ReadonlySet<string>,
): Promise<void> {
  const { engine, collected, folder } = input;
  const [touched, again] = [touchedLines(kind), judgedAgain(kind)];
  await engine.run(
    sql`CREATE OR REPLACE TABLE place AS SELECT DISTINCT submission, ordinal FROM (${places}) AS chosen`,
  );
  const fresh = sql`SELECT submission, ordinal FROM place ANTI JOIN ${touched} AS known USING (submission, ordinal)`;
  await keepChosenLines(engine, kind, collected[kind], fresh, 'chosen', folder);
  await engine.run(sql`INSERT INTO ${touched} SELECT * FROM chosen`);
  const [any] = await engine.rows(sql`SELECT 1 AS one FROM ${touchedNow(kind)} LIMIT 1`);
  if (any === undefined) return;
  await engine.run(
    sql`DELETE FROM ${again} WHERE (submission, ordinal) IN (SELECT submission, ordinal FROM place)`,
  );
  await engine.run(sql`INSERT INTO ${again} BY NAME ${judge(input, kind, touchedNow(kind), fields)}`);
}

/** The text of lines that are to be judged once more. */
function touchedNow(kind: ProcessedKind): Sql {
  return sql`(SELECT *, FALSE AS as_written FROM ${touchedLines(kind)} SEMI JOIN place USING (submission, ordinal))`;
}

/** The lines that were judged again, as they stand. */
export function judgedAgain(kind: ProcessedKind): Sql {
  return ident(`again_${kind}`);
}

type Part = { readonly kind: ProcessedKind; readonly paths: readonly string[]; readonly out: string };

/** So many lines in a part, at most and at least, where there are enough. */
const MOST_LINES = 1_000_000;
const FEWEST_LINES = 50_000;

/** Files in the order of their periods, until a part has lines enough. */
function partsOf(
  { collected, submissions, folder, batchLines }: Judging,
  kind: ProcessedKind,
): readonly Part[] {
  const own = submissions.filter((each) => each.kind === kind);
  const total = own.reduce((sum, { lines }) => sum + lines, 0);
  const enough = batchLines ?? Math.min(MOST_LINES, Math.max(FEWEST_LINES, Math.ceil(total / 8)));
  const groups: { paths: string[]; lines: number }[] = [];
  for (const { path, lines } of measured(collected[kind], own)) {
    const last = groups.at(-1);
    if (last === undefined || last.lines >= enough) groups.push({ paths: [path], lines });
    else Object.assign(last, { paths: [...last.paths, path], lines: last.lines + lines });
  }
  return groups.map(({ paths }, at) => ({ kind, paths, out: joinPath(folder, `judged-${kind}-${at}.part`) }));
}

/** Files with their lines: those of a reading are known, tables share the others. */
function measured(paths: readonly string[], submissions: readonly Submission[]) {
  const byId = new Map(submissions.map((each) => [each.id, each]));
  const read = new Set(paths.map(submissionRead));
  const rest = submissions.filter(({ id }) => !read.has(id)).reduce((sum, { lines }) => sum + lines, 0);
  const tables = paths.filter((path) => submissionRead(path) === undefined).length;
  return paths
    .map((path) => {
      const submission = byId.get(submissionRead(path) ?? 0);
      return { path, period: submission?.period ?? '', lines: submission?.lines ?? rest / tables };
    })
    .toSorted((a, b) => (a.period < b.period ? -1 : a.period > b.period ? 1 : 0));
}
