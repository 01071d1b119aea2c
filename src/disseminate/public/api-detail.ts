// How much of each artefact is told: all of it, or stubs, or item schemes with the items that are used. Source: SDMX REST
// 2.2, `detail` of structure queries.

import { itemsOf, withItems } from '../item-list.ts';
import { type Maintainable, urnOf } from '../structure.ts';
import { RequestFault } from './api-error.ts';
import type { Found } from './api-references.ts';
import { ARTEFACTS, artefactsOf } from './artefacts.ts';

const DETAILS: readonly string[] = [
  'full',
  'raw',
  'allstubs',
  'allcompletestubs',
  'referencestubs',
  'referencecompletestubs',
  'referencepartial',
];

/** Artefacts as `detail` asks for; `found` are those that were named, the others came by reference. */
export function detailed(reached: Found, found: Found, detail: string): Found {
  if (!DETAILS.includes(detail))
    throw new RequestFault(
      'syntax',
      `detail: found ${detail.slice(0, 60)}, expected one of ${DETAILS.join(', ')}`,
    );
  if (detail === 'full' || detail === 'raw') return reached;
  if (detail === 'referencepartial')
    return eachOf(reached, (artefact, urn) => partial(artefact, urn, reached, found));
  const complete = detail.includes('complete');
  const named = new Set(Object.values(found).flatMap((list) => list.map((each) => each.id)));
  return eachOf(reached, (artefact, urn) =>
    KEPT_WHOLE.has(urn) || (detail.startsWith('reference') && named.has(artefact.id))
      ? artefact
      : stub(artefact, complete),
  );
}

/** Artefacts that are nothing but their references keep them: the schemas want them. */
const KEPT_WHOLE: ReadonlySet<string> = new Set([
  'registry.ProvisionAgreement',
  'registry.DataConstraint',
  'metadatastructure.Metadataflow',
]);

function eachOf(reached: Found, write: (artefact: Maintainable, urn: string) => Maintainable): Found {
  return Object.fromEntries(
    ARTEFACTS.map(({ kind, urn }) => [kind, artefactsOf(reached, kind).map((each) => write(each, urn))]),
  ) as Found;
}

function stub(artefact: Maintainable, complete: boolean): Maintainable {
  const { id, agencyID, version, name, names, description, descriptions } = artefact;
  return {
    ...{ id, agencyID, name, names },
    ...(version === undefined ? {} : { version }),
    ...(complete && description !== undefined ? { description } : {}),
    ...(complete && descriptions !== undefined ? { descriptions } : {}),
    isExternalReference: true,
  };
}

/** Of an item scheme that came by reference, the items that something in the answer refers to. */
function partial(artefact: Maintainable, urn: string, reached: Found, found: Found): Maintainable {
  const named = Object.values(found).some((each) => (each as readonly Maintainable[]).includes(artefact));
  const items = itemsOf(artefact);
  if (named || items.length === 0) return artefact;
  const text = JSON.stringify(reached);
  const scheme = urnOf(urn, artefact).replace(/^.*=/, '=');
  const used = items.filter(({ id }) => text.includes(`${scheme}.${id}"`));
  return used.length === 0 || used.length === items.length ? artefact : withItems(artefact, used);
}
