// Reference periods as SDMX writes them: 2024, 2025-S1, 2025-Q2, 2025-06.

export const FREQUENCIES = ['A', 'S', 'Q', 'M'] as const;
export type Frequency = (typeof FREQUENCIES)[number];
export type Period = {
  readonly freq: Frequency;
  readonly year: number /** From 1. */;
  readonly index: number;
};

/** Periods in a year. */
export const PER_YEAR: { readonly [F in Frequency]: number } = { A: 1, S: 2, Q: 4, M: 12 };

const PATTERN = /^(?<year>\d{4})(?:-(?:S(?<half>[12])|Q(?<quarter>[1-4])|(?<month>0[1-9]|1[0-2])))?$/;

/** Reads a period; undefined for what is none. */
export function parsePeriod(text: string): Period | undefined {
  const groups = PATTERN.exec(text)?.groups;
  if (groups === undefined) return undefined;
  const year = Number(groups['year']);
  if (groups['half'] !== undefined) return { freq: 'S', year, index: Number(groups['half']) };
  if (groups['quarter'] !== undefined) return { freq: 'Q', year, index: Number(groups['quarter']) };
  if (groups['month'] !== undefined) return { freq: 'M', year, index: Number(groups['month']) };
  return { freq: 'A', year, index: 1 };
}

/** Reads a period that the program itself wrote; throws for anything else. */
export function periodOf(text: string): Period {
  const period = parsePeriod(text);
  if (period === undefined) throw new RangeError(`not a period: ${text}`);
  return period;
}

/** A period as SDMX writes it. */
export function formatPeriod({ freq, year, index }: Period): string {
  const head = String(year).padStart(4, '0');
  if (freq === 'A') return head;
  return freq === 'M' ? `${head}-${String(index).padStart(2, '0')}` : `${head}-${freq}${index}`;
}

/** The period so many steps later (earlier when negative). */
export function shiftPeriod({ freq, year, index }: Period, steps: number): Period {
  const at = year * PER_YEAR[freq] + (index - 1) + steps;
  return {
    freq,
    year: Math.floor(at / PER_YEAR[freq]),
    index: (((at % PER_YEAR[freq]) + PER_YEAR[freq]) % PER_YEAR[freq]) + 1,
  };
}

/** The same period of the year before. */
export function yearBefore(period: Period): Period {
  return { ...period, year: period.year - 1 };
}

/** First and last month of a period, each 1 to 12. */
export function monthSpan({ freq, index }: Period): readonly [number, number] {
  const months = 12 / PER_YEAR[freq];
  return [(index - 1) * months + 1, index * months];
}

/** The months of a period, as text. */
export function monthsOf(period: Period): readonly string[] {
  const [first, last] = monthSpan(period);
  return Array.from({ length: last - first + 1 }, (_, at) =>
    formatPeriod({ freq: 'M', year: period.year, index: first + at }),
  );
}

/** The periods of a finer frequency that make up a period: `2025-S1` in Q is 2025-Q1, 2025-Q2. */
export function partsOf(period: Period, freq: Frequency): readonly Period[] {
  const [first, last] = monthSpan(period);
  const months = 12 / PER_YEAR[freq];
  const from = (first - 1) / months + 1;
  return Array.from({ length: (last - first + 1) / months }, (_, at) => ({
    freq,
    year: period.year,
    index: from + at,
  }));
}

/** The period of a frequency that holds a month: `2025-05` in S is 2025-S1. */
export function periodHolding(month: Period, freq: Frequency): Period {
  return { freq, year: month.year, index: Math.ceil((monthSpan(month)[0] * PER_YEAR[freq]) / 12) };
}

/** All periods of a frequency from one to another, both included. */
export function periodsBetween(from: Period, to: Period): readonly Period[] {
  const count = (to.year - from.year) * PER_YEAR[from.freq] + to.index - from.index + 1;
  return Array.from({ length: Math.max(0, count) }, (_, at) => shiftPeriod(from, at));
}

/** First day and last day, ISO. */
export function daysOf(period: Period): readonly [string, string] {
  const [first, last] = monthSpan(period);
  const end = new Date(Date.UTC(period.year, last, 0)).getUTCDate();
  const head = `${String(period.year).padStart(4, '0')}-`;
  return [`${head}${String(first).padStart(2, '0')}-01`, `${head}${String(last).padStart(2, '0')}-${end}`];
}

/** Orders by time, longer periods first when both begin together. */
export function comparePeriods(a: Period, b: Period): number {
  return a.year - b.year || monthSpan(a)[0] - monthSpan(b)[0] || PER_YEAR[a.freq] - PER_YEAR[b.freq];
}
