// Why a claim was judged as it was, in the text's language: what was claimed, what is published, what the slip may be.

import { parseCellId } from '../design/equation.ts';
import type { Interval } from '../design/interval.ts';
import { parseKey } from '../design/key.ts';
import { divide, type Rational, ratio, toDecimal } from '../design/rational.ts';
import { fill, type Language, type Text } from '../design/text.ts';
import type { CheckedClaim } from './check-text.ts';
import type { InternalVerdict } from './claim-arithmetic.ts';
import { figureText, printedText } from './claim-figure-text.ts';
import type { Verdict } from './judge-claim.ts';

const VERDICT_WORDS: { readonly [V in Verdict]: Text } = {
  entailed: {
    ar: 'صحيح لكل قيمة تسمح بها الأرقام المنشورة',
    fr: 'vrai pour toute valeur que permettent les chiffres publiés',
    en: 'true for every value that the published figures allow',
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
    fr: 'non comparable : le champ ou le concept diffère',
    en: 'not comparable: the scope or the concept differs',
  },
  unsupported: {
    ar: 'ممكن، لكن لا شيء مما نُشر يؤكده',
    fr: 'possible, mais rien de publié ne le dit',
    en: 'possible, but nothing published says so',
  },
  'not covered': {
    ar: 'لا تتناوله الأرقام المنشورة',
    fr: 'hors du champ des chiffres publiés',
    en: 'not covered by the published figures',
  },
};

const SLIP_WORDS: { readonly [slip: string]: Text } = {
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
  'digit swap': { ar: 'رقمان متبادلان', fr: 'deux chiffres intervertis', en: 'two digit swap' },
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
    ar: 'القيمة تخص قطاعا فرعيا آخر',
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
  'growth of rounded levels': {
    ar: 'نمو محسوب على القيم المقربة المنشورة لا على القيم الدقيقة',
    fr: 'une croissance calculée sur les niveaux arrondis',
    en: 'growth computed from the rounded levels',
  },
  rank: { ar: 'الترتيب غير صحيح', fr: 'le rang est faux', en: 'the place is wrong' },
  scope: {
    ar: 'الهدف وُضع على السلسلة القديمة',
    fr: 'l’objectif a été fixé sur l’ancienne série',
    en: 'the target was set on the older series',
  },
};

const TEMPLATES: { readonly [name: string]: Text } = {
  claimed: { ar: '«{text}»: {verdict}.', fr: '« {text} » : {verdict}.', en: '“{text}”: {verdict}.' },
  figure: { ar: ' الرقم المعني: {figure}.', fr: ' Chiffre visé : {figure}.', en: ' Figure: {figure}.' },
  known: {
    ar: ' المنشور يحصره بين {lower} و{upper}.',
    fr: ' Le publié le situe entre {lower} et {upper}.',
    en: ' What is published puts it between {lower} and {upper}.',
  },
  printed: {
    ar: ' نُشر: {printed} ({source}).',
    fr: ' Publié : {printed} ({source}).',
    en: ' Published: {printed} ({source}).',
  },
  older: {
    ar: ' وهي قيمة السلسلة القديمة.',
    fr: ' C’est la valeur de l’ancienne série.',
    en: ' It is the value of the older series.',
  },
  low: {
    ar: ' القراءة غير مؤكدة: يحتمل النص أكثر من معنى.',
    fr: ' Lecture peu sûre : le texte en permet plusieurs.',
    en: ' The reading is uncertain: the words allow more than one.',
  },
  slip: { ar: ' الخطأ المحتمل: {slip}.', fr: ' Erreur probable : {slip}.', en: ' Probable slip: {slip}.' },
};

/** The explanation of a verdict in a language, numbers isolated so that they keep their order. */
export function explain(claim: CheckedClaim, language: Language, nameOf: (segment: string) => Text): string {
  const say = (name: string, values: { readonly [name: string]: string }) =>
    fill(TEMPLATES[name]?.[language] ?? '', isolated(values, language));
  const { judgement } = claim;
  const bounds = judgement?.known == null ? undefined : boundsOf(judgement.known, claim.indicator, language);
  const fact = judgement?.facts[0];
  return [
    say('claimed', { text: claim.text, verdict: VERDICT_WORDS[claim.verdict][language] }),
    claim.indicator === null ? '' : say('figure', { figure: figureText(claim, language, nameOf) }),
    bounds === undefined ? '' : say('known', bounds),
    fact === undefined
      ? ''
      : say('printed', { printed: printedText(fact.printed, language), source: fact.source }),
    claim.scope === undefined ? '' : say('older', {}),
    claim.slip === undefined ? '' : say('slip', { slip: slipText(claim, claim.slip, language) }),
    claim.confidence === 'low' ? say('low', {}) : '',
  ].join('');
}

