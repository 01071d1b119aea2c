// What must hold between the definitions of a domain. Each check gives the faults that it finds.

import type { Fault } from '../engine/errors.ts';
import { BOP_DIMENSIONS } from './bop-key.ts';
import { keyFaults } from './domain-keys.ts';
import { referenceFaults } from './domain-references.ts';
import type { All, Source } from './domain-source.ts';
import { controlKey, isValidIce } from './ice.ts';
import { EXPORTS_DIMENSIONS } from './key.ts';
import { mergeFaults } from './merge.ts';
import { comparePeriods, formatPeriod, periodOf, periodsBetween } from './period.ts';
import { areaName, currencyDecimals, currencyName } from './platform-names.ts';
import { publishedFaults } from './published-checks.ts';
import { type PlacedFault, splitKeyFaults } from './split-key.ts';
import { strataFaults } from './stratum.ts';

/** Every fault between definitions; what depends on a file that is itself faulty is not judged. */
export function domainFaults(source: Source, broken: ReadonlySet<string>): readonly PlacedFault[] {
  const own: readonly PlacedFault[] = [
    keyFaults,
    ({ splitKeys, register }: Source) => splitKeyFaults(splitKeys, register),
    ({ strata }: Source) => strataFaults(strata),
    ({ merges, segments }: Source) => mergeFaults(merges, segments),
    iceFaults,
    nameFaults,
    publishedFaults,
    targetFaults,
  ].flatMap((check) => check(source));
  const across = ACROSS.filter(({ files }) => !files.some((file) => broken.has(file)));
  return [...own, ...referenceFaults(source, broken), ...across.flatMap(({ check }) => check(source))];
}

const ACROSS: readonly {
  readonly files: readonly string[];
  readonly check: (source: Source) => readonly Fault[];
}[] = [
  { files: ['rates.csv', 'currencies.csv'], check: rateFaults },
  { files: ['correspondence.csv', 'segment-ebops.csv'], check: classificationFaults },
  { files: ['correspondence.csv', 'natures.csv'], check: natureFaults },
  { files: ['ebops.csv'], check: ringFaults },
  { files: ['dataflows.yaml'], check: dataflowFaults },
  { files: ['metadata.csv', 'dataflows.yaml'], check: metadataFaults },
  { files: ['glossary.csv', 'segments.csv', 'indicators.yaml'], check: glossaryFaults },
  { files: ['codes.csv'], check: parentFaults },
];

function iceFaults({ register }: Source): readonly Fault[] {
  return register
    .filter(({ value }) => !isValidIce(value.ice))
    .map(({ where, value: { ice } }) => ({
      where,
      found: `the ICE ${ice}`,
      expected: `the control digits ${controlKey(ice.slice(0, 13))}`,
    }));
}

