// The data API: SDMX REST 2.2 at `/sdmx/3`, 1.5 at `/sdmx/2.1`. Read-only; every fault is answered in SDMX's own form.

import type { Context, Hono } from 'hono';
import { availabilityResponse } from './api-availability.ts';
import { catalogueResponse } from './api-catalogue.ts';
import { dataResponse, type Service } from './api-data.ts';
import { faultResponse, RequestFault } from './api-error.ts';
import { prefersXml } from './api-format.ts';
import { decode, type Parameters, parseParameters } from './api-request.ts';
import { CORS } from './api-response.ts';
import { structureResponse } from './api-structure.ts';
import type { PublicReleases } from './released.ts';

/** Adds the routes of the API. */
export function apiRoutes(app: Hono, releases: PublicReleases): void {
  for (const service of ['3', '2.1'] as const) {
    app.on('OPTIONS', `/sdmx/${service}/*`, () => new Response(null, { status: 204, headers: CORS }));
    app.get(`/sdmx/${service}/*`, (context) => answer(service, releases, context));
  }
  for (const path of ['/api', '/api/:name']) {
    app.get(path, (context) =>
      orFault(context, () => catalogueResponse(releases, context.req.raw, context.req.param('name') ?? '')),
    );
  }
}

/** Resources of the standard that this service does not have. */
const UNSUPPORTED: readonly string[] = ['schema', 'metadata', 'registration', 'subscription'];

const MOST_CHARACTERS = 8000;

/** Answers one query. */
export function answer(service: Service, releases: PublicReleases, context: Context): Response {
  const request = context.req.raw;
  return orFault(context, () => {
    if (request.url.length > MOST_CHARACTERS)
      throw new RequestFault('syntax', `the address is longer than ${MOST_CHARACTERS} characters`);
    const url = new URL(request.url);
    const [resource = '', ...words] = url.pathname
      .slice(`/sdmx/${service}/`.length)
      .replace(/\/+$/, '')
      .split('/')
      .map(decode);
    return route(service, releases, request, resource, words, parseParameters(url.search));
  });
}

/** A fault of the request becomes an SDMX error, never an exception. */
function orFault(context: Context, work: () => Response): Response {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof RequestFault)) throw error;
    const response = faultResponse(error, prefersXml(context.req.raw.headers.get('accept')));
    for (const [name, value] of Object.entries(CORS)) response.headers.set(name, value);
    return response;
  }
}

function route(
  service: Service,
  releases: PublicReleases,
  request: Request,
  resource: string,
  words: readonly string[],
  parameters: Parameters,
): Response {
  if (resource === 'data') return dataResponse(service, releases, request, words, parameters);
  if (resource === (service === '3' ? 'availability' : 'availableconstraint'))
    return availabilityResponse(service, releases, request, words, parameters);
  const structural = service === '3' ? resource === 'structure' : !['', ...UNSUPPORTED].includes(resource);
  if (structural)
    return structureResponse(
      service,
      releases,
      request,
      service === '3' ? words : [resource, ...words],
      parameters,
    );
  if (UNSUPPORTED.includes(resource))
    throw new RequestFault('not_implemented', `${resource} is not implemented by this service`);
  throw new RequestFault(
    'syntax',
    `found ${resource.slice(0, 60) || 'nothing'}, expected data, availability or structure`,
  );
}
