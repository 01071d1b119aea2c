// Schema queries: what a valid message of a dataflow is. `/sdmx/3/schema/{context}/{agency}/{id}/{version}` and
// `/sdmx/2.1/schema/{context}/{agency}/{id}/{version}`. Source: SDMX REST 2.2 and 1.5.

import type { Dataflow } from '../../design/domain.ts';
import { dataSchema, type SchemaVersion } from '../sdmx-schema.ts';
import { FLAT, TIME } from '../selection.ts';
import type { StructureData } from '../structure.ts';
import type { Service } from './api-data.ts';
import { RequestFault } from './api-error.ts';
import { negotiate, SCHEMA_OFFERS, type SchemaFormat } from './api-format.ts';
import { withReferences } from './api-references.ts';
import { flowNamed, instantOf, type Parameters } from './api-request.ts';
import { contentResponse } from './api-response.ts';
import { isVersion, releaseFor } from './api-select.ts';
import { findArtefacts, STRUCTURE_WRITERS, structureHead } from './api-structure.ts';
import type { PublicRelease, PublicReleases } from './released.ts';

const CONTEXTS: readonly string[] = ['dataflow', 'datastructure', 'provisionagreement'];
const SCHEMAS: { readonly [F in SchemaFormat]?: SchemaVersion } = { schema3: '3.0', schema21: '2.1' };

/** What answers a schema query; `words` follow `schema/`. */
export function schemaResponse(
  service: Service,
  releases: PublicReleases,
  request: Request,
  words: readonly string[],
  parameters: Parameters,
): Response {
  const [context = '', agency = '', id = '', version = '~', more] = words;
  if (!CONTEXTS.includes(context) || agency === '' || id === '' || more !== undefined)
    throw new RequestFault('syntax', `expected schema/{${CONTEXTS.join(' or ')}}/{agency}/{id}/{version}`);
  const offer = negotiate(
    SCHEMA_OFFERS,
    service === '3' ? 'schema3' : 'schema21',
    request.headers.get('accept'),
    parameters.get('format'),
  );
  const release = releaseFor(releases, { asOf: instantOf(parameters, 'asOf') });
  const flow = definitionFor(release, agency, flowNamed(context, id), version);
  const subject = {
    ...{ agency: release.manifest.agency, flow, structure: release.structure },
    across: acrossFor(flow, parameters),
    deletion: parameters.get('deletion') === 'true',
  };
  return contentResponse(request, {
    type: offer.type,
    identity: `schema ${offer.format} ${words.join('/')}?${[...parameters].join('&')}`,
    release,
    body: () => {
      const schema = SCHEMAS[offer.format];
      if (schema !== undefined) return [dataSchema(subject, schema)];
      return [
        STRUCTURE_WRITERS[structureFormat(offer.format)](
          forCommunication(release, flow),
          structureHead(release),
        ),
      ];
    },
  });
}

function structureFormat(format: SchemaFormat): 'json2' | 'json1' | 'xml3' | 'xml21' {
  return format === 'schema3' || format === 'schema21' ? 'json2' : format;
}

function definitionFor(
  { reference, manifest }: PublicRelease,
  agency: string,
  id: string,
  version: string,
): Dataflow {
  const flow = reference.dataflows.find((each) => each.id === id && isVersion(version, each.version));
  if (flow !== undefined && ['*', 'all', manifest.agency].includes(agency)) return flow;
  throw new RequestFault(
    'no_results',
    `no dataflow ${agency}:${id}(${version}); there are ${reference.dataflows.map((each) => each.id).join(', ')}`,
  );
}

function acrossFor({ dimensions }: Dataflow, parameters: Parameters): string {
  const across = parameters.get('dimensionAtObservation') ?? TIME;
  const known = [TIME, FLAT, ...dimensions.map((each) => each.id)];
  if (known.includes(across)) return across;
  throw new RequestFault('semantic', `dimensionAtObservation: expected one of ${known.join(', ')}`);
}

const COMMUNICATED = ['dataStructures', 'codelists', 'conceptSchemes', 'agencySchemes'] as const;

/** The structure with its codelists, and of concepts and agencies those that it uses. */
function forCommunication({ structure }: PublicRelease, flow: Dataflow): Partial<StructureData> {
  const found = findArtefacts(structure, ['datastructure', '*', `DSD_${flow.id}`, '~']);
  const reached = withReferences(structure, found, 'descendants');
  const used = new Set([...flow.dimensions, ...flow.attributes].map(({ id }) => id));
  const concepts = (reached.conceptSchemes ?? []).map((scheme) => ({
    ...scheme,
    isPartial: true,
    concepts: scheme.concepts.filter(({ id }) => used.has(id) || id === TIME || id === 'OBS_VALUE'),
  }));
  const kept = Object.fromEntries(COMMUNICATED.map((kind) => [kind, reached[kind] ?? []]));
  return { ...kept, conceptSchemes: concepts, agencySchemes: structure.agencySchemes };
}
