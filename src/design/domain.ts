// A domain: everything about the subject and nothing about the program, as normalised from its folder.
// GSBPM 2.1 to 2.4. `design/load-domain.ts` reads it; what a person wrote is unknown until then.

import type { CalendarEntry } from './calendar.ts';
import type { EditingRule } from './editing.ts';
import type { Interval } from './interval.ts';
import type { Merge } from './merge.ts';
import type { Rational } from './rational.ts';
import type { SourceName } from './source-name.ts';
import type { SplitKey } from './split-key.ts';
import type { Stratum } from './stratum.ts';
import type { Bridge, Target } from './target.ts';
import type { HedgeWidth, UnwantedTerm } from './term.ts';
import type { Text } from './text.ts';

/** Valid from a day to a day, both included; open-ended when `validTo` is null. */
export type Dated = {
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly reference: string;
};

export type Domain = {
  readonly id: string;
  readonly agency: string;
  /** The institution's name, as readers see it. */
  readonly publisher: Text;
  readonly version: string;
  readonly name: Text;
  readonly refArea: string;
  readonly currency: string;
  /** The scope version in force, such as `2025`. */
  readonly scope: string;
  readonly licence: string;
  readonly contact: Text;
  /** Identifiers that were something else once: their addresses go on to answer. */
  readonly renamed: readonly Renaming[];
  readonly timeZone: string;
  /** SHA-256 over all its files: names and bytes, sorted by name. */
  readonly hash: string;
  /** The list in force. */
  readonly segments: readonly Segment[];
  /** Segments that may be published as one; none in folders without `merges.yaml`. */
  readonly merges?: readonly Merge[];
  /** Segments that are published as one in this release; none where each is published by itself. */
  readonly withheldSegments?: readonly Segment[];
  /** Segments of the lists before it, oldest first. */
  readonly earlierSegments: readonly Segment[];
  readonly scopes: readonly Scope[];
  readonly ebops: readonly EbopsItem[];
  readonly natures: readonly Nature[];
  readonly correspondence: readonly Correspondence[];
  readonly segmentEbops: readonly SegmentEbops[];
  readonly countries: readonly Country[];
  readonly regions: readonly Region[];
  readonly currencies: readonly Currency[];
  readonly banks: readonly Bank[];
  readonly register: readonly RegisterEntry[];
  /** Enterprises of which a sample is asked; none in folders without `strata.csv`. */
  readonly strata?: readonly Stratum[];
  /** Settlements that are divided over segments; none in folders without `split-keys.csv`. */
  readonly splitKeys?: readonly SplitKey[];
  readonly holdings: readonly Holding[];
  readonly rates: readonly Rate[];
  /** Where the rates come from, and how firm they are. */
  readonly rateSource: { readonly text: Text; readonly tag: Tag };
  readonly rules: readonly Rule[];
  /** Rules of automatic editing. */
  readonly editing: readonly EditingRule[];
  readonly indicators: readonly Indicator[];
  readonly targets: readonly Target[];
  readonly bridges: readonly Bridge[];
  readonly calendar: readonly CalendarEntry[];
  readonly metadata: readonly ReferenceMetadata[];
  readonly glossary: readonly Term[];
  readonly sourceNames?: readonly SourceName[];
  readonly hedges: readonly HedgeWidth[];
  readonly unwantedTerms: readonly UnwantedTerm[];
  readonly codelists: readonly Codelist[];
  readonly dataflows: readonly Dataflow[];
  readonly published: readonly PublishedFigure[];
};

/** A former identifier; a code is written with its list, `CL_SEGMENT.ITO`. Nothing took the place of it when `present` is null. */
export type Renaming = {
  readonly kind: 'dataflow' | 'codelist' | 'code';
  readonly former: string;
  readonly present: string | null;
  readonly since: string;
  readonly reason: Text;
};

export type Segment = Dated & {
  readonly code: string;
  /** The list it belongs to: 2007, 2010, 2016, 2025. The last is in force. */
  readonly list: string;
  readonly name: Text;
  readonly description: Text;
  /** For axes and other tight places. */
  readonly short: Text;
  /** As a sentence takes it: French with its article, after which "de" needs no other form. */
  readonly phrase: Text;
  /** Codes of the list in force that continue it. */
  readonly continuedBy: readonly string[];
};

export type Concept = 'receipts' | 'accrual' | 'unstated';
export type Scope = Dated & {
  readonly id: string;
  readonly name: Text;
  readonly concept: Concept;
  /** Which rate turns a line into dirhams. */
  readonly rateRule: 'month_average' | 'value_date' | 'declared' | 'unstated';
  /** Sources in falling order of precedence. */
  readonly precedence: readonly string[];
  /** Days after the period's end at which its inputs are frozen; null when unstated. */
  readonly cutOffDays: number | null;
  readonly covers: Text;
  readonly comparability: readonly {
    readonly scope: string;
    readonly verdict: 'comparable' | 'bridge' | 'not comparable';
    readonly note: Text;
  }[];
  readonly tag: Tag;
};

/** How a fact is known: published, derived from published figures, a standard, our proposal, looked for and not found. */
export type Tag = 'pub' | 'der' | 'std' | 'prop' | 'unk';

