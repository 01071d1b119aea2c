// The desk of the workbench over a workspace, with an engine that is kept warm.

import type { Engine } from '../engine/duckdb.ts';
import type { Effects } from '../engine/effects.ts';
import type { Desk } from '../office/workbench/desk.ts';
import { collectingOf } from './office-collecting.ts';
import { comparingOf } from './office-comparing.ts';
import { definingOf } from './office-defining.ts';
import { editingOf } from './office-editing.ts';
import { liningOf } from './office-lines.ts';
import { protectingOf } from './office-protecting.ts';
import { releasedView } from './office-released.ts';
import { releasingOf } from './office-releasing.ts';
import { runningOf } from './office-running.ts';
import type { Bench } from './office-workbench.ts';
import { type Workspace, workspaceEngine } from './workspace.ts';

/** The desk of a workspace; its engine is opened when it is first needed, and kept. */
export function openDesk(workspace: Workspace, effects: Effects): Desk {
  const bench: Bench = { workspace, engine: lateEngine(workspace), effects };
  return {
    ...collectingOf(bench),
    ...editingOf(bench),
    ...liningOf(bench),
    ...definingOf(bench),
    ...runningOf(bench),
    ...comparingOf(bench),
    ...protectingOf(bench),
    ...releasingOf(bench),
    released: () => releasedView(bench),
    close: () => bench.engine.close(),
  };
}

/** An engine that is there when it is first asked; until then it takes no memory. */
function lateEngine(workspace: Workspace): Engine {
  let opened: Promise<Engine> | undefined;
  const engine = (): Promise<Engine> => {
    opened ??= workspaceEngine(workspace);
    return opened;
  };
  return {
    rows: async (statement) => (await engine()).rows(statement),
    stream: async function* (statement) {
      yield* (await engine()).stream(statement);
    },
    run: async (statement) => (await engine()).run(statement),
    another: async () => (await engine()).another(),
    close: () => {
      void opened?.then((each) => each.close());
      opened = undefined;
    },
  } as Engine;
}
