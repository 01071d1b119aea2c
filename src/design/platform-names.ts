// Names of countries, regions and currencies in three languages from the platform's own locale data (CLDR).

import { LANGUAGES, type Language, type Text } from './text.ts';

/** The name of a country (ISO 3166 alpha-2) or region (UN M49); undefined when the platform knows none. */
export function areaName(code: string): Text | undefined {
  return namesOf(AREAS, code);
}

/** The name of a currency (ISO 4217); undefined when the platform knows none. */
export function currencyName(code: string): Text | undefined {
  return namesOf(CURRENCIES, code);
}

/** The decimals of a currency by the platform: 2 for most, 0 for the yen, 3 for the Tunisian dinar. */
export function currencyDecimals(code: string): number | undefined {
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency: code }).resolvedOptions()
      .maximumFractionDigits;
  } catch {
    return undefined;
  }
}

type Names = { readonly [L in Language]: Intl.DisplayNames };

const AREAS = namesIn('region');
const CURRENCIES = namesIn('currency');

function namesIn(type: 'region' | 'currency'): Names {
  const names = LANGUAGES.map(
    (language) => [language, new Intl.DisplayNames([language], { type, fallback: 'none' })] as const,
  );
  return Object.fromEntries(names) as Names;
}

function namesOf(names: Names, code: string): Text | undefined {
  const [ar, fr, en] = [nameIn(names.ar, code), nameIn(names.fr, code), nameIn(names.en, code)];
  return ar === undefined || fr === undefined || en === undefined ? undefined : { ar, fr, en };
}

function nameIn(names: Intl.DisplayNames, code: string): string | undefined {
  try {
    return names.of(code);
  } catch {
    return undefined;
  }
}
