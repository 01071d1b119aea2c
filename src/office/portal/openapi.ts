// The interface for programs described in OpenAPI 3.1, made from its routes, so that it cannot say other things than they do.

import type { ApiRoute } from './api.ts';

const SCHEMES = {
  token: { type: 'http', scheme: 'bearer', description: 'A token of an account, with scopes' },
};

/** The OpenAPI document of routes. */
export function describedBy(routes: readonly ApiRoute[], origin: string): object {
  const paths: { [path: string]: { [method: string]: object } } = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Marsad: interface for declarants',
      version: '1',
      description:
        'What the declarants’ portal does, for programs. Errors are problems as in RFC 9457, in the language that Accept-Language or `language` asks for, and in all three under `languages`.',
    },
    ...(origin === '' ? {} : { servers: [{ url: origin }] }),
    security: [{ token: [] }],
    paths,
    components: { securitySchemes: SCHEMES, schemas: { Problem: PROBLEM } },
  };
}

function operationOf(route: ApiRoute): object {
  const named = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    ...{ name, in: 'path', required: true, schema: { type: 'string' } },
  }));
  const asked = Object.entries(route.parameters ?? {}).map(([name, description]) => ({
    ...{ name, in: 'query', description, schema: { type: 'string' } },
  }));
  return {
    summary: route.summary,
    description: `Scope: ${route.scope ?? 'none'}.`,
    operationId: `${route.method.toLowerCase()}${route.path.replaceAll(/\W+(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
    parameters: [...named, ...asked],
    ...bodyOf(route),
    responses: Object.fromEntries(
      Object.entries({
        ...route.statuses,
        401: 'no token, or none that is good',
        403: 'the token lacks the scope',
      }).map(([status, description]) => [status, responseOf(Number(status), description)]),
    ),
  };
}

function responseOf(status: number, description: string): object {
  if (status < 400) return { description, content: { 'application/json': { schema: { type: 'object' } } } };
  const schema = { $ref: '#/components/schemas/Problem' };
  return { description, content: { 'application/problem+json': { schema } } };
}

function bodyOf({ body, member }: ApiRoute): object {
  const binary = { type: 'string', format: 'binary' };
  if (body === 'files')
    return {
      requestBody: {
        required: true,
        content: {
          'application/octet-stream': { schema: binary },
          'multipart/form-data': {
            schema: { type: 'object', required: ['file'], properties: { file: binary, envelope: binary } },
          },
        },
      },
    };
  if (member === undefined) return {};
  const schema = { type: 'object', required: [member], properties: { [member]: { type: 'string' } } };
  return { requestBody: { required: true, content: { 'application/json': { schema } } } };
}

const SAID = { type: 'object', properties: { title: { type: 'string' }, detail: { type: 'string' } } };
const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    ...{ type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer' } },
    detail: { type: 'string' },
    languages: { type: 'object', properties: { ar: SAID, fr: SAID, en: SAID } },
  },
};
