// The items of an item scheme, whatever its kind calls them. Source: SDMX information model, item schemes.

import type { Item, Maintainable } from './structure.ts';

/** How each kind of item scheme calls its items. */
const LISTS = ['codes', 'concepts', 'agencies', 'dataProviders', 'metadataProviders', 'categories'] as const;
type Scheme = Maintainable & { readonly [L in (typeof LISTS)[number]]?: readonly Item[] };

/** The items of a scheme; none for an artefact of another kind. */
export function itemsOf(artefact: Maintainable): readonly Item[] {
  const list = listOf(artefact);
  return list === undefined ? [] : ((artefact as Scheme)[list] ?? []);
}

export function hasItems(artefact: Maintainable): boolean {
  return listOf(artefact) !== undefined;
}

/** A scheme reduced to some of its items, which says that it is partial. */
export function withItems(artefact: Maintainable, items: readonly Item[]): Maintainable {
  const list = listOf(artefact);
  return list === undefined ? artefact : ({ ...artefact, isPartial: true, [list]: items } as Maintainable);
}

function listOf(artefact: Maintainable): (typeof LISTS)[number] | undefined {
  return LISTS.find((each) => each in artefact);
}
