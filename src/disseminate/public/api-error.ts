// Errors in SDMX's own form and codes. Source: SDMX REST, "Response status and error codes"; SDMX-JSON `errors`.

import type { Text } from '../../design/text.ts';
import { xmlText } from '../xml-text.ts';

export type ErrorKind =
  | 'no_results'
  | 'gone'
  | 'syntax'
  | 'too_long'
  | 'semantic'
  | 'not_acceptable'
  | 'method';

/** Codes of the standard with the status of SDMX REST 2.2; in 1.5 a semantic error is 403. */
const CODES: { readonly [K in ErrorKind]: { readonly code: number; readonly status: number } } = {
  no_results: { code: 100, status: 404 },
  gone: { code: 100, status: 410 },
  syntax: { code: 140, status: 400 },
  too_long: { code: 140, status: 414 },
  semantic: { code: 150, status: 422 },
  not_acceptable: { code: 140, status: 406 },
  method: { code: 501, status: 405 },
};
const SEMANTIC_BEFORE = 403;

/** A request that cannot be answered, and why. */
export class RequestFault extends Error {
  readonly kind: ErrorKind;
  /** The message in every language, where it was written by an office. */
  readonly texts: Text;
  constructor(kind: ErrorKind, message: string, texts: Partial<Text> = {}) {
    super(message);
    this.name = 'RequestFault';
    this.kind = kind;
    this.texts = { ar: message, fr: message, en: message, ...texts };
  }
}

/** The response to a request that cannot be answered: as JSON, or as XML when that is what was asked for. */
export function faultResponse(
  { kind, message, texts }: RequestFault,
  xml: boolean,
  service: '3' | '2.1' = '3',
): Response {
  const { code } = CODES[kind];
  const status = kind === 'semantic' && service === '2.1' ? SEMANTIC_BEFORE : CODES[kind].status;
  const titles = Object.values(texts).every((text) => text === message) ? { en: message } : texts;
  const [type, body] = xml
    ? ['application/vnd.sdmx.error+xml;version=2.1', errorXml(code, titles)]
    : [
        'application/vnd.sdmx.error+json;version=2.0.0',
        `${JSON.stringify({ errors: [{ code, title: message, titles }] })}\n`,
      ];
  return new Response(body, { status, headers: { 'content-type': type, 'cache-control': 'no-store' } });
}

function errorXml(code: number, titles: Partial<Text>): string {
  const texts = Object.entries(titles).map(
    ([language, text]) => `<com:Text xml:lang="${language}">${xmlText(text)}</com:Text>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<mes:Error xmlns:mes="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message" xmlns:com="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common"><mes:ErrorMessage code="${code}">${texts.join('')}</mes:ErrorMessage></mes:Error>
`;
}
