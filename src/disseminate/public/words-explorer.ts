// The words of the explorer.

import type { Text } from '../../design/text.ts';

export const EXPLORER = {
  lead: {
    ar: 'اختر المؤشر والفروع والشركاء والفترات، واعرضها جدولا أو رسما، ثم شارك الرابط أو حمّل الأرقام.',
    fr: 'Choisissez indicateur, segments, partenaires et périodes\u00a0; voyez-les en tableau ou en graphique\u00a0; partagez l’adresse ou téléchargez.',
    en: 'Choose indicator, segments, partners and periods; see them as a table or a chart; share the address or download.',
  },
  indicator: { ar: 'المؤشر', fr: 'Indicateur', en: 'Indicator' },
  frequency: { ar: 'الوتيرة', fr: 'Périodicité', en: 'Frequency' },
  segments: { ar: 'الفروع', fr: 'Segments', en: 'Segments' },
  partners: { ar: 'الشركاء', fr: 'Partenaires', en: 'Partners' },
  from: { ar: 'من', fr: 'De', en: 'From' },
  to: { ar: 'إلى', fr: 'À', en: 'To' },
  view: { ar: 'العرض', fr: 'Présentation', en: 'View' },
  table: { ar: 'جدول', fr: 'Tableau', en: 'Table' },
  chart: { ar: 'رسم', fr: 'Graphique', en: 'Chart' },
  across: { ar: 'في الأعمدة', fr: 'En colonnes', en: 'In columns' },
  acrossSeries: { ar: 'الفروع والشركاء', fr: 'Segments et partenaires', en: 'Segments and partners' },
  acrossPeriods: { ar: 'الفترات', fr: 'Périodes', en: 'Periods' },
  show: { ar: 'عرض', fr: 'Afficher', en: 'Show' },
  first: { ar: 'الأولى', fr: 'La première', en: 'First' },
  last: { ar: 'الأخيرة', fr: 'La dernière', en: 'Last' },
  world: { ar: 'العالم', fr: 'Monde', en: 'World' },
  result: { ar: 'النتيجة', fr: 'Résultat', en: 'Result' },
  chartFinding: {
    ar: '{indicator}: أعلى قيمة {within} لـ«{series}»، وهي {value}',
    fr: '{indicator}\u00a0: le plus haut {within}, {series}, à {value}',
    en: '{indicator}: highest {within}, {series}, at {value}',
  },
  nothing: {
    ar: 'لا يتضمن الإصدار أرقاما لهذا الاختيار. جرّب وتيرة أخرى، أو المجموع بدل التفصيل.',
    fr: 'La publication n’a pas de chiffres pour ce choix. Essayez une autre périodicité, ou le total.',
    en: 'The release has no figures for this choice. Try another frequency, or the total.',
  },
  unknown: {
    ar: 'تُركت قيم غير معروفة في العنوان: {values}',
    fr: 'Valeurs inconnues ignorées dans l’adresse\u00a0: {values}',
    en: 'Unknown values in the address were left out: {values}',
  },
  tooMany: {
    ar: 'يُعرض أول {count} سلسلة.',
    fr: 'Seules les {count} premières séries sont montrées.',
    en: 'The first {count} series are shown.',
  },
  download: {
    ar: 'تحميل هذه الأرقام (CSV)',
    fr: 'Télécharger ces chiffres (CSV)',
    en: 'Download these figures (CSV)',
  },
  api: { ar: 'رابط الواجهة البرمجية', fr: 'Lien de l’API', en: 'API link' },
  share: {
    ar: 'عنوان هذه الصفحة يحفظ الاختيار كاملا.',
    fr: 'L’adresse de la page garde le choix entier.',
    en: 'The address of this page keeps the whole choice.',
  },
  A: { ar: 'سنوية', fr: 'Annuelle', en: 'Yearly' },
  S: { ar: 'نصف سنوية', fr: 'Semestrielle', en: 'Half-yearly' },
  Q: { ar: 'فصلية', fr: 'Trimestrielle', en: 'Quarterly' },
  M: { ar: 'شهرية', fr: 'Mensuelle', en: 'Monthly' },
} as const satisfies { readonly [name: string]: Text };
