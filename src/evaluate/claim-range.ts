// Ranges: "between 13.3 and 13.5 billion", « de 3 à 4 milliards », ما بين 26 و27 مليار درهم, "13.3-13.5bn".

import { type Candidate, candidate } from './claim-candidate.ts';
import type { Token } from './claim-token.ts';
import { unitAround } from './claim-unit.ts';

/** The range that begins at a place; undefined when none does. */
export function rangeAt(tokens: readonly Token[], at: number): Candidate | undefined {
  const opened = openedAt(tokens, at);
  if (opened === undefined) return undefined;
  const low = tokens[opened]?.number;
  const afterLow = unitAround(tokens, opened)?.to ?? opened + 1;
  const joint = tokens[afterLow];
  const high = joint === undefined ? -1 : highAfter(tokens, afterLow, opened === at);
  const number = tokens[high]?.number;
  const unit = high === -1 ? undefined : unitAround(tokens, high);
  const [first, last] = [tokens[at], unit === undefined ? undefined : tokens[unit.to - 1]];
  if (low == null || number == null || unit === undefined || first === undefined || last === undefined)
    return undefined;
  if (isOfTwoPeriods(tokens, unit.to)) return undefined;
  if (tokens[opened - 1]?.kind !== 'between' && opened !== at && low.decimals > 0) return undefined;
  if (Number(low.value) >= Number(number.value) || Number(number.value) > 20 * Number(low.value))
    return undefined;
  const whole = candidate(tokens, opened, low, { ...unit, from: opened });
  return whole === undefined
    ? undefined
    : {
        ...whole,
        from: at,
        high: number.value,
        decimals: Math.min(low.decimals, number.decimals),
        hedge: 'between',
        sign: 0,
        start: first.start,
        end: last.end,
      };
}

/** Where the lower number of a range stands: right behind "between", or "from" where nothing moves; or here, before a dash. */
function openedAt(tokens: readonly Token[], at: number): number | undefined {
  const token = tokens[at];
  if (token?.number != null)
    return tokens[at + 1]?.kind === 'break' && !isSigned(tokens, at) ? at : undefined;
  if (tokens[at + 1]?.number == null) return undefined;
  if (token?.kind === 'between') return at + 1;
  const opens = token?.kind === 'from' || (token?.kind === 'word' && token.value === 'de');
  return opens && !isPassing(token) && !isMoving(tokens, at) ? at + 1 : undefined;
}

/** « passées de 84,6 à 87,6 »: the phrase itself says that something moved. */
function isPassing({ kind, start, end }: Token): boolean {
  return kind === 'from' && end - start > 4;
}

function isSigned(tokens: readonly Token[], at: number): boolean {
  const mark = tokens[at + 1];
  return mark === undefined || !/^[-–]$/.test(mark.value) || mark.start !== tokens[at]?.end;
}

const AND = /^(?:and|et|a|و|to)$/;

function highAfter(tokens: readonly Token[], joint: number, dash: boolean): number {
  const token = tokens[joint];
  if (token === undefined) return -1;
  const joins = dash ? /^[-–]$/.test(token.value) : token.kind === 'to' || AND.test(token.value);
  return joins && tokens[joint + 1]?.number != null ? joint + 1 : -1;
}

/** "from 12.9 to 13.4 billion between the first half of 2024 and that of 2025": two figures, no range. */
function isOfTwoPeriods(tokens: readonly Token[], from: number): boolean {
  const [first, next] = [tokens[from], tokens[from + 1]];
  return (
    first?.kind === 'between' &&
    next !== undefined &&
    ['half', 'quarter', 'year', 'month'].includes(next.kind)
  );
}

const REACH = 10;
const MOVES: ReadonlySet<string> = new Set(['rise', 'fall', 'stable']);

/** "rose from 3 to 4": a change, no range. */
function isMoving(tokens: readonly Token[], at: number): boolean {
  for (let before = at - 1; before >= 0 && at - before <= REACH; before -= 1) {
    const token = tokens[before];
    if (token === undefined || (token.kind === 'break' && /^[.\n;]/.test(token.value))) return false;
    if (
      MOVES.has(token.kind) ||
      /^(?:passes?|passent|passant|passees?|passaient|passerent|went|moved|انتقال|انتقل|انتقلت)$/.test(
        token.value,
      )
    )
      return true;
  }
  return false;
}
