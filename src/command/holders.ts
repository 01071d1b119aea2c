// What holds a workspace, in the words of whoever waits for it.

import type { Text } from '../design/text.ts';

/** An act on a release. */
export const ACTING: Text = {
  ar: 'عمل آخر على إصدار',
  fr: 'un autre acte sur une publication',
  en: 'another act on a release',
};

/** The reception of files. */
export const COLLECTING: Text = {
  ar: 'استلام ملفات أخرى',
  fr: 'une autre réception de fichiers',
  en: 'another collection',
};
