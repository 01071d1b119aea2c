// The image that stands for a page where its address is shared: its finding, its release, and the synthetic mark.

import { EMBLEM } from '../../design/appearance/emblem.ts';
import type { Language } from '../../design/text.ts';
import { xmlText } from '../xml-text.ts';
import { sourceText } from './chart-file.ts';
import type { Edition } from './edition.ts';
import { FRAME } from './words.ts';
import { wrapWords } from './wrap-words.ts';

export const CARD_WIDTH = 1200;
const HEIGHT = 630;
const SIDE = 72;
const FAMILY = '&quot;IBM Plex Sans Arabic&quot;, &quot;IBM Plex Sans&quot;';

export type CardText = { readonly title: string; readonly text: string };

/** The card as SVG, 1200 by 630. */
export function cardOf(edition: Edition | null, language: Language, { title, text }: CardText): string {
  const large = title.length <= 60;
  const size = large ? 60 : 46;
  const head = wrapWords(title, large ? 32 : 44, 4);
  const body = text === title ? [] : wrapWords(text, 68, 3);
  const top = 220;
  const under = top + head.length * size * 1.35 + 16;
  const lines = [
    line(language, {
      text: FRAME.name[language],
      y: 112,
      size: 40,
      paint: '#00606b',
      weight: 600,
      inset: 68,
    }),
    ...head.map((each, at) =>
      line(language, { text: each, y: top + at * size * 1.35, size, paint: '#0d2130', weight: 600 }),
    ),
    ...body.map((each, at) => line(language, { text: each, y: under + at * 42, size: 28, paint: '#46596a' })),
    ...(edition === null
      ? []
      : [
          line(language, { text: sourceText(edition, language), y: HEIGHT - 44, size: 24, paint: '#46596a' }),
        ]),
  ];
  const emblem = EMBLEM.replace(
    '<svg ',
    `<svg x="${language === 'ar' ? CARD_WIDTH - SIDE - 52 : SIDE}" y="68" width="52" height="52" `,
  ).replace('currentColor', '#00606b');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_WIDTH}" height="${HEIGHT}" viewBox="0 0 ${CARD_WIDTH} ${HEIGHT}"><rect width="100%" height="100%" fill="#ffffff"/><rect width="100%" height="14" fill="#00606b"/><rect y="${HEIGHT - 96}" width="100%" height="1.5" fill="#d3dce1"/>${emblem}${lines.join('')}</svg>`;
}

type Line = {
  readonly text: string;
  readonly y: number;
  readonly size: number;
  readonly paint: string;
  readonly weight?: number;
  readonly inset?: number;
};

function line(language: Language, { text, y, size, paint, weight = 400, inset = 0 }: Line): string {
  const arabic = language === 'ar';
  const x = arabic ? CARD_WIDTH - SIDE - inset : SIDE + inset;
  return `<text x="${x}" y="${Math.round(y)}" text-anchor="${arabic ? 'end' : 'start'}" font-family="${FAMILY}" font-size="${size}" font-weight="${weight}" fill="${paint}">${arabic ? '\u2067' : '\u2066'}${xmlText(text)}\u2069</text>`;
}
