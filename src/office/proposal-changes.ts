// What differs between the proposal that somebody has read and the one that stands now, as faults that name each difference.

import { EXPECTATIONS, NOTHING, PLACES } from '../design/fault-words.ts';
import { saidOf } from '../design/saying.ts';
import type { SaidFault, Wording } from '../engine/errors.ts';
import type { Step } from './two-person-act.ts';

type Proposal = Pick<Step, 'actor' | 'reason' | 'content'>;

/** The differences, place by place: who proposes, what for, and every part of what is asked. */
export function proposalChanges(seen: Proposal, now: Proposal): readonly SaidFault[] {
  const [before, after] = [partsOf(seen), partsOf(now)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((place) => before.get(place) !== after.get(place))
    .map((place) => ({
      where: wordOf(place),
      found: after.get(place) ?? NOTHING,
      expected: saidOf(EXPECTATIONS.as_seen, { value: before.get(place) ?? NOTHING }),
    }));
}

function wordOf(place: string): Wording {
  return (PLACES as { readonly [place: string]: Wording })[place] ?? place;
}

/** A reason as it is recorded, text or JSON, by the places of what it says. */
function partsOf({ actor, reason }: Proposal): ReadonlyMap<string, string> {
  return new Map([['actor', actor], ...leavesOf('reason', parsed(reason))]);
}

function parsed(reason: string): unknown {
  if (!/^[[{]/.test(reason)) return reason;
  try {
    return JSON.parse(reason);
  } catch {
    return reason;
  }
}

/** Rows of a list are named by whom they are of, so that one more does not move the others. */
function leavesOf(place: string, value: unknown): readonly (readonly [string, string])[] {
  if (Array.isArray(value))
    return value.flatMap((row, at) =>
      leavesOf(`${place === 'reason' ? '' : `${place}.`}${nameOf(row, at)}`, row),
    );
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, each]) =>
      leavesOf(place === 'reason' ? name : `${place}.${name}`, each),
    );
  return value === '' || value === undefined ? [] : [[place, String(value)]];
}

function nameOf(row: unknown, at: number): string {
  const { reader, id } = (row ?? {}) as { readonly reader?: unknown; readonly id?: unknown };
  return String(reader ?? id ?? at + 1);
}
