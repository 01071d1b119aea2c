// Numbers without a unit of their own: "call centres: 4.19", "thirteen point four", « 3 000 en 2030 ». They are claims only
// where one of their units makes them hold, which binding tries.

import type { Candidate } from './claim-candidate.ts';
import { candidate } from './claim-candidate.ts';
import type { WrittenNumber } from './claim-number.ts';
import type { Token } from './claim-token.ts';
import { SCALE_SUFFIX, type Unit } from './claim-unit.ts';

const LEAST_WHOLE = 1000;

/** The loose number at a place: a decimal, or a whole number of a thousand or more that counts nothing named. */
export function looseAt(
  tokens: readonly Token[],
  at: number,
  before: Candidate | undefined,
): Candidate | undefined {
  const number = tokens[at]?.number;
  if (number == null || isLabel(tokens, at)) return undefined;
  const whole = number.decimals === 0;
  if (tokens[at + 1]?.value === '3' && tokens[at + 1]?.kind === 'scale')
    return thousandsAt(tokens, at, number);
  if (whole && !(Number(number.value) >= LEAST_WHOLE && !number.value.startsWith('0'))) return undefined;
  if (isCounting(tokens[at + 1])) return undefined;
  const unit = announced(tokens, at) ?? (whole ? COUNTED : alike(before));
  const found = candidate(tokens, at, number, { ...unit, from: at, to: at + 1 });
  return found === undefined ? undefined : { ...found, loose: true };
}

const ANNOUNCED = 60;

/** "Receipts, 2024, MAD bn": a scale without a number gives the unit of what stands below it. */
function announced(tokens: readonly Token[], at: number): Named | undefined {
  for (let back = at - 1; back > 0 && at - back <= ANNOUNCED; back -= 1) {
    const token = tokens[back];
    if (token?.kind !== 'scale' || tokens[back - 1]?.number != null) continue;
    const suffix = SCALE_SUFFIX[token.value.split(' ')[0] ?? ''];
    return suffix === '_BN' ? BILLIONS : suffix === '_MN' ? MILLIONS : undefined;
  }
  return undefined;
}

function alike(before: Candidate | undefined): Named {
  return before?.class === 'percent' ? PERCENT : BILLIONS;
}

/** 130 ألفا سنة 2022, "270K": thousands of what is not said. */
function thousandsAt(tokens: readonly Token[], at: number, number: WrittenNumber): Candidate | undefined {
  if (isCounting(tokens[at + 2]) || Number(number.value) < LEAST_THOUSANDS) return undefined;
  const found = candidate(tokens, at, number, { class: 'persons', unit: 'PERSONS_TH', from: at, to: at + 2 });
  return found === undefined ? undefined : { ...found, loose: true };
}

const LEAST_THOUSANDS = 10;

type Named = Pick<Unit, 'class' | 'unit'>;
const BILLIONS: Named = { class: 'money', unit: 'MAD_BN' };
const PERCENT: Named = { class: 'percent', unit: 'PERCENT' };
const COUNTED: Named = { class: 'count', unit: 'COUNT' };
const PERSONS: Named = { class: 'persons', unit: 'PERSONS' };
const MILLIONS: Named = { class: 'money', unit: 'MAD_MN' };

/** A loose number in each unit that it may have, the likeliest first. */
export function unitsOpen(loose: Candidate): readonly Candidate[] {
  const units = loose.decimals > 0 ? [BILLIONS, PERCENT] : [COUNTED, PERSONS, MILLIONS];
  const read = otherwiseRead(loose);
  const own = units.filter(({ unit }) => unit === loose.unit);
  const others = units.filter(({ unit }) => unit !== loose.unit);
  return [...read, ...[...own, ...others].map((unit) => ({ ...loose, ...unit }))];
}

/** « ESO 3,462 »: thousands, or billions with three decimals. */
function otherwiseRead(loose: Candidate): readonly Candidate[] {
  const { otherwise, decimals } = loose;
  if (decimals > 0 || otherwise === null || !/^\d{1,2}\.\d{3}$/.test(otherwise)) return [];
  return [{ ...loose, ...BILLIONS, value: otherwise, decimals: 3, otherwise: loose.value }];
}

const REFERENCE =
  /^(?:n|no|nr|num|numero|article|art|law|loi|section|chapter|chapitre|question|page|ref|tel|version|v|fig|figure|table|tableau|point|part|رقم|عدد|الماده|ماده|الفصل|x|fois|times)$/;

/** "4.2 Continuity", "No. 13.4", "[00:04:10]", 12.03: the place of something, an hour, a day. */
function isLabel(tokens: readonly Token[], at: number): boolean {
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  if (before === undefined || before.value.startsWith('\n')) return next?.kind !== 'break';
  if (REFERENCE.test(before.value) || before.number !== null || next?.number != null) return true;
  return [before, next].some(
    (token) => token?.kind === 'break' && /^[/:]$/.test(token.value) && isClose(tokens, at, token),
  );
}

function isClose(tokens: readonly Token[], at: number, mark: Token): boolean {
  const beyond = mark === tokens[at - 1] ? tokens[at - 2] : tokens[at + 2];
  return beyond?.number != null;
}

const THINGS: ReadonlySet<string> = new Set([
  'scale',
  'currency',
  'percent',
  'points',
  'persons',
  'thing',
  'number',
  'month',
]);

/** Something else stands behind that it counts or measures. */
function isCounting(next: Token | undefined): boolean {
  return next !== undefined && (THINGS.has(next.kind) || /^(?:h|km|kg|m2|ans|years|كلم)$/.test(next.value));
}