export type EbopsItem = {
  readonly code: string;
  readonly parent: string | null;
  readonly name: Text;
  readonly standard: string;
};

export type Nature = Dated & {
  readonly code: string;
  readonly name: Text;
  /** `export` counts; the others are left out with the reason. */
  readonly treatment:
    | 'export'
    | 'goods'
    | 'loan'
    | 'capital'
    | 'dividends'
    | 'salaries'
    | 'grants'
    | 'tax'
    | 'catch_all'
    | 'other_service';
  readonly tag: Tag;
};

/** The dated two-key correspondence: nature × register segment (`*` for any) gives segment and EBOPS item. */
export type Correspondence = Dated & {
  readonly nature: string;
  readonly registerSegment: string;
  readonly segment: string;
  readonly ebops: string;
};

export type SegmentEbops = Dated & {
  readonly segment: string;
  readonly ebops: string;
  readonly role: 'main' | 'also';
};
export type Country = { readonly code: string; readonly name: Text; readonly region: string };
export type Region = { readonly code: string; readonly name: Text };
export type Currency = { readonly code: string; readonly decimals: number; readonly name: Text };
export type Bank = Dated & { readonly code: string; readonly name: string };

export type RegisterEntry = Dated & {
  /** First nine digits of the ICE. */
  readonly enterprise: string;
  readonly ice: string;
  readonly name: string;
  /** Code of the holding; the enterprise itself when it has none. */
  readonly holding: string;
  readonly segment: string;
  /** A second segment when its contracts are mixed. */
  readonly otherSegment: string | null;
  readonly size: 'large' | 'medium' | 'small';
  readonly exportZone: boolean;
  readonly respondent: boolean;
};

export type Holding = { readonly code: string; readonly name: string };

/** Dirhams for one unit of currency, six decimals at most, as the average of a month. */
export type Rate = { readonly currency: string; readonly month: string; readonly rate: string };

export type RuleTier = 0 | 1 | 2 | 3 | 4 | 5;
export type Severity = 'fatal' | 'error' | 'warning' | 'info';
export type Rule = Dated & {
  readonly id: string;
  readonly version: number;
  readonly tier: RuleTier;
  readonly severity: Severity;
  /** Kinds of line that it applies to. */
  readonly kind: 'settlement' | 'enterprise' | 'both';
  /** The field whose text a finding shows. */
  readonly field: string;
  /** SQL predicate over the typed line; NULL is unknown. */
  readonly assert: string;
  /** The state a line gets when it fails: rejected for errors, queried or excluded as stated, none for warnings. */
  readonly state: 'rejected' | 'queried' | 'excluded' | null;
  readonly message: Text;
  readonly accepts: readonly RuleExample[];
  readonly rejects: readonly RuleExample[];
};
export type RuleExample = { readonly [column: string]: string | number | boolean | null };

export type Indicator = {
  readonly id: string;
  readonly name: Text;
  readonly description: Text;
  readonly unit: string;
  /** Power of ten of the printed unit: 6 for millions. */
  readonly unitMult: number;
  /** Disseminated decimals. */
  readonly decimals: number;
  readonly kind:
    | 'level'
    | 'growth'
    | 'share'
    | 'contribution'
    | 'cumulated'
    | 'cumulated_growth'
    | 'ratio_previous_year'
    | 'stock'
    | 'per_job';
  readonly nature: 'flow' | 'stock' | 'ratio';
  readonly frequencies: readonly string[];
  readonly bySegment: boolean;
  readonly byPartner: boolean;
};

export type ReferenceMetadata = {
  readonly dataflow: string;
  readonly concept: string;
  /** The name of the concept. */
  readonly title: Text;
  readonly text: Text;
};
export type Term = {
  readonly id: string;
  readonly ar: readonly string[];
  readonly fr: readonly string[];
  readonly en: readonly string[];
};
export type Code = { readonly id: string; readonly parent: string | null; readonly name: Text };
export type Codelist = {
  readonly id: string;
  readonly agency: string;
  readonly version: string;
  readonly name: Text;
  readonly codes: readonly Code[];
};
export type Component = { readonly id: string; readonly codelist: string | null; readonly name: Text };
export type Dataflow = {
  readonly id: string;
  readonly version: string;
  readonly name: Text;
  readonly description: Text;
  /** Without TIME_PERIOD, in the order of the key. */
  readonly dimensions: readonly Component[];
  readonly attributes: readonly Component[];
};

/** A figure as it was printed elsewhere, and what that means. */
export type PublishedFigure = {
  readonly indicator: string;
  readonly segment: string;
  readonly freq: string;
  readonly period: string;
  readonly scope: string;
  readonly value: string;
  readonly unit: string;
  readonly decimals: number;
  /** In the unit printed; null for hedged figures. */
  readonly interval: Interval | null;
  readonly exact: Rational;
  readonly hedge: string | null;
  readonly obsStatus: string | null;
  readonly role: 'constraint' | 'hedged' | 'derived' | 'reference';
  readonly source: string;
  readonly sourceDate: string | null;
};

/** Whether a dated definition is in force on a day (ISO). */
export function inForce({ validFrom, validTo }: Dated, day: string): boolean {
  return validFrom <= day && (validTo === null || day <= validTo);
}
