// The words of the home page and of a segment's page. `{…}` are filled from released figures alone.

import type { Text } from '../../design/text.ts';

export const HEADLINE = {
  rise: {
    ar: 'ارتفعت صادرات {subject} بنسبة {growth} في المائة {within}',
    fr: 'Les exportations de {subject} progressent de {growth} % {within}',
    en: 'Exports of {subject} rose {growth}% {within}',
  },
  fall: {
    ar: 'تراجعت صادرات {subject} بنسبة {growth} في المائة {within}',
    fr: 'Les exportations de {subject} reculent de {growth} % {within}',
    en: 'Exports of {subject} fell {growth}% {within}',
  },
  even: {
    ar: 'استقرت صادرات {subject} {within}',
    fr: 'Les exportations de {subject} sont stables {within}',
    en: 'Exports of {subject} were unchanged {within}',
  },
  level: {
    ar: 'صادرات {subject} {within}',
    fr: 'Exportations de {subject} {within}',
    en: 'Exports of {subject} {within}',
  },
  offsetUp: {
    ar: '، رغم تراجع {segment}',
    fr: ', malgré le recul de {segment}',
    en: ', despite a fall in {segment}',
  },
  offsetDown: {
    ar: '، رغم ارتفاع {segment}',
    fr: ', malgré la hausse de {segment}',
    en: ', despite a rise in {segment}',
  },
  subject: {
    ar: 'الاقتصاد الرقمي وترحيل الخدمات',
    fr: 'l’économie numérique et de l’offshoring',
    en: 'the digital economy and services offshoring',
  },
} as const satisfies { readonly [name: string]: Text };

