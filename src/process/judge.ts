// All collected lines typed, looked up, judged and converted, once: narrow rows that editing, duplicates, outliers and the
// lines of a run share. GSBPM 5.1 to 5.5. Files go through in parts that fit in memory; lines that edits changed are
// judged again by their own text, and stand in place of what they were.

import { keepChosenLines } from '../design/chosen-lines.ts';
import { linesToJudge, oddPlaces } from '../design/collected.ts';
import type { Domain } from '../design/domain.ts';
import { PROCESSED_KINDS, type ProcessedKind } from '../design/facts.ts';
import { COLLECTED } from '../design/tables.ts';
import { type Engine, readAlike } from '../engine/duckdb.ts';
import { remove } from '../engine/files.ts';
import { sideBySide } from '../engine/side-by-side.ts';
import { ident, join, raw, type Sql, type SqlValue, sql } from '../engine/sql.ts';
import { completeLines, convertedLines } from './convert.ts';
import { repeatedContents, repeatedInvoices } from './duplicate.ts';
import { comparedColumns } from './flow.ts';
import { lookedUp } from './lookup.ts';
import { editedLines } from './overlay.ts';
import { type Part, partsOf } from './part.ts';
import { countedLines, plainLines, plainView } from './plain.ts';
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
  /** Lines of a part that are at most judged one by one; by default what costs less than judging all of them. */
  readonly mostOdd?: number;
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

/** The collected text of the lines that were judged again. */
export function touchedLines(kind: ProcessedKind): Sql {
  return ident(`touched_${kind}`);
}

/** Invoices that more than one settlement may name: those of written lines, and all of lines that were judged again. */
export function invoicesNamedAgain(): Sql {
  return sql`(FROM ${REPEATED_INVOICE} UNION ALL SELECT invoice FROM ${judgedAgain('settlement')})`;
}

/** Judges every collected line, with the recorded edits in the named fields over it. */
export async function judgeLines(input: Judging, fields: ReadonlySet<string>): Promise<Judged> {
  const parts = PROCESSED_KINDS.flatMap((kind) => partsOf(input, kind));
  const discard = () => {
    for (const { out } of parts) remove(out);
  };
  try {
    const written = await writeParts(input, parts, fields);
    for (const kind of PROCESSED_KINDS) await judgeOdd(input, kind, written, fields);
  } catch (error) {
    discard();
    throw error;
  }
  const kinds = PROCESSED_KINDS.filter((kind) => parts.some((part) => part.kind === kind));
  return { kinds, again: (kind, places, changed) => judgeAgain(input, kind, places, changed), discard };
}

type Written = { readonly plain: readonly Part[]; readonly whole: readonly Part[] };

/** Settlements in the columns of plain ones, where few lines are none; all other lines with all that is said of them. */
async function writeParts(
  input: Judging,
  parts: readonly Part[],
  fields: ReadonlySet<string>,
): Promise<Written> {
  const { engine, domain } = input;
  const settlements = parts.filter(({ kind }) => kind === 'settlement');
  await sideBySide(engine, settlements, (own, part) =>
    own.run(writePart(part, plainLines(domain, linesToJudge(part.kind, part.paths), wordsOf(input)))),
  );
  await findNamedAgain(input, settlements);
  for (const lines of countedOf(input, settlements))
    await engine.run(
      sql`CREATE OR REPLACE TABLE repeated_content AS ${repeatedContents(lines, REPEATED_INVOICE)}`,
    );
  const crowded = await crowdedParts(input, settlements);
  const whole = parts.filter((part) => part.kind !== 'settlement' || crowded.has(part.out));
  await sideBySide(engine, whole, (own, part) =>
    own.run(writePart(part, judge(input, part.kind, linesToJudge(part.kind, part.paths), fields))),
  );
  if (crowded.size > 0) await findNamedAgain(input, settlements);
  return { plain: parts.filter((part) => !whole.includes(part)), whole };
}

/** Makes the table of invoices that more than one written line names, the lower and the upper half of their keys each in a lane. */
async function findNamedAgain(input: Judging, parts: readonly Part[]): Promise<void> {
  const { engine } = input;
  await engine.run(sql`CREATE OR REPLACE TABLE ${REPEATED_INVOICE} (invoice UBIGINT)`);
  const half = sql`CAST(${2n ** 63n} AS UBIGINT)`;
  const halves = [sql`invoice < ${half}`, sql`invoice >= ${half}`];
  for (const lines of countedOf(input, parts))
    await sideBySide(engine, halves, (own, which) =>
      own.run(sql`INSERT INTO ${REPEATED_INVOICE} ${repeatedInvoices(lines, which)}`),
    );
}

