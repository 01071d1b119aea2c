// Keys of the definitions of a domain: none twice, and what is dated never twice in force on one day.

import type { Fault } from '../engine/errors.ts';
import type { Dated } from './domain.ts';
import type { All, Source } from './domain-source.ts';

/** Keys that stand twice, validity that overlaps, validity that ends before it begins. */
export function keyFaults(source: Source): readonly Fault[] {
  return [
    ...plainKeys(source).flatMap(duplicates),
    ...datedKeys(source).flatMap(overlaps),
    ...datedKeys(source).flatMap(backward),
  ];
}

type Keyed = { readonly where: string; readonly key: string };
type KeyedDates = Keyed & Pick<Dated, 'validFrom' | 'validTo'>;

function plainKeys(source: Source): readonly (readonly Keyed[])[] {
  return [
    keyed(source.ebops, ({ code }) => [code]),
    keyed(source.countries, ({ code }) => [code]),
    keyed(source.regions, ({ code }) => [code]),
    keyed(source.currencies, ({ code }) => [code]),
    keyed(source.holdings, ({ code }) => [code]),
    keyed(source.rates, ({ currency, month }) => [currency, month]),
    keyed(source.editing, ({ id, version }) => [id, String(version)]),
    keyed(source.indicators, ({ id }) => [id]),
    keyed(source.targets, ({ id }) => [id]),
    keyed(source.calendar, ({ kind, period, declarant, vintage }) => [
      kind,
      period,
      declarant ?? vintage ?? '',
    ]),
    keyed(source.bridges, ({ id }) => [id]),
    keyed(source.metadata, ({ dataflow, concept }) => [dataflow, concept]),
    keyed(source.glossary, ({ id }) => [id]),
    keyed(source.hedges, ({ hedge }) => [hedge]),
    keyed(source.sourceNames, ({ source: name }) => [name]),
    keyed(source.unwantedTerms, ({ language, term }) => [language, term]),
    keyed(source.codelists, ({ id }) => [id]),
    keyed(source.codes, ({ codelist, code }) => [codelist, code.id]),
    keyed(source.concepts, ({ id }) => [id]),
    keyed(source.dataflows, ({ id }) => [id]),
    keyed(source.published, (row) => [
      row.indicator,
      row.segment,
      row.freq,
      row.period,
      row.scope,
      row.value,
      row.source,
    ]),
  ];
}

function datedKeys(source: Source): readonly (readonly KeyedDates[])[] {
  return [
    keyedDates(source.segments, ({ code }) => [code]),
    keyedDates(source.scopes, ({ id }) => [id]),
    keyedDates(source.natures, ({ code }) => [code]),
    keyedDates(source.correspondence, ({ nature, registerSegment }) => [nature, registerSegment]),
    keyedDates(source.segmentEbops, ({ segment, ebops }) => [segment, ebops]),
    keyedDates(source.banks, ({ code }) => [code]),
    keyedDates(source.register, ({ enterprise }) => [enterprise]),
    keyedDates(source.rules, ({ id }) => [id]),
  ];
}

function keyed<T>(items: All<T>, key: (value: T) => readonly string[]): readonly Keyed[] {
  return items.map(({ where, value }) => ({ where, key: key(value).join(' ') }));
}

function keyedDates<T extends Dated>(
  items: All<T>,
  key: (value: T) => readonly string[],
): readonly KeyedDates[] {
  return items.map(({ where, value }) => ({
    where,
    key: key(value).join(' '),
    validFrom: value.validFrom,
    validTo: value.validTo,
  }));
}

function duplicates(items: readonly Keyed[]): readonly Fault[] {
  const first = new Map<string, string>();
  return items.flatMap(({ where, key }) => {
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, where);
      return [];
    }
    return [{ where, found: `${key} again`, expected: `each key once; it stands at ${earlier}` }];
  });
}

function overlaps(items: readonly KeyedDates[]): readonly Fault[] {
  return [...Map.groupBy(items, ({ key }) => key).values()].flatMap((same) => {
    const sorted = same.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
    return sorted.flatMap((later, at) => {
      const earlier = sorted[at - 1];
      if (earlier === undefined || (earlier.validTo !== null && earlier.validTo < later.validFrom)) return [];
      return [
        {
          where: later.where,
          found: `${later.key} from ${later.validFrom}`,
          expected: `validity that begins after ${earlier.validTo ?? 'a last day'} of ${earlier.where}`,
          remedy: `end ${earlier.where} the day before`,
        },
      ];
    });
  });
}

function backward(items: readonly KeyedDates[]): readonly Fault[] {
  return items
    .filter(({ validFrom, validTo }) => validTo !== null && validTo < validFrom)
    .map(({ where, validFrom, validTo }) => ({
      where,
      found: `valid_to ${validTo}`,
      expected: `a day not before valid_from ${validFrom}`,
    }));
}
