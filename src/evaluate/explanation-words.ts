// The words of explanations, in three languages. A no-break space stands before high marks and inside quotes in French.

import type { Text } from '../design/text.ts';
import type { InternalVerdict } from './claim-arithmetic.ts';
import type { GoalValue } from './claim-rival.ts';
import type { Verdict } from './judge-claim.ts';

/** What a verdict means; `doubted` for what is not judged because its reading is open. */
export const VERDICT_WORDS: { readonly [V in Verdict | 'doubted']: Text } = {
  entailed: {
    ar: 'صحيح بالنسبة إلى كل قيمة تسمح بها الأرقام المنشورة',
    fr: 'exact pour toute valeur que permettent les chiffres publiés',
    en: 'right for every value that the published figures allow',
  },
  consistent: {
    ar: 'متوافق مع الأرقام المنشورة',
    fr: 'compatible avec les chiffres publiés',
    en: 'consistent with the published figures',
  },
  contradicted: {
    ar: 'تناقضه الأرقام المنشورة',
    fr: 'contredit par les chiffres publiés',
    en: 'contradicted by the published figures',
  },
  'not comparable': {
    ar: 'غير قابل للمقارنة: النطاق أو المفهوم مختلف',
    fr: 'non comparable : le champ ou le concept diffère',
    en: 'not comparable: the scope or the concept differs',
  },
  unsupported: {
    ar: 'ممكن، لكن لا شيء مما نُشر يؤكده',
    fr: 'possible, mais rien de publié ne le dit',
    en: 'possible, but nothing published says so',
  },
  doubted: {
    ar: 'لم يُحكم عليه لأن موضوعه لا يتضح من النص، وهو على هذه القراءة لا يوافق الأرقام المنشورة',
    fr: 'non jugé, car le texte ne dit pas clairement de quoi il parle ; lu ainsi, il ne s’accorde pas avec les chiffres publiés',
    en: 'not judged, since the text does not make clear what it speaks of; read this way it does not agree with the published figures',
  },
  'not covered': {
    ar: 'لا تتناوله الأرقام المنشورة',
    fr: 'hors du champ des chiffres publiés',
    en: 'not covered by the published figures',
  },
};

export const SLIP_WORDS: { readonly [slip: string]: Text } = {
  'points for percent': {
    ar: 'نقاط مئوية بدل نسبة مئوية',
    fr: 'points au lieu de pour cent',
    en: 'points for percent',
  },
  currency: {
    ar: 'عملة أخرى بدل الدرهم',
    fr: 'une autre monnaie que le dirham',
    en: 'another currency than the dirham',
  },
  unit: {
    ar: 'وحدة أخرى (مليون بدل مليار مثلا)',
    fr: 'une autre unité (millions pour milliards, par exemple)',
    en: 'another unit (millions for billions, say)',
  },
  direction: { ar: 'الاتجاه معكوس', fr: 'le sens est inversé', en: 'the direction is reversed' },
  magnitude: {
    ar: 'خطأ في المرتبة العشرية',
    fr: 'une erreur de puissance de dix',
    en: 'off by a power of ten',
  },
  'digit swap': { ar: 'رقمان متبادلان', fr: 'deux chiffres intervertis', en: 'two digits swapped' },
  period: {
    ar: 'القيمة تخص فترة أخرى',
    fr: 'la valeur est celle d’une autre période',
    en: 'the value is that of another period',
  },
  'comparison period': {
    ar: 'فترة المقارنة أخرى',
    fr: 'la période de comparaison est une autre',
    en: 'the period of comparison is another',
  },
  segment: {
    ar: 'القيمة تخص فرعا آخر',
    fr: 'la valeur est celle d’un autre segment',
    en: 'the value is that of another segment',
  },
  'growth for share': {
    ar: 'خلط بين معدل النمو والحصة',
    fr: 'confusion entre croissance et part',
    en: 'growth and share confused',
  },
  'stock for flow': {
    ar: 'رصيد مناصب الشغل قُدِّم على أنه مناصب محدثة',
    fr: 'un stock d’emplois présenté comme des emplois créés',
    en: 'a stock of jobs told as jobs created',
  },
  'total for yearly': {
    ar: 'عدد سنوي قُدِّم على أنه مجموع عدة سنوات',
    fr: 'un nombre par an présenté comme un total de plusieurs années',
    en: 'a number a year told as a total of several years',
  },
  'growth of rounded levels': {
    ar: 'نمو محسوب على القيم المقربة المنشورة لا على القيم الدقيقة',
    fr: 'une croissance calculée sur les niveaux arrondis',
    en: 'growth computed from the rounded levels',
  },
  digit: {
    ar: 'كُتب رقم مكان رقم آخر',
    fr: 'un chiffre écrit pour un autre',
    en: 'one digit written for another',
  },
  'level for change': {
    ar: 'خلط بين مستوى وتغيره',
    fr: 'confusion entre un niveau et sa variation',
    en: 'a level and its change confused',
  },
  'percent for points': {
    ar: 'نسبة مئوية بدل نقاط مئوية',
    fr: 'pour cent au lieu de points',
    en: 'percent for points',
  },
  vintage: {
    ar: 'القيمة من مشروع سابق للهدف',
    fr: 'la valeur est celle d’un projet antérieur de l’objectif',
    en: 'the value is that of an earlier draft of the target',
  },
  rank: { ar: 'الترتيب غير صحيح', fr: 'le rang est faux', en: 'the place is wrong' },
  scope: {
    ar: 'الهدف وُضع على السلسلة القديمة',
    fr: 'l’objectif a été fixé sur l’ancienne série',
    en: 'the target was set on the older series',
  },
};

