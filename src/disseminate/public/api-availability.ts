// Availability queries: which values have data, as a constraint of what is actually there.
// `/sdmx/3/availability/dataflow/{agency}/{flow}/{version}/{key}/{component}` and `/sdmx/2.1/availableconstraint/{flow}/{key}`.

import { structureMessage } from '../sdmx-json-message.ts';
import { countObservations, instantsOf, type Selection, TIME } from '../selection.ts';
import { nameable, urnOf } from '../structure.ts';
import { STRUCTURE_WORDS } from '../structure-words.ts';
import type { Service } from './api-data.ts';
import { RequestFault } from './api-error.ts';
import { negotiate, STRUCTURE_OFFERS } from './api-format.ts';
import { dataRequest3, dataRequest21, type Parameters } from './api-request.ts';
import { contentResponse } from './api-response.ts';
import { select } from './api-select.ts';
import type { PublicReleases } from './released.ts';

const JSON_OFFERS = STRUCTURE_OFFERS.filter(({ format }) => format === 'json2');

/** What answers an availability query; `words` follow the resource. */
export function availabilityResponse(
  service: Service,
  releases: PublicReleases,
  request: Request,
  words: readonly string[],
  parameters: Parameters,
): Response {
  const place = service === '3' ? 5 : 3;
  const component = words[place] ?? 'all';
  if (words.length > place + 1) throw new RequestFault('syntax', 'too many parts in an availability query');
  const asked =
    service === '3'
      ? dataRequest3(words.slice(0, place), parameters)
      : dataRequest21(words.slice(0, place), parameters);
  const offer = negotiate(JSON_OFFERS, 'json2', request.headers.get('accept'), parameters.get('format'));
  const { release, selection } = select(releases, asked);
  const constraint = constraintOf(selection, component);
  const head = {
    id: 'AVAILABILITY',
    prepared: release.published,
    sender: release.manifest.agency,
    test: release.synthetic,
  };
  return contentResponse(request, {
    type: offer.type,
    identity: `availability ${words.join('/')}?${[...parameters].join('&')}`,
    release,
    body: () => [structureMessage({ dataConstraints: [constraint] }, head)],
  });
}

function constraintOf(selection: Selection, component: string): object {
  const { agency, flow } = selection;
  const dimensions = flow.dimensions.map(({ id }) => id);
  const known = ['*', 'all', TIME, ...dimensions];
  if (!component.split(',').every((id) => known.includes(id)))
    throw new RequestFault('semantic', `component: expected one of ${known.join(', ')}`);
  const wanted = (id: string) => ['*', 'all', id].some((each) => component.split(',').includes(each));
  const series = selection.sets.flatMap((set) => set.series);
  const components = dimensions.flatMap((id, at) =>
    wanted(id) ? [{ id, values: [...new Set(series.map(({ parts }) => parts[at] ?? ''))].sort() }] : [],
  );
  const counts = { series_count: series.length, obs_count: countObservations(selection) };
  return {
    id: `AVAILABLE_${flow.id}`,
    agencyID: agency,
    version: flow.version,
    ...nameable(STRUCTURE_WORDS.available),
    annotations: Object.entries(counts).map(([id, count]) => ({
      id,
      title: String(count),
      type: 'sdmx_metrics',
    })),
    role: 'Actual',
    constraintAttachment: {
      dataflows: [urnOf('datastructure.Dataflow', { agencyID: agency, id: flow.id, version: flow.version })],
    },
    cubeRegions: [
      { include: true, keyValues: [...components, ...(wanted(TIME) ? [timeSpan(selection)] : [])] },
    ],
  };
}

/** From the beginning of the first period to the end of the last. */
function timeSpan({ sets }: Selection): object {
  const periods = sets.flatMap(({ series }) =>
    series.flatMap(({ observations }) => observations.map(({ period }) => period)),
  );
  const spans = [...new Set(periods)].flatMap((period) => instantsOf(period) ?? []);
  const starts = spans.map(({ start }) => start).sort();
  const ends = spans.map(({ end }) => end).sort();
  return {
    id: TIME,
    include: true,
    timeRange: {
      startPeriod: { period: (starts[0] ?? '').slice(0, 10), isInclusive: true },
      endPeriod: { period: (ends.at(-1) ?? '').slice(0, 10), isInclusive: true },
    },
  };
}
