// The sentences of the bulletin. No digit stands in them: every number, period and name is filled from a reference.

import type { Text } from '../design/text.ts';

export const SENTENCES = {
  total_rise: {
    ar: 'بلغت إيرادات صادرات {subject} {level} {within}، بارتفاع نسبته {growth} مقارنة بالفترة نفسها من السنة السابقة ({before}).',
    fr: 'Les recettes d’exportation de {subject} atteignent {level} {within}, en hausse de {growth} par rapport à la même période de l’année précédente ({before}).',
    en: 'Export receipts of {subject} reached {level} {within}, up {growth} on the same period of the year before ({before}).',
  },
  total_fall: {
    ar: 'بلغت إيرادات صادرات {subject} {level} {within}، بتراجع نسبته {growth} مقارنة بالفترة نفسها من السنة السابقة ({before}).',
    fr: 'Les recettes d’exportation de {subject} s’établissent à {level} {within}, en baisse de {growth} par rapport à la même période de l’année précédente ({before}).',
    en: 'Export receipts of {subject} came to {level} {within}, down {growth} on the same period of the year before ({before}).',
  },
  total_even: {
    ar: 'استقرت إيرادات صادرات {subject} عند {level} {within} مقارنة بالفترة نفسها من السنة السابقة ({before}).',
    fr: 'Les recettes d’exportation de {subject} sont stables, à {level}, {within} ({before} un an plus tôt).',
    en: 'Export receipts of {subject} were unchanged at {level} {within} ({before} a year before).',
  },
  total_alone: {
    ar: 'بلغت إيرادات صادرات {subject} {level} {within}.',
    fr: 'Les recettes d’exportation de {subject} atteignent {level} {within}.',
    en: 'Export receipts of {subject} came to {level} {within}.',
  },
  total_none: {
    ar: 'لا رقم لإيرادات صادرات {subject} {within}: {level}.',
    fr: 'Il n’y a pas de chiffre des recettes d’exportation de {subject} {within}\u00a0: {level}.',
    en: 'There is no figure of the export receipts of {subject} {within}: {level}.',
  },
  driver: {
    ar: 'وجاءت أكبر مساهمة في هذا التغير من صادرات {segment} ({contribution})، التي بلغت {level}، أي {growth} على أساس سنوي.',
    fr: 'La plus forte contribution vient de {segment} ({contribution})\u00a0: {level}, soit {growth} sur un an.',
    en: 'The largest contribution came from {segment} ({contribution}): {level}, {growth} on the year.',
  },
  driver_printed: {
    ar: 'ومن بين الفروع المنشورة أرقامها، جاءت أكبر مساهمة في هذا التغير من صادرات {segment} ({contribution})، التي بلغت {level}، أي {growth} على أساس سنوي.',
    fr: 'Parmi les segments dont les chiffres sont publiés, la plus forte contribution vient de {segment} ({contribution})\u00a0: {level}, soit {growth} sur un an.',
    en: 'Among the segments whose figures are published, the largest contribution came from {segment} ({contribution}): {level}, {growth} on the year.',
  },
  ratio: {
    ar: 'وتعادل هذه الصادرات {fraction} ما تحقق في السنة السابقة بأكملها ({ratio}).',
    fr: 'Ce montant représente {fraction} de celui de toute l’année précédente ({ratio}).',
    en: 'That is {fraction} of the whole previous year ({ratio}).',
  },
  offset_fall: {
    ar: 'في المقابل، تراجعت صادرات {segment} بنسبة {growth} إلى {level}، وخصم تراجعها {contribution} من نمو المجموع؛ وانتقلت حصتها من {share_before} إلى {share}.',
    fr: 'À l’inverse, {segment} recule de {growth}, à {level}, et retire {contribution} à l’évolution du total\u00a0; sa part passe de {share_before} à {share}.',
    en: 'Against this, {segment} fell {growth} to {level}, taking {contribution} off the change of the total; its share went from {share_before} to {share}.',
  },
  offset_rise: {
    ar: 'في المقابل، ارتفعت صادرات {segment} بنسبة {growth} إلى {level}، وأضاف ارتفاعها {contribution} إلى تغير المجموع؛ وانتقلت حصتها من {share_before} إلى {share}.',
    fr: 'À l’inverse, {segment} progresse de {growth}, à {level}, et ajoute {contribution} à l’évolution du total\u00a0; sa part passe de {share_before} à {share}.',
    en: 'Against this, {segment} rose {growth} to {level}, adding {contribution} to the change of the total; its share went from {share_before} to {share}.',
  },
  other_rise: {
    ar: 'وارتفعت صادرات {segment} بنسبة {growth} إلى {level}، أي {share} من المجموع.',
    fr: '{Segment} progresse de {growth}, à {level}, soit {share} du total.',
    en: '{Segment} rose {growth} to {level}, {share} of the total.',
  },
  other_fall: {
    ar: 'وتراجعت صادرات {segment} بنسبة {growth} إلى {level}، أي {share} من المجموع.',
    fr: '{Segment} recule de {growth}, à {level}, soit {share} du total.',
    en: '{Segment} fell {growth} to {level}, {share} of the total.',
  },
  other_even: {
    ar: 'واستقرت صادرات {segment} عند {level}، أي {share} من المجموع.',
    fr: '{Segment} est stable, à {level}, soit {share} du total.',
    en: '{Segment} was unchanged at {level}, {share} of the total.',
  },
  year_rise: {
    ar: 'وكانت سنة {year} قد سجلت {level} في مجموعها، بارتفاع نسبته {growth}.',
    fr: 'Sur l’ensemble de {year}, les recettes avaient atteint {level}, en hausse de {growth}.',
    en: 'Over the whole of {year}, receipts had come to {level}, up {growth}.',
  },
  year_fall: {
    ar: 'وكانت سنة {year} قد سجلت {level} في مجموعها، بتراجع نسبته {growth}.',
    fr: 'Sur l’ensemble de {year}, les recettes avaient atteint {level}, en baisse de {growth}.',
    en: 'Over the whole of {year}, receipts had come to {level}, down {growth}.',
  },
  year_even: {
    ar: 'وكانت سنة {year} قد سجلت {level} في مجموعها، دون تغير عن السنة التي قبلها.',
    fr: 'Sur l’ensemble de {year}, les recettes avaient atteint {level}, sans changement.',
    en: 'Over the whole of {year}, receipts had come to {level}, unchanged.',
  },
  withheld: {
    ar: 'ولا تُنشر أرقام {count}: {segments}، حمايةً لسرية ما صرّح به الفاعلون.',
    fr: 'Les chiffres de {count} ne sont pas publiés, pour protéger les déclarants\u00a0: {segments}.',
    en: 'Figures of {count} are not published, to protect declarants: {segments}.',
  },
  rounding: {
    ar: 'حُسبت نسبة التغير ({growth}) على القيم غير المدوّرة؛ أما حسابها من القيمتين المدوّرتين {now} و{before} فيعطي {apparent}.',
    fr: 'Le taux de {growth} est calculé sur les valeurs non arrondies\u00a0; les valeurs arrondies, {now} et {before}, donneraient {apparent}.',
    en: 'The rate of {growth} is computed on unrounded values; the rounded ones, {now} and {before}, would give {apparent}.',
  },
  rounding_plain: {
    ar: 'تُحسب النسب والحصص على القيم غير المدوّرة؛ وقد يختلف المجموع عن حاصل جمع مكوناته المدوّرة.',
    fr: 'Taux et parts sont calculés sur les valeurs non arrondies\u00a0; un total peut différer de la somme de ses composantes arrondies.',
    en: 'Rates and shares are computed on unrounded values; a total may differ from the sum of its rounded parts.',
  },
  preliminary: {
    ar: 'هذه بيانات مؤقتة، وستُراجع في الإصدارات المقبلة مع ورود التصريحات المتأخرة والمصححة.',
    fr: 'Ces données sont provisoires\u00a0: les publications suivantes les réviseront, avec les déclarations tardives ou corrigées.',
    en: 'These data are preliminary: later releases will revise them as late and corrected declarations come in.',
  },
  scope: {
    ar: 'النطاق: {scope}. {covers}. لا تُقارن هذه الأرقام بسلاسل نطاق آخر.',
    fr: 'Champ\u00a0: {scope}. {covers}. Ces chiffres ne se comparent pas aux séries d’un autre champ.',
    en: 'Scope: {scope}. {covers}. These figures do not compare with series of another scope.',
  },
  points: {
    ar: 'المساهمة بالنقط المئوية من نمو المجموع، وهي غير النسبة المئوية لتغير الفرع نفسه.',
    fr: 'La contribution se lit en points de pourcentage de l’évolution du total\u00a0; elle n’est pas le taux de variation du segment.',
    en: 'A contribution is in percentage points of the change of the total; it is not the rate at which the segment itself changed.',
  },
} as const satisfies { readonly [name: string]: Text };

