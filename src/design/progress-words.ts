// What a run says while it goes on and when it is done, in three languages.

import { type SaidValues, saidOf } from './saying.ts';
import type { Text } from './text.ts';

const RUN_STEPS = ['process', 'analyse', 'protect', 'release'] as const;
export type RunStep = (typeof RUN_STEPS)[number];

/** What the steps of a run are called. */
export const STEP_WORDS: { readonly [step in RunStep]: Text } = {
  process: { ar: 'معالجة الأسطر', fr: 'traitement', en: 'process' },
  analyse: { ar: 'حساب الأرقام', fr: 'analyse', en: 'analyse' },
  protect: { ar: 'حماية السرية', fr: 'protection', en: 'protect' },
  release: { ar: 'إعداد المسودة', fr: 'projet de publication', en: 'release' },
};

const PROGRESS = {
  judging: { ar: 'الحكم على الأسطر بالقواعد', fr: 'les lignes jugées', en: 'judging the lines' },
  editing: { ar: 'التصحيح الآلي بالقواعد', fr: 'correction par les règles', en: 'editing by rules' },
  writing: {
    ar: 'كتابة الأسطر (عدد الأشهر: {months})',
    fr: 'écriture des lignes (mois\u00a0: {months})',
    en: 'writing the lines of {months} months',
  },
  linking: { ar: 'الملاحظات والروابط', fr: 'constats et liens', en: 'findings and links' },
  bound: {
    ar: 'لا تقل كلفة الحجب على القراء عن {bound}، أيا كانت الخانات المحجوبة',
    fr: 'un coût d’au moins {bound} pour les lecteurs, quoi qu’on supprime',
    en: 'at least {bound} of cost to readers, whatever is blanked',
  },
  unions: {
    ar: 'مجموعات من الخانات المحجوبة تنتظر الحماية: {unions}',
    fr: 'réunions de cellules supprimées à protéger\u00a0: {unions}',
    en: '{unions} unions of blanks to protect',
  },
  part: { ar: 'الجزء {part} من {parts}', fr: 'partie {part} sur {parts}', en: 'part {part} of {parts}' },
  each: { ar: 'كل خانة على حدة', fr: 'chaque cellule', en: 'each cell' },
  public: { ar: 'أمام العموم', fr: 'face au public', en: 'the public' },
  audit: { ar: 'تدقيق كل خانة', fr: 'audit de chaque cellule', en: 'audit of each cell' },
  repair: { ar: 'إصلاح كل خانة', fr: 'réparation de chaque cellule', en: 'repair of each cell' },
  pending: {
    ar: '{stage}: خانات تنتظر الحماية {cells}، محاولات كشف {attacks}، خانات محجوبة {blank}',
    fr: '{stage}\u00a0: cellules à protéger {cells}, attaques {attacks}, cellules supprimées {blank}',
    en: '{stage}: {cells} cells to protect from {attacks} attacks, {blank} blank',
  },
  price: {
    ar: 'الكلفة حتى الآن {cost}، حدّها الأدنى {bound}، الفارق {gap} %',
    fr: 'coût jusqu’ici {cost}, minimum {bound}, écart {gap}\u202f%',
    en: 'cost so far {cost}, bound {bound}, gap {gap} %',
  },
  option: { ar: '{option}: {said}', fr: '{option}\u00a0: {said}', en: '{option}: {said}' },
  counted: {
    ar: 'المعالجة {run}: الأسطر المستلَمة {lines} = {states}',
    fr: 'exécution {run}\u00a0: {lines} lignes reçues = {states}',
    en: 'run {run}: {lines} lines received = {states}',
  },
  suppressed: {
    ar: 'الخانات {cells}، المحجوبة {primary} + {secondary}، المعرّضة للكشف {risk}',
    fr: 'cellules {cells}\u00a0; supprimées {primary} + {secondary}, à risque {risk}',
    en: '{cells} cells; {primary} + {secondary} suppressed, {risk} at risk',
  },
  drafted: {
    ar: 'أُعدّت مسودة الإصدار {release}',
    fr: 'le projet de la publication {release} est prêt',
    en: 'release {release} is drafted',
  },
  headless: {
    ar: 'ليس في الإصدار {release} رقمه الرئيسي، أي مجموع {period}: {why}. لا يُقترح نشره ولا يُصادق عليه إلا إذا أكّد شخصان أنهما يعلمان ذلك',
    fr: 'la publication {release} n’a pas son chiffre principal, le total de {period}\u00a0: {why}. Elle n’est ni proposée ni approuvée sans que deux personnes disent qu’elles le savent',
    en: 'release {release} is without its headline figure, the total of {period}: {why}. It is neither proposed nor approved unless two people say that they know',
  },
  public_headless: {
    ar: 'نُشر الإصدار {release} دون رقمه الرئيسي، أي مجموع {period}: {why}',
    fr: 'la publication {release} est publique sans son chiffre principal, le total de {period}\u00a0: {why}',
    en: 'release {release} is public without its headline figure, the total of {period}: {why}',
  },
  compared: {
    ar: 'قورنت طرق الحماية ({count})، والنتيجة في صفحة حماية السرية',
    fr: 'manières de protéger comparées\u00a0: {count}\u00a0; le résultat est à la page de la protection',
    en: '{count} ways to protect are compared: see the page of disclosure control',
  },
} as const satisfies { readonly [code: string]: Text };
export type ProgressCode = keyof typeof PROGRESS;

/** Told of what is going on, for people who wait. */
export type Progress = (said: Text) => void;

/** What is going on, in every language. */
export function progressOf(code: ProgressCode, values: SaidValues = {}): Text {
  return saidOf(PROGRESS[code], values);
}

/** A number with its decimal mark in each language. */
export function inLanguages(number: string): Text {
  const comma = number.replace('.', ',');
  return { ar: comma, fr: comma, en: number };
}

/** A step that has begun. */
export function stepBegun(step: Text): Text {
  return saidIn((words) => `  ${words} …`, step);
}

/** A step that is done, with its time; the steps of a run stand below each other. */
export function stepDone(step: RunStep, seconds: number): Text {
  const { ar, fr } = STEP_WORDS[step];
  const time = inLanguages(seconds.toFixed(1));
  return {
    ar: `  ${ar}: \u2068${time.ar}\u2069 ث`,
    fr: `  ${fr}\u00a0: ${time.fr}\u00a0s`,
    en: `  ${step.padEnd(10)} ${time.en.padStart(7)} s`,
  };
}

function saidIn(words: (text: string) => string, { ar, fr, en }: Text): Text {
  return { ar: words(ar), fr: words(fr), en: words(en) };
}
