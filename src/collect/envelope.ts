// The envelope of a submission: read from whatever the file gives, judged once, all faults together.

import { z } from 'zod';
import { plainText } from '../design/canonical.ts';
import {
  DECLARANT_TYPES,
  type DeclarantType,
  type Envelope,
  SUBMISSION_FUNCTIONS,
} from '../design/declaration.ts';
import { parsePeriod } from '../design/period.ts';
import { isLanguage, LANGUAGES, type Language } from '../design/text.ts';
import { type FileFinding, fatal } from './finding.ts';

/** Versions of the declaration that this program reads. */
const SCHEMA_VERSIONS: readonly string[] = ['1', '1.0'];

export type EnvelopeReading = {
  readonly envelope: Envelope | null;
  /** The language of the answer, as far as it could be read. */
  readonly language: Language | null;
  readonly findings: readonly FileFinding[];
};

/** Reads an envelope from a record of unknown values (`control_sum.EUR`, or by currency in `control_sums` or `control_sum`). */
export function readEnvelope(given: unknown): EnvelopeReading {
  const record = gatherSums(plainValues(given));
  const language = LANGUAGE.safeParse(record['language']).data ?? null;
  const result = ENVELOPE.safeParse(record);
  if (!result.success)
    return {
      envelope: null,
      language,
      findings: result.error.issues.map((issue) => describe(issue, record)),
    };
  const findings = [...versionFindings(result.data), ...periodFindings(result.data)];
  return { envelope: result.data, language: result.data.language, findings };
}

/** The envelope of an office's own series that came without one. */
export function inferredEnvelope(sender: string, at: string, lines: number, language: Language): Envelope {
  return {
    declarant_type: 'office',
    sender,
    period: at.slice(0, 4),
    sequence: 0,
    function: 'original',
    replaces: null,
    created_at: at,
    schema_version: '1',
    language,
    line_count: lines,
    synthetic: false,
    control_sums: {},
  };
}

const LANGUAGE = z.enum(LANGUAGES);
const DECIMAL = /^-?\d{1,30}(\.\d{1,6})?$/;
const number = (from: number) => z.coerce.number().int().min(from).max(2_000_000_000);
const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);
const ENVELOPE = z.object({
  declarant_type: z.enum(DECLARANT_TYPES),
  sender: z.string().min(1).max(64),
  period: z.string().refine((text) => parsePeriod(text) !== undefined),
  sequence: number(1),
  function: z.enum(SUBMISSION_FUNCTIONS),
  replaces: z.union([z.null(), z.literal('').transform(() => null), number(1)]).default(null),
  created_at: z.string().min(10).max(40),
  schema_version: z.string().min(1),
  language: LANGUAGE,
  line_count: number(0),
  synthetic: flag.default(false),
  control_sums: z.record(
    z.string(),
    z
      .string()
      .regex(DECIMAL)
      .transform((sum) => sum.replace(/^\+/, '')),
  ),
});

/** What each field may be, as it is written: the same in every language. */
const EXPECTED: { readonly [field: string]: string } = {
  declarant_type: DECLARANT_TYPES.join(' | '),
  sender: 'B01 | 001234567000089',
  period: '2025-06 | 2025-Q2',
  sequence: '≥ 1',
  function: SUBMISSION_FUNCTIONS.join(' | '),
  replaces: '≥ 1',
  created_at: '2025-07-31T12:00:00Z',
  schema_version: SCHEMA_VERSIONS.join(' | '),
  language: LANGUAGES.join(' | '),
  line_count: '≥ 0',
  synthetic: 'true | false',
  control_sums: '1234.50',
};

/** The lengths of period that each type of declarant reports, each as it is written. */
const PERIOD_OF: { readonly [D in DeclarantType]: { readonly [freq: string]: string } } = {
  bank: { M: '2025-06' },
  enterprise: { Q: '2025-Q2' },
  office: { A: '2025', S: '2025-S1', Q: '2025-Q2', M: '2025-06' },
};

function plainValues(given: unknown): { [key: string]: unknown } {
  if (typeof given !== 'object' || given === null) return {};
  return Object.fromEntries(
    Object.entries(given).map(([key, value]) => [plainText(key), plainValue(key, value)]),
  );
}

function plainValue(key: string, value: unknown): unknown {
  if (typeof value === 'string') {
    const text = plainText(value);
    return key.startsWith('control_sum') ? plainSum(text) : text;
  }
  if (typeof value === 'number' && key !== 'sequence' && key !== 'line_count') return String(value);
  return typeof value === 'object' && value !== null ? plainSums(value) : value;
}

function plainSums(value: object): { [currency: string]: unknown } {
  return Object.fromEntries(
    Object.entries(value).map(([currency, sum]) => [currency, plainSum(plainText(String(sum)))]),
  );
}

function plainSum(text: string): string {
  const bare = text.replaceAll(/[ '’]/g, '');
  return /^-?\d+,\d+$/.test(bare) ? bare.replace(',', '.') : bare;
}

function gatherSums(record: { [key: string]: unknown }): { [key: string]: unknown } {
  const flat = Object.entries(record).flatMap(([key, value]) => {
    const currency = /^control_sum\.(.+)$/.exec(key)?.[1];
    return currency === undefined ? [] : [[currency, value] as const];
  });
  const nested = [record['control_sum'], record['control_sums']].map((sums) =>
    typeof sums === 'object' && sums !== null ? sums : {},
  );
  return { ...record, control_sums: Object.assign({}, ...nested, Object.fromEntries(flat)) };
}

/** A field as it was written; zod keeps what it made of it, which for "four" is no number. */
function describe({ path, message }: z.core.$ZodIssue, record: object): FileFinding {
  const expected = EXPECTED[String(path[0])] ?? message;
  const written = path.reduce<unknown>((value, name) => Reflect.get(Object(value), name), record);
  return fieldFinding(path.join('.'), written, expected);
}

const WRITTEN = 60;

function fieldFinding(field: string, written: unknown, expected: string): FileFinding {
  if (written === undefined || written === null || written === '')
    return fatal('envelope_missing', { field, expected });
  const found = typeof written === 'string' ? written : (JSON.stringify(written) ?? typeof written);
  return fatal('envelope_field', { field, found: found.slice(0, WRITTEN), expected });
}

function versionFindings({ schema_version }: Envelope): readonly FileFinding[] {
  if (SCHEMA_VERSIONS.includes(schema_version)) return [];
  return [fatal('schema_version', { found: schema_version, expected: SCHEMA_VERSIONS.join(', ') })];
}

function periodFindings(envelope: Envelope): readonly FileFinding[] {
  const expected = PERIOD_OF[envelope.declarant_type];
  const freq = parsePeriod(envelope.period)?.freq ?? '';
  const findings: FileFinding[] = [];
  if (expected[freq] === undefined)
    findings.push(fieldFinding('period', envelope.period, Object.values(expected).join(' | ')));
  if (envelope.function !== 'original' && envelope.replaces === null)
    findings.push(fieldFinding('replaces', null, EXPECTED['replaces'] ?? ''));
  return findings;
}

/** Whether a record is an envelope that stands by itself, as the first line of a file may. */
export function isEnvelope(record: { readonly [name: string]: unknown }): boolean {
  return 'declarant_type' in record && 'sender' in record;
}

/** The language that an unreadable envelope still names. */
export function languageIn(text: string): Language | null {
  const named = /language["' ]*[:=>]["' ]*(ar|fr|en)\b/.exec(text)?.[1];
  return named !== undefined && isLanguage(named) ? named : null;
}
