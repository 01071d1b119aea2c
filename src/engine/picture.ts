// Pictures from drawings: SVG as PNG, or as SVG whose text has become outlines. WebAssembly, so that the public process
// can draw without native code.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { typefaces } from './typefaces.ts';

let ready: Promise<void> | undefined;

/** The drawing as PNG, so many pixels wide. Throws when the text is no SVG. */
export async function pngOf(svg: string, width: number): Promise<Uint8Array> {
  const drawn = await drawingOf(svg, width);
  const image = drawn.render();
  try {
    return image.asPng();
  } finally {
    image.free();
    drawn.free();
  }
}

/** The same drawing without text: every letter is a path, so it looks alike wherever it is shown. */
export async function outlined(svg: string): Promise<string> {
  const drawn = await drawingOf(svg);
  try {
    return drawn.toString();
  } finally {
    drawn.free();
  }
}

async function drawingOf(svg: string, width?: number): Promise<InstanceType<typeof Resvg>> {
  ready ??= initWasm(readFileSync(fileURLToPath(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'))));
  await ready;
  return new Resvg(svg, {
    font: { fontBuffers: [...typefaces()], defaultFontFamily: 'IBM Plex Sans' },
    ...(width === undefined ? {} : { fitTo: { mode: 'width' as const, value: width } }),
  });
}
