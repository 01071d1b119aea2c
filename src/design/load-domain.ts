// Loads a domain from its folder: everything unknown until it is normalised here, all faults reported at once.
// GSBPM 2 (design). Tables are CSV (`domain-tables.ts`), definitions YAML (`domain-definitions.ts`).

import { join } from 'node:path';
import type { z } from 'zod';
import { type Fault, NotFound, Refused } from '../engine/errors.ts';
import { exists, hashTree, isDirectory, readText } from '../engine/files.ts';
import { CALENDAR } from './calendar.ts';
import { allCodelists } from './codelists.ts';
import type { Domain } from './domain.ts';
import { domainFaults } from './domain-checks.ts';
import * as definitions from './domain-definitions.ts';
import type { Source } from './domain-source.ts';
import * as tables from './domain-tables.ts';
import { EDITING } from './editing.ts';
import { MERGE } from './merge.ts';
import { areaName, currencyName } from './platform-names.ts';
import { readDefinition, readDefinitions } from './read-definition.ts';
import { type Located, type Read, readTable, type TableSpec } from './read-table.ts';
import { SOURCE_NAMES } from './source-name.ts';
import { SPLIT_KEYS } from './split-key.ts';
import { STRATA } from './stratum.ts';
import type { Text } from './text.ts';

/** The domain of a folder. Throws `NotFound` without a folder and `Refused` with every fault: file, line, found, expected. */
export function loadDomain(folder: string): Domain {
  if (!isDirectory(folder)) throw new NotFound(`there is no domain in ${folder}`);
  const { source, faults } = readSource(folder);
  const broken = new Set(faults.map(({ where }) => where.replace(/:\d+$/, '')));
  const all = [...faults, ...domainFaults(source, broken)].sort(byPlace);
  const [head] = source.head;
  if (all.length > 0 || head === undefined) throw new Refused(describeCount(folder, all.length), all);
  return assemble(head.value, source, hashTree(folder));
}

function readSource(folder: string): { source: Source; faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const keep = <T>({ items, faults: found }: Read<T>): readonly Located<T>[] => {
    faults.push(...found);
    return items;
  };
  const table = <Columns extends z.ZodRawShape, T>(file: string, spec: TableSpec<Columns, T>) =>
    keep(read(folder, file, (text) => readTable(file, text, spec)));
  const list = <S extends z.ZodType>(file: string, schema: S) =>
    keep(read(folder, file, (text) => readDefinitions(file, text, schema)));
  const source: Source = {
    head: keep(read(folder, 'domain.yaml', (text) => readDefinition('domain.yaml', text, definitions.HEAD))),
    segments: table('segments.csv', tables.SEGMENTS),
    merges: exists(join(folder, 'merges.yaml')) ? list('merges.yaml', MERGE) : [],
    scopes: list('scopes.yaml', definitions.SCOPE),
    ebops: table('ebops.csv', tables.EBOPS),
    natures: table('natures.csv', tables.NATURES),
    correspondence: table('correspondence.csv', tables.CORRESPONDENCE),
    segmentEbops: table('segment-ebops.csv', tables.SEGMENT_EBOPS),
    countries: table('countries.csv', tables.COUNTRIES),
    regions: table('regions.csv', tables.REGIONS),
    currencies: table('currencies.csv', tables.CURRENCIES),
    banks: table('banks.csv', tables.BANKS),
    holdings: table('holdings.csv', tables.HOLDINGS),
    register: table('register.csv', tables.REGISTER),
    splitKeys: exists(join(folder, 'split-keys.csv')) ? table('split-keys.csv', SPLIT_KEYS) : [],
    strata: exists(join(folder, 'strata.csv')) ? table('strata.csv', STRATA) : [],
    sourceNames: exists(join(folder, 'sources.csv')) ? table('sources.csv', SOURCE_NAMES) : [],
    rates: table('rates.csv', tables.RATES),
    rules: list('rules.yaml', definitions.RULE),
    editing: list('editing.yaml', EDITING),
    indicators: list('indicators.yaml', definitions.INDICATOR),
    targets: list('targets.yaml', definitions.TARGET),
    bridges: list('bridges.yaml', definitions.BRIDGE),
    calendar: table('calendar.csv', CALENDAR),
    metadata: table('metadata.csv', tables.METADATA),
    glossary: table('glossary.csv', tables.GLOSSARY),
    hedges: table('hedges.csv', tables.HEDGES),
    unwantedTerms: table('unwanted-terms.csv', tables.UNWANTED_TERMS),
    codelists: list('codelists.yaml', definitions.CODELIST),
    codes: table('codes.csv', tables.CODELIST_CODES),
    concepts: table('concepts.csv', tables.CONCEPTS),
    dataflows: list('dataflows.yaml', definitions.DATAFLOW),
    published: table('published-figures.csv', tables.PUBLISHED),
  };
  return { source, faults };
}

