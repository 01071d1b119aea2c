// The forms in which declarations come: which format, and of delimited text which encoding, delimiter, decimal sign,
// digits and names of columns. Shares over senders are a guess at practice [prop].

import { randomStream } from './random-stream.ts';

export const FORMATS = ['csv', 'json', 'ndjson', 'xml', 'xlsx', 'parquet'] as const;
export type Format = (typeof FORMATS)[number];

export type Form = {
  readonly format: Format;
  readonly encoding: 'utf-8' | 'utf-16le' | 'windows-1256';
  /** Begins with a byte order mark. */
  readonly mark: boolean;
  readonly delimiter: ',' | ';' | '\t';
  /** Amounts have a decimal comma. */
  readonly comma: boolean;
  /** Digits of amounts. */
  readonly digits: 'western' | 'arabic-indic';
  /** Names of columns: the canonical ones, or those of a language. */
  readonly names: 'canonical' | 'fr' | 'ar';
};

/** The plain form of a format: UTF-8, comma between fields, decimal point. */
export function plainForm(format: Format): Form {
  return {
    format,
    encoding: 'utf-8',
    mark: false,
    delimiter: ',',
    comma: false,
    digits: 'western',
    names: 'canonical',
  };
}

/** The form that a sender always uses; banks share out their list, enterprises draw from theirs. */
export function formOf(seed: string, sender: string, banks: readonly string[]): Form {
  const at = banks.indexOf(sender);
  if (at === -1)
    return ENTERPRISE_FORMS[randomStream(seed, 'form', sender).below(ENTERPRISE_FORMS.length)] ?? PLAIN;
  const first = randomStream(seed, 'form').below(BANK_FORMS.length);
  return BANK_FORMS[(first + at) % BANK_FORMS.length] ?? PLAIN;
}

/** A form in few words, for the list of arrivals. */
export function formText({ format, encoding, mark, delimiter, comma, digits, names }: Form): string {
  if (format !== 'csv') return format;
  const parts = [format, `${encoding}${mark ? ' with mark' : ''}`, DELIMITER_NAMES[delimiter]];
  if (comma) parts.push('decimal comma');
  if (digits !== 'western') parts.push('arabic-indic digits');
  if (names !== 'canonical') parts.push(`columns in ${names}`);
  return parts.join('; ');
}

const DELIMITER_NAMES = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const;
const PLAIN = plainForm('csv');
const FRENCH: Form = { ...PLAIN, mark: true, delimiter: ';', comma: true, names: 'fr' };
const ARABIC: Form = { ...PLAIN, encoding: 'windows-1256', delimiter: ';', comma: true, names: 'ar' };
const UNICODE: Form = { ...PLAIN, encoding: 'utf-16le', mark: true, delimiter: '\t' };
const INDIC: Form = { ...PLAIN, mark: true, delimiter: ';', digits: 'arabic-indic', names: 'ar' };

/** One bank in eight each: XML and delimited text lead. */
const BANK_FORMS: readonly Form[] = [
  plainForm('xml'),
  PLAIN,
  ARABIC,
  UNICODE,
  plainForm('parquet'),
  FRENCH,
  plainForm('ndjson'),
  plainForm('xml'),
];

/** One enterprise in twenty each: workbooks and what spreadsheets export lead. */
const ENTERPRISE_FORMS: readonly Form[] = [
  ...Array.from({ length: 6 }, () => plainForm('xlsx')),
  ...Array.from({ length: 4 }, () => PLAIN),
  ...Array.from({ length: 3 }, () => FRENCH),
  ...[plainForm('xml'), plainForm('xml'), plainForm('json'), plainForm('json')],
  ...[ARABIC, UNICODE, INDIC],
];
