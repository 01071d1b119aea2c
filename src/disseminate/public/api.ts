// The data API: SDMX REST 2.2 at `/sdmx/3`, 1.5 at `/sdmx/2.1`. Read-only; every fault is answered in SDMX's own form.

import type { Context, Hono } from 'hono';
import { availabilityResponse } from './api-availability.ts';
import { catalogueResponse } from './api-catalogue.ts';
import { dataResponse, type Service } from './api-data.ts';
import { faultResponse, RequestFault } from './api-error.ts';
import { prefersXml } from './api-format.ts';
import { metadataResponse } from './api-metadata.ts';
import { decode, type Parameters, parseParameters } from './api-request.ts';
import { CORS } from './api-response.ts';
import { schemaResponse } from './api-schema.ts';
import { structureResponse } from './api-structure.ts';
import type { PublicReleases } from './released.ts';
import { movedTo } from './renaming.ts';
import { MOST_CHARACTERS } from './self-description.ts';

/** Adds the routes of the API. */
export function apiRoutes(app: Hono, releases: PublicReleases): void {
  for (const service of ['3', '2.1'] as const) {
    app.on('OPTIONS', `/sdmx/${service}/*`, () => new Response(null, { status: 204, headers: CORS }));
    app.get(`/sdmx/${service}/*`, (context) => answer(service, releases, context));
  }
  app.get('/sdmx/*', (context) => orFault(context, () => nothingAt(context.req.path)));
  app.all('/sdmx/*', (context) => onlyRead(context));
  for (const path of ['/api', '/api/:name']) {
    app.get(path, (context) =>
      orFault(context, () => catalogueResponse(releases, context.req.raw, context.req.param('name') ?? '')),
    );
  }
}

function nothingAt(path: string): never {
  const asked = path.slice(0, 60);
  throw new RequestFault('no_results', `there is nothing at ${asked}; there are /sdmx/3 and /sdmx/2.1`);
}

function onlyRead(context: Context): Response {
  const { method } = context.req;
  const response = orFault(context, () => {
    throw new RequestFault('method', `found ${method}, expected GET or HEAD: the data API is read-only`);
  });
  response.headers.set('allow', 'GET, HEAD, OPTIONS');
  return response;
}

/** Answers one query. */
function answer(service: Service, releases: PublicReleases, context: Context): Response {
  const request = context.req.raw;
  return orFault(
    context,
    () => {
      if (request.url.length > MOST_CHARACTERS)
        throw new RequestFault('too_long', `the address is longer than ${MOST_CHARACTERS} characters`);
      const url = new URL(request.url);
      const [resource = '', ...words] = url.pathname
        .slice(`/sdmx/${service}/`.length)
        .replace(/\/+$/, '')
        .split('/')
        .map(decode);
      try {
        return route(service, releases, request, resource, words, parseParameters(url.search));
      } catch (error) {
        return formerName(releases, url, error);
      }
    },
    service,
  );
}

/** Where nothing answers, a former name leads on, or says what became of it. */
function formerName(releases: PublicReleases, { pathname, search }: URL, error: unknown): Response {
  const release = releases.latest();
  if (!(error instanceof RequestFault) || error.kind !== 'no_results' || release === undefined) throw error;
  const moved = movedTo(release.reference, decode(pathname), search);
  if (moved === undefined) throw error;
  if ('gone' in moved) throw new RequestFault('gone', moved.gone.en, moved.gone);
  const [path = '', ...rest] = moved.path.split('?');
  const location = [encodeURI(path), ...rest].join('?');
  return new Response(null, { status: 301, headers: { ...CORS, location } });
}

/** A fault of the request becomes an SDMX error, never an exception. */
function orFault(context: Context, work: () => Response, service: Service = '3'): Response {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof RequestFault)) throw error;
    const response = faultResponse(error, prefersXml(context.req.raw.headers.get('accept')), service);
    for (const [name, value] of Object.entries(CORS)) response.headers.set(name, value);
    return response;
  }
}

type Answer = (
  releases: PublicReleases,
  request: Request,
  words: readonly string[],
  parameters: Parameters,
) => Response;

/** Resources by their name; in 1.5 everything else is a type of artefact. */
export const RESOURCES: { readonly [S in Service]: { readonly [resource: string]: Answer } } = {
  '3': {
    data: (...query) => dataResponse('3', ...query),
    availability: (...query) => availabilityResponse('3', ...query),
    structure: (...query) => structureResponse('3', ...query),
    schema: (...query) => schemaResponse('3', ...query),
    metadata: (...query) => metadataResponse(...query),
    registration: () => absent('there is no registry here: no data are registered'),
  },
  '2.1': {
    data: (...query) => dataResponse('2.1', ...query),
    availableconstraint: (...query) => availabilityResponse('2.1', ...query),
    schema: (...query) => schemaResponse('2.1', ...query),
    metadata: () => absent('reference metadata follow the model of SDMX 3.0: ask /sdmx/3/metadata'),
  },
};

function absent(message: string): never {
  throw new RequestFault('no_results', message);
}

function route(
  service: Service,
  releases: PublicReleases,
  request: Request,
  resource: string,
  words: readonly string[],
  parameters: Parameters,
): Response {
  const resources = RESOURCES[service];
  const found = Object.hasOwn(resources, resource) ? resources[resource] : undefined;
  if (found !== undefined) return found(releases, request, words, parameters);
  if (service === '2.1' && resource !== '')
    return structureResponse(service, releases, request, [resource, ...words], parameters);
  throw new RequestFault(
    'syntax',
    `found ${resource.slice(0, 60) || 'nothing'}, expected one of ${Object.keys(resources).join(', ')}`,
  );
}
