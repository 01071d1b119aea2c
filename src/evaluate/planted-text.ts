// Texts made from known figures, each sentence true or with one slip planted: what the checker finds of them is counted.

import { parseCellId } from '../design/equation.ts';
import { parseKey } from '../design/key.ts';
import { formatPeriod, type Period, periodOf, shiftPeriod, yearBefore } from '../design/period.ts';
import type { Language, Text } from '../design/text.ts';
import type { Fact } from './claim-knowledge.ts';
import { SENTENCES } from './planted-words.ts';

export const PLANTED_SLIPS = [
  'unit',
  'currency',
  'period',
  'comparison period',
  'points for percent',
  'digit swap',
  'direction',
  'magnitude',
  'segment',
  'growth for share',
  'stock for flow',
  'rank',
] as const;
export type PlantedSlip = (typeof PLANTED_SLIPS)[number];

export type PlantedText = {
  readonly language: Language;
  readonly text: string;
  /** Null: the text is true. */
  readonly slip: PlantedSlip | null;
};

/** What a sentence says. */
type Saying = {
  readonly kind: 'level' | 'rise' | 'fall' | 'share' | 'rank' | 'stock' | 'flow';
  readonly segment: string;
  readonly period: Period;
  readonly number: string;
  readonly unit: string;
  readonly against: Period | null;
};

/** True texts and texts with each slip that fits, from every figure, in every language. */
export function plantedTexts(
  facts: readonly Fact[],
  segments: readonly string[],
  nameOf: (segment: string) => Text,
): readonly PlantedText[] {
  const sayings = facts.filter(({ role }) => role !== 'hedged').flatMap(sayingOf);
  return (['ar', 'fr', 'en'] as const).flatMap((language) =>
    sayings.flatMap((saying, at) => {
      const write = (said: Saying, slip: PlantedSlip | null) => ({
        language,
        text: sentenceOf(said, language, nameOf, at),
        slip,
      });
      const wrong = PLANTED_SLIPS.flatMap((slip) =>
        planted(saying, slip, segments, sayings).map((said) => write(said, slip)),
      );
      return [write(saying, null), ...wrong];
    }),
  );
}

function sayingOf({ cell, printed }: Fact): readonly Saying[] {
  const { key, period } = parseCellId(cell);
  const parts = parseKey(key);
  const [value = '', unit = ''] = printed.split(' ');
  const kind = KINDS[parts?.INDICATOR ?? ''];
  if (parts === undefined || kind === undefined || !/^(?:A|S|Q)$/.test(parts.FREQ)) return [];
  if (parts.SCOPE === 'LEGACY' || (kind === 'stock' && (parts.SEGMENT !== '_T' || parts.FREQ !== 'A')))
    return [];
  const said = {
    segment: parts.SEGMENT,
    period: periodOf(period),
    number: value.replace('-', ''),
    unit,
    against: null,
  };
  if (Number(said.number) === 0) return [];
  return [{ ...said, kind: kind === 'rise' && value.startsWith('-') ? 'fall' : kind }];
}

const KINDS: { readonly [indicator: string]: Saying['kind'] } = {
  EXPORTS: 'level',
  EXPORTS_YOY: 'rise',
  EXPORTS_SHARE: 'share',
  EMPLOYMENT: 'stock',
};

/** The saying with a slip; none where the slip does not fit or would change nothing. */
function planted(
  saying: Saying,
  slip: PlantedSlip,
  segments: readonly string[],
  all: readonly Saying[],
): readonly Saying[] {
  const made = PLANT[slip](saying, segments);
  return made.filter((said) => !all.some((other) => isSame(other, said)));
}

type Plant = (saying: Saying, segments: readonly string[]) => readonly Saying[];

