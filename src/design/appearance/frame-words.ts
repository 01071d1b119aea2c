// The words of a page's frame that the public site and the office share, in three languages. Arabic is written, not translated.

import type { Text } from '../text.ts';

export const FRAME_WORDS = {
  name: { ar: 'مرصد', fr: 'Marsad', en: 'Marsad' },
  skip: { ar: 'انتقل إلى المحتوى', fr: 'Aller au contenu', en: 'Skip to content' },
  mainMenu: { ar: 'القائمة الرئيسية', fr: 'Menu principal', en: 'Main menu' },
  languages: { ar: 'اللغة', fr: 'Langue', en: 'Language' },
  synthetic: {
    ar: 'بيانات اصطناعية أُعدّت لعرض المنظومة: لا تستند إلى أي تصريح حقيقي، ولا يجوز الاستشهاد بها.',
    fr: 'Données synthétiques de démonstration : aucune déclaration réelle, à ne pas citer.',
    en: 'Synthetic data for demonstration: no real declaration stands behind them; not for citation.',
  },
  syntheticShort: { ar: 'بيانات اصطناعية', fr: 'données synthétiques', en: 'synthetic data' },
  colon: { ar: ':', fr: '\u00a0:', en: ':' },
} as const satisfies { readonly [name: string]: Text };
