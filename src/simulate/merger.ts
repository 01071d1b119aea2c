// Enterprises that go on in others: from a month on the one that joins declares nothing, and what it sold is sold by the
// other. A break in two series that is none in their sum: the register's event tells so.

import type { Exporter } from './exporter.ts';
import { type RandomStream, randomStream } from './random-stream.ts';

/** An enterprise goes on in another from the first day of a month. */
export type Merger = { readonly enterprise: string; readonly successor: string; readonly month: string };

/** Segments with fewer enterprises have no mergers: one would be the segment's own story. */
const FEWEST = 10;

/**
 * Draws at a rate which of the enterprises that no one asks, in one segment alone, go on in another of their segment and
 * size. A successor joins no one, and takes in one enterprise at most.
 */
export function drawMergers(exporters: readonly Exporter[], rate: number, seed: string): readonly Merger[] {
  const candidates = exporters.filter(isPlain).sort((a, b) => (a.enterprise < b.enterprise ? -1 : 1));
  const taken = new Set<string>();
  const mergers: Merger[] = [];
  for (const group of Map.groupBy(candidates, kindOf).values()) {
    if (group.length < FEWEST) continue;
    for (const { enterprise } of group) {
      const random = randomStream(seed, 'merger', enterprise);
      if (!random.chance(rate) || taken.has(enterprise)) continue;
      const others = group.filter((other) => other.enterprise !== enterprise && !taken.has(other.enterprise));
      if (others.length === 0) continue;
      const successor = random.pick(others as [Exporter, ...Exporter[]]).enterprise;
      for (const own of [enterprise, successor]) taken.add(own);
      mergers.push({ enterprise, successor, month: monthOf(random) });
    }
  }
  return mergers;
}

/** How large each exporter is in a month: those that joined it are part of it, and are nothing themselves. */
export function weightsIn(
  exporters: readonly Exporter[],
  mergers: readonly Merger[],
  month: string,
): ReadonlyMap<Exporter, number> {
  const done = mergers.filter((merger) => merger.month <= month);
  const gone = new Set(done.map(({ enterprise }) => enterprise));
  const own = new Map(exporters.map((exporter) => [exporter.enterprise, exporter.weight]));
  const joined = new Map(done.map(({ enterprise, successor }) => [successor, own.get(enterprise) ?? 0]));
  return new Map(
    exporters
      .filter(({ enterprise }) => !gone.has(enterprise))
      .map((exporter) => [exporter, exporter.weight + (joined.get(exporter.enterprise) ?? 0)]),
  );
}

/** One entry of the register for good, one segment, asked nothing, and always at the same bank. */
function isPlain({ entries, respondent, intermittent, banks }: Exporter): boolean {
  const [entry] = entries;
  return (
    entry !== undefined &&
    entries.length === 1 &&
    entry.validTo === null &&
    entry.validFrom < '2023' &&
    entry.otherSegment === null &&
    !entry.respondent &&
    !respondent &&
    !intermittent &&
    banks[0] === banks[1]
  );
}

function kindOf({ entries: [entry] }: Exporter): string {
  return `${entry?.segment} ${entry?.size}`;
}

function monthOf(random: RandomStream): string {
  return `2024-${String(2 + random.below(11)).padStart(2, '0')}`;
}
