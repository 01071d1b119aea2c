// The process beside the office that receives uploads: one engine kept warm, one batch after another until nothing waits.

import { parentProcess } from '../engine/child.ts';
import { systemEffects } from '../engine/effects.ts';
import { Busy } from '../engine/errors.ts';
import { prepareValidation } from '../process/first-validation.ts';
import { type Counter, settleWaiting } from './intake-settle.ts';
import { domainNow } from './register.ts';
import { openWorkspace, workspaceEngine } from './workspace.ts';

/** What the office hears of this process. */
export type Settled = { readonly settled: readonly string[] };

const [root = ''] = process.argv.slice(2);
const parent = parentProcess();
const opened = openWorkspace(root);
const effects = systemEffects();
const engine = await workspaceEngine(opened);
let workspace = opened;
let changes = -1;

let working: Promise<void> | null = null;
let asked = false;

function wake(): void {
  asked = true;
  working ??= settleAll().finally(() => {
    working = null;
    if (asked) wake();
  });
}

/** The register as it is by now: what was added or changed since the last batch counts for the next one. */
async function seeRegister(): Promise<void> {
  const last = opened.store.get<{ n: number }>('SELECT coalesce(max(seq), 0) AS n FROM register_changes')?.n;
  if (last === changes) return;
  workspace = { ...opened, domain: domainNow(opened) };
  await prepareValidation(engine, workspace.domain);
  changes = last ?? 0;
}

async function settleAll(): Promise<void> {
  asked = false;
  await seeRegister();
  const counter: Counter = { workspace, engine, effects };
  for (let settled = await patiently(counter); settled.length > 0; settled = await patiently(counter))
    parent.tell({ settled } satisfies Settled);
}

/** Another collection may hold the workspace for long: then this one waits on. */
async function patiently(counter: Counter): Promise<readonly string[]> {
  try {
    return await settleWaiting(counter);
  } catch (error) {
    if (!(error instanceof Busy)) throw error;
    return patiently(counter);
  }
}

parent.listen(wake);
wake();
await parent.gone;
await working;
engine.close();
opened.store.close();
process.exit(0);
