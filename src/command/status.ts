// `marsad status WS`: where collection and processing stand.

import { collectionProgress, type Progress } from '../collect/progress.ts';
import type { Effects } from '../engine/effects.ts';
import { Refused } from '../engine/errors.ts';
import { type Command, flagOption } from './command.ts';
import { domainNow } from './register.ts';
import { isGoing } from './runs.ts';
import { openWorkspace } from './workspace.ts';

type FoundRun = { readonly id: number; readonly state: string; readonly cut_at: string };
/** A run that began is dead when nothing holds the workspace any more. */
type LastRun = FoundRun & { readonly dead: boolean };
type LastRelease = { readonly id: string; readonly state: string; readonly made_at: string };

export const statusCommand: Command = {
  name: 'status',
  usage: 'WS',
  summary: 'where collection and processing stand',
  options: {},
  run: async ([root], options, effects) => {
    if (root === undefined) throw new Refused('which workspace? `marsad status WS`');
    const workspace = openWorkspace(root);
    const { store } = workspace;
    try {
      const progress = collectionProgress(store, domainNow(workspace));
      const found = store.get<FoundRun>('SELECT id, state, cut_at FROM runs ORDER BY id DESC LIMIT 1');
      const run =
        found === undefined
          ? null
          : { ...found, dead: found.state === 'started' && !isGoing(workspace, found) };
      const release =
        store.get<LastRelease>('SELECT id, state, made_at FROM releases ORDER BY made_at DESC LIMIT 1') ??
        null;
      if (flagOption(options, 'json'))
        effects.log.print(JSON.stringify({ ...progress, run, release }, null, 2));
      else print(progress, run, release, effects);
      return 0;
    } finally {
      store.close();
    }
  },
};

function print(
  { submissions, periods }: Progress,
  run: LastRun | null,
  release: LastRelease | null,
  { log }: Effects,
): void {
  for (const { state, declarant, files, lines } of submissions)
    log.print(
      `${state.padEnd(12)} ${(declarant ?? 'unknown').padEnd(12)} ${String(files).padStart(7)} files ${String(lines).padStart(11)} lines`,
    );
  if (submissions.length === 0) log.print('nothing was received yet');
  for (const { declarant, period, expected, received, missing } of periods) {
    const named =
      missing.slice(0, 8).join(', ') + (missing.length > 8 ? `, and ${missing.length - 8} more` : '');
    log.print(
      `${period.padEnd(8)} ${declarant.padEnd(11)} ${received} of ${expected} respondents${missing.length === 0 ? '' : `; missing: ${named}`}`,
    );
  }
  log.print(
    run === null
      ? 'no run yet'
      : `last run: ${run.id}, ${run.dead ? 'ended before it was done, the next run clears it away' : run.state}, inputs as of ${run.cut_at}`,
  );
  log.print(release === null ? 'no release yet' : `last release: ${release.id}, ${release.state}`);
}
