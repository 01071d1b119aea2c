// Whether a period is named for its own sake or as what something is compared with.

import type { Token } from './claim-token.ts';

const REACH = 5;
/** The same period of a year that is named, or a year before, is looked back to over the number that it had. */
const FAR_REACH = 12;

/** Whether a period is what something is compared with. */
export function isCompared(tokens: readonly Token[], at: number): boolean {
  const back = tokens[at]?.kind === 'same_period';
  for (let before = at - 1; before >= 0 && at - before <= (back ? FAR_REACH : REACH); before -= 1) {
    const token = tokens[before];
    if (
      token === undefined ||
      (token.kind === 'break' && !['-', ...(back ? [','] : [])].includes(token.value))
    )
      return false;
    if (token.kind === 'compare' || isExcess(tokens, before) || isRateOn(tokens, before)) return true;
    if (before === at - 1 && isMovedFrom(tokens, before)) return true;
    if (isMoveOn(tokens, before, at)) return true;
    if (token.number !== null && !back) return false;
  }
  return false;
}

/** "3.5 percent more than in …", "0.2 percent above its 2023 level": a comparison, no hedge. */
function isExcess(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return (
    /^(?:more|less) than$/.test(tokens[at]?.value ?? '') &&
    (before?.kind === 'percent' || before?.kind === 'points' || isMoney(before))
  );
}

/** "MAD 610mn short of their H1 2024 level". */
function isMoney(token: Token | undefined): boolean {
  return token?.kind === 'scale' || token?.kind === 'currency';
}

/** "up 3.5 percent on 2024", « 3,5 % sur 2024 », بزيادة 3,5 في المائة على سنة 2024. */
function isRateOn(tokens: readonly Token[], at: number): boolean {
  const [token, before] = [tokens[at], tokens[at - 1]];
  const on = token?.kind === 'word' ? /^(?:on|sur|علي|عن|عما)$/.test(token.value) : token?.kind === 'hedge';
  return on && (before?.kind === 'percent' || before?.kind === 'points');
}

/** "The increase over 2023", "change on the first half of 2024": over a year, or on any period. */
function isMoveOn(tokens: readonly Token[], at: number, period: number): boolean {
  const [token, before] = [tokens[at], tokens[at - 1]];
  const moved = before?.kind === 'rise' || before?.kind === 'fall' || CHANGE.test(before?.value ?? '');
  if (token === undefined || !moved) return false;
  const over = token.kind === 'hedge' && token.end - token.start === OVER && period === at + 1;
  return (over && tokens[period]?.kind === 'year') || (token.kind === 'word' && token.value === 'on');
}

const CHANGE = /^(?:change|changes|variation)$/;
/** The length of "over". */
const OVER = 4;

/** "22.4 percent less from the third quarter", أقل بمبلغ 61 مليار سنتيم من النصف الأول: by so much from a period right behind. */
function isMovedFrom(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.kind !== 'from' && tokens[at]?.value !== 'عن') return false;
  let number = at - 1;
  while (number > 0 && at - number <= REACH && tokens[number]?.number == null) number -= 1;
  if (tokens[number]?.number == null || !tokens.slice(number + 1, at).every(isUnit)) return false;
  return tokens.slice(Math.max(0, number - 3), number).some(({ kind }) => kind === 'rise' || kind === 'fall');
}

function isUnit({ kind }: Token): boolean {
  return /^(?:scale|currency|percent|points|persons|rise|fall)$/.test(kind);
}
