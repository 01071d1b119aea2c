// Style, scripts and fonts of pages, each under an address that names its content, so that a browser may keep it for ever.

import { fileURLToPath } from 'node:url';
import { hashOf, readBytes } from '../../engine/files.ts';
import { ICON } from './emblem.ts';
import { FIGURE_STYLE } from './style-figures.ts';
import { PAGE_STYLE } from './style-page.ts';
import { FACES, fontFaces, TOKENS } from './style-tokens.ts';

export type Asset = { readonly path: string; readonly type: string; readonly body: Uint8Array };
export type Assets = {
  /** The address of the style sheet. */
  readonly style: string;
  readonly icon: string;
  /** The address of a script by its name. */
  readonly script: (name: string) => string;
  /** Addresses of the fonts that a page of a script needs first. */
  readonly fonts: { readonly latin: readonly string[]; readonly arabic: readonly string[] };
  readonly byPath: ReadonlyMap<string, Asset>;
};

const PACKAGES = ['@fontsource/ibm-plex-sans-arabic', '@fontsource/ibm-plex-sans'] as const;

/** Reads the fonts from their packages and composes the style sheet, after what all pages share; done once. */
export function loadAssets(
  styles: readonly string[],
  scripts: { readonly [name: string]: string } = {},
): Assets {
  const fonts = FACES.map(({ asset }) => fontAsset(asset));
  const addresses = new Map(FACES.map(({ asset }, index) => [asset, fonts[index]?.path ?? '']));
  const style = styleSheet((asset) => addresses.get(asset) ?? '', styles);
  const icon = addressed('marsad', 'svg', 'image/svg+xml', ICON);
  const programs = new Map(
    Object.entries(scripts).map(([name, text]) => [
      name,
      addressed(name, 'js', 'text/javascript; charset=utf-8', text),
    ]),
  );
  const all = [...fonts, style, icon, ...programs.values()];
  return {
    style: style.path,
    icon: icon.path,
    script: (name) => addressOfScript(programs, name),
    fonts: { latin: pathsOf(fonts, 'latin'), arabic: pathsOf(fonts, 'arabic') },
    byPath: new Map(all.map((asset) => [asset.path, asset])),
  };
}

function addressOfScript(programs: ReadonlyMap<string, Asset>, name: string): string {
  const program = programs.get(name);
  if (program === undefined) throw new RangeError(`there is no script ${name}`);
  return program.path;
}

function fontAsset(name: string): Asset {
  const pack = name.startsWith('ibm-plex-sans-arabic') ? PACKAGES[0] : PACKAGES[1];
  const body = readBytes(fileURLToPath(import.meta.resolve(`${pack}/files/${name}`)));
  return addressed(name.replace('.woff2', ''), 'woff2', 'font/woff2', body);
}

function styleSheet(addressOf: (asset: string) => string, styles: readonly string[]): Asset {
  const text = [fontFaces(addressOf), TOKENS, PAGE_STYLE, FIGURE_STYLE, ...styles].join('\n');
  return addressed('marsad', 'css', 'text/css; charset=utf-8', shortened(text));
}

function addressed(name: string, ending: string, type: string, content: string | Uint8Array): Asset {
  const body = typeof content === 'string' ? new TextEncoder().encode(content) : content;
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