const REPEATED_INVOICE = ident('repeated_invoice');

function writePart({ out }: Part, lines: Sql): Sql {
  return sql`COPY (${lines}) TO ${out} (${FORMAT})`;
}

/** Of plain lines as they are written, those that are none or may say what another one says. */
function apart({ submissions }: Judging): Sql {
  return sql`odd OR (${countedLines(submissions)} AND content IN (FROM repeated_content))`;
}

/** Parts in which there are so many of those that all lines are better judged. */
async function crowdedParts(input: Judging, parts: readonly Part[]): Promise<ReadonlySet<string>> {
  const { engine, mostOdd } = input;
  if (parts.length === 0) return new Set();
  const rows = await engine.rows<{ out: string; lines: number; odd: number }>(
    sql`SELECT filename AS out, CAST(count(*) AS INTEGER) AS lines, CAST(count(*) FILTER (${apart(input)}) AS INTEGER) AS odd
      FROM ${readAlike(outsOf(parts), sql`filename = true`)} GROUP BY filename`,
  );
  const crowded = rows.filter(({ lines, odd }) => odd > (mostOdd ?? Math.max(MOST_ODD, lines / 20)));
  return new Set(crowded.map(({ out }) => out));
}

/** Lines that are judged one by one in a moment. */
const MOST_ODD = 5000;

function outsOf(parts: readonly Part[]): readonly string[] {
  return parts.map(({ out }) => out);
}

/**
 * Lines that are no plain ones, that were judged as they are written and are to be normalised before, that may say what another
 * one says, or that a recorded edit changed are judged by their own text. Then all judged lines of the kind are a view.
 */
async function judgeOdd(
  input: Judging,
  kind: ProcessedKind,
  written: Written,
  fields: ReadonlySet<string>,
): Promise<void> {
  const { engine, collected } = input;
  const texts = COLLECTED[kind].columns.map(({ name, type }) => sql`${ident(name)} ${raw(type)}`);
  await engine.run(sql`CREATE OR REPLACE TABLE ${touchedLines(kind)} (${join(texts)})`);
  await engine.run(sql`CREATE OR REPLACE TABLE odd_place (submission INTEGER, ordinal INTEGER)`);
  const listed = oddPlaces(collected[kind]);
  for (let at = 0; at < listed.length; at += CHUNK) {
    const rows = listed.slice(at, at + CHUNK).map((place): SqlValue => sql`(${place})`);
    await engine.run(sql`INSERT INTO odd_place VALUES ${rows}`);
  }
  const [plain, whole] = [scanOf(written.plain, kind), scanOf(written.whole, kind)];
  const odd = [
    ...plain.map((lines) => sql`SELECT submission, ordinal FROM ${lines} WHERE ${apart(input)} UNION ALL `),
    ...whole.map((lines) => sql`SELECT submission, ordinal FROM ${lines} WHERE odd UNION ALL `),
  ];
  const edited = sql`SELECT submission, ordinal FROM ref_edit WHERE ${kind === 'settlement'}`;
  await touch(input, kind, sql`${join(odd, '')} FROM odd_place UNION ALL ${edited}`);
  await engine.run(
    sql`CREATE OR REPLACE TABLE ${judgedAgain(kind)} AS ${judge(input, kind, touchedNow(kind), fields)}`,
  );
  await createView(input, kind, written);
  await judgeTwins(input, kind, fields);
}

const CHUNK = 2000;

/** Plain lines that may say by now what a line says that was judged by its own text are so as well. */
async function judgeTwins(input: Judging, kind: ProcessedKind, fields: ReadonlySet<string>): Promise<void> {
  const again = judgedAgain(kind);
  const twins = sql`SELECT submission, ordinal FROM ${judgedView(kind)}
    WHERE whole IS NULL AND counts AND content IN (SELECT content FROM ${again} WHERE counts)`;
  const [any] = await input.engine.rows(sql`SELECT 1 AS one FROM (${twins}) AS twin LIMIT 1`);
  if (any !== undefined) await judgeThese(input, kind, twins, fields);
}

/** Written settlements that count, where there are any. */
function countedOf({ submissions }: Judging, parts: readonly Part[]): readonly Sql[] {
  return scanOf(parts, 'settlement').map(
    (lines) => sql`(SELECT invoice, content FROM ${lines} WHERE ${countedLines(submissions)})`,
  );
}

