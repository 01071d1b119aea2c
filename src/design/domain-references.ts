// References between the definitions of a domain: every code that one names must exist in another.

import type { Fault } from '../engine/errors.ts';
import { DERIVED_CODELISTS } from './codelists.ts';
import type { All, Source } from './domain-source.ts';

/** Codes that name nothing; those into a file that is itself faulty are not judged. */
export function referenceFaults(source: Source, broken: ReadonlySet<string>): readonly Fault[] {
  const lists = codesOf(source);
  return referencesOf(source).flatMap(({ items, what, into }) => {
    const { file, codes } = lists[into];
    if (broken.has(file)) return [];
    return items.flatMap(({ where, value }) =>
      value
        .filter((code) => !codes.has(code))
        .map((code) => ({
          where,
          found: `${what} ${code}`,
          expected: `a code of ${file}`,
          remedy: `correct it, or add ${code} to ${file}`,
        })),
    );
  });
}

type List = keyof ReturnType<typeof codesOf>;
type Reference = { readonly items: All<readonly string[]>; readonly what: string; readonly into: List };

function codesOf(source: Source) {
  const segments = source.segments.map(({ value }) => value);
  const newest = segments
    .map(({ list }) => list)
    .sort()
    .at(-1);
  const current = segments.filter(({ list }) => list === newest).map(({ code }) => code);
  return {
    segment: { file: 'segments.csv', codes: new Set(current) },
    segmentOrTotal: { file: 'segments.csv', codes: new Set([...current, '_T']) },
    segmentOrAny: { file: 'segments.csv', codes: new Set([...current, '*']) },
    scope: { file: 'scopes.yaml', codes: new Set(source.scopes.map(({ value }) => value.id)) },
    ebops: { file: 'ebops.csv', codes: new Set(source.ebops.map(({ value }) => value.code)) },
    nature: { file: 'natures.csv', codes: new Set(source.natures.map(({ value }) => value.code)) },
    region: { file: 'regions.csv', codes: new Set(source.regions.map(({ value }) => value.code)) },
    currency: { file: 'currencies.csv', codes: new Set(source.currencies.map(({ value }) => value.code)) },
    holding: { file: 'holdings.csv', codes: new Set(source.holdings.map(({ value }) => value.code)) },
    indicator: { file: 'indicators.yaml', codes: new Set(source.indicators.map(({ value }) => value.id)) },
    target: { file: 'targets.yaml', codes: new Set(source.targets.map(({ value }) => value.id)) },
    concept: { file: 'concepts.csv', codes: new Set(source.concepts.map(({ value }) => value.id)) },
    dataflow: { file: 'dataflows.yaml', codes: new Set(source.dataflows.map(({ value }) => value.id)) },
    ownCodelist: { file: 'codelists.yaml', codes: new Set(source.codelists.map(({ value }) => value.id)) },
    codelist: {
      file: 'codelists.yaml',
      codes: new Set([...DERIVED_CODELISTS, ...source.codelists.map(({ value }) => value.id)]),
    },
    unit: { file: 'codes.csv', codes: codesIn(source, 'CL_UNIT') },
    obsStatus: { file: 'codes.csv', codes: codesIn(source, 'CL_OBS_STATUS') },
  } as const;
}

function referencesOf(source: Source): readonly Reference[] {
  return [
    refer(source.head, 'the scope', 'scope', ({ scope }) => [scope]),
    refer(source.head, 'the currency', 'currency', ({ currency }) => [currency]),
    refer(source.segments, 'continued_by', 'segment', ({ continuedBy }) => continuedBy),
    refer(source.merges, 'the segment', 'segment', ({ segments }) => segments),
    refer(source.scopes, 'comparability with the scope', 'scope', ({ comparability }) =>
      comparability.map(({ scope }) => scope),
    ),
    refer(source.ebops, 'the parent', 'ebops', ({ parent }) => [parent]),
    refer(source.correspondence, 'the nature', 'nature', ({ nature }) => [nature]),
    refer(source.correspondence, 'the register segment', 'segmentOrAny', (row) => [row.registerSegment]),
    refer(source.correspondence, 'the segment', 'segment', ({ segment }) => [segment]),
    refer(source.correspondence, 'the item', 'ebops', ({ ebops }) => [ebops]),
    refer(source.segmentEbops, 'the segment', 'segment', ({ segment }) => [segment]),
    refer(source.segmentEbops, 'the item', 'ebops', ({ ebops }) => [ebops]),
    refer(source.countries, 'the region', 'region', ({ region }) => [region]),
    refer(source.register, 'the segment', 'segment', ({ segment, otherSegment }) => [segment, otherSegment]),
    refer(source.register, 'the holding', 'holding', ({ holding, enterprise }) => [
      holding === enterprise ? null : holding,
    ]),
    refer(source.splitKeys, 'the segment', 'segment', ({ segment }) => [segment]),
    refer(source.splitKeys, 'the item', 'ebops', ({ ebops }) => [ebops]),
    refer(source.strata, 'the segment', 'segment', ({ segment }) => [segment]),
    refer(source.rates, 'the currency', 'currency', ({ currency }) => [currency]),
    refer(source.indicators, 'the unit', 'unit', ({ unit }) => [unit]),
    refer(source.targets, 'the scope', 'scope', ({ scope, baseline, otherBaselines }) => [
      scope,
      ...[baseline, ...otherBaselines].map((each) => each?.scope ?? null),
    ]),
    refer(source.bridges, 'the indicator', 'indicator', ({ indicator }) => [indicator]),
    refer(source.bridges, 'the segment', 'segmentOrTotal', ({ segment }) => [segment]),
    refer(source.bridges, 'the scope', 'scope', ({ from, to }) => [from.scope, to.scope]),
    refer(source.targets, 'replaces', 'target', ({ replaces }) => [replaces]),
    refer(source.metadata, 'the dataflow', 'dataflow', ({ dataflow }) => [dataflow]),
    refer(source.codes, 'the codelist', 'ownCodelist', ({ codelist }) => [codelist]),
    refer(source.concepts, 'the codelist', 'codelist', ({ codelist }) => [codelist]),
    refer(source.dataflows, 'the component', 'concept', (flow) => [...flow.dimensions, ...flow.attributes]),
    refer(source.published, 'the indicator', 'indicator', ({ indicator }) => [indicator]),
    refer(source.published, 'the segment', 'segmentOrTotal', ({ segment }) => [segment]),
    refer(source.published, 'the scope', 'scope', ({ scope }) => [scope]),
    refer(source.published, 'the status', 'obsStatus', ({ obsStatus }) => [obsStatus]),
  ];
}

function refer<T>(
  items: All<T>,
  what: string,
  into: List,
  pick: (value: T) => readonly (string | null)[],
): Reference {
  const named = items.map(({ where, value }) => ({
    where,
    value: pick(value).filter((code) => code !== null),
  }));
  return { items: named, what, into };
}

function codesIn({ codes }: Source, list: string): ReadonlySet<string> {
  return new Set(codes.filter(({ value }) => value.codelist === list).map(({ value }) => value.code.id));
}
