// Fractions as percentages: "three quarters", 3/4, "a fifth of one per cent"; "doubled" is growth.

import { type Candidate, candidate, hedgeBefore } from './claim-candidate.ts';
import { readNumber } from './claim-number.ts';
import type { Token } from './claim-token.ts';

/** A fraction in words is a percentage with the precision of a hedge; "doubled" is a growth of 100 percent. */
export function fractionAt(tokens: readonly Token[], at: number, token: Token): Candidate | undefined {
  const multiple = token.kind === 'multiple';
  const [over = '1', under] = token.value.split('/');
  if ((!multiple && under === undefined) || isOfTime(tokens, at)) return undefined;
  const behind = multiple ? undefined : percentBehind(tokens, at + 1);
  if (behind !== undefined) return partOfPercent(tokens, at, Number(over) / Number(under), behind);
  const hedge = hedgeBefore(tokens, at);
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

const TIMES = /^(?:times|fold|x|fois|اضعاف|مرات)$/;
const FACTOR = /^(?:factor|facteur|معامل)$/;
const MOST_TIMES = 20;

/** "Three times as much", « un facteur de 3,8 », ثلاثة أضعاف: so many times what was. */
export function timesAt(tokens: readonly Token[], at: number, token: Token): Candidate | undefined {
  const number = token.number;
  if (number === null || !(Number(number.value) > 1 && Number(number.value) <= MOST_TIMES)) return undefined;
  const behind = tokens[at + 1];
  const told = behind?.kind === 'word' && TIMES.test(behind.value);
  const factor = tokens.slice(Math.max(0, at - 2), at).some(({ value }) => FACTOR.test(value));
  if (!told && !factor) return undefined;
  const growth = ((Number(number.value) - 1) * 100).toFixed(1).replace(/\.0$/, '');
  const whole: Token = { ...token, kind: 'multiple', value: growth, end: told ? behind.end : token.end };
  const found = fractionAt(tokens, at, whole);
  return found === undefined ? undefined : { ...found, to: told ? at + 2 : at + 1 };
}

/** "A fifth of one per cent", « deux dixièmes de pour cent »: where the unit ends. */
function percentBehind(tokens: readonly Token[], at: number): number | undefined {
  for (let next = at; next < at + 4; next += 1) {
    const token = tokens[next];
    if (token?.kind === 'percent') return next + 1;
    if (token?.value !== '1' && !/^(?:of|a|one|de|d|un|واحد|من)$/.test(token?.value ?? '')) return undefined;
  }
  return undefined;
}

function partOfPercent(
  tokens: readonly Token[],
  at: number,
  part: number,
  to: number,
): Candidate | undefined {
  const number = readNumber(part.toFixed(3).replace(/0+$/, ''), 'en', true);
  return number === undefined
    ? undefined
    : candidate(tokens, at, number, { class: 'percent', unit: 'PERCENT', from: at, to });
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
  const year = tokens.slice(at + 1, at + 4).findIndex(({ kind }) => kind === 'year');
  if (
    year > 0 &&
    tokens[at + 1 + year]?.kind === 'year' &&
    tokens[at + 1]?.kind === 'word' &&
    year === 1 &&
    token(tokens[at])
  )
    return true;
  const words = tokens.slice(at + 1, at + 4).map(({ value }) => value);
  const time = words.findIndex((value) =>
    /^(?:annee|year|semestre|mois|month|سنه|السنه|العام|عام)$/.test(value),
  );
  return time !== -1 && words.slice(0, time).every((value) => /^(?:de|l|la|du|of|the|an?|من)$/.test(value));
}

/** "Half of 2025" is a stretch of time; three quarters of 2024 are a part of what it earned. */
function token(half: Token | undefined): boolean {
  return half?.value === '1/2';
}

function percentOf(over: number, under: number): string {
  const text = ((100 * over) / under).toFixed(1);
  return text.endsWith('.0') ? text.slice(0, -2) : text;
}
