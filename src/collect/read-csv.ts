// Reads the head of a delimited file and surveys the rest; the engine parses the lines later.

import { KIND_OF_DECLARANT } from '../design/declaration.ts';
import { LINE_BYTES } from '../engine/delimited.ts';
import { beginPart, readBytes, scanFile, streamFile } from '../engine/files.ts';
import { encodingOf, formatOf, type Kept, type Reading, unread, type Watch } from './arrival.ts';
import { inferredEnvelope, readEnvelope } from './envelope.ts';
import { type FileFinding, fatal, warning } from './finding.ts';
import { kindOfHeader, lackingSeries, type Prelude, readHeading, readPrelude } from './heading.ts';
import { oddForms } from './odd-forms.ts';
import { singleByteOf } from './single-byte.ts';
import { beginSurvey, type Survey } from './survey.ts';

/** What a reader needs besides the bytes. */
export type ReaderContext = {
  readonly spill: string;
  readonly number: number;
  /** Sender of an office's own series without an envelope, and the instant of receipt. */
  readonly office: string;
  readonly at: string;
};

/** Surveys a delimited text in UTF-8 while its bytes are kept. */
export const watchText: Watch = (first) => {
  if (formatOf(first) !== 'csv' || encodingOf(first.head) !== 'utf-8') return null;
  const prelude = readPrelude(Buffer.from(first.head).toString('utf8'));
  if (prelude === undefined) return null;
  const kind = kindOfHeader(prelude.header);
  const columns = kind === undefined ? [] : readHeading(prelude.header, kind).columns;
  const forms = kind === undefined ? null : oddForms(kind, columns, prelude.delimiter);
  const { look, result } = beginSurvey(prelude.offset, prelude.delimiter, forms);
  return { look, result: () => ({ prelude, survey: result() }) };
};

/** Reads a delimited file in UTF-8, UTF-16, Windows-1256 or Windows-1252. */
export async function readCsv(kept: Kept, context: ReaderContext): Promise<Reading> {
  const encoding = encodingOf(kept.head);
  if (encoding !== 'utf-8') return readTranscoded(kept, encoding, context);
  if (kept.surveyed === null) return unread([noHeader(kept)]);
  const { prelude, survey } = kept.surveyed;
  if (!survey.utf8) return readTranscoded(kept, singleByteOf(kept.archived), context);
  return assemble(kept, kept.archived, prelude, survey, context, []);
}

async function readTranscoded(kept: Kept, encoding: string, context: ReaderContext): Promise<Reading> {
  const path = `${context.spill}/text-${context.number}.csv`;
  await transcode(kept.archived, path, encoding);
  const prelude = readPrelude(await headOf(path));
  if (prelude === undefined) return unread([noHeader(kept)]);
  const survey = await surveyFile(path, prelude);
  return assemble(kept, path, prelude, survey, context, [
    { ...warning('transcoded', { encoding }), severity: 'info' },
  ]);
}

/** Writes a file anew in UTF-8. */
async function transcode(from: string, to: string, encoding: string): Promise<void> {
  const decoder = new TextDecoder(encoding);
  const part = beginPart(to);
  for await (const chunk of streamFile(from)) part.write(decoder.decode(chunk, { stream: true }));
  part.write(decoder.decode());
  part.end();
}

async function headOf(path: string): Promise<string> {
  for await (const chunk of streamFile(path)) return Buffer.from(chunk).toString('utf8');
  return '';
}

async function surveyFile(path: string, { offset, delimiter }: Prelude): Promise<Survey> {
  const surveyor = beginSurvey(offset, delimiter);
  for (const chunk of scanFile(path)) surveyor.look(chunk);
  return surveyor.result();
}

function noHeader({ bytes, head }: Kept): FileFinding {
  if (bytes > LINE_BYTES && !head.includes(0x0a))
    return fatal('line_too_long', { limit: LINE_BYTES }, { line: 1 });
  return fatal('empty_file');
}

function assemble(
  kept: Kept,
  path: string,
  prelude: Prelude,
  survey: Survey,
  context: ReaderContext,
  notes: readonly FileFinding[],
): Reading {
  const bounds = [...boundFindings(survey, prelude), ...trailingFindings(survey)];
  const given =
    kept.side?.content ?? (Object.keys(prelude.envelope).length > 0 ? prelude.envelope : undefined);
  const series = given === undefined && kindOfHeader(prelude.header) === 'series';
  if (given === undefined && !series)
    return unread([...bounds, ...(lackingSeries(prelude.header) ?? [fatal('no_envelope')]), ...notes]);
  const { envelope, language, findings } = series
    ? {
        envelope: inferredEnvelope(context.office, context.at, survey.records, 'fr'),
        language: null,
        findings: [{ ...warning('inferred_envelope'), severity: 'info' as const }],
      }
    : readEnvelope(given);
  const kind =
    envelope === null ? (kindOfHeader(prelude.header) ?? null) : KIND_OF_DECLARANT[envelope.declarant_type];
  const empty = envelope?.function === 'cancel' && survey.records === 0;
  const heading = kind === null || empty ? { columns: [], findings: [] } : readHeading(prelude.header, kind);
  return {
    envelope,
    language,
    kind,
    columns: heading.columns,
    source: {
      format: 'text',
      path,
      dialect: { delimiter: prelude.delimiter, skip: prelude.skip },
      traits: { marks: survey.marks, blanks: survey.blanks },
      trailing: survey.trailing,
      milestones: survey.milestones,
      odd: survey.odd,
      otherwise: survey.otherwise,
    },
    lines: survey.records,
    findings: [...bounds, ...findings, ...heading.findings, ...notes],
  };
}

function boundFindings(survey: Survey, { skip }: Prelude): readonly FileFinding[] {
  const long =
    survey.tooLong === null
      ? []
      : [fatal('line_too_long', { limit: LINE_BYTES }, { line: skip + survey.tooLong })];
  return survey.nul ? [...long, fatal('unreadable', { detail: 'NUL' })] : long;
}

/** Rows that a spreadsheet left after the last line are no lines; the sender is told. */
function trailingFindings({ trailing }: Survey): readonly FileFinding[] {
  return trailing === 0 ? [] : [{ ...warning('empty_rows', { count: trailing }), severity: 'info' }];
}

/** Whole small files, for formats that cannot be read in parts. */
export function wholeText(path: string): string {
  const bytes = readBytes(path);
  return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
}
