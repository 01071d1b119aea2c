// What declarants send: the envelope and the fields of the three kinds of line.
// GSBPM 2.3 (design collection). The official field lists are not public; these follow international practice.

export const LINE_KINDS = ['settlement', 'enterprise', 'series'] as const;
export type LineKind = (typeof LINE_KINDS)[number];

export const DECLARANT_TYPES = ['bank', 'enterprise', 'office'] as const;
export type DeclarantType = (typeof DECLARANT_TYPES)[number];

/** The kind of line that a type of declarant sends. */
export const KIND_OF_DECLARANT: { readonly [D in DeclarantType]: LineKind } = {
  bank: 'settlement',
  enterprise: 'enterprise',
  office: 'series',
};

export const SUBMISSION_FUNCTIONS = ['original', 'replace', 'cancel'] as const;
export type SubmissionFunction = (typeof SUBMISSION_FUNCTIONS)[number];

/** Identity of a submission is (declarant type, sender, period, sequence). */
export type Envelope = {
  readonly declarant_type: DeclarantType;
  readonly sender: string;
  readonly period: string;
  readonly sequence: number;
  readonly function: SubmissionFunction;
  /** The sequence number that a replacement or a cancellation is about. */
  readonly replaces: number | null;
  readonly created_at: string;
  readonly schema_version: string;
  /** Language of the answer. */
  readonly language: 'ar' | 'fr' | 'en';
  readonly line_count: number;
  /** Drawn by `marsad simulate`: a workspace that is not synthetic refuses it. */
  readonly synthetic: boolean;
  /** Sum of the amounts by currency, as decimal text. */
  readonly control_sums: { readonly [currency: string]: string };
};

export type FieldType =
  | 'text'
  | 'code'
  | 'date'
  | 'period'
  | 'amount'
  | 'rate'
  | 'count'
  | 'share'
  | 'flag'
  | 'ice';
export type Field = { readonly id: string; readonly type: FieldType; readonly required: boolean };

/** The fields of a line in the canonical order; a file may carry them in any order. */
export const FIELDS: { readonly [K in LineKind]: readonly Field[] } = {
  settlement: [
    field('line_id', 'text'),
    field('bank_code', 'code'),
    field('bank_reference', 'text'),
    field('resident_ice', 'ice'),
    optional('resident_name', 'text'),
    optional('counterparty_name', 'text'),
    field('counterparty_country', 'code'),
    optional('payment_country', 'code'),
    field('direction', 'code'),
    field('value_date', 'date'),
    optional('execution_date', 'date'),
    field('currency', 'code'),
    field('amount', 'amount'),
    optional('exchange_rate', 'rate'),
    optional('mad_amount', 'amount'),
    field('nature', 'code'),
    optional('service_detail', 'text'),
    optional('invoice_refs', 'text'),
    optional('contract_ref', 'text'),
    optional('gross_amount', 'amount'),
    optional('deductions', 'amount'),
    optional('related_party', 'flag'),
    optional('account_type', 'code'),
    optional('reversal_of', 'text'),
    optional('free_text', 'text'),
  ],
  enterprise: [
    field('line_id', 'text'),
    field('resident_ice', 'ice'),
    field('period', 'period'),
    optional('segment', 'code'),
    optional('service_item', 'code'),
    optional('counterparty_country', 'code'),
    optional('currency', 'code'),
    optional('invoiced_amount', 'amount'),
    optional('received_amount', 'amount'),
    optional('netted_amount', 'amount'),
    optional('received_abroad', 'amount'),
    optional('opening_receivables', 'amount'),
    optional('closing_receivables', 'amount'),
    optional('related_amount', 'amount'),
    optional('headcount', 'count'),
    optional('digital_share', 'share'),
    field('nil', 'flag'),
    optional('invoice_refs', 'text'),
    optional('free_text', 'text'),
  ],
  series: [
    field('indicator', 'code'),
    field('segment', 'code'),
    field('freq', 'code'),
    field('period', 'period'),
    field('scope', 'code'),
    field('value', 'text'),
    field('unit', 'code'),
    field('decimals_printed', 'count'),
    optional('lower', 'text'),
    optional('upper', 'text'),
    optional('hedge', 'text'),
    optional('obs_status', 'code'),
    field('role', 'code'),
    field('source', 'text'),
    optional('source_date', 'text'),
  ],
};

/** The field whose sums per currency the envelope states. */
export const CONTROL_FIELD: { readonly [K in LineKind]: string | null } = {
  settlement: 'amount',
  enterprise: 'received_amount',
  series: null,
};

function field(id: string, type: FieldType): Field {
  return { id, type, required: true };
}

function optional(id: string, type: FieldType): Field {
  return { id, type, required: false };
}
