// Numbers that are parts of a whole: fractions in words, so many in ten, parts of a percent, multiples.

import { type Candidate, candidate, hedgeBefore } from './claim-candidate.ts';
import { readNumber } from './claim-number.ts';
import type { Token } from './claim-token.ts';
import { type Unit, unitAround } from './claim-unit.ts';

/** A fraction in words is a percentage with the precision of a hedge; "doubled" is a growth of 100 percent. */
export function fractionAt(tokens: readonly Token[], at: number, token: Token): Candidate | undefined {
  const multiple = token.kind === 'multiple';
  const [over = '1', under] = token.value.split('/');
  if ((!multiple && under === undefined) || isOfTime(tokens, at)) return undefined;
  const hedge = hedgeBefore(tokens, at);
  const percent = percentBehind(tokens, at + 1);
  if (percent !== undefined && under !== undefined) return partOfPercent(tokens, at, percent, [over, under]);
  const start =
    hedge === null
      ? token.start
      : (tokens[at - (tokens[at - 1]?.kind === 'hedge' ? 1 : 2)]?.start ?? token.start);
  return {
    from: at,
    to: at + 1,
    class: 'fraction',
    unit: 'PERCENT',
    value: multiple ? token.value.replace('-', '') : percentOf(Number(over), Number(under)),
    decimals: 0,
    sign: token.value.startsWith('-') ? -1 : multiple ? 1 : 0,
    hedge: hedge ?? 'about',
    notation: null,
    otherwise: null,
    high: null,
    coarse: false,
    multiple,
    start,
    end: token.end,
  };
}

/** "a fifth of one per cent": where the percent stands that a fraction is of. */
function percentBehind(tokens: readonly Token[], at: number): number | undefined {
  for (let next = at; next < at + 4; next += 1) {
    const token = tokens[next];
    if (token?.kind === 'percent' || token?.kind === 'points') return next;
    if (!SMALL_PARTS.test(token?.value ?? '')) return undefined;
  }
  return undefined;
}

const SMALL_PARTS = /^(?:of|a|an|one|1|un|une|de|d|pour|في|من|واحد|الواحد|نقطه)$/;

function partOfPercent(
  tokens: readonly Token[],
  at: number,
  to: number,
  [over, under]: readonly [string, string],
): Candidate | undefined {
  const points = tokens[to]?.kind === 'points';
  const number = readNumber(String(Math.round((100 * Number(over)) / Number(under)) / 100), 'en', false);
  if (number === undefined) return undefined;
  const unit: Unit = {
    class: points ? 'points' : 'percent',
    unit: points ? 'PP' : 'PERCENT',
    from: at,
    to: to + 1,
  };
  return candidate(tokens, at, number, unit);
}

/** "four in ten", « quatre sur dix », "four dirhams in every ten": a fraction. */
export function outOfAt(tokens: readonly Token[], at: number, token: Token): Candidate | undefined {
  const over = wholeOf(token);
  if (over === undefined || over > 9) return undefined;
  const noun = tokens[at + 1]?.kind === 'currency' || tokens[at + 1]?.kind === 'persons' ? 1 : 0;
  if (
    !/^(?:in|out|sur|من)$/.test(tokens[at + 1 + noun]?.value ?? '') &&
    tokens[at + 1 + noun]?.kind !== 'from'
  )
    return undefined;
  for (let next = at + 2 + noun; next <= at + 4 + noun; next += 1) {
    const under = tokens[next];
    const parts = wholeOf(under);
    if (under !== undefined && parts !== undefined && OUT_OF.has(parts) && over < parts) {
      const whole: Token = { ...token, kind: 'fraction', value: `${over}/${parts}`, end: under.end };
      const unit = unitAround(tokens, next)?.unit ?? '';
      const found = unit.includes('_') ? undefined : fractionAt(tokens, at, whole);
      return found === undefined ? undefined : { ...found, to: next + 1, end: under.end };
    }
    if (!/^(?:of|every|each|chaque|كل|اصل)$/.test(under?.value ?? '')) return undefined;
  }
  return undefined;
}

const OUT_OF: ReadonlySet<number> = new Set([5, 10, 20, 100]);

/** What others are out of; a number word on its own is a word. */
const TENS: { readonly [word: string]: string } = {
  ten: '10',
  dix: '10',
  عشره: '10',
  five: '5',
  cinq: '5',
  خمسه: '5',
  hundred: '100',
  cent: '100',
  مائه: '100',
  four: '4',
  two: '2',
  three: '3',
  deux: '2',
  trois: '3',
  quatre: '4',
};

/** A whole number in digits or in a word. */
function wholeOf(token: Token | undefined): number | undefined {
  const value = token?.number?.value ?? TENS[token?.value ?? ''] ?? '';
  return /^[1-9]\d{0,2}$/.test(value) ? Number(value) : undefined;
}

const PARTS = /^(?:of|des|de|du|d|من)$/;

/** "about 3/4 of its 2024 total": a fraction in digits. */
export function quotientAt(tokens: readonly Token[], at: number, token: Token): Candidate | undefined {
  const [mark, under, next] = [tokens[at + 1], tokens[at + 2], tokens[at + 3]];
  if (token.number === null || mark?.value !== '/' || under?.number == null || under.end - token.start !== 3)
    return undefined;
  const [over, below] = [Number(token.value), Number(under.value)];
  const named =
    next !== undefined && (PARTS.test(next.value) || next.kind === 'part_of' || next.kind === 'from');
  if (!(over < below && below > 1 && below <= 9) || !(named || hedgeBefore(tokens, at) !== null))
    return undefined;
  const whole: Token = { ...token, kind: 'fraction', value: `${over}/${below}`, end: under.end };
  const found = fractionAt(tokens, at, whole);
  return found === undefined ? undefined : { ...found, to: at + 3, end: under.end };
}

/** « la moitié de l'année », "half of the year": a stretch of time. */
function isOfTime(tokens: readonly Token[], at: number): boolean {
  if (tokens[at + 1]?.value === '-') return true;
  const words = tokens.slice(at + 1, at + 4).map(({ value }) => value);
  const time = words.findIndex((value) =>
    /^(?:annee|year|semestre|mois|month|سنه|السنه|العام|عام)$/.test(value),
  );
  return time !== -1 && words.slice(0, time).every((value) => /^(?:de|l|la|du|of|the|an?|من)$/.test(value));
}

function percentOf(over: number, under: number): string {
  const text = ((100 * over) / under).toFixed(1);
  return text.endsWith('.0') ? text.slice(0, -2) : text;
}
