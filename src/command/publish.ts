// `marsad publish WS RELEASE`: a release made public by hand; `--due --watch`: each at its hour, by itself.

import { progressOf } from '../design/progress-words.ts';
import { MARKS } from '../disseminate/public/words.ts';
import type { Effects } from '../engine/effects.ts';
import { Refused } from '../engine/errors.ts';
import { untilStopped } from '../engine/http.ts';
import { type Command, flagOption } from './command.ts';
import { type Published, publishDue, publishRelease } from './publication.ts';
import { watchPublication } from './publication-watch.ts';
import { headlineIn } from './release-headline.ts';
import { releaseRow } from './release-row.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

export const publishCommand: Command = {
  name: 'publish',
  usage: 'WS RELEASE',
  summary: 'put a release such as 2025-S1/1 where the public server reads, or all whose hour has come',
  options: {
    due: { type: 'boolean', help: 'every approved release whose hour has come' },
    watch: { type: 'boolean', help: 'with --due: stay, and publish each at its hour' },
  },
  run: async ([root, release], options, effects) => {
    const due = flagOption(options, 'due');
    if (root === undefined || (release === undefined) !== due)
      throw new Refused(
        'which release of which workspace? `marsad publish WS 2025-S1/1`, or `marsad publish WS --due`',
      );
    const workspace = openWorkspace(root);
    try {
      if (release === undefined) return await publishAllDue(workspace, flagOption(options, 'watch'), effects);
      const published = publishRelease(workspace, release, effects);
      effects.log.print(
        flagOption(options, 'json')
          ? JSON.stringify(published, null, 2)
          : `release ${release} is public since ${published.at}: ${published.folder}`,
      );
      warnWithoutHeadline(workspace, published, effects);
      return 0;
    } finally {
      workspace.store.close();
    }
  },
};

/** Publishes every approved release whose hour has come; with `watch`, stays and publishes each at its own. */
async function publishAllDue(workspace: Workspace, watch: boolean, effects: Effects): Promise<0> {
  const told = (published: Published) => {
    effects.log.print(`release ${published.release} is public since ${published.at}`);
    warnWithoutHeadline(workspace, published, effects);
  };
  if (!watch) {
    for (const published of publishDue(workspace, effects)) told(published);
    return 0;
  }
  const watching = watchPublication(workspace, effects, told);
  await untilStopped();
  watching.stop();
  return 0;
}

/** A synthetic release may go out from its draft, which nobody had to look at: that it has no headline is said. */
function warnWithoutHeadline(workspace: Workspace, { release, folder }: Published, { log }: Effects): void {
  const { period } = releaseRow(workspace, release);
  const headline = headlineIn(workspace, { period }, folder);
  if (headline === undefined || headline.standing === 'value') return;
  log.note(progressOf('public_headless', { release, period, why: MARKS[headline.standing].means }));
}