function read<T>(folder: string, file: string, parse: (text: string) => Read<T>): Read<T> {
  const path = join(folder, file);
  if (exists(path)) return parse(readText(path));
  return { items: [], faults: [{ where: `${file}:1`, found: 'no such file', expected: `the file ${file}` }] };
}

function assemble(head: z.output<typeof definitions.HEAD>, source: Source, hash: string): Domain {
  const { ref_area: refArea, time_zone: timeZone, rate_source: rateSource, ...rest } = head;
  const segments = valuesOf(source.segments);
  const newest = segments
    .map(({ list }) => list)
    .sort()
    .at(-1);
  const countries = valuesOf(source.countries).map((country) => ({
    ...country,
    name: known(areaName(country.code)),
  }));
  const regions = valuesOf(source.regions).map(({ code }) => ({ code, name: known(areaName(code)) }));
  const currencies = valuesOf(source.currencies).map((currency) => ({
    ...currency,
    name: known(currencyName(currency.code)),
  }));
  const domain: Omit<Domain, 'codelists'> = {
    ...rest,
    refArea,
    timeZone,
    rateSource,
    hash,
    segments: segments.filter(({ list }) => list === newest),
    earlierSegments: segments.filter(({ list }) => list !== newest),
    merges: valuesOf(source.merges),
    scopes: valuesOf(source.scopes),
    ebops: valuesOf(source.ebops),
    natures: valuesOf(source.natures),
    correspondence: valuesOf(source.correspondence),
    segmentEbops: valuesOf(source.segmentEbops),
    countries,
    regions,
    currencies,
    banks: valuesOf(source.banks),
    register: valuesOf(source.register),
    holdings: valuesOf(source.holdings),
    splitKeys: valuesOf(source.splitKeys),
    strata: valuesOf(source.strata),
    sourceNames: valuesOf(source.sourceNames),
    rates: valuesOf(source.rates),
    rules: valuesOf(source.rules),
    editing: valuesOf(source.editing),
    indicators: valuesOf(source.indicators),
    targets: valuesOf(source.targets),
    bridges: valuesOf(source.bridges),
    calendar: valuesOf(source.calendar),
    metadata: valuesOf(source.metadata),
    glossary: valuesOf(source.glossary),
    hedges: valuesOf(source.hedges),
    unwantedTerms: valuesOf(source.unwantedTerms),
    dataflows: dataflowsOf(source),
    published: valuesOf(source.published),
  };
  return { ...domain, codelists: allCodelists(domain, valuesOf(source.codelists), valuesOf(source.codes)) };
}

function valuesOf<T>(items: readonly Located<T>[]): readonly T[] {
  return items.map(({ value }) => value);
}

function dataflowsOf({ dataflows, concepts }: Source): Domain['dataflows'] {
  const byId = new Map(concepts.map(({ value }) => [value.id, value]));
  const pick = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []);
  return dataflows.map(({ value }) => ({
    ...value,
    dimensions: pick(value.dimensions),
    attributes: pick(value.attributes),
  }));
}

/** `domainFaults` has refused a code that the platform has no name for. */
function known(name: Text | undefined): Text {
  if (name === undefined) throw new RangeError('a code without a name passed the checks of the domain');
  return name;
}

function byPlace(a: { readonly where: string }, b: { readonly where: string }): number {
  const [fileA = '', lineA = '0'] = a.where.split(':');
  const [fileB = '', lineB = '0'] = b.where.split(':');
  return fileA.localeCompare(fileB, 'en') || Number(lineA) - Number(lineB);
}

function describeCount(folder: string, count: number): string {
  return `the domain in ${folder} has ${count === 1 ? 'a fault' : `${count} faults`}`;
}
