// What a number in a table speaks of: its unit, segment, period and indicator, from its column, its row and what stands
// over the table.

import { comparePeriods, type Period } from '../design/period.ts';
import { othersOf, segmentOf, segmentsIn } from './bind-cell-segment.ts';
import type { BoundClaim } from './bind-claim.ts';
import { type Candidate, type ClaimUnit, candidate } from './claim-candidate.ts';
import { namesOfGoal } from './claim-goal.ts';
import { type Horizon, isGoalYear } from './claim-horizon.ts';
import type { WrittenNumber } from './claim-number.ts';
import type { PeriodMention } from './claim-period.ts';
import { hasBetween } from './claim-sentence.ts';
import type { Stretch, TableCell } from './claim-table.ts';
import type { Token } from './claim-token.ts';
import { SCALE_SUFFIX, unitAround } from './claim-unit.ts';

/** The claim of a number in a cell; undefined when nothing gives its unit. */
export function candidateInCell(
  tokens: readonly Token[],
  at: number,
  cell: TableCell,
): Candidate | undefined {
  const number = tokens[at]?.number;
  if (number == null) return undefined;
  const own = unitAround(tokens, at);
  const counted = own === undefined ? countOfGoal(tokens, cell.row) : undefined;
  const named =
    counted !== undefined
      ? counted
      : ([cell.head, cell.row].map((place) => unitIn(tokens, place)).find((unit) => unit !== undefined) ??
        [cell.caption, cell.note]
          .map((place) => unitOver(tokens, at, cell.head, place))
          .find((unit) => unit !== undefined));
  const unit = own ?? (named === undefined ? undefined : { ...named, from: at, to: at + 1 });
  const found = unit === undefined ? undefined : candidate(tokens, at, scaledTo(number, unit.unit), unit);
  return found === undefined || isWhole(found) ? undefined : { ...found, cell };
}

/** « 9,977 » in a column of billions: three decimals, and no thousands. */
function scaledTo(number: WrittenNumber, unit: string): WrittenNumber {
  const { otherwise } = number;
  if (!unit.endsWith('_BN') || otherwise === null || !/^\d{1,2}\.\d{3}$/.test(otherwise)) return number;
  return { ...number, value: otherwise, otherwise: null, decimals: 3 };
}

/** "Start-ups (number) | 1,000", "People trained": the goal of a row that counts. */
function countOfGoal(
  tokens: readonly Token[],
  row: Stretch,
): { readonly class: ClaimUnit; readonly unit: string } | undefined {
  if (hasBetween(tokens, row.from, row.to, ['scale', 'currency', 'percent'])) return undefined;
  const classes = goalsIn(tokens, row).map(({ kind }) => kind);
  if (classes.includes('count')) return { class: 'count', unit: 'COUNT' };
  return classes.includes('persons') ? { class: 'persons', unit: 'PERSONS' } : undefined;
}

/** The goals that a stretch names, each with the class of its numbers. */
function goalsIn(
  tokens: readonly Token[],
  { from, to }: Stretch,
): readonly { readonly goal: string; readonly kind: string }[] {
  return tokens.slice(from, to).flatMap(({ kind, value }) => {
    const [goal, of] = value.split(' ');
    return kind === 'goal' && goal !== undefined && of !== undefined ? [{ goal, kind: of }] : [];
  });
}

/** The goal of a number's row, of its class; jobs of a sector that the row names go first. */
function goalOfRow(tokens: readonly Token[], { class: kind }: Candidate, row: Stretch): string | undefined {
  return goalsIn(tokens, row).findLast((each) => each.kind === kind)?.goal;
}

/** A hundred percent in the row of the total says nothing. */
function isWhole({ class: kind, value }: Candidate): boolean {
  return kind === 'percent' && Number(value) === 100;
}

