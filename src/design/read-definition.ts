// Reads a definition (YAML): the value that its schema makes, every fault with its file and line.

import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Fault } from '../engine/errors.ts';
import type { Located, Read } from './read-table.ts';

/** The one value of a definition; no items when it has faults. */
export function readDefinition<S extends z.ZodType>(
  file: string,
  text: string,
  schema: S,
): Read<z.output<S>> {
  const source = parseSource(file, text);
  if (source.faults.length > 0) return { items: [], faults: source.faults };
  const result = schema.safeParse(source.value);
  if (result.success) return { items: [{ where: `${file}:1`, value: result.data }], faults: [] };
  return { items: [], faults: faultsOf(source, result.error) };
}

/** The members of a definition that is a list; a faulty member does not hide the others. */
export function readDefinitions<S extends z.ZodType>(
  file: string,
  text: string,
  member: S,
): Read<z.output<S>> {
  const source = parseSource(file, text);
  if (source.faults.length > 0) return { items: [], faults: source.faults };
  const list = source.value;
  if (!Array.isArray(list)) {
    return { items: [], faults: [{ where: `${file}:1`, found: kindOf(list), expected: 'a list' }] };
  }
  const read = list.map((value, at) => readMember(source, value, at, member));
  return { items: read.flatMap(({ items }) => items), faults: read.flatMap(({ faults }) => faults) };
}

type Path = readonly PropertyKey[];
type Source = {
  readonly file: string;
  readonly document: Document;
  readonly value: unknown;
  readonly lines: LineCounter;
  readonly faults: readonly Fault[];
};

function parseSource(file: string, text: string): Source {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, strict: true });
  const faults = document.errors.map((error) => ({
    where: `${file}:${lines.linePos(error.pos[0]).line}`,
    found: error.message,
    expected: 'well-formed YAML, each key once',
  }));
  if (faults.length > 0) return { file, document, value: undefined, lines, faults };
  return { file, document, lines, ...plainValue(file, document) };
}

/** The plain value; aliases are refused, for a few of them can stand for gigabytes. */
function plainValue(file: string, document: Document): { value: unknown; faults: readonly Fault[] } {
  try {
    return { value: document.toJS({ maxAliasCount: 0 }), faults: [] };
  } catch {
    return {
      value: undefined,
      faults: [{ where: `${file}:1`, found: 'an alias (*name)', expected: 'every value written out' }],
    };
  }
}

function readMember<S extends z.ZodType>(
  source: Source,
  value: unknown,
  at: number,
  member: S,
): Read<z.output<S>> {
  const result = member.safeParse(value);
  if (!result.success) return { items: [], faults: faultsOf(source, result.error, [at]) };
  const item: Located<z.output<S>> = { where: `${source.file}:${lineOf(source, [at])}`, value: result.data };
  return { items: [item], faults: [] };
}

function faultsOf(source: Source, error: z.ZodError, above: Path = []): readonly Fault[] {
  return error.issues.flatMap((issue) => {
    const path = [...above, ...issue.path];
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => unknownKey(source, [...path, key]));
    return [
      {
        where: `${source.file}:${lineOf(source, path)}`,
        found: `${nameOf(path)} ${describe(source, path)}`,
        expected: issue.message,
      },
    ];
  });
}

function unknownKey(source: Source, path: Path): Fault {
  return {
    where: `${source.file}:${lineOf(source, path)}`,
    found: `the key ${nameOf(path)}`,
    expected: 'only the keys of its schema',
    remedy: 'remove or rename it',
  };
}

/** The line of a path: of its key where it has one, else of the nearest thing above that is there. */
function lineOf(source: Source, path: Path): number {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const offset = offsetOf(source.document, path.slice(0, depth));
    if (offset !== undefined) return source.lines.linePos(offset).line;
  }
  return 1;
}

function offsetOf(document: Document, path: Path): number | undefined {
  const parent: unknown = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const last = path.at(-1);
  if (isMap(parent)) {
    const pair = parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(last));
    return isNode(pair?.key) ? pair.key.range?.[0] : undefined;
  }
  const node: unknown = document.getIn(path, true);
  return isNode(node) ? node.range?.[0] : undefined;
}

function nameOf(path: Path): string {
  return path.filter((part) => typeof part === 'string').join('.') || 'the value';
}

function describe(source: Source, path: Path): string {
  const value: unknown = path.length === 0 ? source.value : source.document.getIn(path, false);
  if (value === undefined) return '(missing)';
  return isNode(value) ? kindOf(value.toJS(source.document)) : (JSON.stringify(value) ?? 'nothing');
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  return Array.isArray(value)
    ? 'a list'
    : typeof value === 'object'
      ? 'a group of keys'
      : JSON.stringify(value);
}
