// The words of the site's frame and of the marks on figures, in three languages. Arabic is written, not translated.

import { FRAME_WORDS } from '../../design/appearance/frame-words.ts';
import type { Text } from '../../design/text.ts';

export const FRAME = {
  ...FRAME_WORDS,
  tagline: {
    ar: 'إحصاءات صادرات الاقتصاد الرقمي وترحيل الخدمات',
    fr: 'Statistiques d’exportation de l’économie numérique et de l’offshoring',
    en: 'Export statistics of the digital economy and services offshoring',
  },
  contact: { ar: 'الاتصال', fr: 'Contact', en: 'Contact' },
  licence: { ar: 'رخصة الاستعمال', fr: 'Licence', en: 'Licence' },
  data: { ar: 'البيانات', fr: 'Données', en: 'Data' },
  understand: { ar: 'للفهم', fr: 'Comprendre', en: 'Understand' },
  notFound: { ar: 'الصفحة غير موجودة', fr: 'Page introuvable', en: 'Page not found' },
  notFoundText: {
    ar: 'لا توجد صفحة في هذا العنوان. ربما حُذف الإصدار أو كُتب العنوان خطأً.',
    fr: 'Aucune page à cette adresse : elle est peut-être mal écrite, ou la publication n’existe pas.',
    en: 'There is no page at this address: it may be mistyped, or the release does not exist.',
  },
  nothing: {
    ar: 'لم يُنشر أي إصدار بعد',
    fr: 'Aucune publication pour le moment',
    en: 'Nothing released yet',
  },
  nothingText: {
    ar: 'سيظهر هنا أول إصدار فور نشره.',
    fr: 'La première publication apparaîtra ici dès qu’elle aura lieu.',
    en: 'The first release will appear here as soon as it is published.',
  },
} as const satisfies { readonly [name: string]: Text };

export const MENU = {
  home: { ar: 'الرئيسية', fr: 'Accueil', en: 'Home' },
  segments: { ar: 'الفروع', fr: 'Segments', en: 'Segments' },
  partners: { ar: 'الشركاء', fr: 'Partenaires', en: 'Partners' },
  explorer: { ar: 'المستكشف', fr: 'Explorateur', en: 'Explorer' },
  targets: { ar: 'الأهداف', fr: 'Objectifs', en: 'Targets' },
  revisions: { ar: 'المراجعات', fr: 'Révisions', en: 'Revisions' },
  releases: { ar: 'الإصدارات', fr: 'Publications', en: 'Releases' },
  data: { ar: 'مجموعات البيانات', fr: 'Jeux de données', en: 'Datasets' },
  calendar: { ar: 'الرزنامة', fr: 'Calendrier', en: 'Calendar' },
  methodology: { ar: 'المنهجية والجودة', fr: 'Méthodologie et qualité', en: 'Methodology and quality' },
  glossary: { ar: 'المصطلحات', fr: 'Glossaire', en: 'Glossary' },
  check: { ar: 'تحقّق من نص', fr: 'Vérifier un texte', en: 'Check a text' },
  about: { ar: 'عن المرصد', fr: 'À propos', en: 'About' },
} as const satisfies { readonly [name: string]: Text };

export type MenuItem = keyof typeof MENU;

/** What stands in a cell without a value: a short mark and its meaning. */
export const MARKS = {
  suppressed: {
    sign: { ar: '(س)', fr: '(c)', en: '(c)' },
    means: {
      ar: 'بيان سري: حُجب حمايةً للمصرّحين',
      fr: 'confidentiel : masqué pour protéger les déclarants',
      en: 'confidential: withheld to protect declarants',
    },
  },
  missing: {
    sign: { ar: '(ن)', fr: '(m)', en: '(m)' },
    means: {
      ar: 'قيمة ناقصة: كانت منتظرة ولم ترد',
      fr: 'manquant\u00a0: attendu, non parvenu',
      en: 'missing: expected and not received',
    },
  },
  unavailable: {
    sign: { ar: '‥', fr: '‥', en: '‥' },
    means: { ar: 'غير متوفر', fr: 'non disponible', en: 'not available' },
  },
  impossible: {
    sign: { ar: '×', fr: '×', en: '×' },
    means: { ar: 'لا يمكن أن يوجد', fr: 'sans objet', en: 'cannot exist' },
  },
  not_significant: {
    sign: { ar: '≈', fr: '≈', en: '≈' },
    means: { ar: 'غير دال إحصائيا', fr: 'non significatif', en: 'not significant' },
  },
  zero: {
    sign: { ar: '0', fr: '0', en: '0' },
    means: {
      ar: 'صفر، أو أقل من نصف الوحدة المعروضة',
      fr: 'nul, ou inférieur à la moitié de l’unité affichée',
      en: 'zero, or less than half of the unit shown',
    },
  },
  preliminary: {
    sign: { ar: 'م', fr: 'p', en: 'p' },
    means: { ar: 'مؤقت: قابل للمراجعة', fr: 'provisoire : sera révisé', en: 'preliminary: will be revised' },
  },
  estimated: {
    sign: { ar: 'ت', fr: 'e', en: 'e' },
    means: {
      ar: 'يتضمن تقديرا لتصريحات لم ترد أو لم تُطلب',
      fr: 'comprend une estimation de déclarations manquantes ou non demandées',
      en: 'includes an estimate for declarations not received or not asked for',
    },
  },
  broken: {
    sign: { ar: 'ق', fr: 'r', en: 'b' },
    means: { ar: 'انقطاع في السلسلة', fr: 'rupture de série', en: 'break in the series' },
  },
} as const satisfies { readonly [name: string]: { readonly sign: Text; readonly means: Text } };

export type MarkName = keyof typeof MARKS;

export const UNIT_WORDS = {
  millions: { ar: 'مليون درهم', fr: 'millions de dirhams', en: 'million dirhams' },
  billions: { ar: 'مليار درهم', fr: 'milliards de dirhams', en: 'billion dirhams' },
  inMillions: { ar: 'بملايين الدراهم', fr: 'en millions de dirhams', en: 'in million dirhams' },
  percent: { ar: 'في المائة', fr: '%', en: '%' },
  inPercent: { ar: 'بالنسبة المئوية', fr: 'en %', en: 'in %' },
  points: { ar: 'نقطة مئوية', fr: 'points de pourcentage', en: 'percentage points' },
  inPoints: { ar: 'بالنقط المئوية', fr: 'en points de pourcentage', en: 'in percentage points' },
  persons: { ar: 'منصب شغل', fr: 'emplois', en: 'jobs' },
  dirhams: { ar: 'درهم', fr: 'dirhams', en: 'dirhams' },
} as const satisfies { readonly [name: string]: Text };
