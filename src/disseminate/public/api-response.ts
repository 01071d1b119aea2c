// Responses of the API: validators, compression, and bodies that are sent as they are made.

import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { PublicRelease } from './released.ts';

/** Headers of everything under `/sdmx` and `/api`, and of files: anyone's page may read it, as what it says it is. */
export const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, HEAD, OPTIONS',
  'access-control-allow-headers': 'accept, accept-language, if-none-match, if-modified-since, range',
  'access-control-expose-headers':
    'etag, last-modified, content-language, link, ratelimit, ratelimit-policy, ratelimit-limit, ratelimit-remaining, ratelimit-reset, retry-after, marsad-release, marsad-vintage, marsad-status, marsad-scope, marsad-licence, marsad-published, marsad-synthetic, marsad-matching',
  'access-control-max-age': '86400',
  'x-content-type-options': 'nosniff',
} as const;

export type Content = {
  readonly type: string;
  /** Names the content among all releases: the same identity, the same bytes. */
  readonly identity: string;
  readonly release: PublicRelease | undefined;
  readonly headers?: { readonly [name: string]: string };
  readonly body: () => Iterable<string>;
};

/** The response to a request for a content: 304 when the client has it, compressed when it may be. */
export function contentResponse(request: Request, content: Content): Response {
  const coding = codingFor(request.headers.get('accept-encoding') ?? '');
  const etag = `"${hash(`${content.release?.manifest.files['reference.json']?.sha256 ?? ''}${content.release?.id ?? ''} ${content.identity}`)}${coding === '' ? '' : `-${coding}`}"`;
  const headers = new Headers({
    ...CORS,
    'content-type': content.type,
    vary: 'accept, accept-encoding, accept-language',
    etag,
    'cache-control': 'public, max-age=60',
    ...(content.release === undefined
      ? {}
      : { 'last-modified': new Date(content.release.published).toUTCString() }),
    ...content.headers,
  });
  if (isKnown(request, etag, content.release)) return new Response(null, { status: 304, headers });
  if (coding !== '') headers.set('content-encoding', coding);
  if (request.method === 'HEAD') return new Response(null, { headers });
  const body = encoded(content.body(), coding);
  if (body instanceof Uint8Array) headers.set('content-length', String(body.length));
  return new Response(body, { headers });
}

/** Whether the client's copy is the present one. */
function isKnown(request: Request, etag: string, release: PublicRelease | undefined): boolean {
  const known = request.headers.get('if-none-match');
  if (known !== null)
    return known.split(',').some((each) => each.trim().replace(/^W\//, '') === etag || each.trim() === '*');
  const since = request.headers.get('if-modified-since');
  if (since === null || release === undefined) return false;
  return Math.floor(Date.parse(release.published) / 1000) <= Math.floor(Date.parse(since) / 1000);
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}

function codingFor(accepted: string): '' | 'br' | 'gzip' {
  const accepts = (coding: string) =>
    new RegExp(`(^|,)\\s*${coding}\\s*(;\\s*q=(?!0(\\.0*)?\\s*(,|$))[\\d.]+\\s*)?(,|$)`).test(accepted);
  if (accepts('br')) return 'br';
  return accepts('gzip') ? 'gzip' : '';
}

const PIECE = 65_536;
/** Bodies up to here, in characters, are made whole: they can be kept, and their length is told. */
const WHOLE = 2_000_000;
const COMPRESS: { readonly [coding: string]: (bytes: Uint8Array) => Uint8Array<ArrayBuffer> } = {
  br: (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (bytes) => gzipSync(bytes, { level: 6 }),
};

/** A body whole when it is small, and otherwise piece by piece as the client takes it. */
function encoded(
  pieces: Iterable<string>,
  coding: '' | 'br' | 'gzip',
): Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.iterator]();
  const start: string[] = [];
  let length = 0;
  let step = iterator.next();
  while (step.done !== true && length < WHOLE) {
    start.push(step.value);
    length += step.value.length;
    step = iterator.next();
  }
  if (step.done === true) {
    const bytes = Buffer.from(start.join(''));
    return COMPRESS[coding]?.(bytes) ?? bytes;
  }
  const plain = streamOf(start.join(''), step, iterator);
  if (coding === '') return plain;
  const format = (coding === 'br' ? 'brotli' : 'gzip') as 'gzip';
  return plain.pipeThrough(
    new CompressionStream(format) as unknown as TransformStream<Uint8Array, Uint8Array>,
  );
}

function streamOf(
  start: string,
  next: IteratorResult<string>,
  iterator: Iterator<string>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let pending: string | undefined = start;
  let step = next;
  return new ReadableStream({
    pull: (controller) => {
      if (pending !== undefined) {
        controller.enqueue(encoder.encode(pending));
        pending = undefined;
        return;
      }
      if (step.done === true) {
        controller.close();
        return;
      }
      let text = '';
      while (step.done !== true && text.length < PIECE) {
        text += step.value;
        step = iterator.next();
      }
      controller.enqueue(encoder.encode(text));
    },
  });
}
