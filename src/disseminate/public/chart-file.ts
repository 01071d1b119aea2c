// A drawing as a file of its own: its style within, its finding, its unit and its source written on it.

import { FIGURE_STYLE } from '../../design/appearance/style-figures.ts';
import { LIGHT_TOKENS } from '../../design/appearance/style-tokens.ts';
import { fill, type Language } from '../../design/text.ts';
import { xmlText } from '../xml-text.ts';
import type { Edition } from './edition.ts';
import type { PageChart } from './page-chart.ts';
import { FRAME } from './words.ts';
import { HOME } from './words-home.ts';
import { wrapWords } from './wrap-words.ts';

const FAMILY = '"IBM Plex Sans Arabic", "IBM Plex Sans", "Noto Sans Arabic", sans-serif';
const MARGIN = 16;
const LINE = 26;
const FOOT = 30;
/** Mean width of a character of the title, in pixels. */
const CHARACTER = 9.6;

/** The chart with what makes it whole away from its page; light, on a ground of its own. */
export function chartFile(edition: Edition, language: Language, chart: PageChart): string {
  const drawn = chart.drawings[0] ?? '';
  const [, width = '0', height = '0'] = /viewBox="0 0 (\d+) (\d+)"/.exec(drawn) ?? [];
  const title = wrapWords(chart.finding, Math.floor(Number(width) / CHARACTER), 3);
  const head = (title.length + 1) * LINE;
  const size = {
    width: Number(width) + 2 * MARGIN,
    height: head + Number(height) + FOOT + 2 * MARGIN,
  };
  const texts = [
    ...title.map((text, at) => ({ text, y: MARGIN + (at + 0.7) * LINE, kind: 'title' })),
    { text: chart.unit, y: MARGIN + (title.length + 0.5) * LINE, kind: 'unit' },
    { text: sourceText(edition, language), y: size.height - MARGIN, kind: 'unit' },
  ];
  const lines = texts.map((each) => textLine(language, size.width, each));
  const inner = drawn.replace('<svg ', `<svg x="${MARGIN}" y="${MARGIN + head}" `);
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${xmlText(chart.finding)}" viewBox="0 0 ${size.width} ${size.height}" width="${size.width}" height="${size.height}" direction="ltr"><style>${DRAWING_STYLE} .title { font-size: 19px; font-weight: 600; fill: #0d2130; }</style><rect width="${size.width}" height="${size.height}" fill="#ffffff"/>${lines.join('')}${inner}</svg>`;
}

/** Where a chart or an image comes from, and that it is synthetic when it is. */
export function sourceText(edition: Edition, language: Language): string {
  const { publisher, synthetic } = edition.reference;
  const agency = publisher[language];
  const source = fill(HOME.source[language], { agency, release: `\u2066${edition.release.id}\u2069` });
  return synthetic ? `${source} · ${FRAME.syntheticShort[language]}` : source;
}

type TextLine = { readonly text: string; readonly y: number; readonly kind: string };

function textLine(language: Language, width: number, { text, y, kind }: TextLine): string {
  const arabic = language === 'ar';
  const place = arabic ? `x="${width - MARGIN}" text-anchor="end"` : `x="${MARGIN}" text-anchor="start"`;
  return `<text class="${kind}" ${place} y="${Math.round(y)}">${arabic ? '\u2067' : '\u2066'}${xmlText(text)}\u2069</text>`;
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
