// Errors in SDMX's own form and codes. Source: SDMX REST, "Response status and error codes"; SDMX-JSON `errors`.

import { xmlText } from '../xml-text.ts';

export type ErrorKind = 'no_results' | 'syntax' | 'semantic' | 'not_implemented' | 'not_acceptable';

const CODES: {
  readonly [K in ErrorKind]: { readonly code: number; readonly status: 400 | 404 | 406 | 501 };
} = {
  no_results: { code: 100, status: 404 },
  syntax: { code: 140, status: 400 },
  semantic: { code: 150, status: 400 },
  not_implemented: { code: 501, status: 501 },
  not_acceptable: { code: 140, status: 406 },
};

/** A request that cannot be answered, and why. */
export class RequestFault extends Error {
  readonly kind: ErrorKind;
  constructor(kind: ErrorKind, message: string) {
    super(message);
    this.name = 'RequestFault';
    this.kind = kind;
  }
}

/** The response to a request that cannot be answered: as JSON, or as XML when that is what was asked for. */
export function faultResponse({ kind, message }: RequestFault, xml: boolean): Response {
  const { code, status } = CODES[kind];
  const [type, body] = xml
    ? ['application/vnd.sdmx.error+xml;version=2.1', errorXml(code, message)]
    : [
        'application/vnd.sdmx.error+json;version=2.0.0',
        `${JSON.stringify({ errors: [{ code, title: message, titles: { en: message } }] })}\n`,
      ];
  return new Response(body, { status, headers: { 'content-type': type, 'cache-control': 'no-store' } });
}

function errorXml(code: number, message: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<mes:Error xmlns:mes="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message" xmlns:com="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common"><mes:ErrorMessage code="${code}"><com:Text xml:lang="en">${xmlText(message)}</com:Text></mes:ErrorMessage></mes:Error>
`;
}