function nameFaults({ head, countries, regions, currencies }: Source): readonly Fault[] {
  const areas: All<string> = [
    ...head.map(({ where, value }) => ({ where, value: value.ref_area })),
    ...[...countries, ...regions].map(({ where, value }) => ({ where, value: value.code })),
  ];
  const moneys = currencies.filter(({ value }) => currencyName(value.code) === undefined);
  const odd = currencies.filter(({ value }) => currencyDecimals(value.code) !== value.decimals);
  const zones = head.filter(({ value }) => !isTimeZone(value.time_zone));
  return [
    ...areas
      .filter(({ value }) => areaName(value) === undefined)
      .map(({ where, value }) => ({
        where,
        found: `the area ${value}`,
        expected: 'one that the platform has names for',
      })),
    ...moneys.map(({ where, value }) => ({
      where,
      found: `the currency ${value.code}`,
      expected: 'one that the platform has names for',
    })),
    ...odd.map(({ where, value }) => ({
      where,
      found: `${value.decimals} decimals for ${value.code}`,
      expected: `${currencyDecimals(value.code) ?? 'a currency of ISO 4217'}`,
    })),
    ...zones.map(({ where, value }) => ({
      where,
      found: `the time zone ${value.time_zone}`,
      expected: 'a time zone such as Africa/Casablanca',
    })),
  ];
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function targetFaults({ targets, indicators }: Source): readonly Fault[] {
  const compiled = new Set(indicators.map(({ value }) => value.id));
  return targets.flatMap(({ where, value: { milestones, indicator, comparability } }) => {
    const periods = milestones.map(({ period }) => periodOf(period));
    const unordered = periods.some((period, at) => {
      const before = periods[at - 1];
      return before !== undefined && comparePeriods(before, period) >= 0;
    });
    const nothing = !compiled.has(indicator) && comparability.verdict !== 'no data';
    return [
      ...(unordered
        ? [
            {
              where,
              found: milestones.map(({ period }) => period).join(', '),
              expected: 'milestones in the order of time',
            },
          ]
        : []),
      ...(nothing
        ? [
            {
              where,
              found: `the verdict "${comparability.verdict}"`,
              expected: `"no data": no indicator ${indicator} is compiled`,
            },
          ]
        : []),
    ];
  });
}

function rateFaults({ rates, currencies }: Source): readonly Fault[] {
  const months = rates.map(({ value }) => value.month).sort();
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return [];
  const wanted = periodsBetween(periodOf(first), periodOf(last)).map(formatPeriod);
  const present = new Set(rates.map(({ value: { currency, month } }) => `${currency} ${month}`));
  return currencies.flatMap(({ value: { code } }) =>
    wanted
      .filter((month) => !present.has(`${code} ${month}`))
      .map((month) => ({
        where:
          rates.findLast(({ value }) => value.currency === code && value.month < month)?.where ??
          'rates.csv:1',
        found: `no rate of ${code} for ${month}`,
        expected: `one for every month from ${first} to ${last}`,
      })),
  );
}

function classificationFaults({ correspondence, segmentEbops }: Source): readonly Fault[] {
  const pairs = new Set(segmentEbops.map(({ value: { segment, ebops } }) => `${segment} ${ebops}`));
  return correspondence
    .filter(({ value: { segment, ebops } }) => !pairs.has(`${segment} ${ebops}`))
    .map(({ where, value: { segment, ebops } }) => ({
      where,
      found: `${segment} with ${ebops}`,
      expected: 'a pair of segment-ebops.csv',
    }));
}

function natureFaults({ correspondence, natures }: Source): readonly Fault[] {
  const classified = new Set(correspondence.map(({ value }) => value.nature));
  return natures
    .filter(({ value: { code, treatment } }) => (treatment === 'export') !== classified.has(code))
    .map(({ where, value: { code, treatment } }) => ({
      where,
      found: `${code} treated as ${treatment}`,
      expected: treatment === 'export' ? 'a row in correspondence.csv' : 'no row in correspondence.csv',
    }));
}

function ringFaults({ ebops }: Source): readonly Fault[] {
  const parents = new Map(ebops.map(({ value: { code, parent } }) => [code, parent]));
  const climbs = (code: string | null | undefined, steps: number): boolean =>
    code === null || code === undefined || (steps > 0 && climbs(parents.get(code), steps - 1));
  return ebops
    .filter(({ value: { code } }) => !climbs(code, parents.size))
    .map(({ where, value: { code } }) => ({
      where,
      found: `${code} above itself`,
      expected: 'parents that end',
    }));
}

const REQUIRED: { readonly [flow: string]: readonly string[] | null } = {
  EXPORTS: EXPORTS_DIMENSIONS,
  EBOPS: BOP_DIMENSIONS,
  TARGETS: null,
  QUALITY: null,
};

function dataflowFaults({ dataflows }: Source): readonly Fault[] {
  return Object.entries(REQUIRED).flatMap(([id, dimensions]) => {
    const flow = dataflows.find(({ value }) => value.id === id);
    if (flow === undefined)
      return [{ where: 'dataflows.yaml:1', found: `no dataflow ${id}`, expected: 'it among the four' }];
    const found = flow.value.dimensions.join('.');
    if (dimensions === null || found === dimensions.join('.')) return [];
    return [{ where: flow.where, found, expected: `the dimensions ${dimensions.join('.')}` }];
  });
}

function metadataFaults({ metadata, dataflows }: Source): readonly Fault[] {
  const concepts = [...new Set(metadata.map(({ value }) => value.concept))];
  const present = new Set(metadata.map(({ value: { dataflow, concept } }) => `${dataflow} ${concept}`));
  return dataflows.flatMap(({ value: { id } }) =>
    concepts
      .filter((concept) => !present.has(`${id} ${concept}`))
      .map((concept) => ({
        where: 'metadata.csv:1',
        found: `no ${concept} of ${id}`,
        expected: 'every concept for every dataflow',
      })),
  );
}

function glossaryFaults({ glossary, segments, indicators }: Source): readonly Fault[] {
  const terms = new Set(glossary.map(({ value }) => value.id));
  const current = segments.filter(({ value }) => value.validTo === null).map(({ value }) => value.code);
  return [...current, ...indicators.map(({ value }) => value.id)]
    .filter((id) => !terms.has(id))
    .map((id) => ({
      where: 'glossary.csv:1',
      found: `no term ${id}`,
      expected: 'one for every segment and indicator',
    }));
}

function parentFaults({ codes }: Source): readonly Fault[] {
  const present = new Set(codes.map(({ value: { codelist, code } }) => `${codelist} ${code.id}`));
  return codes
    .filter(
      ({ value: { codelist, code } }) => code.parent !== null && !present.has(`${codelist} ${code.parent}`),
    )
    .map(({ where, value: { codelist, code } }) => ({
      where,
      found: `the parent ${code.parent}`,
      expected: `a code of ${codelist}`,
    }));
}