/** What two scopes have to do with it differs for goals and for figures. */
export const TWO_SCOPES: Text = {
  ar: 'قيمة من السلسلة القديمة قُرئت مع السلسلة الجديدة، ولم يُنشر ربط بينهما',
  fr: 'une valeur de l’ancienne série lue avec la nouvelle, sans raccordement publié',
  en: 'a value of the older series read with the new one; no bridge is published',
};

export const TEMPLATES: { readonly [name: string]: Text } = {
  claimed: {
    ar: '«{text}»: {verdict}.',
    fr: '« {text} » : {verdict}.',
    en: '“{text}”: {verdict}.',
  },
  figure: { ar: ' المقصود: {figure}.', fr: ' Lu comme : {figure}.', en: ' Read as: {figure}.' },
  known: {
    ar: ' القيمة بحسب الأرقام المنشورة بين {lower} و{upper}.',
    fr: ' D’après les chiffres publiés, la valeur est comprise entre {lower} et {upper}.',
    en: ' By the published figures the value lies between {lower} and {upper}.',
  },
  most: {
    ar: ' القيمة بحسب الأرقام المنشورة لا تتجاوز {upper}.',
    fr: ' D’après les chiffres publiés, la valeur ne dépasse pas {upper}.',
    en: ' By the published figures the value is at most {upper}.',
  },
  place: {
    ar: ' المرتبة بحسب الأرقام المنشورة: {place}.',
    fr: ' Rang d’après les chiffres publiés : {place}.',
    en: ' Place by the published figures: {place}.',
  },
  printed: {
    ar: ' نُشر: {printed} ({source}).',
    fr: ' Publié : {printed} ({source}).',
    en: ' Published: {printed} ({source}).',
  },
  goal: {
    ar: ' الهدف المعلن لسنة {period}: {printed}، والمصدر {source}.',
    fr: ' Objectif annoncé pour {period} : {printed}, source : {source}.',
    en: ' Target announced for {period}: {printed}; source: {source}.',
  },
  instead: {
    ar: ' هذا العدد يوافق: {figure}.',
    fr: ' Ce nombre est celui de : {figure}.',
    en: ' The number is that of: {figure}.',
  },
  between: {
    ar: ' الشك بين قراءتين: {read}؛ أو {told}.',
    fr: ' Le doute est entre deux lectures : {read} ; ou bien {told}.',
    en: ' The doubt lies between two readings: {read}; or {told}.',
  },
  older: {
    ar: ' وهي قيمة السلسلة القديمة، ولا تُقارن بالسلسلة الحالية.',
    fr: ' C’est la valeur de l’ancienne série, qui ne se compare pas à l’actuelle.',
    en: ' It is the value of the older series, which does not compare with the present one.',
  },
  low: {
    ar: ' القراءة غير مؤكدة: يحتمل النص أكثر من معنى.',
    fr: ' Lecture peu sûre : le texte en permet plusieurs.',
    en: ' The reading is uncertain: the words allow more than one.',
  },
  slip: {
    ar: ' الخطأ المحتمل: {slip}.',
    fr: ' Erreur probable : {slip}.',
    en: ' Probable slip: {slip}.',
  },
};

