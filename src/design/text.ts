// Languages and texts: whatever a person reads exists in all three, or the program does not build.

export const LANGUAGES = ['ar', 'fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
export type Text = { readonly [L in Language]: string };

/** Each language in its own words. */
export const LANGUAGE_NAMES: Text = { ar: 'العربية', fr: 'Français', en: 'English' };

/** The reading direction of a language. */
export function directionOf(language: Language): 'rtl' | 'ltr' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

export function isLanguage(text: string): text is Language {
  return (LANGUAGES as readonly string[]).includes(text);
}

/** A template's text with `{name}` replaced; an unknown name is a mistake of the program and throws. */
export function fill(template: string, values: { readonly [name: string]: string | number }): string {
  return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new RangeError(`no value for {${name}} in: ${template}`);
    return String(value);
  });
}

/** The same template filled in every language. */
export function fillText(template: Text, values: { readonly [name: string]: string | number }): Text {
  return { ar: fill(template.ar, values), fr: fill(template.fr, values), en: fill(template.en, values) };
}
