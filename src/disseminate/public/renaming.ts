// Identifiers never die: what was renamed leads to its present name, what was divided or withdrawn says so. Names that live
// come first: a former name matters only where nothing answers.

import type { Renaming } from '../../design/domain.ts';
import type { Text } from '../../design/text.ts';
import type { Reference } from '../reference.ts';

export type Moved = { readonly path: string } | { readonly gone: Text };

/** Renamings that the domain states, and those that follow from earlier lists of segments. */
function renamingsOf(reference: Reference): readonly Renaming[] {
  const inForce = new Set(reference.segments.map(({ code }) => code));
  const former = reference.earlierSegments.filter(({ code }) => !inForce.has(code));
  const segments = former.map(({ code, list, name, validTo, continuedBy }) => {
    const next = continuedBy.join(', ');
    return {
      kind: 'code' as const,
      former: `${SEGMENT_LIST}.${code}`,
      present: continuedBy.length === 1 ? `${SEGMENT_LIST}.${next}` : null,
      since: validTo ?? list,
      reason: {
        ar: `«${name.ar}» (${code}) من لائحة ${list}؛ يواصله: ${next}`,
        fr: `«\u00a0${name.fr}\u00a0» (${code}), liste de ${list}, continué par\u00a0: ${next}`,
        en: `"${name.en}" (${code}) of the list of ${list} is continued by: ${next}`,
      },
    };
  });
  return [...(reference.renamed ?? []), ...segments];
}

const SEGMENT_LIST = 'CL_SEGMENT';

/** Where the resource of an address went; undefined when the address has no former name in it. */
export function movedTo(reference: Reference, path: string, search: string): Moved | undefined {
  for (const renaming of renamingsOf(reference)) {
    const { present, reason } = renaming;
    const changed = present === null ? undefined : replaced(reference, renaming, present, path, search);
    if (changed !== undefined && changed !== `${path}${search}`) return { path: changed };
    if (present === null && names(reference, renaming, path, search)) return { gone: reason };
  }
  return undefined;
}

/** Whether an address has the former name. */
function names(reference: Reference, renaming: Renaming, path: string, search: string): boolean {
  return replaced(reference, renaming, '\u0000', path, search) !== `${path}${search}`;
}

function replaced(
  reference: Reference,
  { kind, former }: Renaming,
  present: string,
  path: string,
  search: string,
): string {
  if (kind !== 'code')
    return `${path
      .split('/')
      .map((word) => inWord(word, former, present))
      .join('/')}${search}`;
  const [list = '', code = ''] = former.split('.');
  const to = present.split('.').at(-1) ?? '';
  const places = reference.dataflows.flatMap(({ dimensions }) =>
    dimensions.flatMap(({ id, codelist }, at) => (codelist === list ? [{ id, at }] : [])),
  );
  const words = path.split('/').map((word, at, all) => {
    if (all[at - 2] === list) return inTokens(word, code, to);
    return word.includes('.') ? inKeys(word, new Set(places.map((each) => each.at)), code, to) : word;
  });
  return `${words.join('/')}${inFilters(search, new Set(places.map(({ id }) => id)), code, to)}`;
}

const PREFIXES = ['', 'DSD_', 'PROVISION_', 'METADATA_', 'AVAILABLE_', 'CAT_'];

/** `OLD`, `DSD_OLD`, or `AGENCY,OLD,1.0` with the present name. */
function inWord(word: string, former: string, present: string): string {
  return word
    .split(',')
    .map((part) => {
      const prefix = PREFIXES.find((each) => part === `${each}${former}`);
      return prefix === undefined ? part : `${prefix}${present}`;
    })
    .join(',');
}

function inKeys(word: string, places: ReadonlySet<number>, code: string, to: string): string {
  const keys = word.split(',').map((key) =>
    key
      .split('.')
      .map((part, at) => (places.has(at) ? inTokens(part, code, to) : part))
      .join('.'),
  );
  return keys.join(',');
}

function inTokens(text: string, code: string, to: string): string {
  return text
    .split('+')
    .map((each) => (each === code ? to : each))
    .join('+');
}

function inFilters(search: string, ids: ReadonlySet<string>, code: string, to: string): string {
  return search.replaceAll(
    /(?<=[?&])(c(?:\[|%5B)(\w+)(?:\]|%5D)=)([^&]*)/gi,
    (all, head: string, id: string, value: string) =>
      ids.has(id) ? `${head}${value.replaceAll(/[^,+:]+/g, (each) => (each === code ? to : each))}` : all,
  );
}
