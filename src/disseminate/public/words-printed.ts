// Hedging words with which printed figures came.

import type { Text } from '../../design/text.ts';

export const HEDGES: { readonly [word: string]: Text } = {
  about: { ar: 'حوالي', fr: 'environ', en: 'about' },
  nearly: { ar: 'ما يقارب', fr: 'près de', en: 'nearly' },
};