export type SentenceName = keyof typeof SENTENCES;

/** Simple fractions of a whole, and the percentages within which a printed value is called so. */
export const FRACTIONS: readonly { readonly lower: number; readonly upper: number; readonly words: Text }[] =
  [
    { lower: 24, upper: 26, words: { ar: 'نحو ربع', fr: 'environ un quart', en: 'about a quarter' } },
    { lower: 32.5, upper: 34.2, words: { ar: 'نحو ثلث', fr: 'environ un tiers', en: 'about a third' } },
    { lower: 49, upper: 51, words: { ar: 'نحو نصف', fr: 'environ la moitié', en: 'about half' } },
    {
      lower: 65.8,
      upper: 67.5,
      words: { ar: 'نحو ثلثي', fr: 'environ les deux tiers', en: 'about two thirds' },
    },
    {
      lower: 74,
      upper: 76,
      words: { ar: 'نحو ثلاثة أرباع', fr: 'environ les trois quarts', en: 'about three quarters' },
    },
  ];

/** Counted segments by plural category; Arabic has a singular, a dual and plurals with their own gender of the number. */
export const COUNTED: { readonly [category in Intl.LDMLPluralRule]: Text } = {
  zero: { ar: 'لا فروع', fr: 'aucun segment', en: 'no segments' },
  one: { ar: 'فرع واحد', fr: 'un segment', en: 'one segment' },
  two: { ar: 'فرعين', fr: '{n} segments', en: '{n} segments' },
  few: { ar: '{n} فروع', fr: '{n} segments', en: '{n} segments' },
  many: { ar: '{n} فرعا', fr: '{n} segments', en: '{n} segments' },
  other: { ar: '{n} فرع', fr: '{n} segments', en: '{n} segments' },
};

