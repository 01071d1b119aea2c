// A second generator of errors, for reporting only: no threshold, rule or weight was set on what it makes. Its errors come
// of how people and systems work, not of the list that the rules were written against: slips of the hand, templates kept
// too long, a flow booked again a month later, figures cut in transport. GSBPM 2.6.

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
  type Truth,
} from './declared-line.ts';
import { inCentimes, type TrueLine } from './draw-month.ts';
import { SECOND_LOOK_ALIKES } from './second-look-alike.ts';

/** Every mechanism, with how often it comes relative to the others. */
export const SECOND_ERRORS: readonly Mutation[] = [
  { error: '5', kind: 'digits_turned', weight: 2, apply: digitsTurned },
  { error: '5', kind: 'figure_cut', weight: 2, apply: figureCut },
  { error: '5', kind: 'tenfold_everywhere', weight: 1.5, apply: tenfoldEverywhere },
  { error: '5', kind: 'other_currency_swap', weight: 1.5, apply: otherCurrencySwap },
  { error: '2', kind: 'booked_again_later', weight: 2, apply: bookedAgain },
  { error: '2', kind: 'declared_in_halves', weight: 1.5, apply: declaredInHalves },
  { error: '4', kind: 'charges_added', weight: 1.5, apply: chargesAdded },
  { error: '6', kind: 'cancelled_in_words', weight: 1.5, apply: cancelledInWords },
  { error: '7', kind: 'old_template', weight: 2, apply: oldTemplate },
  { error: '9', kind: 'neighbour_code', weight: 1.5, apply: neighbourCode },
  { error: '10', kind: 'day_for_month', weight: 1.5, apply: dayForMonth },
  { error: '11', kind: 'other_exporter', weight: 1.5, apply: otherExporter },
];

/** What becomes of a clean line under the second generator. */
export function injectSecond(line: TrueLine, rate: number, context: Context): readonly Injected[] {
  const drawn = context.random.next();
  const list = drawn < rate ? SECOND_ERRORS : drawn < 2 * rate ? SECOND_LOOK_ALIKES : [];
  let rest = context.random.next() * list.reduce((sum, { weight }) => sum + weight, 0);
  const chosen = list.find(({ weight }) => {
    rest -= weight;
    return rest < 0;
  });
  return chosen?.apply(line, context) ?? [clean(line)];
}

/** Two neighbouring digits change places, in the amount alone. */
function digitsTurned(line: TrueLine, { random }: Context): readonly Injected[] | undefined {
  const whole = line.amount.split('.')[0] ?? '';
  if (whole.length < 3) return undefined;
  const at = random.below(whole.length - 1);
  const turned = `${line.amount.slice(0, at)}${line.amount[at + 1]}${line.amount[at]}${line.amount.slice(at + 2)}`;
  if (turned === line.amount || turned.startsWith('0')) return undefined;
  return changed(line, '5', 'digits_turned', { amount: turned }, 'amount', line.amount, 'correct');
}

/** What stood after the separator of thousands is gone. */
function figureCut(line: TrueLine): readonly Injected[] | undefined {
  const [whole = '', fraction] = line.amount.split('.');
  if (whole.length < 5) return undefined;
  const amount = fraction === undefined ? whole.slice(0, -3) : `${whole.slice(0, -3)}.${fraction}`;
  return changed(line, '5', 'figure_cut', { amount, mad_amount: '' }, 'amount', line.amount, 'query');
}

/** One digit too many before anything was computed from it: the dirhams agree. */
function tenfoldEverywhere(line: TrueLine): readonly Injected[] {
  const { minor, decimals } = minorOf(line);
  const mad = line.mad < 0n ? -line.mad : line.mad;
  const change = { amount: formatScaled(minor * 10n, decimals), mad_amount: formatScaled(mad * 10n, 2) };
  return changed(line, '5', 'tenfold_everywhere', change, 'amount', line.amount, 'query');
}

/** Currencies that are not the usual two; the dirhams show which one was paid. */
function otherCurrencySwap(line: TrueLine): readonly Injected[] | undefined {
  const other = { GBP: 'CHF', CHF: 'GBP', CAD: 'USD', SEK: 'EUR', AED: 'SAR', SAR: 'AED' }[line.currency];
  if (other === undefined) return undefined;
  return changed(line, '5', 'other_currency_swap', { currency: other }, 'currency', line.currency, 'correct');
}

/** The same payment entered again three weeks later under another reference. */
function bookedAgain(line: TrueLine): readonly Injected[] | undefined {
  const day = Number(line.day.slice(8));
  if (day > 7) return undefined;
  const again = `${line.day.slice(0, 8)}${String(day + 21).padStart(2, '0')}`;
  const reference = `${line.reference}-N`;
  const declared = {
    ...declare(line),
    line_id: reference,
    bank_reference: reference,
    value_date: again,
    execution_date: again,
  };
  return [
    clean(line),
    extra(
      line,
      declared,
      line.bank,
      truthOf('2', 'booked_again_later', 'bank_reference', line.reference, 'link'),
    ),
  ];
}

