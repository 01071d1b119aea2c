// The definitions of a domain as they were read from its folder, each with its place.

import type { z } from 'zod';
import type { CalendarEntry } from './calendar.ts';
import type {
  Bank,
  Code,
  Component,
  Correspondence,
  EbopsItem,
  Holding,
  Indicator,
  Nature,
  PublishedFigure,
  Rate,
  ReferenceMetadata,
  RegisterEntry,
  Rule,
  Scope,
  Segment,
  SegmentEbops,
  Term,
} from './domain.ts';
import type { CODELIST, DATAFLOW, HEAD } from './domain-definitions.ts';
import type { EditingRule } from './editing.ts';
import type { Merge } from './merge.ts';
import type { Located } from './read-table.ts';
import type { SourceName } from './source-name.ts';
import type { SplitKey } from './split-key.ts';
import type { Stratum } from './stratum.ts';
import type { Bridge, Target } from './target.ts';
import type { HedgeWidth, UnwantedTerm } from './term.ts';

export type All<T> = readonly Located<T>[];
/** What was read from the folder of a domain, each with its place. */
export type Source = {
  readonly head: All<z.output<typeof HEAD>>;
  readonly segments: All<Segment>;
  readonly merges: All<Merge>;
  readonly scopes: All<Scope>;
  readonly ebops: All<EbopsItem>;
  readonly natures: All<Nature>;
  readonly correspondence: All<Correspondence>;
  readonly segmentEbops: All<SegmentEbops>;
  readonly countries: All<{ readonly code: string; readonly region: string }>;
  readonly regions: All<{ readonly code: string }>;
  readonly currencies: All<{ readonly code: string; readonly decimals: number }>;
  readonly banks: All<Bank>;
  readonly holdings: All<Holding>;
  readonly register: All<RegisterEntry>;
  readonly splitKeys: All<SplitKey>;
  readonly strata: All<Stratum>;
  readonly sourceNames: All<SourceName>;
  readonly rates: All<Rate>;
  readonly rules: All<Rule>;
  readonly editing: All<EditingRule>;
  readonly indicators: All<Indicator>;
  readonly targets: All<Target>;
  readonly bridges: All<Bridge>;
  readonly calendar: All<CalendarEntry>;
  readonly metadata: All<ReferenceMetadata>;
  readonly glossary: All<Term>;
  readonly hedges: All<HedgeWidth>;
  readonly unwantedTerms: All<UnwantedTerm>;
  readonly codelists: All<z.output<typeof CODELIST>>;
  readonly codes: All<{ readonly codelist: string; readonly code: Code }>;
  readonly concepts: All<Component>;
  readonly dataflows: All<z.output<typeof DATAFLOW>>;
  readonly published: All<PublishedFigure>;
};
