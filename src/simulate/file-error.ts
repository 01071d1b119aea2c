// What befalls whole files: sent twice, broken before they are right, late.

import type { Envelope } from '../design/declaration.ts';
import { daysOf, periodOf } from '../design/period.ts';
import { formatScaled, parseScaled } from '../design/rational.ts';
import { readBytes, writeWhole } from '../engine/files.ts';
import { randomStream } from './random-stream.ts';

export type FileVersion = {
  readonly name: string;
  readonly envelope: Envelope;
  /** Instant of arrival. */
  readonly arrives: string;
  readonly error: string | null;
  readonly kind: string;
  readonly treatment: string;
  readonly damage: ((path: string) => void) | null;
};

/** The versions of a file that are sent, in the order in which they arrive. */
export function fileFates(
  name: string,
  envelope: Envelope,
  { seed, errors, period }: { readonly seed: string; readonly errors: number; readonly period: string },
): readonly FileVersion[] {
  const random = randomStream(seed, 'file', name);
  const late = random.chance(errors);
  const days = late ? 40 + random.below(80) : 3 + random.below(12);
  const arrives = arrival(period, days);
  const right: FileVersion = {
    ...{ name, envelope, arrives, damage: null },
    ...(late
      ? { error: '12', kind: 'late', treatment: 'counted when it comes' }
      : { error: null, kind: '', treatment: '' }),
  };
  const broken = random.chance(errors / 2) ? [brokenBefore(name, envelope, period, random.chance(0.5))] : [];
  const resent = random.chance(errors)
    ? [
        {
          ...right,
          name: named(name, 'resend'),
          arrives: arrival(period, days + 1),
          error: '1',
          kind: 'resend',
          treatment: 'already received',
        },
      ]
    : [];
  return [...broken, right, ...resent];
}

function brokenBefore(name: string, envelope: Envelope, period: string, cut: boolean): FileVersion {
  const [currency, sum] = Object.entries(envelope.control_sums)[0] ?? ['EUR', '0'];
  const wrong = formatScaled((parseScaled(sum, 3) ?? 0n) + 1_000_000n, 3);
  return {
    name: named(name, cut ? 'truncated' : 'wrong-sums'),
    envelope: cut ? envelope : { ...envelope, control_sums: { ...envelope.control_sums, [currency]: wrong } },
    arrives: arrival(period, 2),
    error: '15',
    kind: cut ? 'truncated' : 'control_sums',
    treatment: 'refused whole',
    damage: cut ? truncate : null,
  };
}

/** Cuts the last seventh of a file off. */
function truncate(path: string): void {
  const bytes = readBytes(path);
  writeWhole(path, bytes.subarray(0, Math.floor((bytes.length * 6) / 7)));
}

function arrival(period: string, days: number): string {
  const [, last] = daysOf(periodOf(period));
  const at = new Date(`${last}T09:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString();
}

function named(name: string, suffix: string): string {
  const dot = name.lastIndexOf('.');
  return `${name.slice(0, dot)}-${suffix}${name.slice(dot)}`;
}
