// All codelists of a domain: those written as such, and those that its other definitions already are.

import type { Code, Codelist, Domain } from './domain.ts';
import { UNSPECIFIED } from './equations.ts';
import { TOTAL_SEGMENT, WORLD } from './key.ts';
import { areaName } from './platform-names.ts';
import type { Text } from './text.ts';

/** Codelists that are made from other definitions, so that no code is written twice. */
export const DERIVED_CODELISTS = [
  'CL_AREA',
  'CL_SEGMENT',
  'CL_SCOPE',
  'CL_INDICATOR',
  'CL_INT_ACC_ITEM',
  'CL_CURRENCY',
  'CL_TARGET',
] as const;
export type DerivedCodelist = (typeof DERIVED_CODELISTS)[number];

/** Written codelists with their codes, then the derived ones. */
export function allCodelists(
  domain: Omit<Domain, 'codelists'>,
  written: readonly Omit<Codelist, 'codes'>[],
  codes: readonly { readonly codelist: string; readonly code: Code }[],
): readonly Codelist[] {
  const own = written.map((list) => ({
    ...list,
    codes: codes.filter(({ codelist }) => codelist === list.id).map(({ code }) => code),
  }));
  const derived = DERIVED_CODELISTS.map((id) => ({
    id,
    agency: domain.agency,
    version: domain.version,
    name: NAMES[id],
    codes: CODES[id](domain),
  }));
  return [...own, ...derived];
}

const NAMES: { readonly [L in DerivedCodelist]: Text } = {
  CL_AREA: { ar: 'البلدان والمناطق', fr: 'Pays et régions', en: 'Countries and regions' },
  CL_SEGMENT: { ar: 'الفروع', fr: 'Segments', en: 'Segments' },
  CL_SCOPE: { ar: 'نسخ النطاق', fr: 'Versions du périmètre', en: 'Scope versions' },
  CL_INDICATOR: { ar: 'المؤشرات', fr: 'Indicateurs', en: 'Indicators' },
  CL_INT_ACC_ITEM: { ar: 'بنود الخدمات', fr: 'Postes de services', en: 'Services items' },
  CL_CURRENCY: { ar: 'العملات', fr: 'Monnaies', en: 'Currencies' },
  CL_TARGET: { ar: 'الأهداف', fr: 'Objectifs', en: 'Targets' },
};

const UNSPECIFIED_NAME: Text = { ar: 'غير محدد', fr: 'Non spécifié', en: 'Not specified' };

const NOT_APPLICABLE: Text = { ar: 'لا ينطبق', fr: 'Sans objet', en: 'Not applicable' };

const TOTALS: { readonly segment: Text; readonly currency: Text } = {
  segment: { ar: 'مجموع الفروع', fr: 'Ensemble des segments', en: 'All segments' },
  currency: { ar: 'جميع العملات', fr: 'Toutes monnaies', en: 'All currencies' },
};

const CODES: { readonly [L in DerivedCodelist]: (domain: Omit<Domain, 'codelists'>) => readonly Code[] } = {
  CL_AREA: areas,
  CL_SEGMENT: ({ segments, merges = [] }) => [
    { id: TOTAL_SEGMENT, parent: null, name: TOTALS.segment },
    ...segments.map(({ code, name }) => ({ id: code, parent: TOTAL_SEGMENT, name })),
    ...merges.map(({ code, name }) => ({ id: code, parent: null, name })),
  ],
  CL_SCOPE: ({ scopes }) => [
    ...scopes.map(({ id, name }) => ({ id, parent: null, name })),
    { id: '_Z', parent: null, name: NOT_APPLICABLE },
  ],
  CL_INDICATOR: ({ indicators }) => indicators.map(({ id, name }) => ({ id, parent: null, name })),
  CL_INT_ACC_ITEM: ({ ebops }) => ebops.map(({ code, parent, name }) => ({ id: code, parent, name })),
  CL_CURRENCY: ({ currencies }) => [
    { id: '_T', parent: null, name: TOTALS.currency },
    ...currencies.map(({ code, name }) => ({ id: code, parent: null, name })),
  ],
  CL_TARGET: ({ targets }) => targets.map(({ id, name }) => ({ id, parent: null, name })),
};

function areas({ refArea, regions, countries }: Omit<Domain, 'codelists'>): readonly Code[] {
  return [
    { id: WORLD, parent: null, name: areaName('001') ?? nameless(WORLD) },
    ...regions.map(({ code, name }) => ({ id: code, parent: WORLD, name })),
    ...countries.map(({ code, name, region }) => ({ id: code, parent: region, name })),
    { id: UNSPECIFIED, parent: WORLD, name: UNSPECIFIED_NAME },
    { id: refArea, parent: null, name: areaName(refArea) ?? nameless(refArea) },
  ];
}

function nameless(code: string): Text {
  return { ar: code, fr: code, en: code };
}
