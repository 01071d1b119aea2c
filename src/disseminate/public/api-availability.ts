// Availability queries: which values have data, as a constraint of what is actually there.
// `/sdmx/3/availability/dataflow/{agency}/{flow}/{version}/{key}/{component}` and `/sdmx/2.1/availableconstraint/{flow}/{key}`.

import { availableContent, availableValues, timeSpan } from '../availability.ts';
import { type Selection, TIME } from '../selection.ts';
import type { DataConstraint, KeyValues } from '../structure.ts';
import type { Service } from './api-data.ts';
import { RequestFault } from './api-error.ts';
import { negotiate, STRUCTURE_OFFERS } from './api-format.ts';
import { withReferences } from './api-references.ts';
import { type DataRequest, dataRequest3, dataRequest21, type Parameters } from './api-request.ts';
import { contentResponse } from './api-response.ts';
import { select } from './api-select.ts';
import { STRUCTURE_WRITERS, structureHead } from './api-structure.ts';
import type { PublicReleases } from './released.ts';

/** What answers an availability query; `words` follow the resource. */
export function availabilityResponse(
  service: Service,
  releases: PublicReleases,
  request: Request,
  words: readonly string[],
  parameters: Parameters,
): Response {
  const place = service === '3' ? 5 : 3;
  const components = (words[place] ?? 'all').split(/[,+]/);
  if (words.length > place + 1) throw new RequestFault('syntax', 'too many parts in an availability query');
  const asked =
    service === '3'
      ? dataRequest3(words.slice(0, place), parameters)
      : dataRequest21(words.slice(0, place), parameters);
  const offer = negotiate(
    STRUCTURE_OFFERS,
    service === '3' ? 'json2' : 'xml21',
    request.headers.get('accept'),
    parameters.get('format'),
  );
  const plain = { ...asked, keysOnly: false, sort: null, offset: 0, limit: null };
  const { release, selection } = select(releases, plain);
  refuseUnknown(selection, components);
  const constraint = constraintOf(releases, plain, selection, components, parameters);
  const references = (parameters.get('references') ?? 'none').replace(/^all$/, 'descendants');
  const data = withReferences(release.structure, { dataConstraints: [constraint] }, references);
  return contentResponse(request, {
    type: offer.type,
    identity: `availability ${offer.format} ${words.join('/')}?${[...parameters].join('&')}`,
    release,
    body: () => [STRUCTURE_WRITERS[offer.format](data, { ...structureHead(release), id: 'AVAILABILITY' })],
  });
}

function refuseUnknown({ flow }: Selection, components: readonly string[]): void {
  const known = ['*', 'all', TIME, ...flow.dimensions.map(({ id }) => id)];
  if (components.every((id) => known.includes(id))) return;
  throw new RequestFault('semantic', `component: expected one of ${known.join(', ')}`);
}

/** `exact`: what the query answers. `available`: for each component, what could be chosen beside the rest of the query. */
function constraintOf(
  releases: PublicReleases,
  asked: DataRequest,
  selection: Selection,
  components: readonly string[],
  parameters: Parameters,
): DataConstraint {
  const mode = parameters.get('mode') ?? 'exact';
  if (mode !== 'exact' && mode !== 'available')
    throw new RequestFault('syntax', `mode: found ${mode.slice(0, 40)}, expected exact or available`);
  const constraint = availableContent(selection, components);
  if (mode === 'exact') return constraint;
  const ids = selection.flow.dimensions.map(({ id }) => id);
  const keyValues = (constraint.cubeRegions[0]?.keyValues ?? []).map(({ id }): KeyValues => {
    const at = ids.indexOf(id);
    const { selection: free } = select(releases, freed(asked, id, at));
    return id === TIME ? timeSpan(free) : availableValues(free, id, at);
  });
  return { ...constraint, cubeRegions: [{ include: true, keyValues }] };
}

/** The request without what it says about one component. */
function freed(asked: DataRequest, component: string, at: number): DataRequest {
  const keys = asked.key.split(',').map((key) => {
    const parts = key.split('.');
    return parts.length > 1 && at >= 0 && at < parts.length ? parts.with(at, '*').join('.') : key;
  });
  return {
    ...asked,
    key: keys.join(','),
    filters: asked.filters.filter((filter) => filter.component !== component),
  };
}
