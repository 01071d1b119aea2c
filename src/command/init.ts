// `marsad init WS`: makes a workspace: configuration, a copy of the domain's definitions, store and folders.

import { join, resolve } from 'node:path';
import { stringify } from 'yaml';
import { blankDisclosure, drawDisclosure } from '../design/disclosure.ts';
import { knownDomain } from '../design/known-definitions.ts';
import { MIGRATIONS } from '../design/office-tables.ts';
import { LANGUAGES } from '../design/text.ts';
import { layoutOf } from '../design/workspace.ts';
import type { WorkspaceConfig } from '../design/workspace-config.ts';
import type { Effects } from '../engine/effects.ts';
import { Refused } from '../engine/errors.ts';
import {
  exists,
  isDirectory,
  listFolder,
  listTree,
  makeFolder,
  readBytes,
  writeWhole,
} from '../engine/files.ts';
import { openStore } from '../engine/store.ts';
import { type Command, flagOption, type Options, textOption } from './command.ts';
import { domainFolder } from './domain-folder.ts';
import { OWN_DEFINITIONS } from './unstated.ts';

export const initCommand: Command = {
  name: 'init',
  usage: 'WS',
  summary: 'make a workspace',
  options: {
    domain: {
      type: 'string',
      default: 'ma-digital',
      help: 'name of a domain that ships, or a folder of definitions',
    },
    synthetic: {
      type: 'boolean',
      help: 'a workspace for simulated declarations; everything it makes is marked so',
    },
    memory: { type: 'string', default: '2GB', help: 'memory of the SQL engine' },
  },
  run: async ([root], options, effects) => {
    if (root === undefined) throw new Refused('where? `marsad init WS`');
    if (exists(root) && (!isDirectory(root) || listFolder(root).length > 0))
      throw new Refused(`${root} exists and is not empty: name a new folder, or empty this one first`);
    const config = configOf(options, effects.clock());
    const source = domainFolder(config.domain);
    const domain = knownDomain(source);
    makeWorkspace(root, source, { ...config, domain: domain.id }, effects.random);
    effects.log.print(
      flagOption(options, 'json')
        ? JSON.stringify({
            workspace: root,
            domain: domain.id,
            version: domain.version,
            synthetic: config.synthetic,
          })
        : saidOf(root, domain, config.synthetic),
    );
    return 0;
  },
};

/** The workspace by its whole path, and what an office states before it works. */
function saidOf(
  root: string,
  { id, version }: { readonly id: string; readonly version: string },
  synthetic: boolean,
): string {
  const made = `workspace ${resolve(root)} made, domain ${id} ${version}`;
  if (synthetic) return `${made}, synthetic`;
  const own = OWN_DEFINITIONS.map((name) => `${name}.csv`).join(', ');
  return `${made}
its definitions are those of the demonstration: before the first declarations put your own into domain/ (${own}; contact and rate_source in domain.yaml) and the parameters of disclosure control into secrets/disclosure.yaml; \`marsad status\` names every fault of them`;
}

function configOf(options: Options, at: string): WorkspaceConfig {
  const memory = textOption(options, 'memory') ?? '2GB';
  if (!/^\d+(MB|GB)$/.test(memory))
    throw new Refused(`--memory: found ${memory}, expected such as 2GB or 512MB`);
  return {
    domain: textOption(options, 'domain') ?? 'ma-digital',
    synthetic: flagOption(options, 'synthetic'),
    languages: [...LANGUAGES],
    ports: { public: 8080, office: 8081 },
    memory,
    created_at: at,
  };
}

/** The configuration is written last: without it, a folder is no workspace. */
function makeWorkspace(
  root: string,
  domain: string,
  config: WorkspaceConfig,
  random: Effects['random'],
): void {
  const layout = layoutOf(root);
  makeFolder(root);
  for (const name of listTree(domain)) writeWhole(join(layout.domain, name), readBytes(join(domain, name)));
  for (const folder of [
    layout.archive('').replace(/\/+$/, ''),
    join(root, 'store'),
    layout.secrets,
    layout.sealed,
  ])
    makeFolder(folder, 0o700);
  makeFolder(layout.public);
  const secrets = config.synthetic ? drawDisclosure(random) : blankDisclosure(random);
  writeWhole(join(layout.secrets, 'disclosure.yaml'), secrets, 0o600);
  openStore(layout.database, MIGRATIONS).close();
  writeWhole(layout.config, stringify(config));
}
