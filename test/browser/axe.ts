// What axe finds on a page, under each way of seeing it: the page is loaded once, and only what colours and the width of
// the window decide is looked at again.

import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** How a page is seen, and by which rules it is judged. */
export type Sight = {
  readonly colorScheme: 'light' | 'dark';
  readonly viewport: { readonly width: number; readonly height: number };
  readonly rules: axe.RunOptions['runOnly'];
};

/** Every rule of WCAG 2.2 AA, and of good practice. */
export const ALL: axe.RunOptions['runOnly'] = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};
/** What colours decide. */
export const BY_COLOUR: axe.RunOptions['runOnly'] = {
  type: 'rule',
  values: ['color-contrast', 'link-in-text-block'],
};
/** What the width of the window decides. */
export const BY_WIDTH: axe.RunOptions['runOnly'] = {
  type: 'rule',
  values: [
    ...['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable'],
    'meta-viewport',
  ],
};

/** The faults of a page that is open, under each sight one after the other. */
export async function axeFaults(page: Page, sights: readonly Sight[]): Promise<readonly string[]> {
  if ((await page.evaluate("'axe' in globalThis")) === false) await page.evaluate(axe.source);
  const found: string[] = [];
  for (const sight of sights) {
    await see(page, sight);
    const { width } = sight.viewport;
    const faults = [...(await judged(page, sight.rules)), ...(await overflow(page))];
    found.push(...faults.map((fault) => `${sight.colorScheme}, ${width} px: ${fault}`));
  }
  return found;
}

/** How far a page is wider than its window, in either direction of reading. */
export async function overflow(page: Page): Promise<readonly string[]> {
  const pixels = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  return Number(pixels) > 0 ? [`${String(pixels)} px wider than the window`] : [];
}

/** Shows a page in colours and a window, laid out and drawn anew. */
export async function see(
  page: Page,
  { colorScheme, viewport }: Pick<Sight, 'colorScheme' | 'viewport'>,
): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  const now = page.viewportSize();
  if (now?.width !== viewport.width || now.height !== viewport.height) await page.setViewportSize(viewport);
  await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
}

async function judged(page: Page, rules: Sight['rules']): Promise<readonly string[]> {
  return page.evaluate(
    async (only) => {
      const engine = (globalThis as unknown as { axe: typeof axe }).axe;
      const { violations } = await engine.run({ runOnly: only ?? [], resultTypes: ['violations'] });
      return violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .slice(0, 3)
            .map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary ?? ''}`)
            .join(' | ')}`,
      );
    },
    rules as unknown as { type: 'tag'; values: string[] },
  );
}
