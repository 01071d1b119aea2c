// Errors of what a source knows: a line typed twice, codes and identifiers that do not exist, clients who are residents,
// other flows under the nature of a service; and oddities that are true.

import type { RegisterEntry } from '../design/domain.ts';
import { inForce } from '../design/domain.ts';
import { controlKey } from '../design/ice.ts';
import { formatScaled } from '../design/rational.ts';
import {
  type Context,
  changed,
  clean,
  declare,
  type Injected,
  type Mutation,
  minorOf,
  type Truth,
} from './declared-line.ts';
import { inCentimes, type TrueLine } from './draw-month.ts';

/** Kinds of error, with how often each comes relative to the others. */
export const SOURCE_ERRORS: readonly Mutation[] = [
  { error: '1', kind: 'line_repeated', weight: 1.5, apply: lineRepeated },
  { error: '8', kind: 'zone_client', weight: 1, apply: zoneClient },
  { error: '11', kind: 'ice_unknown', weight: 0.5, apply: unknownIce },
  { error: '13', kind: 'out_of_scope_hidden', weight: 0.7, apply: hiddenOutOfScope },
  { error: '15', kind: 'unknown_code', weight: 0.7, apply: unknownCode },
];

/** Oddities that are true, with how often each comes relative to the others. */
export const SOURCE_LOOK_ALIKES: readonly Mutation[] = [
  { error: 'look-alike', kind: 'true_times_ten', weight: 1, apply: trueTimesTen },
  { error: 'look-alike', kind: 'client_in_hub', weight: 1, apply: clientInHub },
];

/** The same line a second time, under another number of the sender's own. */
function lineRepeated(line: TrueLine): readonly Injected[] {
  const declared = { ...declare(line), line_id: `${line.reference}-2` };
  return [
    clean(line),
    extra(line, declared, labelOf('1', 'line_repeated', 'line_id', line.reference, 'remove')),
  ];
}

/** A sale to an enterprise of an export zone, which is a resident: no export. */
function zoneClient(line: TrueLine, { domain, random }: Context): readonly Injected[] | undefined {
  const zone = zoneEntries(domain.register, line);
  const client = zone[random.below(zone.length)];
  if (client === undefined) return undefined;
  const reference = `${line.reference}Z`;
  const sale = { ...line, reference, invoice: `${line.invoice}Z` };
  const declared = {
    ...declare(sale),
    counterparty_name: client.name,
    free_text: `ICE client ${client.ice}`,
  };
  return [
    clean(line),
    extra(sale, declared, labelOf('8', 'zone_client', 'counterparty_name', client.ice, 'exclude')),
  ];
}

/** An identifier that is well formed and belongs to nobody in the register. */
function unknownIce(line: TrueLine, { domain, random }: Context): readonly Injected[] | undefined {
  const enterprise = String(800_000_000 + random.below(90_000_000));
  if (domain.register.some((entry) => entry.enterprise === enterprise)) return undefined;
  const leading = `${enterprise}0000`;
  const change = { resident_ice: `${leading}${controlKey(leading)}` };
  return changed(line, '11', 'ice_unknown', change, 'resident_ice', line.ice, 'query');
}

const OTHER_FLOWS: readonly [string, ...string[]] = [
  'Distribution de dividendes exercice clos',
  'Remboursement TVA',
  'Avance en compte courant associé',
  'Vente de matériel informatique',
];

/** Another flow under the nature of a service: only the text tells. */
function hiddenOutOfScope(line: TrueLine, { random }: Context): readonly Injected[] {
  const text = random.pick(OTHER_FLOWS);
  const flow = { ...line, reference: `${line.reference}H`, invoice: '' };
  const declared = { ...declare(flow), service_detail: text };
  return [
    clean(line),
    extra(flow, declared, labelOf('13', 'out_of_scope_hidden', 'service_detail', text, 'exclude')),
  ];
}

const UNKNOWN_CODES: readonly [string, string][] = [
  ['currency', 'EUT'],
  ['counterparty_country', 'XQ'],
  ['nature', 'ZZ99'],
];

function unknownCode(line: TrueLine, { random }: Context): readonly Injected[] | undefined {
  const [field, code] = UNKNOWN_CODES[random.below(UNKNOWN_CODES.length)] ?? ['nature', 'ZZ99'];
  return changed(line, '15', 'unknown_code', { [field]: code }, field, declare(line)[field] ?? '', 'query');
}

/** A tenth of a settlement as ordinary ones would be, and the rest as a contract of truly nine times that. */
function trueTimesTen(line: TrueLine, { domain }: Context): readonly Injected[] | undefined {
  const { minor, decimals, rate } = minorOf(line, domain);
  const small = minor / 11n;
  if (small <= 0n) return undefined;
  const parts = [small, minor - small].map((part) => ({ part, mad: inCentimes(part, decimals, rate) }));
  if (parts.reduce((sum, { mad }) => sum + mad, 0n) !== line.mad) return undefined;
  return parts.map(({ part, mad }, at) => {
    const amount = formatScaled(part, decimals);
    const own = {
      ...line,
      amount,
      mad,
      reference: `${line.reference}T${at}`,
      invoice: `${line.invoice}T${at}`,
    };
    const truth = at === 0 ? null : labelOf('look-alike', 'true_times_ten', 'amount', amount, 'keep', mad);
    return { declared: declare(own), line: own, truth, bank: line.bank };
  });
}

const HUBS = ['LU', 'NL', 'IE'];

/** A client that truly resides where others only pay from. */
function clientInHub(line: TrueLine): readonly Injected[] | undefined {
  const { country } = line.client;
  if (!HUBS.includes(country)) return undefined;
  const truth = labelOf('look-alike', 'client_in_hub', 'counterparty_country', country, 'keep', line.mad);
  return [{ ...clean(line), truth }];
}

function labelOf(
  error: string,
  kind: string,
  field: string,
  trueValue: string,
  treatment: Truth['treatment'],
  trueMad = 0n,
): Truth {
  return { error, kind, field, trueValue, trueMad, treatment };
}

function extra(line: TrueLine, declared: Injected['declared'], truth: Truth): Injected {
  return { declared, line, truth, bank: line.bank };
}

function zoneEntries(
  register: readonly RegisterEntry[],
  { day, exporter }: TrueLine,
): readonly RegisterEntry[] {
  return register.filter(
    (entry) => entry.exportZone && entry.enterprise !== exporter.enterprise && inForce(entry, day),
  );
}