export const HOME = {
  released: { ar: 'نُشر يوم {day}', fr: 'Publié le {day}', en: 'Released {day}' },
  preliminary: { ar: 'بيانات مؤقتة', fr: 'Données provisoires', en: 'Preliminary data' },
  revised: { ar: 'بيانات مراجعة', fr: 'Données révisées', en: 'Revised data' },
  final: { ar: 'بيانات نهائية', fr: 'Données définitives', en: 'Final data' },
  against: {
    ar: 'مقارنة بـ {level} مليون درهم {within}',
    fr: 'contre {level} millions de dirhams {within}',
    en: 'against {level} million dirhams {within}',
  },
  exactly: { ar: '{level} مليون درهم', fr: '{level} millions de dirhams', en: '{level} million dirhams' },
  drivers: { ar: 'ما الذي حرّك المجموع؟', fr: 'Ce qui a fait varier le total', en: 'What moved the total' },
  driversFinding: {
    ar: '{up} أكبر مساهم في النمو، و{down} أكبر عامل خفض',
    fr: '{up} contribue le plus à la hausse, {down} pèse le plus à la baisse',
    en: '{up} added most to growth; {down} took most away',
  },
  driversUp: {
    ar: '{up} أكبر مساهم في النمو',
    fr: '{up} contribue le plus à la hausse',
    en: '{up} added most to growth',
  },
  driversUnit: {
    ar: 'المساهمة في نمو المجموع على أساس سنوي، بالنقط المئوية',
    fr: 'Contribution à la variation annuelle du total, en points de pourcentage',
    en: 'Contribution to annual growth of the total, in percentage points',
  },
  total: { ar: 'المجموع', fr: 'Total', en: 'Total' },
  segments: { ar: 'الفروع', fr: 'Segments', en: 'Segments' },
  segmentsLead: {
    ar: 'مستوى كل فرع وحصته من المجموع وتغيره مقارنة بالفترة نفسها من السنة السابقة.',
    fr: 'Niveau, part dans le total et variation sur un an de chaque segment.',
    en: 'Level, share of the total and change on a year earlier for each segment.',
  },
  shareOf: { ar: 'من المجموع', fr: 'du total', en: 'of the total' },
  onYear: { ar: 'على أساس سنوي', fr: 'sur un an', en: 'on a year earlier' },
  overTime: { ar: 'المسار الفصلي', fr: 'Évolution trimestrielle', en: 'Quarter by quarter' },
  linesUnit: {
    ar: 'إيرادات الصادرات حسب الفرع، بملايين الدراهم، فصليا',
    fr: 'Recettes d’exportation par segment, millions de dirhams, par trimestre',
    en: 'Export receipts by segment, million dirhams, quarterly',
  },
  linesFinding: {
    ar: '{segment} في الصدارة بـ {level} مليون درهم {within}',
    fr: '{segment} en tête : {level} millions de dirhams {within}',
    en: '{segment} leads with {level} million dirhams {within}',
  },
  dotted: {
    ar: 'الخط المنقط والدائرة المفرغة: بيانات مؤقتة. ينقطع الخط حيث لا رقم: يبين الجدول هل البيان سري أم ناقص أم غير متوفر.',
    fr: 'Trait pointillé, cercle vide : données provisoires. Le trait s’interrompt là où il n’y a pas de chiffre\u00a0: le tableau dit s’il est confidentiel, manquant ou non disponible.',
    en: 'Dotted line, hollow circle: preliminary. The line stops where there is no figure: the table says whether it is confidential, missing or not available.',
  },
  tableTitle: { ar: 'الأرقام {within}', fr: 'Les chiffres {within}', en: 'The figures {within}' },
  segment: { ar: 'الفرع', fr: 'Segment', en: 'Segment' },
  period: { ar: 'الفترة', fr: 'Période', en: 'Period' },
  growth: { ar: 'التغير السنوي', fr: 'Variation annuelle', en: 'Annual change' },
  share: { ar: 'الحصة', fr: 'Part', en: 'Share' },
  contribution: { ar: 'المساهمة في النمو', fr: 'Contribution', en: 'Contribution' },
  level: { ar: 'المستوى', fr: 'Niveau', en: 'Level' },
  asTable: {
    ar: 'عرض الأرقام في جدول',
    fr: 'Voir les chiffres en tableau',
    en: 'See the figures as a table',
  },
  source: {
    ar: 'المصدر: {agency}، إصدار {release}',
    fr: 'Source : {agency}, publication {release}',
    en: 'Source: {agency}, release {release}',
  },
  rounding: {
    ar: 'تُحسب النسب والحصص من القيم غير المدوّرة؛ وقد لا تتطابق المجاميع مع مكوناتها بسبب التدوير.',
    fr: 'Taux et parts sont calculés sur les valeurs non arrondies ; un total peut différer de la somme de ses arrondis.',
    en: 'Rates and shares are computed on unrounded values; totals may differ from the sum of rounded parts.',
  },
  targets: {
    ar: 'أين نحن من أهداف المغرب الرقمي 2030؟',
    fr: 'Où en sont les objectifs de Digital Morocco 2030 ?',
    en: 'Where the targets of Digital Morocco 2030 stand',
  },
  notComparable: { ar: 'مقارنة غير ممكنة', fr: 'Comparaison impossible', en: 'Not comparable' },
  comparable: { ar: 'قابل للمقارنة', fr: 'Comparable', en: 'Comparable' },
  noData: { ar: 'لا تتوفر بيانات', fr: 'Pas de données', en: 'No data' },
  target: { ar: 'هدف {period}', fr: 'Objectif {period}', en: '{period} target' },
  baseline: { ar: 'الأساس، {period}', fr: 'Base, {period}', en: 'Baseline, {period}' },
  undatedBaseline: { ar: 'الأساس', fr: 'Base', en: 'Baseline' },
  downloads: { ar: 'تحميل البيانات', fr: 'Télécharger les données', en: 'Download the data' },
  downloadsLead: {
    ar: 'الإصدار كاملا، موقّعا وقابلا للتحقق.',
    fr: 'La publication entière, signée et vérifiable.',
    en: 'The whole release, signed and verifiable.',
  },
  allFiles: {
    ar: 'كل ملفات الإصدار وبصماتها',
    fr: 'Tous les fichiers et leurs empreintes',
    en: 'All files and their hashes',
  },
  next: { ar: 'الإصدار المقبل', fr: 'Prochaine publication', en: 'Next release' },
  nextUnknown: {
    ar: 'لم يُحدَّد موعده بعد.',
    fr: 'La date n’est pas encore fixée.',
    en: 'Its date is not yet set.',
  },
  nextText: { ar: '{period}، يوم {day}', fr: '{period}, le {day}', en: '{period}, on {day}' },
  printed: {
    ar: 'أرقام سبق نشرها',
    fr: 'Chiffres parus ailleurs',
    en: 'Figures as printed elsewhere',
  },
  printedLead: {
    ar: 'كما وردت في مصادرها، بدقتها وعباراتها، وبجانبها ما تعطيه هذه المنظومة.',
    fr: 'Tels que leurs sources les ont publiés, avec leur précision, à côté de ce que donne ce système.',
    en: 'As their sources printed them, at their precision, beside what this system gives.',
  },
  printedValue: { ar: 'كما طُبع', fr: 'Tel que paru', en: 'As printed' },
  released_value: { ar: 'في هذا الإصدار', fr: 'Dans cette publication', en: 'In this release' },
  indicator: { ar: 'المؤشر', fr: 'Indicateur', en: 'Indicator' },
  sourceHead: { ar: 'المصدر', fr: 'Source', en: 'Source' },
  scopeNote: {
    ar: 'النطاق: {scope}. {covers}',
    fr: 'Champ : {scope}. {covers}',
    en: 'Scope: {scope}. {covers}',
  },
} as const satisfies { readonly [name: string]: Text };