/** A value of a goal: set, held where it started, or what lies between two of its values. */
export const GOAL_PARTS: { readonly [part in GoalValue['part']]: Text } = {
  set: {
    ar: '«{name}»',
    fr: '« {name} »',
    en: '“{name}”',
  },
  held: {
    ar: 'نقطة انطلاق «{name}»',
    fr: 'point de départ de « {name} »',
    en: 'where “{name}” started',
  },
  step: {
    ar: 'الفارق بين قيمتين من «{name}»',
    fr: 'écart entre deux valeurs de « {name} »',
    en: 'from one value of “{name}” to another',
  },
};
export const NO_VALUE: Text = {
  ar: 'بلا قيمة معلنة لهذه الفترة',
  fr: 'sans valeur annoncée pour cette période',
  en: 'no value announced for that period',
};

export const INTERNAL: { readonly [kind in InternalVerdict['kind']]: Text } = {
  growth: {
    ar: 'داخل النص نفسه، {verdict}: المستويان المذكوران يعطيان ما بين {lower} و{upper}',
    fr: 'dans le texte même, {verdict} : ses deux niveaux donnent entre {lower} et {upper}',
    en: 'within the text, {verdict}: its two levels give between {lower} and {upper}',
  },
  sum: {
    ar: 'داخل النص نفسه، {verdict}: مجموع الأجزاء المذكورة بين {lower} و{upper}',
    fr: 'dans le texte même, {verdict} : les parties citées font entre {lower} et {upper}',
    en: 'within the text, {verdict}: the parts that it names add up to between {lower} and {upper}',
  },
  share: {
    ar: 'داخل النص نفسه، {verdict}: أرقامه الأخرى تعطي ما بين {lower} و{upper}',
    fr: 'dans le texte même, {verdict} : ses autres chiffres donnent entre {lower} et {upper}',
    en: 'within the text, {verdict}: its other numbers give between {lower} and {upper}',
  },
};
export const AGREES: Text = { ar: 'متسق', fr: 'cohérent', en: 'consistent' };
export const DISAGREES: Text = { ar: 'متناقض', fr: 'contredit', en: 'contradicted' };

export const TOGETHER: Text = {
  ar: 'كل واحد من هذه الأرقام ممكن وحده، لكنها لا تصح مجتمعة: {claims}',
  fr: 'Chacun de ces nombres peut être vrai\u00a0; ensemble ils ne le peuvent pas\u00a0: {claims}',
  en: 'Each of these numbers can be true; together they cannot: {claims}',
};

/** How a list of quoted claims is written: before, behind, between. */
export const QUOTED = {
  ar: ['«', '»', '، '],
  fr: ['« ', ' »', ', '],
  en: ['“', '”', ', '],
} as const;

/** A release by its number and its period, as a source. */
export const RELEASE: Text = {
  ar: 'الإصدار {number}، {period}',
  fr: 'publication nº {number}, {period}',
  en: 'release {number}, {period}',
};
