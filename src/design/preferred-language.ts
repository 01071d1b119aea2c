// The language of a reader who has not chosen one.

import { isLanguage, type Language } from './text.ts';

/** The language that a browser's `Accept-Language` prefers among ours; Arabic when it names none. */
export function preferredLanguage(accept: string): Language {
  const wishes = accept
    .split(',')
    .map((wish, order) => {
      const [tag = '', ...parameters] = wish.trim().split(';');
      const quality = parameters
        .map((each) => /^\s*q=([\d.]+)/.exec(each)?.[1])
        .find((each) => each !== undefined);
      return { language: tag.slice(0, 2).toLowerCase(), quality: Number(quality ?? '1'), order };
    })
    .sort((a, b) => b.quality - a.quality || a.order - b.order);
  return wishes.map(({ language }) => language).find(isLanguage) ?? 'ar';
}
