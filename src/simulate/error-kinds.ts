// The errors that a single settlement carries, as `domain.md` section 4 numbers them.

import { formatScaled } from '../design/rational.ts';
import {
  type Context,
  changed,
  clean,
  type Declared,
  declare,
  type Injected,
  type Mutation,
  minorOf,
  refundPair,
  type Truth,
} from './declared-line.ts';
import { inCentimes, rateOf, type TrueLine } from './draw-month.ts';

/** Every kind of error, with how often it comes relative to the others. */
export const ERROR_KINDS: readonly Mutation[] = [
  { error: '2', kind: 'double_bank', weight: 3, apply: doubleBank },
  { error: '4', kind: 'net_for_gross', weight: 2, apply: netForGross },
  {
    error: '5',
    kind: 'times_1000',
    weight: 1.5,
    apply: (line, context) => scaled(line, context, 'times_1000', 3),
  },
  {
    error: '5',
    kind: 'cents_as_units',
    weight: 1.5,
    apply: (line, context) => scaled(line, context, 'cents_as_units', 2),
  },
  { error: '5', kind: 'currency_swap', weight: 2, apply: currencySwap },
  { error: '6', kind: 'sign', weight: 1.5, apply: signLost },
  { error: '6', kind: 'refund_later_month', weight: 1, apply: refundLater },
  {
    error: '7',
    kind: 'misclassified',
    weight: 2,
    apply: (line, context) => renatured(line, context, ['CC01', 'EN01', 'IT01', 'BO01']),
  },
  {
    error: '7',
    kind: 'catch_all',
    weight: 1,
    apply: (line) => changed(line, '7', 'catch_all', { nature: 'OT99' }, 'nature', line.nature, 'correct'),
  },
  { error: '8', kind: 'resident_client', weight: 1.5, apply: residentClient },
  { error: '9', kind: 'paying_hub', weight: 3, apply: payingHub },
  { error: '10', kind: 'wrong_period', weight: 1.5, apply: wrongPeriod },
  { error: '11', kind: 'ice_lost_zero', weight: 2, apply: lostZero },
  { error: '11', kind: 'ice_invalid', weight: 1, apply: invalidIce },
  { error: '13', kind: 'out_of_scope', weight: 2, apply: outOfScope },
  { error: '14', kind: 'mixed_contract', weight: 1, apply: mixedContract },
  { error: '17', kind: 'text_noise', weight: 3, apply: textNoise },
];

function doubleBank(line: TrueLine, { random, banks, missing }: Context): readonly Injected[] | undefined {
  const later = banks.filter((bank) => bank > line.bank);
  const bank = later[random.below(later.length)];
  if (bank === undefined || missing?.(line.bank, line.month) === true) return undefined;
  const reference = `${bank}${line.reference.slice(3)}D`;
  const declared = { ...declare(line), bank_code: bank, bank_reference: reference, line_id: reference };
  const truth: Truth = {
    error: '2',
    kind: 'double_bank',
    field: 'bank_reference',
    trueValue: line.reference,
    trueMad: 0n,
    treatment: 'link',
  };
  return [clean(line), { declared, line, truth, bank }];
}

function netForGross(line: TrueLine, { random }: Context): readonly Injected[] | undefined {
  const { minor, decimals } = minorOf(line);
  const fee = (minor * BigInt(5 + random.below(15))) / 1000n;
  if (fee === 0n) return undefined;
  const net = formatScaled(minor - fee, decimals);
  const change = {
    amount: net,
    mad_amount: '',
    gross_amount: line.amount,
    deductions: formatScaled(fee, decimals),
  };
  return changed(line, '4', 'net_for_gross', change, 'amount', line.amount, 'correct');
}

function scaled(line: TrueLine, { random }: Context, kind: string, power: number): readonly Injected[] {
  const { minor, decimals } = minorOf(line);
  const amount = formatScaled(minor * 10n ** BigInt(power), decimals);
  const proof: Declared = random.chance(0.7) ? {} : { mad_amount: '' };
  return changed(line, '5', kind, { amount, ...proof }, 'amount', line.amount, 'correct');
}

function currencySwap(line: TrueLine, { random }: Context): readonly Injected[] | undefined {
  const other = { EUR: 'USD', USD: 'EUR' }[line.currency];
  if (other === undefined) return undefined;
  const proved = random.chance(0.7);
  const change: Declared = proved
    ? { currency: other }
    : { currency: other, mad_amount: '', exchange_rate: '' };
  return changed(line, '5', 'currency_swap', change, 'currency', line.currency, proved ? 'correct' : 'query');
}

/** A refund and the receipt that it gives back, the refund declared as another receipt. */
function signLost(line: TrueLine, context: Context): readonly Injected[] | undefined {
  const [receipt, refund] = refundPair(line, context);
  const declared = { ...refund.declared, direction: 'C' };
  return [
    clean(line),
    receipt,
    {
      ...refund,
      declared,
      truth: {
        error: '6',
        kind: 'sign',
        field: 'direction',
        trueValue: 'D',
        trueMad: refund.line.mad,
        treatment: 'correct',
      },
    },
  ];
}

