// GSBPM 6.4: ways to protect a release beside suppression: merging of codes, coarser periods, coarser precision. Each is what
// the domain would be if it were published so: the same blanks are then sought over fewer or rounder figures.

import { type Codelist, type Domain, inForce } from './domain.ts';
import { TOTAL_SEGMENT } from './key.ts';
import { type Merge, mergedSegment } from './merge.ts';
import type { Frequency } from './period.ts';

export type ProtectionOption =
  | { readonly kind: 'suppression' }
  /** These segments are published as one code. */
  | { readonly kind: 'merge'; readonly code: string }
  /** Nothing finer than this is published. */
  | { readonly kind: 'periods'; readonly finest: 'Q' }
  /** Amounts and ratios are printed with one digit less. */
  | { readonly kind: 'precision' };

export const SUPPRESSION: ProtectionOption = { kind: 'suppression' };

/** `suppression`, `merge:BPO_KPO`, `periods:Q`, `precision:1`. */
export function optionName(option: ProtectionOption): string {
  if (option.kind === 'merge') return `merge:${option.code}`;
  if (option.kind === 'periods') return `periods:${option.finest}`;
  return option.kind === 'precision' ? 'precision:1' : option.kind;
}

/** The ways that a domain offers on a day (ISO). */
export function optionsOf({ merges = [] }: Pick<Domain, 'merges'>, day: string): readonly ProtectionOption[] {
  const codes = merges.filter((merge) => inForce(merge, day)).map(({ code }) => code);
  return [
    SUPPRESSION,
    ...codes.map((code): ProtectionOption => ({ kind: 'merge', code })),
    { kind: 'periods', finest: 'Q' },
    { kind: 'precision' },
  ];
}

/** The option of a name among those that a domain offers on a day; undefined when there is none. */
export function optionNamed(
  name: string,
  domain: Pick<Domain, 'merges'>,
  day: string,
): ProtectionOption | undefined {
  return optionsOf(domain, day).find((option) => optionName(option) === name);
}

/** The domain as it is published under an option. */
export function domainUnder(domain: Domain, option: ProtectionOption): Domain {
  if (option.kind === 'merge') return mergedDomain(domain, option.code);
  if (option.kind === 'suppression') return domain;
  const indicators = domain.indicators.map((indicator) => ({
    ...indicator,
    ...(option.kind === 'precision' ? coarser(indicator) : {}),
    frequencies: indicator.frequencies.filter((freq) => isKept(freq as Frequency, option)),
  }));
  return { ...domain, indicators };
}

/** Whether figures of a frequency are published under an option. */
export function isKept(freq: Frequency, option: ProtectionOption): boolean {
  return option.kind !== 'periods' || freq !== 'M';
}

/** The segments that an option withholds, in favour of the code that stands for them. */
export function withheldSegments(
  { merges = [] }: Pick<Domain, 'merges'>,
  option: ProtectionOption,
): readonly string[] {
  return option.kind === 'merge' ? (merges.find(({ code }) => code === option.code)?.segments ?? []) : [];
}

/** One digit less: a decimal where there is one, else ten times the printed unit; persons are counted. */
function coarser({ unit, unitMult, decimals }: Domain['indicators'][number]) {
  if (unit === 'PS') return {};
  return decimals > 0 ? { decimals: decimals - 1 } : { unitMult: unitMult + 1 };
}

function mergedDomain(domain: Domain, code: string): Domain {
  const merge = domain.merges?.find((each) => each.code === code);
  if (merge === undefined) return domain;
  const { segments } = domain;
  const first = segments.findIndex((segment) => merge.segments.includes(segment.code));
  const list = segments[first]?.list ?? '';
  const isMember = (segment: Domain['segments'][number]) => merge.segments.includes(segment.code);
  return {
    ...domain,
    segments: segments.flatMap((segment, at) =>
      at === first ? [mergedSegment(merge, list)] : isMember(segment) ? [] : [segment],
    ),
    withheldSegments: segments.filter(isMember),
    codelists: domain.codelists.map((codelist) => underMerge(codelist, merge)),
  };
}

/** A merged code in use stands between the total and its segments: the codes below each add up to it. */
function underMerge(codelist: Codelist, { code, segments }: Merge): Codelist {
  if (codelist.id !== 'CL_SEGMENT') return codelist;
  const parentOf = (id: string, parent: string | null) =>
    id === code ? TOTAL_SEGMENT : segments.includes(id) ? code : parent;
  return {
    ...codelist,
    codes: codelist.codes.map((each) => ({ ...each, parent: parentOf(each.id, each.parent) })),
  };
}
