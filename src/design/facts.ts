// The facts of a line that rules may name: its fields, typed, and what the definitions say about them.

import { FIELDS, type Field, type FieldType } from './declaration.ts';

export type ProcessedKind = 'settlement' | 'enterprise';
export const PROCESSED_KINDS: readonly ProcessedKind[] = ['settlement', 'enterprise'];

/** Facts by name, with their SQL type. */
export type Facts = { readonly [name: string]: string };

/** SQL type of a field once typed; the text it was read from is then `<field>_text`. Others stay text. */
export const TYPED: { readonly [T in FieldType]?: string } = {
  date: 'DATE',
  period: 'VARCHAR',
  amount: 'DECIMAL(18,3)',
  rate: 'DECIMAL(12,6)',
  count: 'INTEGER',
  share: 'DECIMAL(12,6)',
  flag: 'BOOLEAN',
};

/** What looking up a line in the definitions and in its submission adds. */
const LOOKED_UP: Facts = {
  sender: 'VARCHAR',
  first_day: 'DATE', // of the submission's period
  last_day: 'DATE',
  first_month: 'VARCHAR',
  last_month: 'VARCHAR',
  received_day: 'DATE',
  ref_area: 'VARCHAR',
  ice: 'VARCHAR', // fifteen digits, lost leading zeros put back; NULL when unreadable
  ice_padded: 'BOOLEAN',
  ice_valid: 'BOOLEAN', // the whole number mod 97 is 0
  enterprise: 'VARCHAR', // its first nine digits
  registered: 'BOOLEAN', // at the date of the line
  register_segment: 'VARCHAR',
  other_segment: 'VARCHAR',
  export_zone: 'BOOLEAN',
  currency_decimals: 'INTEGER', // NULL for an unknown currency
  excess_decimals: 'BOOLEAN', // the amount has decimals that its currency does not have
  partner_known: 'BOOLEAN',
  bank_known: 'BOOLEAN',
  treatment: 'VARCHAR', // of the nature of operation; NULL for an unknown nature
  segment: 'VARCHAR', // by the two keys
  ebops: 'VARCHAR',
  month: 'VARCHAR', // by the concept of the scope; NULL when unknown
  rate: 'DECIMAL(12,6)', // dirhams for one unit, by the rate rule
};

/** What is known of the other side of a settlement. */
const COUNTERPARTY: Facts = {
  payment_country_known: 'BOOLEAN',
  counterparty_zone: 'BOOLEAN', // a registered enterprise of that name is in an export zone; NULL for no such name
};

/** What a line of each kind says itself: its fields. */
export const SAID: { readonly [K in ProcessedKind]: Facts } = {
  settlement: fieldFacts('settlement'),
  enterprise: fieldFacts('enterprise'),
};

/** All facts of each kind. */
export const FACTS: { readonly [K in ProcessedKind]: Facts } = {
  settlement: { ...SAID.settlement, ...LOOKED_UP, ...COUNTERPARTY },
  enterprise: { ...SAID.enterprise, ...LOOKED_UP },
};

/** The name under which a field's text is known beside the typed value. */
export function textName({ id, type }: Field): string {
  return TYPED[type] !== undefined || id === 'segment' ? `${id}_text` : id;
}

function fieldFacts(kind: ProcessedKind): Facts {
  return Object.fromEntries(
    FIELDS[kind].flatMap((field) => {
      const text = [[textName(field), 'VARCHAR']];
      const type = TYPED[field.type];
      return type === undefined ? text : [...text, [field.id, type]];
    }),
  );
}
