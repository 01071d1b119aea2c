// Templates of declaration files: an envelope that is ready for this respondent, headings in the reader's language, and
// on demand two worked lines that add up.

import { type CellValue, writeXlsx } from 'hucre';
import { FIELDS, KIND_OF_DECLARANT } from '../../design/declaration.ts';
import { type Domain, inForce } from '../../design/domain.ts';
import { FIELD_TEXTS } from '../../design/field-texts.ts';
import { monthsOf, periodOf } from '../../design/period.ts';
import { directionOf } from '../../design/text.ts';
import { sumOf } from './amount-text.ts';
import { envelopeRows, iceOf, type Line, type Written } from './declaration-file.ts';

export type Template = Omit<Written, 'lines'> & {
  readonly domain: Domain;
  /** Whether two worked lines are in it. */
  readonly example: boolean;
};

/** The template as CSV, with the mark by which spreadsheets see the Arabic. */
export function templateCsv(template: Template): string {
  const { heads, rows, envelope } = partsOf(template);
  const lines = [
    ...envelope.map(([key, value]) => `# ${key}: ${value}`),
    ...[heads, ...rows].map((row) => row.map(quoted).join(',')),
  ];
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** The template as a workbook: the envelope, the lines, and what each field expects. */
export function templateXlsx(template: Template): Promise<Uint8Array> {
  const { heads, rows, envelope } = partsOf(template);
  const { language, at } = template;
  const view = directionOf(language) === 'rtl' ? { view: { rightToLeft: true } } : {};
  const cells = (row: readonly string[]): CellValue[] => [...row];
  const made = new Date(at);
  return writeXlsx({
    sheets: [
      { name: 'envelope', rows: envelope.map(cells) },
      { name: 'lines', rows: [heads, ...rows].map(cells), freezePane: { rows: 1 }, ...view },
      { name: 'fields', rows: fieldRows(template).map(cells), freezePane: { rows: 1 }, ...view },
    ],
    properties: { title: 'declaration', created: made, modified: made },
  });
}

/** What each field is called and expects, in the reader's language. */
export function fieldRows({ respondent, language }: Pick<Template, 'respondent' | 'language'>): string[][] {
  return FIELDS[KIND_OF_DECLARANT[respondent.type]].map(({ id, required }) => [
    ...[id, FIELD_TEXTS[id]?.name[language] ?? id, required ? '✓' : ''],
    FIELD_TEXTS[id]?.expected[language] ?? '',
  ]);
}

type Parts = {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly envelope: readonly (readonly [string, string])[];
};

function partsOf(template: Template): Parts {
  const fields = FIELDS[KIND_OF_DECLARANT[template.respondent.type]];
  const lines = template.example ? exampleLines(template) : [];
  return {
    heads: fields.map(({ id }) => FIELD_TEXTS[id]?.name[template.language] ?? id),
    rows: lines.map((line) => fields.map(({ id }) => line[id] ?? '')),
    envelope: template.example ? filledEnvelope(template, lines) : envelopeRows(template),
  };
}

function filledEnvelope(template: Template, lines: readonly Line[]): Parts['envelope'] {
  const field = template.respondent.type === 'bank' ? 'amount' : 'received_amount';
  const currency = lines[0]?.['currency'] ?? 'EUR';
  const known = envelopeRows(template).filter(
    ([key]) => key !== 'line_count' && !key.startsWith('control_sum'),
  );
  return [
    ...known,
    ['line_count', String(lines.length)],
    [`control_sum.${currency}`, sumOf(lines.map((line) => line[field] ?? '0'))],
  ];
}

/** Two lines that pass every rule: of registered enterprises of the definitions, or of the respondent itself. */
function exampleLines(template: Template): readonly Line[] {
  return template.respondent.type === 'bank' ? settlementExample(template) : enterpriseExample(template);
}

function settlementExample({ domain, respondent, period }: Template): readonly Line[] {
  const day = `${period}-16`;
  const known = domain.register.filter((entry) => inForce(entry, day) && !entry.exportZone);
  return known.slice(0, 2).map((entry, at) => ({
    ...{ line_id: `${at + 1}`, bank_code: respondent.sender, bank_reference: `REF-${at + 1}` },
    ...{ resident_ice: entry.ice, resident_name: entry.name, counterparty_name: `Client ${at + 1}` },
    ...{ counterparty_country: 'FR', payment_country: 'FR', direction: 'C', value_date: day },
    ...{ execution_date: day, currency: 'EUR', amount: at === 0 ? '12500.00' : '8340.50' },
    ...{ nature: natureFor(domain, entry.segment), invoice_refs: `F-2025-${at + 1}`, related_party: 'N' },
  }));
}

function enterpriseExample({ domain, respondent, period }: Template): readonly Line[] {
  const { sender } = respondent;
  const entry = domain.register.find(({ enterprise }) => enterprise === sender);
  return monthsOf(periodOf(period))
    .slice(0, 2)
    .map((month, at) => ({
      ...{ line_id: `${month}-1`, resident_ice: iceOf(domain, sender, month), period: month },
      ...{ segment: entry?.segment ?? '', service_item: natureFor(domain, entry?.segment ?? null) },
      ...{ counterparty_country: 'FR', currency: domain.currency, invoiced_amount: '120000.00' },
      ...{
        received_amount: '110000.00',
        netted_amount: '0.00',
        received_abroad: at === 0 ? '0.00' : '15000.00',
      },
      ...{ opening_receivables: '30000.00', closing_receivables: '40000.00', related_amount: '0.00' },
      ...{ headcount: '42', digital_share: '0.85', nil: 'N' },
    }));
}

function natureFor({ correspondence, natures }: Domain, segment: string | null): string {
  const found = correspondence.find(({ registerSegment }) => registerSegment === segment);
  return found?.nature ?? natures[0]?.code ?? '';
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
