// The assets of the public site: what all pages share, the page that checks a text, and the one script.

import { type Assets, loadAssets } from '../../design/appearance/assets.ts';
import { PAGE_SCRIPT } from './page-script.ts';
import { CHECK_STYLE } from './style-check.ts';

/** Reads and composes them; done once. */
export function publicAssets(): Assets {
  return loadAssets([CHECK_STYLE], { marsad: PAGE_SCRIPT });
}
