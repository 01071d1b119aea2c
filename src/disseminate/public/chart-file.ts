// A drawing as a file of its own: its style within, its finding and its source written on it.

import { fill, type Language } from '../../design/text.ts';
import type { Markup } from './chart-frame.ts';
import type { Edition } from './edition.ts';
import { FIGURE_STYLE } from './style-figures.ts';
import { LIGHT_TOKENS } from './style-tokens.ts';
import { FRAME } from './words.ts';
import { HOME } from './words-home.ts';

const FAMILY = '"IBM Plex Sans Arabic", "IBM Plex Sans", "Noto Sans Arabic", sans-serif';
const FOOT = 28;

/** The drawing with what makes it whole away from its page; light, on a ground of its own. */
export function chartFile(edition: Edition, language: Language, drawn: Markup): string {
  const { agency, synthetic } = edition.reference;
  const source = fill(HOME.source[language], { agency, release: `\u2066${edition.release.id}\u2069` });
  const text = synthetic ? `${source} · ${FRAME.syntheticShort[language]}` : source;
  const [, width = '0', height = '0'] = /viewBox="0 0 (\d+) (\d+)"/.exec(drawn.toString()) ?? [];
  const whole = Number(height) + FOOT;
  const open = language === 'ar' ? '\u2067' : '\u2066';
  const place = language === 'ar' ? `x="${width}" text-anchor="end"` : 'x="0" text-anchor="start"';
  return drawn
    .toString()
    .replace(`viewBox="0 0 ${width} ${height}"`, `viewBox="-16 -16 ${Number(width) + 32} ${whole + 32}"`)
    .replace(` height="${height}" direction`, ` height="${whole}" direction`)
    .replace(
      '>',
      `><style>${DRAWING_STYLE}</style><rect x="-16" y="-16" width="${Number(width) + 32}" height="${whole + 32}" fill="#ffffff"/>`,
    )
    .replace('</svg>', `<text ${place} y="${whole - 6}">${open}${text}\u2069</text></svg>`);
}

/** The style of a drawing away from its page: light, each token replaced by its value, since many programs know none. */
export const DRAWING_STYLE: string = drawingStyle();

function drawingStyle(): string {
  const tokens = new Map(
    [...LIGHT_TOKENS.matchAll(/(--[\w-]+): ([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  );
  tokens.set('--family', FAMILY);
  return FIGURE_STYLE.split('\n')
    .filter((line) => line.startsWith('.plot'))
    .map((line) => line.replaceAll('.plot ', '').replace(/, \.share \.f-\w+/, ''))
    .map((line) => line.replace(/ \.tone-\w+ \{[^}]*\}/, ''))
    .join(' ')
    .replaceAll(/var\((--[\w-]+)\)/g, (whole, name: string) => tokens.get(name) ?? whole);
}