/** Small numbers in words: masculine nouns in Arabic take the feminine form of the number. */
export const NUMBERS: { readonly [n: number]: Text } = {
  2: { ar: 'اثنين', fr: 'deux', en: 'two' },
  3: { ar: 'ثلاثة', fr: 'trois', en: 'three' },
  4: { ar: 'أربعة', fr: 'quatre', en: 'four' },
  5: { ar: 'خمسة', fr: 'cinq', en: 'five' },
};

export const BULLETIN = {
  title: { ar: 'نشرة إحصائية', fr: 'Bulletin statistique', en: 'Statistical bulletin' },
  main: { ar: 'ما يجب معرفته', fr: 'L’essentiel', en: 'Main points' },
  table: { ar: 'الأرقام', fr: 'Les chiffres', en: 'The figures' },
  read: { ar: 'كيف تُقرأ هذه الأرقام', fr: 'Comment lire ces chiffres', en: 'How to read these figures' },
  percent: { ar: '{value} في المائة', fr: '{value}\u202f%', en: '{value}%' },
  points_one: {
    ar: '{value} نقطة مئوية',
    fr: '{value} point de pourcentage',
    en: '{value} percentage point',
  },
  points_other: {
    ar: '{value} نقطة مئوية',
    fr: '{value} points de pourcentage',
    en: '{value} percentage points',
  },
  points_few: {
    ar: '{value} نقط مئوية',
    fr: '{value} points de pourcentage',
    en: '{value} percentage points',
  },
  billions: { ar: '{value} مليار درهم', fr: '{value} milliards de dirhams', en: '{value} billion dirhams' },
  millions: { ar: '{value} مليون درهم', fr: '{value} millions de dirhams', en: '{value} million dirhams' },
  millions_few: {
    ar: '{value} ملايين درهم',
    fr: '{value} millions de dirhams',
    en: '{value} million dirhams',
  },
  billion_one: { ar: '{value} مليار درهم', fr: '{value} milliard de dirhams', en: '{value} billion dirhams' },
} as const satisfies { readonly [name: string]: Text };
