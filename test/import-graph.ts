// Reads the imports of the sources as text, and says which of them the architecture forbids.

import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

export type Source = { readonly path: string; readonly text: string };

const PHASES = ['collect', 'process', 'analyse', 'disseminate', 'evaluate', 'office', 'simulate'];
const OUTSIDE =
  /^(node:(fs|fs\/promises|sqlite|http|https|net|child_process|worker_threads|cluster|dns|os|process)|@duckdb\/.*|@hono\/node-server.*)$/;
/** What the public process must never be able to reach. */
const CONFIDENTIAL = [
  'src/engine/duckdb.ts',
  'src/engine/store.ts',
  'src/engine/keys.ts',
  'src/command/workspace.ts',
];
/** Where the public process starts. */
export const PUBLIC_ENTRY = 'src/disseminate/public/application.ts';

/** All sources of the program. */
export function readSources(root: string): readonly Source[] {
  return globSync('src/**/*.ts', { cwd: root })
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** The modules that a source imports: paths from the root for its own, names for the others. */
export function importsOf({ path, text }: Source): readonly string[] {
  const found = text.matchAll(
    /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|^import\s*['"]([^'"]+)['"]/gm,
  );
  return [...found]
    .map((match) => match[1] ?? match[2] ?? match[3] ?? '')
    .map((name) => (name.startsWith('.') ? normalize(join(dirname(path), name)) : name));
}

/** Each forbidden import as a sentence. */
export function violations(sources: readonly Source[]): readonly string[] {
  return [...sources.flatMap(forbiddenImports), ...confidentialReach(sources)];
}

function forbiddenImports(source: Source): readonly string[] {
  const from = folderOf(source.path);
  return importsOf(source).flatMap((target) => {
    const to = folderOf(target);
    if (OUTSIDE.test(target) && from !== 'engine') return [`${source.path} touches the outside: ${target}`];
    if (from === 'engine' && target.startsWith('src/') && to !== 'engine')
      return [`${source.path} knows ${target}`];
    if (from === 'design' && target.startsWith('src/') && !['design', 'engine'].includes(to))
      return [`${source.path} knows ${target}`];
    if (!PHASES.includes(from) || !target.startsWith('src/')) return [];
    return to === from || to === 'design' || to === 'engine'
      ? []
      : [`phase ${from} knows ${target} (${source.path})`];
  });
}

function confidentialReach(sources: readonly Source[]): readonly string[] {
  const graph = new Map(sources.map((source) => [source.path, importsOf(source)]));
  const reached = new Set<string>();
  const visit = (path: string): void => {
    if (reached.has(path)) return;
    reached.add(path);
    (graph.get(path) ?? []).forEach(visit);
  };
  visit(PUBLIC_ENTRY);
  return [...CONFIDENTIAL, '@duckdb/node-api']
    .filter((path) => reached.has(path))
    .map((path) => `the public process reaches ${path}`);
}

function folderOf(path: string): string {
  const [root, folder, rest] = path.split('/');
  return root === 'src' && rest !== undefined ? (folder ?? '') : '';
}
