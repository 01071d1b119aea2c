// What the states of a release and the acts of two people are called. One word each, wherever they are read.

import type { ReleaseActName, ReleaseState } from './release-state.ts';
import type { Text } from './text.ts';

export const RELEASE_STATE_WORDS: { readonly [state in ReleaseState]: Text } = {
  drafted: { ar: 'مسودة', fr: 'en projet', en: 'drafted' },
  review: { ar: 'قيد المراجعة', fr: 'en revue', en: 'in review' },
  approved: { ar: 'مصادق عليه', fr: 'approuvée', en: 'approved' },
  sealed: { ar: 'مختوم', fr: 'scellée', en: 'sealed' },
  published: { ar: 'منشور', fr: 'publiée', en: 'published' },
  withdrawn: { ar: 'مسحوب', fr: 'retirée', en: 'withdrawn' },
};

const RELEASE_ACT_WORDS: { readonly [act in ReleaseActName]: Text } = {
  publication: { ar: 'النشر', fr: 'publication', en: 'publication' },
  cancellation: { ar: 'الإلغاء', fr: 'annulation', en: 'cancellation' },
  withdrawal: { ar: 'السحب', fr: 'retrait', en: 'withdrawal' },
  postponement: { ar: 'التأجيل', fr: 'report', en: 'postponement' },
};

/** Acts that two people decide, of releases, of their readers, of the keys and of what is kept. */
export const TWO_PERSON_WORDS: { readonly [act: string]: Text } = {
  ...RELEASE_ACT_WORDS,
  access: { ar: 'لائحة المطّلعين قبل النشر', fr: 'liste des lecteurs avant diffusion', en: 'access' },
  'residual risk': { ar: 'قبول خطر متبقٍّ', fr: 'risque résiduel', en: 'residual risk' },
  erasure: { ar: 'المحو', fr: 'effacement', en: 'erasure' },
  rotation: { ar: 'تبديل مفتاح التوقيع', fr: 'remplacement de la clé de signature', en: 'rotation' },
  reserve: { ar: 'مفتاح الاحتياط', fr: 'clé de réserve', en: 'reserve' },
  revocation: { ar: 'إبطال المفتاح', fr: 'révocation de la clé', en: 'revocation' },
  loss: { ar: 'فقدان مفتاح التوقيع', fr: 'perte de la clé de signature', en: 'loss' },
  'seal-rotation': {
    ar: 'تبديل مفتاح الختم',
    fr: 'remplacement de la clé de scellement',
    en: 'seal-rotation',
  },
};

/** The word of an act in every language; an act without words stands for itself. */
export function actWords(act: string): Text {
  return TWO_PERSON_WORDS[act] ?? { ar: act, fr: act, en: act };
}

/** The words of some states in every language, as alternatives. */
export function stateWords(states: readonly string[]): Text {
  const of = (language: keyof Text, or: string) =>
    states
      .map((state) => (RELEASE_STATE_WORDS as { readonly [state: string]: Text })[state]?.[language] ?? state)
      .join(or);
  return { ar: of('ar', ' أو '), fr: of('fr', ' ou '), en: of('en', ' or ') };
}
