// GSBPM 6.3 and 7.2: what the bulletin says, once for all languages: sentences whose numbers are references to released
// cells, and whose words (rose, fell, unchanged, a fraction, a count) are derived from those cells.

import type { Observation } from '../design/observation.ts';
import { periodOf } from '../design/period.ts';
import { divide, multiply, ratio, rationalOf, subtract, toDecimal } from '../design/rational.ts';
import { FRACTIONS, type SentenceName } from './bulletin-words.ts';
import { driversOf, offsetting, ranksAll, strongest } from './public/drivers.ts';
import { aYearBefore, EXPORTS_FLOW, type FigureSource } from './public/edition.ts';
import { directionOfChange, type Figure, figureOf, keyFor } from './public/figure.ts';
import { inThousands } from './public/number-text.ts';
import type { Reference } from './reference.ts';

/** How a cell is read: its unit, its rounding, and whether its sign is in the words. */
export type Form = 'money' | 'percent' | 'percent_signed' | 'percent_plain' | 'points' | 'points_plain';

export type Value =
  | { readonly kind: 'cell'; readonly figure: Figure; readonly form: Form }
  /** What a reader would compute from two printed numbers; not a released figure. */
  | { readonly kind: 'apparent'; readonly text: string; readonly of: readonly Figure[] }
  | { readonly kind: 'period'; readonly period: string; readonly within: boolean }
  | { readonly kind: 'segment'; readonly code: string }
  | { readonly kind: 'segments'; readonly codes: readonly string[] }
  | { readonly kind: 'count'; readonly n: number }
  | { readonly kind: 'fraction'; readonly at: number }
  | { readonly kind: 'subject' }
  | { readonly kind: 'scope' }
  | { readonly kind: 'covers' };

export type Statement = {
  readonly sentence: SentenceName;
  readonly values: { readonly [name: string]: Value };
};

export type BulletinInput = {
  readonly id: string;
  readonly period: string;
  readonly vintage: 'preliminary' | 'revised' | 'final';
  readonly observations: readonly Observation[];
  readonly reference: Reference;
};

export type BulletinModel = {
  readonly id: string;
  readonly period: string;
  readonly vintage: BulletinInput['vintage'];
  readonly source: FigureSource;
  readonly findings: readonly Statement[];
  readonly notes: readonly Statement[];
};

/** The bulletin of a release, before any language. */
export function bulletinOf(input: BulletinInput): BulletinModel {
  const source = sourceOf(input);
  const { id, period, vintage } = input;
  return { id, period, vintage, source, findings: findingsOf(source, period), notes: notesOf(source, input) };
}

function sourceOf({ observations, reference }: BulletinInput): FigureSource {
  const { refArea, scope } = reference;
  const cells = new Map(
    observations
      .filter(({ dataflow }) => dataflow === EXPORTS_FLOW)
      .map((observation) => [`${observation.key}@${observation.period}`, observation]),
  );
  return {
    reference,
    figure: (question) => {
      const key = keyFor(question, { refArea, scope });
      const name = Object.values(key).join('.');
      return figureOf(key, question.period, cells.get(`${name}@${question.period}`));
    },
  };
}

function findingsOf(source: FigureSource, period: string): readonly Statement[] {
  const growth = source.figure({ indicator: 'EXPORTS_YOY', period });
  const drivers = driversOf(source, period);
  const driver = strongest(drivers);
  const against = offsetting(growth, drivers);
  const told = new Set([driver?.segment, against?.segment]);
  const others = source.reference.segments.map(({ code }) => code).filter((code) => !told.has(code));
  return [
    totalStatement(source, period, growth),
    ...(driver === undefined ? [] : driverStatements(source, period, driver.segment, ranksAll(drivers))),
    ...(against === undefined ? [] : [offsetStatement(source, period, against.segment)]),
    ...others.flatMap((code) => otherStatement(source, period, code)),
    ...withheldStatement(source, period),
    ...yearStatement(source, period),
  ];
}

function totalStatement(source: FigureSource, period: string, growth: Figure): Statement {
  const total = source.figure({ indicator: 'EXPORTS', period });
  const level = cell(total, 'money');
  const before = source.figure({ indicator: 'EXPORTS', period: aYearBefore(period) });
  const common = {
    subject: { kind: 'subject' },
    level,
    within: { kind: 'period', period, within: true },
  } as const;
  if (total.standing !== 'value') return { sentence: 'total_none', values: common };
  if (growth.standing !== 'value' || before.standing !== 'value')
    return { sentence: 'total_alone', values: common };
  const sentence = `total_${directionOfChange(growth.printed)}` as const;
  return { sentence, values: { ...common, growth: cell(growth, 'percent'), before: cell(before, 'money') } };
}

function driverStatements(
  source: FigureSource,
  period: string,
  segment: string,
  isRank: boolean,
): readonly Statement[] {
  const ask = asking(source, period, segment);
  const [level, growth] = [ask('EXPORTS'), ask('EXPORTS_YOY')];
  if (level.standing !== 'value' || growth.standing !== 'value') return [];
  const values = {
    segment: { kind: 'segment', code: segment },
    contribution: cell(ask('EXPORTS_CONTRIB'), 'points'),
    level: cell(level, 'money'),
    growth: cell(growth, 'percent_signed'),
  } as const;
  return [
    { sentence: isRank ? 'driver' : 'driver_printed', values },
    ...ratioStatement(ask('EXPORTS_RATIO_PY')),
  ];
}