/** « en millions de dirhams ; variation en % »: money, but in a column of rates; four digits are never a rate. */
function unitOver(
  tokens: readonly Token[],
  at: number,
  head: Stretch,
  place: Stretch,
): NamedUnit | undefined {
  const unit = unitIn(tokens, place);
  if (unit === undefined || unit.class === 'money') return unit;
  const money = moneyIn(tokens, place);
  const rates = tokens.slice(head.from, head.to).some((token) => cueOf(token) !== undefined);
  const signed = tokens[at - 1]?.end === tokens[at]?.start && /^[-+–—−]$/.test(tokens[at - 1]?.value ?? '');
  return money === undefined || ((rates || signed) && !isLarge(tokens[at])) ? unit : money;
}

/** The unit of money that a stretch names for others, and not for a number of its own. */
function moneyIn(tokens: readonly Token[], { from, to }: Stretch): NamedUnit | undefined {
  const own = tokens.slice(from, to);
  const scale = own.findIndex(({ kind }) => kind === 'scale');
  if (scale === -1 || own[scale - 1]?.number != null) return undefined;
  const [power = '', fixed] = (own[scale]?.value ?? '').split(' ');
  const currency = own.find(({ kind }) => kind === 'currency')?.value;
  const name = fixed ?? currency;
  return name === undefined ? undefined : { class: 'money', unit: `${name}${SCALE_SUFFIX[power] ?? ''}` };
}

function isLarge(token: Token | undefined): boolean {
  return Number(token?.number?.value ?? 0) >= LARGE;
}

const LARGE = 1_000;

type NamedUnit = { readonly class: ClaimUnit; readonly unit: string };

function unitIn(tokens: readonly Token[], { from, to }: Stretch): NamedUnit | undefined {
  const own = tokens.slice(from, to);
  const has = (kind: Token['kind']) => own.some((token) => token.kind === kind);
  if (has('points')) return { class: 'points', unit: 'PP' };
  if (has('percent')) return { class: 'percent', unit: 'PERCENT' };
  const scale = own.find(({ kind }) => kind === 'scale')?.value.split(' ');
  const currency = own.find(({ kind }) => kind === 'currency')?.value ?? scale?.[1] ?? 'MAD';
  if (scale !== undefined && has('persons'))
    return { class: 'persons', unit: `PERSONS${SCALE_SUFFIX[scale[0] ?? ''] ?? ''}` };
  if (scale !== undefined)
    return { class: 'money', unit: `${currency}${SCALE_SUFFIX[scale[0] ?? ''] ?? ''}` };
  if (has('currency')) return { class: 'money', unit: currency };
  if (has('share') || has('rise') || has('fall')) return { class: 'percent', unit: 'PERCENT' };
  return has('persons') || has('employ') ? { class: 'persons', unit: 'PERSONS' } : undefined;
}

/** A number of a table as a bound claim; `main` is the period that the text speaks of where the table names none. */
export function bindCell(
  tokens: readonly Token[],
  found: Candidate,
  cell: TableCell,
  mentions: readonly PeriodMention[],
  main: {
    readonly period: Period;
    readonly sentence: number;
    readonly horizon: Horizon;
    readonly all: readonly string[];
  },
): BoundClaim {
  const segment = othersOf(tokens, cell, main.all) ?? segmentOf(tokens, cell);
  const period = periodOf(cell, mentions);
  const when = period ?? main.period;
  const goal = goalOfRow(tokens, found, cell.row);
  const said = [cell.caption, cell.head, cell.row].some(({ from, to }) =>
    hasBetween(tokens, from, to, ['target']),
  );
  const ahead = isGoalYear(main.horizon, when.year, said);
  const indicator =
    goal !== undefined
      ? namesOfGoal(goal)[ahead ? 'aimed' : 'held']
      : isOutside(tokens, cell, segment)
        ? null
        : indicatorOf(tokens, found, cell, segment ?? '_T', ahead);
  return {
    candidate: found,
    sentence: main.sentence,
    indicator,
    segment: goal === undefined ? (segment ?? '_T') : '_T',
    period: when,
    cumulated: false,
    against: null,
    direction: indicator === 'EXPORTS_YOY' || indicator?.endsWith('_CHANGE') === true ? found.sign : 0,
    created: false,
    legacy: false,
    confidence: period === undefined ? 'medium' : 'high',
    dated: period !== undefined,
    named: segment !== undefined,
    reread: false,
  };
}

