// The acts that are killed, and the workspace that they begin from: one release drafted and its publication proposed.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { approveRelease } from '../src/command/approve.ts';
import { collectFiles } from '../src/command/collect.ts';
import { decideLine } from '../src/command/edit-decide.ts';
import { initCommand } from '../src/command/init.ts';
import { proposeRelease } from '../src/command/propose.ts';
import { publishDue } from '../src/command/publication.ts';
import { openWorkspace, type Workspace, workspaceEngine } from '../src/command/workspace.ts';
import { type Effects, stillEffects, systemEffects } from '../src/engine/effects.ts';
import { runPipeline } from '../src/pipeline.ts';

export const RELEASE = '2025-S1/1';
const HOUR = '2025-09-30T10:00:00+01:00';
const BEFORE = '2025-09-25T10:00:00.000Z';
const AFTER = '2025-09-30T09:00:00.000Z';

/** Effects of a person at an instant. */
export function by(actor: string, at: string): Effects {
  return { ...stillEffects(at, [], actor), random: systemEffects().random };
}

/** Each act once; doing it again where it was done is refused. */
export const ACTS: { readonly [act: string]: (workspace: Workspace) => Promise<unknown> } = {
  edit: async (workspace) => {
    const engine = await workspaceEngine(workspace);
    const grounds = { author: 'compiler', reason: 'a refund', at: BEFORE, cause: 'corrected' };
    await decideLine(workspace, engine, { submission: 1, ordinal: 2 }, { kind: 'exclude' }, grounds);
    engine.close();
  },
  approve: (workspace) =>
    approveRelease(
      workspace,
      { release: RELEASE, act: 'publication', seen: 'only', withoutHeadline: true },
      by('releaser', BEFORE),
    ),
  publish: async (workspace) => publishDue(workspace, by('clock', AFTER)),
};

const DECLARATION = `# declarant_type: bank
# sender: B01
# period: 2025-06
# sequence: 1
# function: original
# created_at: 2025-07-05T10:00:00Z
# schema_version: 1
# language: en
# line_count: 3
# synthetic: true
# control_sum.EUR: 1334.56
# control_sum.USD: 10.00
line_id,bank_code,bank_reference,resident_ice,counterparty_country,direction,value_date,currency,amount,nature,free_text
L1,B01,R1,968631996000060,FR,C,2025-06-03,EUR,1234.56,IT01,first
L2,B01,R2,972475348000059,US,C,2025-06-04,USD,10.00,IT01,second
L3,B01,R3,975896131000087,FR,C,2025-06-05,EUR,100,IT02,third
`;

/** A workspace in a folder: a declaration collected, a release drafted and proposed. */
export async function prepared(folder: string): Promise<string> {
  const root = join(folder, 'base');
  mkdirSync(folder, { recursive: true });
  const office = by('author', BEFORE);
  await initCommand.run([root], { domain: 'ma-digital', synthetic: true, memory: '512MB' }, office);
  const workspace = openWorkspace(root);
  const file = join(folder, 'B01-2025-06.csv');
  writeFileSync(file, DECLARATION);
  await collectFiles(workspace, [file], BEFORE, office);
  await runPipeline({ workspace, period: '2025-S1', embargo: HOUR }, office);
  proposeRelease(
    workspace,
    { release: RELEASE, act: 'publication', reason: '', withoutHeadline: true },
    office,
  );
  workspace.store.close();
  return root;
}
