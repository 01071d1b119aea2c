// GSBPM 7.1: everything beside the data that a release says about itself and its subject, as `reference.json` holds it.
// Enterprises, holdings, banks, natures of operation and rules stay in the office.

import type { Domain, PublishedFigure } from '../design/domain.ts';
import type { EquationStructure } from '../design/equations.ts';
import { UNSPECIFIED } from '../design/equations.ts';
import type { TargetAssessment } from '../design/target-assessment.ts';

/** A figure printed elsewhere, without what only the office's checks need. */
export type PrintedFigure = Omit<PublishedFigure, 'interval' | 'exact'>;

const PUBLIC_PARTS = [
  'id',
  'agency',
  'publisher',
  'version',
  'name',
  'refArea',
  'currency',
  'scope',
  'licence',
  'contact',
  'renamed',
  'timeZone',
  'segments',
  'withheldSegments',
  'earlierSegments',
  'scopes',
  'ebops',
  'segmentEbops',
  'countries',
  'regions',
  'indicators',
  'targets',
  'bridges',
  'calendar',
  'metadata',
  'glossary',
  'hedges',
  'sourceNames',
  'unwantedTerms',
  'dataflows',
  'rateSource',
] as const satisfies readonly (keyof Domain)[];

export type Reference = Pick<Domain, (typeof PUBLIC_PARTS)[number]> & {
  readonly synthetic: boolean;
  readonly published: readonly PrintedFigure[];
  /** Where each target stands by what this release and others' prints say; made when the release is. */
  readonly assessments: readonly TargetAssessment[];
};

/** The public part of a domain. */
export function referenceOf(
  domain: Domain,
  synthetic: boolean,
  assessments: readonly TargetAssessment[] = [],
): Reference {
  const parts = Object.fromEntries(PUBLIC_PARTS.map((part) => [part, domain[part]]));
  const published = domain.published.map(({ interval: _, exact: __, ...figure }) => figure);
  return { ...(parts as Pick<Domain, (typeof PUBLIC_PARTS)[number]>), synthetic, published, assessments };
}

/** The lists that the published equations run over, as a reader of the release knows them. */
export function referenceStructure(reference: Reference): EquationStructure {
  const { segments, regions, countries, ebops, refArea, currency, scope } = reference;
  return {
    segments: [...new Set(segments.map(({ code }) => code))],
    regions: new Map([
      ...regions.map(
        ({ code }) =>
          [code, countries.filter(({ region }) => region === code).map((country) => country.code)] as const,
      ),
      [UNSPECIFIED, []] as const,
    ]),
    parents: new Map(ebops.map(({ code, parent }) => [code, parent])),
    refArea,
    currency,
    scope,
  };
}
