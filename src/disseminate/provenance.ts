// Where a file of a release comes from, as it is told inside the file.

import { LANGUAGES, type Language, type Text } from '../design/text.ts';
import type { Manifest } from './manifest.ts';
import type { Reference } from './reference.ts';

export type Provenance = {
  readonly reference: Reference;
  readonly manifest: Pick<
    Manifest,
    'id' | 'period' | 'number' | 'agency' | 'vintage' | 'status' | 'synthetic' | 'cut'
  >;
};

/** Names and values of what a reader must know of a file, in a language. */
export function provenanceRows(
  { reference, manifest }: Provenance,
  language: Language,
): readonly (readonly [string, string])[] {
  const words = WORDS[language];
  const scope = reference.scopes.find(({ id }) => id === reference.scope);
  return [
    [words.title, reference.name[language]],
    [words.agency, reference.contact[language]],
    [words.release, manifest.id],
    [words.vintage, words[manifest.vintage]],
    [words.status, words[manifest.status]],
    [words.scope, `${reference.scope}: ${scope?.name[language] ?? reference.scope}`],
    [words.licence, reference.licence],
    [words.citation, citation({ reference, manifest }, language)],
    ...(manifest.synthetic ? [[words.note, SYNTHETIC[language]] as const] : []),
  ];
}

/** Key-value metadata of a file that holds them: what a reader must know, in every language and as plain words. */
export function provenanceMetadata(provenance: Provenance): { readonly [name: string]: string } {
  const { facts, licence, citation: cited } = provenanceSource(provenance);
  const rows = LANGUAGES.map((language) => [
    language,
    Object.fromEntries(provenanceRows(provenance, language)),
  ]);
  return {
    ...Object.fromEntries(provenanceRows(provenance, 'en')),
    'marsad-provenance': JSON.stringify({ ...facts, licenceAddress: licence, citation: cited }),
    'marsad-provenance-words': JSON.stringify(Object.fromEntries(rows)),
  };
}

/** How a release is cited. */
export function citation({ reference, manifest }: Provenance, language: Language): string {
  const mark = manifest.synthetic ? ` — ${SYNTHETIC[language]}` : '';
  const parts = [reference.name[language], manifest.id, WORDS[language][manifest.vintage]];
  return `${parts.join(language === 'ar' ? '، ' : ', ')}${mark}`;
}

/** Where a file comes from, in one line: how it is cited, and its status and scope. */
function provenanceLine({ reference, manifest }: Provenance, language: Language): string {
  const words = WORDS[language];
  const scope = reference.scopes.find(({ id }) => id === reference.scope);
  const told = scope?.name[language] ?? `${words.scope} ${reference.scope}`;
  return [citation({ reference, manifest }, language), words[manifest.status], told, reference.licence].join(
    ' · ',
  );
}

/** The same in every language, with the address of the licence: as messages carry it. */
export function provenanceSource(provenance: Provenance): {
  readonly citation: Text;
  readonly licence: string;
  readonly facts: { readonly [name: string]: string | boolean };
} {
  const { reference, manifest } = provenance;
  const line = (language: Language) => provenanceLine(provenance, language);
  return {
    citation: { ar: line('ar'), fr: line('fr'), en: line('en') },
    licence: licenceAddress(reference.licence),
    facts: {
      release: manifest.id,
      vintage: manifest.vintage,
      status: manifest.status,
      scope: reference.scope,
      licence: reference.licence,
      synthetic: manifest.synthetic,
    },
  };
}

/** Where the licence can be read, by its SPDX identifier. */
export function licenceAddress(licence: string): string {
  return `https://spdx.org/licenses/${encodeURIComponent(licence)}.html`;
}

/** What is said wherever invented declarations stand behind figures. */
export const SYNTHETIC: { readonly [L in Language]: string } = {
  ar: 'بيانات اصطناعية: لا تستند إلى تصريحات حقيقية',
  fr: 'Données synthétiques\u00a0: elles ne reposent sur aucune déclaration réelle',
  en: 'Synthetic data: no real declaration stands behind them',
};

const WORDS = {
  ar: {
    title: 'العنوان',
    agency: 'الجهة المنتجة',
    release: 'الإصدار',
    vintage: 'طبيعة الأرقام',
    status: 'الوضع',
    scope: 'النطاق',
    licence: 'الترخيص',
    citation: 'طريقة الإحالة',
    note: 'تنبيه',
    preliminary: 'أرقام مؤقتة',
    revised: 'أرقام مراجعة',
    final: 'أرقام نهائية',
    regular: 'إصدار عادي',
    correction: 'إصدار تصحيحي',
  },
  fr: {
    title: 'Titre',
    agency: 'Producteur',
    release: 'Publication',
    vintage: 'Nature des chiffres',
    status: 'Statut',
    scope: 'Périmètre',
    licence: 'Licence',
    citation: 'Citation',
    note: 'Avertissement',
    preliminary: 'chiffres provisoires',
    revised: 'chiffres révisés',
    final: 'chiffres définitifs',
    regular: 'publication ordinaire',
    correction: 'publication corrective',
  },
  en: {
    title: 'Title',
    agency: 'Producer',
    release: 'Release',
    vintage: 'Vintage',
    status: 'Status',
    scope: 'Scope',
    licence: 'Licence',
    citation: 'Citation',
    note: 'Warning',
    preliminary: 'preliminary figures',
    revised: 'revised figures',
    final: 'final figures',
    regular: 'regular release',
    correction: 'correction',
  },
} as const;
