// The words of the page that judges the numbers of a text.

import type { Text } from '../../design/text.ts';

export const CHECK = {
  title: {
    ar: 'تحقّق من أرقام نص',
    fr: 'Vérifier les chiffres d’un texte',
    en: 'Check the numbers in a text',
  },
  lead: {
    ar: 'ألصق مقالا أو بيانا أو خطابا: يُقرأ كل رقم فيه، ويُربط بما يتحدث عنه، ويُحكم عليه بما هو منشور، مع بيان السبب.',
    fr: 'Collez un article, un communiqué, un discours\u00a0: chaque nombre est lu, rattaché à ce dont il parle et jugé sur ce qui est publié, avec les raisons.',
    en: 'Paste an article, a statement or a speech: each number is read, bound to what it speaks of, and judged on what is published, with the reasons.',
  },
  text: { ar: 'النص', fr: 'Texte', en: 'Text' },
  date: { ar: 'تاريخ النص', fr: 'Date du texte', en: 'Date of the text' },
  dateHint: {
    ar: 'لا يُعتدّ إلا بما كان منشورا في ذلك اليوم',
    fr: 'seul compte ce qui était public ce jour-là',
    en: 'only what was public on that day counts',
  },
  language: { ar: 'لغة النص', fr: 'Langue du texte', en: 'Language of the text' },
  automatic: { ar: 'تُعرف تلقائيا', fr: 'reconnue d’elle-même', en: 'recognised by itself' },
  figures: { ar: 'يُحكم عليه بـ', fr: 'Juger sur', en: 'Judge on' },
  printed: {
    ar: 'الأرقام المنشورة رسميا كما نقلتها الصحافة',
    fr: 'les chiffres officiels parus dans la presse',
    en: 'the official figures printed in the press',
  },
  released: {
    ar: 'أرقام آخر إصدار في هذا الموقع',
    fr: 'les chiffres de la dernière publication de ce site',
    en: 'the figures of the latest release of this site',
  },
  send: { ar: 'تحقّق', fr: 'Vérifier', en: 'Check' },
  privacy: {
    ar: 'لا يُحفظ النص ولا يُرسل إلى أي جهة أخرى. لا يُستعمل أي نموذج خارجي: قواعد ومصطلحات وحساب.',
    fr: 'Le texte n’est ni gardé ni transmis. Aucun modèle extérieur\u00a0: une grammaire, un glossaire et du calcul.',
    en: 'The text is neither kept nor sent on. No model from outside: grammar, glossary and arithmetic.',
  },
  annotated: { ar: 'النص مع الأحكام', fr: 'Le texte annoté', en: 'The text, annotated' },
  claims: { ar: 'رقما رقما', fr: 'Nombre par nombre', en: 'Number by number' },
  none: { ar: 'لم يُعثر على أي رقم.', fr: 'Aucun nombre trouvé.', en: 'No number was found.' },
  together: { ar: 'مجتمعة', fr: 'Pris ensemble', en: 'Taken together' },
  missing: { ar: 'ما ينقص النص', fr: 'Ce qui manque', en: 'What is missing' },
  faults: { ar: 'سلامة اللغة والمصطلح', fr: 'Langue et termes', en: 'Language and terms' },
  instead: { ar: 'والأصح', fr: 'écrire', en: 'write' },
  confidence: { ar: 'ثقة ضعيفة', fr: 'confiance faible', en: 'low confidence' },
  cut: {
    ar: 'في النص أرقام أكثر مما يُقرأ دفعة واحدة: لم يُحكم إلا على أوله.',
    fr: 'Le texte a plus de nombres qu’il n’en est lu d’un coup\u00a0: seul son début est jugé.',
    en: 'The text has more numbers than are read at once: only its beginning is judged.',
  },
  shown: {
    ar: 'عُرضت أحكام أول {shown} رقم من {all}؛ وتعطي الواجهة البرمجية الأحكام كلها.',
    fr: 'Verdicts des {shown} premiers nombres sur {all}\u00a0; l’API les donne tous.',
    en: 'Verdicts on the first {shown} numbers of {all}; the API gives all.',
  },
} as const satisfies { readonly [name: string]: Text };

export const VERDICTS: { readonly [verdict: string]: Text } = {
  entailed: { ar: 'صحيح', fr: 'exact', en: 'right' },
  consistent: { ar: 'متوافق', fr: 'compatible', en: 'consistent' },
  contradicted: { ar: 'مناقض', fr: 'contredit', en: 'contradicted' },
  'not comparable': { ar: 'غير قابل للمقارنة', fr: 'non comparable', en: 'not comparable' },
  unsupported: { ar: 'بلا سند', fr: 'non étayé', en: 'unsupported' },
  'not covered': { ar: 'غير مشمول', fr: 'non couvert', en: 'not covered' },
};

export const FAULTS: { readonly [kind: string]: Text } = {
  untranslated: { ar: 'كلمة لم تُترجم', fr: 'mot non traduit', en: 'untranslated word' },
  'reversed digits': { ar: 'أرقام انقلب ترتيبها', fr: 'chiffres retournés', en: 'digits turned around' },
  'mixed digits': { ar: 'أرقام من شكلين', fr: 'chiffres de deux formes', en: 'digits of two shapes' },
  'unwanted term': { ar: 'مصطلح غير معتمد', fr: 'terme à éviter', en: 'term to avoid' },
  'term and code': {
    ar: 'الاسم لا يوافق الرمز',
    fr: 'le nom et le sigle diffèrent',
    en: 'name and code differ',
  },
};

/** What was wrong with a question. */
export const ASKED_WRONG: { readonly [fault: string]: Text } = {
  empty: {
    ar: 'لا نص: ألصق نصا في المربع.',
    fr: 'Pas de texte\u00a0: collez-en un dans le cadre.',
    en: 'No text: paste one into the field.',
  },
  long: {
    ar: 'النص أطول من 100 ألف حرف: قسّمه.',
    fr: 'Le texte dépasse 100 000 signes\u00a0: découpez-le.',
    en: 'The text is longer than 100,000 characters: cut it into parts.',
  },
  date: {
    ar: 'التاريخ غير مفهوم: المطلوب يوم مثل 2025-10-20.',
    fr: 'Date illisible\u00a0: il faut un jour comme 2025-10-20.',
    en: 'The date cannot be read: expected a day such as 2025-10-20.',
  },
  language: {
    ar: 'اللغة: ar أو fr أو en.',
    fr: 'Langue\u00a0: ar, fr ou en.',
    en: 'Language: ar, fr or en.',
  },
  figures: {
    ar: 'الأرقام: printed أو released.',
    fr: 'Chiffres\u00a0: printed ou released.',
    en: 'Figures: printed or released.',
  },
  nothing: {
    ar: 'لم يكن شيء منشورا في ذلك اليوم.',
    fr: 'Rien n’était publié ce jour-là.',
    en: 'Nothing was released on that day.',
  },
};