/** Another sector's row, or a row of which nothing says what it is. */
function isOutside(
  tokens: readonly Token[],
  { head, row, caption }: TableCell,
  segment: string | undefined,
): boolean {
  const has = (place: Stretch, kinds: readonly string[]) =>
    tokens.slice(place.from, place.to).some(({ kind }) => kinds.includes(kind));
  if (segment !== undefined && segment !== '_T') return false;
  if ([row, head].some((place) => has(place, ['foreign']))) return true;
  const named = segmentsIn(tokens, row).length > 0 || segmentsIn(tokens, head).length > 0;
  if (has(caption, ['foreign']) && !segmentsIn(tokens, caption).includes('_T')) return true;
  return !named && !has(row, KNOWN) && !has(head, KNOWN_HEADS);
}

const KNOWN = [
  'year',
  'half',
  'quarter',
  'month',
  'months_count',
  'share',
  'rise',
  'fall',
  'persons',
  'employ',
  'whole_year',
  'cumulated',
];
const KNOWN_HEADS = ['persons', 'employ'];

function periodOf(
  { own, head, row, corner, caption }: TableCell,
  mentions: readonly PeriodMention[],
): Period | undefined {
  const places = [own, head, row, corner, caption].map((place) =>
    mentions.filter(({ from, to }) => from >= place.from && to <= place.to),
  );
  const absolute = places.map((each) =>
    each.filter(({ form }) => form === 'absolute').map(({ period }) => period),
  );
  const part = places.flat().find(({ form }) => form === 'part');
  const first = absolute.find((periods) => periods.length > 0);
  const newest = first === undefined ? undefined : [...first].sort(comparePeriods).at(-1);
  if (part === undefined || newest === undefined) return newest;
  return newest.freq === 'A' ? { ...part.period, year: newest.year } : newest;
}

function indicatorOf(
  tokens: readonly Token[],
  { class: kind, sign }: Candidate,
  { own, head, row, caption }: TableCell,
  segment: string,
  ahead: boolean,
): string {
  if (kind === 'persons') return ahead ? 'TARGET_EMPLOYMENT' : 'EMPLOYMENT';
  if (kind === 'money') return sign !== 0 ? 'EXPORTS_CHANGE' : ahead ? 'TARGET' : 'EXPORTS';
  const cue = [own, head, row, caption]
    .map(({ from, to }) =>
      tokens
        .slice(from, to)
        .map(cueOf)
        .find((kind) => kind !== undefined),
    )
    .find((found) => found !== undefined);
  const cued = cue === undefined ? undefined : CUES[cue];
  const shared = [own, head, row, caption].some(({ from, to }) => hasBetween(tokens, from, to, ['share']));
  if (kind === 'points') return cued === 'EXPORTS_YOY' && !shared ? 'EXPORTS_YOY' : 'EXPORTS_SHARE_CHANGE';
  if (sign !== 0) return 'EXPORTS_YOY';
  return cued ?? (segment === '_T' ? 'EXPORTS_YOY' : 'EXPORTS_SHARE');
}

/** "Var. %", « évolution », التطور: what a column of rates is headed. */
const VARIATION =
  /^(?:var|variation|variations|evol|evolution|evolutions|change|chg|changes|delta|taux|(?:ال)?(?:تطور|تغير|تغيير|نسبه التغير))$/;

function cueOf({ kind, value }: Token): string | undefined {
  if (kind in CUES) return kind;
  return kind === 'word' && VARIATION.test(value) ? 'rise' : undefined;
}

const CUES: { readonly [kind: string]: string } = {
  share: 'EXPORTS_SHARE',
  part_of: 'EXPORTS_SHARE',
  rise: 'EXPORTS_YOY',
  fall: 'EXPORTS_YOY',
  compare: 'EXPORTS_YOY',
  year_before: 'EXPORTS_YOY',
};