/** A second bank declares what a first one did, in two halves and without the invoice. */
function declaredInHalves(
  line: TrueLine,
  { banks, domain, random }: Context,
): readonly Injected[] | undefined {
  const later = banks.filter((bank) => bank > line.bank);
  const bank = later[random.below(later.length)];
  const { minor, decimals, rate } = minorOf(line, domain);
  if (bank === undefined || minor < 2n) return undefined;
  const halves = [minor / 2n, minor - minor / 2n].map((part, at) => {
    const reference = `${bank}${line.reference.slice(3)}H${at}`;
    const own: Declared = {
      ...{ line_id: reference, bank_code: bank, bank_reference: reference, invoice_refs: '' },
      ...{
        amount: formatScaled(part, decimals),
        mad_amount: formatScaled(inCentimes(part, decimals, rate), 2),
      },
    };
    return extra(
      line,
      { ...declare(line), ...own },
      bank,
      truthOf('2', 'declared_in_halves', 'bank_reference', line.reference, 'link'),
    );
  });
  return [clean(line), ...halves];
}

/** The bank's charges are on top of the receipt, and nothing says so. */
function chargesAdded(line: TrueLine, { random, domain }: Context): readonly Injected[] {
  const { minor, decimals, rate } = minorOf(line, domain);
  const total = minor + (minor * BigInt(10 + random.below(20))) / 1000n;
  const change = {
    amount: formatScaled(total, decimals),
    mad_amount: formatScaled(inCentimes(total, decimals, rate), 2),
  };
  return changed(line, '4', 'charges_added', change, 'amount', line.amount, 'query');
}

/** A payment that was cancelled, declared as a receipt that says so in words only. */
function cancelledInWords(line: TrueLine, { random }: Context): readonly Injected[] {
  const reference = `${line.reference}C`;
  const words = random.pick(['Opération extournée', 'Annulation virement', 'Rejet correspondant', 'ملغاة']);
  const declared = { ...declare(line), line_id: reference, bank_reference: reference, free_text: words };
  return [
    clean(line),
    extra(line, declared, line.bank, truthOf('6', 'cancelled_in_words', 'free_text', words, 'exclude')),
  ];
}

/** The nature of another activity, as the form of an earlier client had it, with words of the true one. */
function oldTemplate(line: TrueLine, { random, domain }: Context): readonly Injected[] | undefined {
  const name = domain.natures.find(({ code }) => code === line.nature)?.name.fr ?? '';
  const others = ['CC02', 'EN02', 'IT02', 'BO02', 'KN02'].filter(
    (code) => code.slice(0, 2) !== line.nature.slice(0, 2),
  );
  const known = others.filter((code) => domain.natures.some((nature) => nature.code === code));
  const nature = known[random.below(known.length)];
  if (nature === undefined) return undefined;
  return changed(
    line,
    '7',
    'old_template',
    { nature, service_detail: name },
    'nature',
    line.nature,
    'correct',
  );
}

/** A country whose code looks or sounds alike; the payment still comes from the right one. */
function neighbourCode(line: TrueLine, { domain }: Context): readonly Injected[] | undefined {
  const other = { CH: 'CN', DE: 'DK', ES: 'EE', SE: 'ES', IE: 'IS', GB: 'GA', BE: 'BJ', US: 'UA' }[
    line.client.country
  ];
  if (other === undefined || !domain.countries.some(({ code }) => code === other)) return undefined;
  return changed(
    line,
    '9',
    'neighbour_code',
    { counterparty_country: other },
    'counterparty_country',
    line.client.country,
    'correct',
  );
}

/** 2025-03-05 written as the third of May. */
function dayForMonth(line: TrueLine): readonly Injected[] | undefined {
  const [year = '', month = '', day = ''] = line.day.split('-');
  if (day > '12' || day === month) return undefined;
  return changed(
    line,
    '10',
    'day_for_month',
    { value_date: `${year}-${day}-${month}` },
    'value_date',
    line.day,
    'correct',
  );
}

/** Another exporter's identifier, valid and registered; the name is right. */
function otherExporter(line: TrueLine, { domain, random }: Context): readonly Injected[] | undefined {
  const other = domain.register[random.below(domain.register.length)];
  if (other === undefined || other.enterprise === line.exporter.enterprise) return undefined;
  return changed(
    line,
    '11',
    'other_exporter',
    { resident_ice: other.ice },
    'resident_ice',
    line.ice,
    'query',
  );
}

function truthOf(
  error: string,
  kind: string,
  field: string,
  trueValue: string,
  treatment: Truth['treatment'],
): Truth {
  return { error, kind, field, trueValue, trueMad: 0n, treatment };
}

function extra(line: TrueLine, declared: Declared, bank: string, truth: Truth): Injected {
  return { declared, line, truth, bank };
}
