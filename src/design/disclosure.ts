// GSBPM 2.5 and 6.4: the parameters of disclosure control. They are secrets of the office: dated, kept in the
// workspace's secrets, and never printed. What leaves is a keyed commitment, by which the office can prove later
// which parameters it used. Source of the rules: SDC handbook (Hundepool et al.), primary rules for magnitude tables.

import { createHmac } from 'node:crypto';
import { parse } from 'yaml';
import { z } from 'zod';
import { Refused } from '../engine/errors.ts';
import { parseRational, type Rational, ratio } from './rational.ts';
import { refusal } from './refusal.ts';

/** A rule (n,k): unsafe when the n largest together exceed k % of the total. */
export type Dominance = { readonly n: number; readonly k: Rational };

export type DisclosureParameters = {
  readonly validFrom: string;
  readonly validTo: string | null;
  /** Fewer holdings than this make a cell unsafe. */
  readonly frequency: number;
  /** Unsafe when X − x1 − x2 < p/100 · x1. */
  readonly p: Rational;
  readonly dominance: readonly Dominance[];
  /** (p,q): what is known beforehand of each contribution, to q %; null when the p % rule stands alone. */
  readonly q: Rational | null;
};

/** A contributor's own leave to publish what gives it away, from a day to a day. */
export type Waiver = {
  readonly holding: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly reference: string;
};

export type Disclosure = {
  readonly parameters: readonly DisclosureParameters[];
  readonly waivers: readonly Waiver[];
  /** The key of the commitment, in hexadecimal. */
  readonly key: string;
};

/** Reads the secrets; every fault at once, without repeating any value of the file. */
export function readDisclosure(text: string, path: string): Disclosure {
  const result = FILE.safeParse(parse(text));
  if (!result.success) refuseFaults(result.error, path);
  const { parameters, waivers, key } = result.data;
  return {
    parameters: parameters.map(parametersOf),
    waivers: waivers.map(({ holding, reference, ...dates }) => ({ holding, reference, ...datesOf(dates) })),
    key,
  };
}

/** The parameters in force on a day (ISO); refuses when there are none, or more than one set. */
export function parametersOn({ parameters }: Disclosure, day: string, path: string): DisclosureParameters {
  const inForce = parameters.filter((set) => holdsOn(set, day));
  const [first] = inForce;
  if (first !== undefined && inForce.length === 1) return first;
  throw refusal('parameters_faulty', {}, [
    {
      where: path,
      found: `${inForce.length} sets in force on ${day}`,
      expected: 'exactly one',
      remedy: 'date the sets with valid_from and valid_to so that they follow each other',
    },
  ]);
}

/** The holdings that waive their protection on a day (ISO). */
export function waivedOn({ waivers }: Disclosure, day: string): ReadonlySet<string> {
  return new Set(waivers.filter((waiver) => holdsOn(waiver, day)).map(({ holding }) => holding));
}

/** Commitment to the parameters and waivers: HMAC-SHA-256 in hexadecimal. A plain hash of small numbers could be guessed. */
export function commitmentTo({ parameters, waivers, key }: Disclosure): string {
  const content = JSON.stringify([parameters, waivers], (_, value) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
  return createHmac('sha256', Buffer.from(key, 'hex')).update(content).digest('hex');
}

/** Commitment to the certificate of a release, by the same key. */
export function commitmentToCertificate({ key }: Pick<Disclosure, 'key'>, certificate: string): string {
  return createHmac('sha256', Buffer.from(key, 'hex')).update(`certificate\n${certificate}`).digest('hex');
}

/** The secrets of a synthetic workspace, drawn as an office would state them: nobody else knows them. `random` gives bytes. */
export function drawDisclosure(random: (bytes: number) => Uint8Array): string {
  const [least = 0, high = 0, low = 0] = random(3);
  const tenths = 80 + ((256 * high + low) % 71);
  const set = [`frequency: ${3 + (least % 2)}`, `p: '${Math.floor(tenths / 10)}.${tenths % 10}'`];
  return [
    '# Drawn for a synthetic workspace. An office states its own, and keeps this file secret.',
    ...fileLines(set, random),
  ].join('\n');
}

/** The secrets of a workspace that will hold real declarations: every value is still to be stated by the office. */
export function blankDisclosure(random: (bytes: number) => Uint8Array): string {
  return [
    '# State the parameters of disclosure control. Nothing is published until they are here.',
    '# frequency: least number of holdings; p: percent of the p % rule;',
    '# dominance: [{ n: 1, k: 80 }] adds (n,k) rules; q: prior knowledge in percent for the (p,q) rule.',
    ...fileLines(['frequency:', 'p:'], random),
  ].join('\n');
}

const DAY = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const PERCENT = z
  .union([z.number(), z.string()])
  .transform(String)
  .pipe(z.string().regex(/^\d+(\.\d+)?$/));
const DATES = { valid_from: DAY, valid_to: DAY.nullish() };
const SET = z.strictObject({
  ...DATES,
  frequency: z.int().min(1),
  p: PERCENT,
  q: PERCENT.nullish(),
  dominance: z.array(z.strictObject({ n: z.int().min(1), k: PERCENT })).default([]),
});
const FILE = z.strictObject({
  key: z.string().regex(/^[0-9a-f]{64}$/),
  parameters: z.array(SET).min(1),
  waivers: z
    .array(z.strictObject({ holding: z.string().min(1), reference: z.string().min(1), ...DATES }))
    .default([]),
});

function fileLines(set: readonly string[], random: (bytes: number) => Uint8Array): readonly string[] {
  return [
    `key: '${Buffer.from(random(32)).toString('hex')}'`,
    'parameters:',
    "  - valid_from: '2000-01-01'",
    ...set.map((line) => `    ${line}`),
    'waivers: []',
    '',
  ];
}

function parametersOf({ frequency, p, q, dominance, ...dates }: z.infer<typeof SET>): DisclosureParameters {
  return {
    ...datesOf(dates),
    frequency,
    p: percent(p),
    q: q === undefined || q === null ? null : percent(q),
    dominance: dominance.map(({ n, k }) => ({ n, k: percent(k) })),
  };
}

function percent(text: string): Rational {
  return parseRational(text) ?? ratio(0n);
}

function datesOf(dates: { valid_from: string; valid_to?: string | null | undefined }): {
  validFrom: string;
  validTo: string | null;
} {
  return { validFrom: dates.valid_from, validTo: dates.valid_to ?? null };
}

function holdsOn(dates: { validFrom: string; validTo: string | null }, day: string): boolean {
  return dates.validFrom <= day && (dates.validTo === null || day <= dates.validTo);
}

function refuseFaults(error: z.ZodError, path: string): never {
  throw new Refused(
    'the parameters of disclosure control cannot be used',
    error.issues.map((issue) => ({
      where: `${path}: ${issue.path.join('.')}`,
      found: 'a value that does not fit, or none (values are secret and not shown)',
      expected: issue.code === 'unrecognized_keys' ? 'no such key' : issue.code.replaceAll('_', ' '),
      remedy: 'state it in this file',
    })),
  );
}