/** A refund declared in the month after its receipt: it lowers the month of the receipt. */
function refundLater(line: TrueLine, context: Context): readonly Injected[] | undefined {
  const { lastMonth = line.month, missing, domain } = context;
  const next = monthAfter(line.month);
  if (next > lastMonth || missing?.(line.bank, line.month) || missing?.(line.bank, next)) return undefined;
  const [receipt, { line: refund }] = refundPair(line, context);
  const day = `${next}-${line.day.slice(8) > '28' ? '28' : line.day.slice(8)}`;
  const { rate, decimals } = rateOf(domain, line.currency, next);
  const own = inCentimes(minorOf(refund).minor, decimals, rate);
  const declared = {
    ...declare(refund),
    value_date: day,
    execution_date: day,
    exchange_rate: formatScaled(rate, 6).replace(/0{1,5}$/, ''),
    mad_amount: formatScaled(own, 2),
  };
  const truth: Truth = {
    error: '6',
    kind: 'refund_later_month',
    field: 'value_date',
    trueValue: line.month,
    trueMad: refund.mad,
    treatment: 'correct',
  };
  return [clean(line), receipt, { declared, line: refund, truth, bank: line.bank, declaredIn: next }];
}

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

function renatured(
  line: TrueLine,
  { random }: Context,
  natures: readonly string[],
): readonly Injected[] | undefined {
  const other = natures.filter((nature) => nature.slice(0, 2) !== line.nature.slice(0, 2));
  const nature = other[random.below(other.length)];
  return nature === undefined
    ? undefined
    : changed(line, '7', 'misclassified', { nature }, 'nature', line.nature, 'correct');
}

/** An extra line that is no export: its client is a resident. */
function residentClient(line: TrueLine): readonly Injected[] {
  const extra = { ...line, reference: `${line.reference}M`, invoice: `${line.invoice}M` };
  const declared = { ...declare(extra), counterparty_country: 'MA', payment_country: 'MA' };
  return [
    clean(line),
    {
      declared,
      line: extra,
      bank: line.bank,
      truth: {
        error: '8',
        kind: 'resident_client',
        field: 'counterparty_country',
        trueValue: 'MA',
        trueMad: 0n,
        treatment: 'exclude',
      },
    },
  ];
}

function payingHub(line: TrueLine, { random }: Context): readonly Injected[] | undefined {
  const hub = random.pick(['LU', 'NL', 'IE']);
  if (hub === line.client.country) return undefined;
  return changed(
    line,
    '9',
    'paying_hub',
    { counterparty_country: hub, payment_country: hub },
    'counterparty_country',
    line.client.country,
    'correct',
  );
}

function wrongPeriod(line: TrueLine): readonly Injected[] | undefined {
  const [year = '', month = ''] = line.month.split('-');
  if (month === '01') return undefined;
  const day = `${year}-${String(Number(month) - 1).padStart(2, '0')}-${String(Math.min(28, Number(line.day.slice(8)))).padStart(2, '0')}`;
  return changed(line, '10', 'wrong_period', { value_date: day }, 'value_date', line.day, 'correct');
}

function lostZero(line: TrueLine): readonly Injected[] | undefined {
  if (!line.ice.startsWith('0')) return undefined;
  return changed(
    line,
    '11',
    'ice_lost_zero',
    { resident_ice: line.ice.replace(/^0+/, '') },
    'resident_ice',
    line.ice,
    'correct',
  );
}

function invalidIce(line: TrueLine): readonly Injected[] {
  const key = String((Number(line.ice.slice(13)) + 1) % 100).padStart(2, '0');
  return changed(
    line,
    '11',
    'ice_invalid',
    { resident_ice: `${line.ice.slice(0, 13)}${key}` },
    'resident_ice',
    line.ice,
    'query',
  );
}

function outOfScope(line: TrueLine, { random }: Context): readonly Injected[] {
  const nature = random.pick(['GD01', 'DV01', 'SA01', 'GR01', 'TX01', 'LN01', 'CP01']);
  const extra = { ...line, reference: `${line.reference}X`, invoice: `${line.invoice}X`, nature };
  return [
    clean(line),
    {
      declared: declare(extra),
      line: extra,
      bank: line.bank,
      truth: {
        error: '13',
        kind: 'out_of_scope',
        field: 'nature',
        trueValue: nature,
        trueMad: 0n,
        treatment: 'exclude',
      },
    },
  ];
}

/** One settlement of a contract of two segments, declared under the nature of its main one. */
function mixedContract(line: TrueLine): readonly Injected[] | undefined {
  const entry = line.exporter.entries[0];
  if (entry?.otherSegment == null || entry.otherSegment !== line.segment) return undefined;
  const nature = { ITO: 'IT02', CRM: 'CC01', ESO: 'EN01', BPO: 'BO01', KPO: 'KN02' }[entry.segment];
  return nature === undefined
    ? undefined
    : changed(line, '14', 'mixed_contract', { nature }, 'nature', line.nature, 'correct');
}

const NOISE: readonly ((amount: string) => string)[] = [
  (amount) => amount.replace('.', ','),
  (amount) =>
    [...amount]
      .map((digit) => (/\d/.test(digit) ? String.fromCodePoint(0x660 + Number(digit)) : '٫'))
      .join(''),
  (amount) => `\u200f${amount}\u200f`,
  (amount) => amount.replace(/\B(?=(\d{3})+(?!\d))/, '\u00a0').replace('.', ','),
];

/** The same amount in other signs: it reads back as it was. */
function textNoise(line: TrueLine, { random, writes }: Context): readonly Injected[] | undefined {
  const noisy = (NOISE[random.below(NOISE.length)] ?? String)(line.amount);
  if (writes?.(line.bank, noisy) === false) return undefined;
  return changed(line, '17', 'text_noise', { amount: noisy }, 'amount', line.amount, 'keep');
}
