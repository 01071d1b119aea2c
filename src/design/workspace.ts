// Where things lie in a workspace: names only, nothing is opened here.

import { join } from 'node:path';

export type Layout = {
  readonly root: string;
  readonly config: string;
  /** The domain's definitions as this workspace uses them. */
  readonly domain: string;
  readonly archive: (sha256: string) => string;
  readonly database: string;
  readonly lock: string;
  readonly collected: (name: string) => string;
  /** Uploads that wait to be received, each in a folder of its own. */
  readonly intake: (upload: string) => string;
  /** Faults of the lines of an upload. */
  readonly faults: (upload: string) => string;
  readonly run: (run: number) => string;
  readonly runFile: (run: number, name: string) => string;
  readonly spill: string;
  readonly secrets: string;
  readonly sealed: string;
  readonly public: string;
  readonly release: (period: string, number: number) => string;
};

/** The paths of a workspace. */
export function layoutOf(root: string): Layout {
  const run = (id: number) => join(root, 'store', 'runs', String(id));
  return {
    root,
    config: join(root, 'marsad.yaml'),
    domain: join(root, 'domain'),
    archive: (sha256) => join(root, 'archive', sha256.slice(0, 2), sha256),
    database: join(root, 'store', 'office.db'),
    lock: join(root, 'store', 'run.lock'),
    collected: (name) => join(root, 'store', 'collected', name),
    intake: (upload) => join(root, 'store', 'intake', upload),
    faults: (upload) => join(root, 'store', 'faults', `${upload}.ndjson`),
    run,
    runFile: (id, name) => join(run(id), name),
    spill: join(root, 'store', 'spill'),
    secrets: join(root, 'secrets'),
    sealed: join(root, 'sealed'),
    public: join(root, 'public'),
    release: (period, number) => join(root, 'public', 'releases', period, String(number)),
  };
}
