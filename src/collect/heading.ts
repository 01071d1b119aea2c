// The head of a delimited file: its envelope lines, its delimiter, and which column is which field.

import { plainText } from '../design/canonical.ts';
import { FIELDS, LINE_KINDS, type LineKind } from '../design/declaration.ts';
import { FIELD_TEXTS } from '../design/field-texts.ts';
import { LANGUAGES } from '../design/text.ts';
import { type FileFinding, fatal, warning } from './finding.ts';

export type Prelude = {
  /** Keys and values of the leading `# key: value` lines. */
  readonly envelope: { readonly [key: string]: string };
  readonly delimiter: string;
  readonly header: readonly string[];
  /** Lines up to the first line of data. */
  readonly skip: number;
  /** Bytes up to the first line of data. */
  readonly offset: number;
};

export type Heading = {
  /** For each column of the file, the field that it is, or a name of no field. */
  readonly columns: readonly string[];
  readonly findings: readonly FileFinding[];
};

/** Reads the lines before the data from the first bytes of a UTF-8 file; undefined when no header ends in them. */
export function readPrelude(head: string): Prelude | undefined {
  const envelope: Record<string, string> = {};
  let at = 0;
  for (let skip = 1; at < head.length; skip += 1) {
    const end = head.indexOf('\n', at);
    const line = head
      .slice(at, end === -1 ? head.length : end)
      .replace(/\r$/, '')
      .replace(/^\uFEFF/, '');
    at = end === -1 ? head.length : end + 1;
    const entry = /^"?#\s*([\w.]+)\s*:\s*(.*?)"?[;,\t|]*$/.exec(line);
    if (entry !== null) envelope[entry[1] ?? ''] = entry[2] ?? '';
    else if (isHeader(line, skip, head, at)) {
      const delimiter = delimiterOf(line);
      return {
        envelope,
        delimiter,
        header: splitHeader(line, delimiter),
        skip,
        offset: Buffer.byteLength(head.slice(0, at)),
      };
    }
  }
  return undefined;
}

/** Lines of titles that may stand before the header. */
const TITLE_LINES = 20;
const FEWEST_FIELDS = 3;

/** The first line that names fields; where none does, the first one that says anything. */
function isHeader(line: string, skip: number, head: string, at: number): boolean {
  if (/^"?#/.test(line) || line.trim() === '' || /^"?sep=./i.test(line)) return false;
  if (skip > 60 || namesFields(splitHeader(line, delimiterOf(line)))) return true;
  const following = head.slice(at, at + (1 << 14)).split(/\r?\n/, TITLE_LINES);
  return !following.some((next) => namesFields(splitHeader(next, delimiterOf(next))));
}

/** Whether cells are the names of columns, at least some of them known. */
export function namesFields(cells: readonly string[]): boolean {
  return LINE_KINDS.some(
    (kind) => cells.filter((cell) => fieldNamed(cell, kind) !== undefined).length >= FEWEST_FIELDS,
  );
}

/** Which field each column of a header is; faults for required ones that are missing and for repeated ones. */
export function readHeading(header: readonly string[], kind: LineKind): Heading {
  const named = header.map((name) => fieldNamed(name, kind));
  const findings = named.flatMap((field, at) => {
    const place = { column: header[at] ?? String(at + 1) };
    if (field === undefined)
      return header[at] === '' ? [] : [warning('unknown_column', { field: header[at] ?? '' }, place)];
    return named.indexOf(field) === at ? [] : [fatal('duplicate_column', { field }, place)];
  });
  return {
    columns: named.map((field, at) =>
      field === undefined || named.indexOf(field) !== at ? `unknown column ${at + 1}` : field,
    ),
    findings: [...findings, ...missingColumns(kind, named)],
  };
}

/** A fault for each required field that is not among the columns. */
export function missingColumns(
  kind: LineKind,
  columns: readonly (string | undefined)[],
): readonly FileFinding[] {
  return FIELDS[kind]
    .filter(({ id, required }) => required && !columns.includes(id))
    .map(({ id }) => fatal('missing_column', { field: id }, { column: id }));
}

/** The columns that a series without an envelope lacks; undefined for a header that is none of a series. */
export function lackingSeries(header: readonly string[]): readonly FileFinding[] | undefined {
  const named = header.map((name) => fieldNamed(name, 'series'));
  return ['indicator', 'value'].every((field) => named.includes(field))
    ? missingColumns('series', named)
    : undefined;
}

