// What the checker finds of planted slips, and how often it cries at texts that are true.

import type { CheckReport } from './check-report.ts';
import type { PlantedText } from './planted-text.ts';

export type PlantedMeasure = {
  /** By slip: texts, those found, those whose slip was named so. */
  readonly slips: {
    readonly [slip: string]: { readonly texts: number; readonly found: number; readonly named: number };
  };
  readonly found: number;
  readonly planted: number;
  /** True texts, and those with a claim called contradicted or not comparable, or with a slip named. */
  readonly unplanted: number;
  readonly alarms: number;
  readonly missed: readonly PlantedText[];
  readonly cried: readonly PlantedText[];
};

/** A slip is found when a claim of its text does not hold. */
export function measurePlanted(
  texts: readonly PlantedText[],
  check: (text: PlantedText) => CheckReport,
): PlantedMeasure {
  const seen = texts.map((text) => ({ text, ...reactionTo(check(text)) }));
  const wrong = seen.filter(({ text }) => text.slip !== null);
  const right = seen.filter(({ text }) => text.slip === null);
  const bySlip = [...Map.groupBy(wrong, ({ text }) => text.slip ?? '')].map(([slip, own]) => [
    slip,
    {
      texts: own.length,
      found: own.filter(({ doubted }) => doubted).length,
      named: own.filter(({ slips }) => slips.includes(slip)).length,
    },
  ]);
  return {
    slips: Object.fromEntries(bySlip),
    planted: wrong.length,
    found: wrong.filter(({ doubted }) => doubted).length,
    unplanted: right.length,
    alarms: right.filter(({ alarmed }) => alarmed).length,
    missed: wrong.filter(({ doubted }) => !doubted).map(({ text }) => text),
    cried: right.filter(({ alarmed }) => alarmed).map(({ text }) => text),
  };
}

function reactionTo({ claims }: CheckReport): {
  readonly doubted: boolean;
  readonly alarmed: boolean;
  readonly slips: readonly string[];
} {
  const doubted = claims.some(({ verdict }) => DOUBTS.has(verdict));
  const alarmed = claims.some(({ verdict, slip }) => ALARMS.has(verdict) || slip !== undefined);
  return { doubted, alarmed, slips: claims.flatMap(({ slip }) => slip ?? []) };
}

const ALARMS: ReadonlySet<string> = new Set(['contradicted', 'not comparable']);
const DOUBTS: ReadonlySet<string> = new Set([...ALARMS, 'unsupported']);
