// Publishing each release at its hour, for as long as a process lives: within `marsad office`, or `publish --due --watch`.
// Several may watch one workspace: acts on releases exclude each other, and what is public is not published again.

import type { Effects } from '../engine/effects.ts';
import { describeError } from '../engine/errors.ts';
import { steadyClock } from '../office/steady-clock.ts';
import { dueReleases, type Published, publishRelease } from './publication.ts';
import { whileReleasing } from './release-lock.ts';
import { settleReleases } from './settle-releases.ts';
import type { Workspace } from './workspace.ts';

/** How often the watch looks, in milliseconds: a release is public within little more than this after its hour. */
const LOOK = 100;

/** A clock that is ahead by less than this, in milliseconds, is not worth a line: releases wait, and nothing is late. */
const TOLD = 1000;

export type Watching = {
  /** Looks once, now; what was published by it. */
  readonly look: () => readonly Published[];
  readonly stop: () => void;
  /** Instant of the last look, ISO 8601. */
  readonly looked: () => string;
};

export type WatchTimes = {
  /** Milliseconds that only ever grow. */
  readonly elapsed: () => number;
  /** Calls again and again until the returned function is called. */
  readonly every: (milliseconds: number, work: () => void) => () => void;
};

const TIMES: WatchTimes = {
  elapsed: () => performance.now(),
  every: (milliseconds, work) => {
    const timer = setInterval(work, milliseconds);
    return () => clearInterval(timer);
  },
};

/** Begins to watch; what killed processes left undone is ended first. A release that cannot go out is told, once. */
export function watchPublication(
  workspace: Workspace,
  effects: Effects,
  told: (published: Published) => void,
  { elapsed, every }: WatchTimes = TIMES,
): Watching {
  const clock = steadyClock(() => Date.parse(effects.clock()), elapsed);
  const faults = new Set<string>();
  const note = (text: string): void => {
    if (!faults.has(text)) effects.log.note(text);
    faults.add(text);
  };
  let looked = effects.clock();
  const look = (): readonly Published[] => {
    const now = clock.now();
    looked = new Date(now).toISOString();
    const ahead = clock.ahead();
    if (ahead >= TOLD)
      note(
        `the clock was put forward by ${Math.round(ahead / 1000)} s: releases wait for the time that has really passed; restart to believe the clock`,
      );
    const steady = { ...effects, clock: () => new Date(clock.now()).toISOString() };
    return dueReleases(workspace, now).flatMap((id) => attempt(workspace, id, steady, note));
  };
  const guarded = (): void => {
    try {
      for (const published of look()) told(published);
    } catch (error) {
      note(`the watch could not look: ${describeError(error)}`);
    }
  };
  whileReleasing(workspace, () => settleReleases(workspace, effects));
  guarded();
  return { look, stop: every(LOOK, guarded), looked: () => looked };
}

/** One that fails does not hold the others up. */
function attempt(
  workspace: Workspace,
  id: string,
  effects: Effects,
  note: (text: string) => void,
): readonly Published[] {
  try {
    return [publishRelease(workspace, id, effects)];
  } catch (error) {
    note(`release ${id} is due and does not go out: ${describeError(error)}`);
    return [];
  }
}