/** The kind of line of which a header has all required fields. */
export function kindOfHeader(header: readonly string[]): LineKind | undefined {
  return LINE_KINDS.find((kind) => {
    const named = header.map((name) => fieldNamed(name, kind));
    return FIELDS[kind].every(({ id, required }) => !required || named.includes(id));
  });
}

/** The field that a column name means: its id, or a name that declarants use for it. */
export function fieldNamed(name: string, kind: LineKind): string | undefined {
  const plain = plainName(name);
  return FIELDS[kind].find(({ id }) => id === plain || namesOf(id).has(plain))?.id;
}

const known = new Map<string, ReadonlySet<string>>();

/** The headings of a field in every language, and what else declarants call it. */
function namesOf(id: string): ReadonlySet<string> {
  const found = known.get(id);
  if (found !== undefined) return found;
  const headings = LANGUAGES.flatMap((language) => FIELD_TEXTS[id]?.name[language] ?? []);
  const names = new Set([...headings.map(plainName), ...(ALIASES[id] ?? [])]);
  known.set(id, names);
  return names;
}

/** Names that declarants use, in plain spelling. */
const ALIASES: { readonly [field: string]: readonly string[] } = {
  line_id: ['id_ligne', 'numero_ligne', 'رقم_السطر'],
  bank_code: ['code_banque', 'رمز_البنك'],
  bank_reference: ['reference_banque', 'reference_bancaire', 'مرجع_البنك'],
  resident_ice: ['ice', 'ice_resident', 'identifiant_commun'],
  resident_name: ['nom_resident', 'raison_sociale', 'اسم_المقيم'],
  counterparty_name: ['nom_contrepartie', 'client', 'اسم_الزبون', 'اسم_العميل'],
  counterparty_country: ['pays_contrepartie', 'pays_client', 'بلد_الزبون', 'بلد_العميل'],
  payment_country: ['pays_paiement', 'بلد_الأداء'],
  direction: ['sens', 'الاتجاه'],
  value_date: ['date_valeur', 'تاريخ_القيمة'],
  execution_date: ['date_execution', 'تاريخ_التنفيذ'],
  currency: ['devise', 'العملة'],
  amount: ['montant', 'المبلغ'],
  exchange_rate: ['cours', 'taux_change', 'سعر_الصرف'],
  mad_amount: ['montant_mad', 'المبلغ_بالدرهم'],
  nature: ['nature_operation', 'طبيعة_العملية'],
  service_detail: ['detail_service', 'تفصيل_الخدمة'],
  invoice_refs: ['factures', 'reference_facture', 'الفواتير'],
  contract_ref: ['contrat', 'reference_contrat', 'العقد'],
  gross_amount: ['montant_brut', 'المبلغ_الإجمالي'],
  deductions: ['retenues', 'الاقتطاعات'],
  related_party: ['partie_liee', 'طرف_ذو_علاقة'],
  account_type: ['type_compte', 'نوع_الحساب'],
  reversal_of: ['annulation_de', 'إلغاء'],
  free_text: ['libelle', 'texte_libre', 'نص_حر'],
  period: ['periode', 'الفترة'],
  segment: ['الفرع', 'القطاع_الفرعي'],
  service_item: ['poste_service', 'بند_الخدمة'],
  invoiced_amount: ['montant_facture', 'المبلغ_المفوتر'],
  received_amount: ['montant_recu', 'المبلغ_المقبوض'],
  received_abroad: ['recu_etranger', 'المقبوض_بالخارج'],
  headcount: ['effectif', 'عدد_العاملين'],
  nil: ['neant', 'لا_شيء'],
};

function plainName(name: string): string {
  return plainText(name)
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036F]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\s\-'’]+/g, '_');
}

const DELIMITERS = [',', ';', '\t', '|'] as const;

function delimiterOf(line: string): string {
  const counts = DELIMITERS.map((delimiter) => line.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

function splitHeader(line: string, delimiter: string): readonly string[] {
  return line.split(delimiter).map((name) =>
    plainText(name)
      .replace(/^"(.*)"$/, '$1')
      .replaceAll('""', '"')
      .trim(),
  );
}