/** The files of parts of a kind, where there are any. */
function scanOf(parts: readonly Part[], kind: ProcessedKind): readonly Sql[] {
  const own = outsOf(parts.filter((part) => part.kind === kind));
  return own.length === 0 ? [] : [readAlike(own)];
}

/**
 * They are read some twenty times and then removed: compressing them costs more than it saves. Rows of a group, since months
 * are looked for in groups, and as many values as are listed of a column before its rows say them themselves.
 */
const FORMAT = raw(
  'FORMAT PARQUET, COMPRESSION UNCOMPRESSED, ROW_GROUP_SIZE 20480, DICTIONARY_SIZE_LIMIT 1000',
);

function judge(input: Judging, kind: ProcessedKind, lines: Sql, fields: ReadonlySet<string>): Sql {
  const { domain } = input;
  const typed = typedLines(kind, editedLines(kind, lines, fields, [sql`as_written`]), true);
  const found = lookedUp(kind, domain, typed);
  const further = [...comparedColumns(kind, wordsOf(input)), sql`odd`, sql`whole`];
  return convertedLines(kind, judgedLines(kind, rulesFor(kind, domain), found), further);
}

/** What the words of the domain say that is no export. */
function wordsOf({ domain }: Judging): string {
  return wordsPattern(domain.editing.find(({ method }) => method === 'wording'));
}

/** The lines of files of plain lines and of others, with those that were judged again in their place. */
async function createView(
  { engine, submissions }: Judging,
  kind: ProcessedKind,
  { plain, whole }: Written,
): Promise<void> {
  const again = judgedAgain(kind);
  const settlements = outsOf(plain.filter((part) => part.kind === kind));
  const but = (lines: Sql) =>
    sql`(SELECT * FROM ${lines} AS l ANTI JOIN (SELECT submission, ordinal FROM ${again}) AS again USING (submission, ordinal))`;
  // Completed part by part: what is a column of few values stays one, and is grouped by its number.
  const lines = [
    ...(settlements.length === 0
      ? []
      : [completeLines(kind, but(sql`(${plainView(settlements, submissions)})`), true)]),
    ...scanOf(whole, kind).map((scan) => completeLines(kind, but(scan))),
    completeLines(kind, again),
  ];
  await engine.run(sql`CREATE OR REPLACE VIEW ${judgedView(kind)} AS ${join(lines, ' UNION ALL BY NAME ')}`);
}

async function judgeAgain(
  input: Judging,
  kind: ProcessedKind,
  places: Sql,
  fields: ReadonlySet<string>,
): Promise<void> {
  if (await judgeThese(input, kind, places, fields)) await judgeTwins(input, kind, fields);
}

/** Judges lines by their own text; whether there were any. */
async function judgeThese(
  input: Judging,
  kind: ProcessedKind,
  places: Sql,
  fields: ReadonlySet<string>,
): Promise<boolean> {
  const { engine } = input;
  const again = judgedAgain(kind);
  await touch(input, kind, places);
  const [any] = await engine.rows(sql`SELECT 1 AS one FROM ${touchedNow(kind)} LIMIT 1`);
  if (any === undefined) return false;
  await engine.run(
    sql`DELETE FROM ${again} WHERE (submission, ordinal) IN (SELECT submission, ordinal FROM place)`,
  );
  await engine.run(sql`INSERT INTO ${again} BY NAME ${judge(input, kind, touchedNow(kind), fields)}`);
  return true;
}

/** Makes the table `place` of the places of a query, and puts the text of their lines with that of others before. */
async function touch(
  { engine, collected, folder }: Judging,
  kind: ProcessedKind,
  places: Sql,
): Promise<void> {
  const touched = touchedLines(kind);
  await engine.run(
    sql`CREATE OR REPLACE TABLE place AS SELECT DISTINCT submission, ordinal FROM (${places}) AS chosen`,
  );
  const fresh = sql`SELECT submission, ordinal FROM place ANTI JOIN ${touched} AS known USING (submission, ordinal)`;
  await keepChosenLines(engine, kind, collected[kind], fresh, 'chosen', folder);
  await engine.run(sql`INSERT INTO ${touched} SELECT * FROM chosen`);
}

/** The text of lines that are to be judged once more. */
function touchedNow(kind: ProcessedKind): Sql {
  return sql`(SELECT *, FALSE AS as_written FROM ${touchedLines(kind)} SEMI JOIN place USING (submission, ordinal))`;
}

/** The lines that were judged again, as they stand. */
export function judgedAgain(kind: ProcessedKind): Sql {
  return ident(`again_${kind}`);
}