const PLANT: { readonly [S in PlantedSlip]: Plant } = {
  unit: (said) =>
    said.kind === 'level' ? [{ ...said, unit: said.unit === 'MAD_BN' ? 'MAD_MN' : 'MAD_BN' }] : [],
  currency: (said) => (said.kind === 'level' ? [{ ...said, unit: said.unit.replace('MAD', 'USD') }] : []),
  period: (said) => (said.kind === 'level' ? [{ ...said, period: yearBefore(said.period) }] : []),
  'comparison period': (said) =>
    isRate(said) && said.period.freq !== 'A' ? [{ ...said, against: shiftPeriod(said.period, -1) }] : [],
  'points for percent': (said) => (isRate(said) || said.kind === 'share' ? [{ ...said, unit: 'PP' }] : []),
  'digit swap': (said) => swapped(said.number).map((number) => ({ ...said, number })),
  direction: (said) => (isRate(said) ? [{ ...said, kind: said.kind === 'rise' ? 'fall' : 'rise' }] : []),
  magnitude: (said) => (isRate(said) ? [{ ...said, number: timesTen(said.number) }] : []),
  segment: (said, segments) =>
    said.kind === 'level' || said.kind === 'share'
      ? segments
          .filter((code) => code !== said.segment && said.segment !== '_T')
          .slice(0, 1)
          .map((segment) => ({ ...said, segment }))
      : [],
  'growth for share': (said) =>
    isRate(said) && said.segment !== '_T'
      ? [{ ...said, kind: 'share' }]
      : said.kind === 'share'
        ? [{ ...said, kind: 'rise' }]
        : [],
  'stock for flow': (said) =>
    said.kind === 'stock' ? [{ ...said, kind: 'flow', period: { freq: 'A', year: 2030, index: 1 } }] : [],
  rank: (said, segments) =>
    said.kind === 'level' && said.segment === segments.at(-1) ? [{ ...said, kind: 'rank' }] : [],
};

function isRate({ kind }: Saying): boolean {
  return kind === 'rise' || kind === 'fall';
}

function isSame(a: Saying, b: Saying): boolean {
  return (
    a.against === b.against &&
    a.kind === b.kind &&
    a.segment === b.segment &&
    a.unit === b.unit &&
    formatPeriod(a.period) === formatPeriod(b.period) &&
    Math.abs(Number(a.number) - Number(b.number)) <= 0.01 * Number(b.number)
  );
}

/** The first two neighbouring digits that differ, exchanged, where that changes the number by more than a hundredth. */
function swapped(number: string): readonly string[] {
  const places = [...number].flatMap((letter, at) => (letter === '.' ? [] : [at]));
  for (let at = 0; at + 1 < places.length; at += 1) {
    const [first = 0, second = 0] = [places[at], places[at + 1]];
    const letters = [...number];
    [letters[first], letters[second]] = [number[second] ?? '', number[first] ?? ''];
    const other = letters.join('');
    const change = Math.abs(Number(other) - Number(number)) / Number(number);
    if (change > 0.01 && !/^0\d/.test(other) && Number(other) > 0) return [other];
  }
  return [];
}

function timesTen(number: string): string {
  return String(Math.round(Number(number) * 1000) / 100);
}

/** A saying as a sentence of a language; `turn` chooses among the ways to say it. */
function sentenceOf(
  said: Saying,
  language: Language,
  nameOf: (segment: string) => Text,
  turn: number,
): string {
  const words = SENTENCES[language];
  const patterns = words[said.kind];
  const pattern = said.against === null ? (patterns[turn % patterns.length] ?? '') : (patterns[0] ?? '');
  const inPeriod = (period: Period) => {
    const part = period.freq === 'A' ? 'A' : `${period.freq}${period.index}`;
    return (words.periods[part] ?? '').replace('{year}', String(period.year));
  };
  const name = said.segment === '_T' ? words.total : lowered(nameOf(said.segment)[language]);
  const before = said.against === null ? '' : words.against.replace('{before}', bare(inPeriod(said.against)));
  const values: { readonly [name: string]: string } = {
    name,
    Name: capital(name),
    number: language === 'en' ? said.number : said.number.replace('.', ','),
    unit: words.units[said.unit] ?? said.unit,
    period: inPeriod(said.period) + before,
    Period: capital(inPeriod(said.period)),
    year: String(said.period.year),
    place: words.places[0],
  };
  const sentence = pattern.replaceAll(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '');
  return said.kind === 'flow' || said.kind === 'stock' || said.segment === '_T'
    ? `${OPENINGS[language]} ${sentence}`
    : `${sentence} ${OPENINGS[language]}`;
}

/** Says what the text is about. */
const OPENINGS: { readonly [L in Language]: string } = {
  en: 'These are figures of offshoring.',
  fr: 'Ce sont des chiffres de l’offshoring.',
  ar: 'هذه أرقام الأوفشورينغ.',
};

function lowered(name: string): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1);
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** A period without its preposition: behind "compared with". */
function bare(period: string): string {
  return period.replace(/^(?:in the|in|au|en|خلال) /, '');
}
