// Style, script and fonts, each under an address that names its content, so that a browser may keep it for ever.

import { fileURLToPath } from 'node:url';
import { hashOf, readBytes } from '../../engine/files.ts';
import { ICON } from './emblem.ts';
import { PAGE_SCRIPT } from './page-script.ts';
import { CHECK_STYLE } from './style-check.ts';
import { FIGURE_STYLE } from './style-figures.ts';
import { PAGE_STYLE } from './style-page.ts';
import { FACES, fontFaces, TOKENS } from './style-tokens.ts';

export type Asset = { readonly path: string; readonly type: string; readonly body: Uint8Array };
export type Assets = {
  /** The address of the style sheet. */
  readonly style: string;
  readonly icon: string;
  readonly script: string;
  /** Addresses of the fonts that a page of a script needs first. */
  readonly fonts: { readonly latin: readonly string[]; readonly arabic: readonly string[] };
  readonly byPath: ReadonlyMap<string, Asset>;
};

const PACKAGES = ['@fontsource/ibm-plex-sans-arabic', '@fontsource/ibm-plex-sans'] as const;

/** Reads the fonts from their packages and composes the style sheet; done once. */
export function loadAssets(): Assets {
  const fonts = FACES.map(({ asset }) => fontAsset(asset));
  const addresses = new Map(FACES.map(({ asset }, index) => [asset, fonts[index]?.path ?? '']));
  const style = styleSheet((asset) => addresses.get(asset) ?? '');
  const icon = addressed('marsad', 'svg', 'image/svg+xml', new TextEncoder().encode(ICON));
  const script = addressed(
    'marsad',
    'js',
    'text/javascript; charset=utf-8',
    new TextEncoder().encode(PAGE_SCRIPT),
  );
  const all = [...fonts, style, icon, script];
  return {
    style: style.path,
    icon: icon.path,
    script: script.path,
    fonts: { latin: pathsOf(fonts, 'latin'), arabic: pathsOf(fonts, 'arabic') },
    byPath: new Map(all.map((asset) => [asset.path, asset])),
  };
}

function fontAsset(name: string): Asset {
  const pack = name.startsWith('ibm-plex-sans-arabic') ? PACKAGES[0] : PACKAGES[1];
  const body = readBytes(fileURLToPath(import.meta.resolve(`${pack}/files/${name}`)));
  return addressed(name.replace('.woff2', ''), 'woff2', 'font/woff2', body);
}

function styleSheet(addressOf: (asset: string) => string): Asset {
  const text = [fontFaces(addressOf), TOKENS, PAGE_STYLE, FIGURE_STYLE, CHECK_STYLE].join('\n');
  return addressed('marsad', 'css', 'text/css; charset=utf-8', new TextEncoder().encode(shortened(text)));
}

function addressed(name: string, ending: string, type: string, body: Uint8Array): Asset {
  return { path: `/assets/${name}.${hashOf(body).slice(0, 12)}.${ending}`, type, body };
}

function pathsOf(fonts: readonly Asset[], script: 'latin' | 'arabic'): readonly string[] {
  const arabic = fonts.filter(({ path }) => path.includes('sans-arabic'));
  return (script === 'arabic' ? arabic : fonts.filter((font) => !arabic.includes(font))).map(
    ({ path }) => path,
  );
}

/** Style without line breaks, which it does not need. */
function shortened(style: string): string {
  return style.replaceAll(/\s*\n\s*/g, ' ').trim();
}