/** "about three quarters of the whole previous year": only where the printed ratio is near a simple fraction. */
function ratioStatement(figure: Figure): readonly Statement[] {
  const value = figure.standing === 'value' ? Number(figure.printed) : Number.NaN;
  const at = FRACTIONS.findIndex(({ lower, upper }) => lower <= value && value <= upper);
  if (at < 0) return [];
  return [
    {
      sentence: 'ratio',
      values: { fraction: { kind: 'fraction', at }, ratio: cell(figure, 'percent_plain') },
    },
  ];
}

function offsetStatement(source: FigureSource, period: string, segment: string): Statement {
  const ask = asking(source, period, segment);
  const growth = ask('EXPORTS_YOY');
  const contribution = ask('EXPORTS_CONTRIB');
  const before = source.figure({ indicator: 'EXPORTS_SHARE', segment, period: aYearBefore(period) });
  return {
    sentence: directionOfChange(contribution.printed) === 'fall' ? 'offset_fall' : 'offset_rise',
    values: {
      segment: { kind: 'segment', code: segment },
      growth: cell(growth, 'percent'),
      level: cell(ask('EXPORTS'), 'money'),
      contribution: cell(contribution, 'points_plain'),
      share_before: cell(before, 'percent_plain'),
      share: cell(ask('EXPORTS_SHARE'), 'percent_plain'),
    },
  };
}

function otherStatement(source: FigureSource, period: string, segment: string): readonly Statement[] {
  const ask = asking(source, period, segment);
  const [level, growth, share] = [ask('EXPORTS'), ask('EXPORTS_YOY'), ask('EXPORTS_SHARE')];
  if ([level, growth, share].some(({ standing }) => standing !== 'value')) return [];
  const name = { kind: 'segment', code: segment } as const;
  const values = {
    segment: name,
    Segment: name,
    growth: cell(growth, 'percent'),
    level: cell(level, 'money'),
  };
  return [
    {
      sentence: `other_${directionOfChange(growth.printed)}`,
      values: { ...values, share: cell(share, 'percent_plain') },
    },
  ];
}

function withheldStatement(source: FigureSource, period: string): readonly Statement[] {
  const codes = source.reference.segments
    .map(({ code }) => code)
    .filter((code) => asking(source, period, code)('EXPORTS').standing === 'suppressed');
  if (codes.length === 0) return [];
  return [
    {
      sentence: 'withheld',
      values: { count: { kind: 'count', n: codes.length }, segments: { kind: 'segments', codes } },
    },
  ];
}

function yearStatement(source: FigureSource, period: string): readonly Statement[] {
  const { freq, year } = periodOf(period);
  const last = String(year - 1);
  const level = source.figure({ indicator: 'EXPORTS', period: last });
  const growth = source.figure({ indicator: 'EXPORTS_YOY', period: last });
  if (freq === 'A' || level.standing !== 'value' || growth.standing !== 'value') return [];
  return [
    {
      sentence: `year_${directionOfChange(growth.printed)}`,
      values: {
        year: { kind: 'period', period: last, within: false },
        level: cell(level, 'money'),
        growth: cell(growth, 'percent'),
      },
    },
  ];
}

function notesOf(source: FigureSource, { period, vintage }: BulletinInput): readonly Statement[] {
  return [
    ...(vintage === 'final' ? [] : [{ sentence: 'preliminary', values: {} } as const]),
    { sentence: 'scope', values: { scope: { kind: 'scope' }, covers: { kind: 'covers' } } },
    roundingStatement(source, period),
    { sentence: 'points', values: {} },
  ];
}

/** Where the rounded levels would give a reader another rate than the printed one, both are said. */
function roundingStatement(source: FigureSource, period: string): Statement {
  const growth = source.figure({ indicator: 'EXPORTS_YOY', period });
  const now = source.figure({ indicator: 'EXPORTS', period });
  const before = source.figure({ indicator: 'EXPORTS', period: aYearBefore(period) });
  const apparent = apparentGrowth(now, before);
  if (growth.standing !== 'value' || apparent === undefined || apparent === growth.printed)
    return { sentence: 'rounding_plain', values: {} };
  return {
    sentence: 'rounding',
    values: {
      growth: cell(growth, 'percent_signed'),
      now: cell(now, 'money'),
      before: cell(before, 'money'),
      apparent: { kind: 'apparent', text: apparent, of: [now, before] },
    },
  };
}

/** Growth in percent, one decimal, of the levels as the bulletin shows them, in thousands of millions. */
export function apparentGrowth(now: Figure, before: Figure): string | undefined {
  if (now.standing !== 'value' || before.standing !== 'value') return undefined;
  if (now.printed.length < 4 || before.printed.length < 4) return undefined;
  const [after, base] = [rationalOf(inThousands(now.printed)), rationalOf(inThousands(before.printed))];
  return toDecimal(multiply(divide(subtract(after, base), base), ratio(100n)), 1);
}

function asking(source: FigureSource, period: string, segment: string): (indicator: string) => Figure {
  return (indicator) => source.figure({ indicator, segment, period });
}

function cell(figure: Figure, form: Form): Value {
  return { kind: 'cell', figure, form };
}