/** What two scopes have to do with it differs for goals and for figures. */
function slipText({ indicator }: CheckedClaim, slip: string, language: Language): string {
  const words = slip === 'scope' && indicator?.startsWith('TARGET') !== true ? TWO_SCOPES : SLIP_WORDS[slip];
  return words?.[language] ?? slip;
}

const TWO_SCOPES: Text = {
  ar: 'قيمة من السلسلة القديمة تقرأ مع السلسلة الجديدة، ولا جسر منشورا بينهما',
  fr: 'une valeur de l’ancienne série lue avec la nouvelle, sans raccordement publié',
  en: 'a value of the older series read with the new one; no bridge is published',
};

const INTERNAL: { readonly [kind in InternalVerdict['kind']]: Text } = {
  growth: {
    ar: '{verdict}: المستويان يعطيان {computed}',
    fr: '{verdict} : les deux niveaux donnent {computed}',
    en: '{verdict}: the two levels give {computed}',
  },
  sum: {
    ar: '{verdict}: مجموع الأجزاء المذكورة {computed}',
    fr: '{verdict} : les parties citées font {computed}',
    en: '{verdict}: the parts named as making it up sum to {computed}',
  },
};
const AGREES: Text = { ar: 'متسق', fr: 'cohérent', en: 'consistent' };
const DISAGREES: Text = { ar: 'متناقض', fr: 'contredit', en: 'contradicted' };

/** What a text's own numbers say of one of them. */
export function explainInternal({ consistent, kind, computed }: InternalVerdict, language: Language): string {
  const verdict = (consistent ? AGREES : DISAGREES)[language];
  return fill(INTERNAL[kind][language], { verdict, computed: isolate(computed, language) });
}

const TOGETHER: Text = {
  ar: 'كل واحد من هذه الأرقام ممكن وحده، لكنها لا تصح مجتمعة: {claims}',
  fr: 'Chacun de ces nombres peut être vrai ; ensemble ils ne le peuvent pas : {claims}',
  en: 'Each of these numbers can be true; together they cannot: {claims}',
};

/** Says of claims that they cannot all hold. */
export function explainConflict(claims: readonly string[], language: Language): string {
  const marks = { ar: ['«', '»', '، '], fr: ['« ', ' »', ', '], en: ['“', '”', ', '] }[language];
  const listed = claims.map((claim) => `${marks[0]}${isolate(claim, language)}${marks[1]}`).join(marks[2]);
  return TOGETHER[language].replace('{claims}', () => listed);
}

function isolate(words: string, language: Language): string {
  return isolated({ words }, language)['words'] ?? words;
}

/** Bounds in the unit that people read: billions for money, percent as they are; undefined when one side is open. */
function boundsOf(
  { lower, upper }: Interval,
  indicator: string | null,
  language: Language,
): { lower: string; upper: string } | undefined {
  if (lower === null || upper === null) return undefined;
  const unit = UNITS[indicator ?? ''] ?? 'PERCENT';
  const show = (value: Rational) =>
    unit === 'MAD_BN' ? toDecimal(divide(value, BILLION), 3) : toDecimal(value, unit === 'PERSONS' ? 0 : 2);
  return {
    lower: printedText(show(lower), language),
    upper: printedText(`${show(upper)} ${unit}`, language),
  };
}

const UNITS: { readonly [indicator: string]: string } = {
  EXPORTS: 'MAD_BN',
  EXPORTS_YTD: 'MAD_BN',
  EXPORTS_CHANGE: 'MAD_BN',
  EMPLOYMENT: 'PERSONS',
  EXPORTS_SHARE_CHANGE: 'PP',
  EXPORTS_CONTRIB: 'PP',
};
const BILLION = ratio(1_000_000_000n);

function isolated(
  values: { readonly [name: string]: string },
  language: Language,
): { readonly [name: string]: string } {
  if (language !== 'ar') return values;
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      /[\dA-Z]/.test(value) ? `\u2068${value}\u2069` : value,
    ]),
  );
}

/** The key that a claim was bound to, for links; undefined when it was held against no single figure. */
export function boundKey({ judgement }: CheckedClaim): string | undefined {
  if (judgement?.cell == null) return undefined;
  const { key } = parseCellId(judgement.cell);
  return parseKey(key) === undefined ? undefined : key;
}
