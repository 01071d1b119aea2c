// What every SDMX-JSON message begins with, and the structure message. Source: SDMX-JSON 2.0 (sdmx-twg/sdmx-json).

import { LANGUAGES, type Text } from '../design/text.ts';
import type { StructureData } from './structure.ts';

const SCHEMAS = 'https://raw.githubusercontent.com/sdmx-twg/sdmx-json';

/** Where the schema of a message is published. */
const SCHEMA_ADDRESSES = {
  'structure 2.0': `${SCHEMAS}/master/structure-message/tools/schemas/2.0.0/sdmx-json-structure-schema.json`,
  'data 2.0': `${SCHEMAS}/master/data-message/tools/schemas/2.0.0/sdmx-json-data-schema.json`,
  'metadata 2.0': `${SCHEMAS}/master/metadata-message/tools/schemas/2.0.0/sdmx-json-metadata-schema.json`,
  'structure 1.0': `${SCHEMAS}/master/structure-message/tools/schemas/1.0/sdmx-json-structure-schema.json`,
  'data 1.0': `${SCHEMAS}/master/data-message/tools/schemas/1.0/sdmx-json-data-schema.json`,
} as const;

export type MessageHead = {
  readonly id: string;
  /** Instant of preparation. */
  readonly prepared: string;
  readonly sender: string;
  /** True for synthetic data: not for use as figures. */
  readonly test: boolean;
  /** How to cite what the message holds, and under which licence it may be used. */
  readonly source?: {
    readonly citation: Text;
    readonly licence: string;
    readonly facts: { readonly [name: string]: string | boolean };
  };
};

/** The `meta` of a message. */
export function messageMeta(
  { id, prepared, sender, test, source }: MessageHead,
  schema: keyof typeof SCHEMA_ADDRESSES,
): { readonly [field: string]: unknown } {
  return {
    schema: SCHEMA_ADDRESSES[schema],
    id,
    test,
    prepared,
    contentLanguages: [...LANGUAGES],
    sender: { id: sender },
    ...(source === undefined
      ? {}
      : {
          name: source.citation.en,
          names: source.citation,
          links: [{ href: source.licence, rel: 'license' }],
        }),
  };
}

/** An SDMX-JSON 2.0 structure message; kinds of artefact without any are left out. */
export function structureMessage(
  data: Partial<StructureData> & { readonly [kind: string]: unknown },
  head: MessageHead,
): string {
  const present = Object.entries(data).filter(([, list]) => Array.isArray(list) && list.length > 0);
  return `${JSON.stringify({ meta: messageMeta(head, 'structure 2.0'), data: Object.fromEntries(present) })}\n`;
}
