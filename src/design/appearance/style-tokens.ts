// The design language: one colour system for light and dark, one type scale, one family for both scripts.

/** Tones of segments, in the order of the domain's list. */
export const SEGMENT_TONES = ['1', '2', '3', '4', '5', '6', '7', '8'] as const;

const LIGHT = `
  --ground: #ffffff; --sheet: #f2f5f6; --raised: #ffffff; --ink: #0d2130; --soft: #46596a; --line: #d3dce1;
  --strong-line: #7b8b97; --accent: #00606b; --accent-ground: #e2f1f2; --on-accent: #ffffff;
  --caution: #6a4300; --caution-ground: #fdf1d7; --caution-line: #d9a43b;
  --rise: #0b6b4f; --fall: #b3371a; --even: #46596a;
  --tone-1: #14599c; --tone-2: #c2461b; --tone-3: #0d7d62; --tone-4: #8f6200; --tone-5: #7d429f;
  --tone-6: #a3245f; --tone-7: #4a6b12; --tone-8: #5a5f66;
  --tone-total: #0d2130; --tone-rest: #7b8b97;`;

const DARK = `
  --ground: #0b151c; --sheet: #12202a; --raised: #172833; --ink: #e9f0f3; --soft: #a9bbc6; --line: #2a3d49;
  --strong-line: #6f8695; --accent: #6ccbd4; --accent-ground: #12343a; --on-accent: #04201f;
  --caution: #f4d792; --caution-ground: #2f2510; --caution-line: #a77a21;
  --rise: #5fcfa6; --fall: #f59277; --even: #a9bbc6;
  --tone-1: #74b4f0; --tone-2: #f28c64; --tone-3: #4fcba4; --tone-4: #e0b54c; --tone-5: #cb9ded;
  --tone-6: #f08ab8; --tone-7: #a8cc66; --tone-8: #b4bbc2;
  --tone-total: #e9f0f3; --tone-rest: #8fa3b0;`;

const SCALE = `
  --family: "Marsad Plex", "IBM Plex Sans Arabic", "IBM Plex Sans", system-ui, sans-serif;
  --tiny: .8125rem; --small: .875rem; --text: 1rem; --lead: 1.1875rem; --h3: 1.25rem; --h2: 1.5rem;
  --h1: clamp(1.625rem, 1.2rem + 2vw, 2.5rem); --figure: clamp(3.25rem, 2rem + 6vw, 6rem);
  --measure: 68ch; --page: 74rem; --gap: clamp(1rem, 2.5vw, 2rem); --section: clamp(2.75rem, 6vw, 5rem);`;

export const TOKENS = `
:root { color-scheme: light dark; ${LIGHT} ${SCALE} }
@media (prefers-color-scheme: dark) { :root { ${DARK} } }
@media print { :root { color-scheme: light; ${LIGHT} } }
`;

/** Tokens as values, for images that leave the page: the light ones. */
export const LIGHT_TOKENS = `:root { ${LIGHT} }`;

/** A face of the family: which script, weight and characters, and the asset that carries it. */
export type Face = {
  readonly asset: string;
  readonly weight: number;
  readonly range: string;
};

const LATIN =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-200B,U+2012-2065,U+206A-206F,U+20AC,U+2122,U+2191-2193,U+2212,U+2215';
const ARABIC = 'U+0600-06FF,U+0750-077F,U+200C-200F,U+2010-2011,U+FB50-FDFF,U+FE70-FEFC';

export const FACES: readonly Face[] = [
  { asset: 'ibm-plex-sans-latin-400-normal.woff2', weight: 400, range: LATIN },
  { asset: 'ibm-plex-sans-latin-600-normal.woff2', weight: 600, range: LATIN },
  { asset: 'ibm-plex-sans-arabic-arabic-400-normal.woff2', weight: 400, range: ARABIC },
  { asset: 'ibm-plex-sans-arabic-arabic-600-normal.woff2', weight: 600, range: ARABIC },
];

/** The `@font-face` rules, each file under the address that `addressOf` gives it. */
export function fontFaces(addressOf: (asset: string) => string): string {
  return FACES.map(
    ({ asset, weight, range }) =>
      `@font-face { font-family: "Marsad Plex"; font-weight: ${weight}; font-display: swap; src: url("${addressOf(asset)}") format("woff2"); unicode-range: ${range}; }`,
  ).join('\n');
}
