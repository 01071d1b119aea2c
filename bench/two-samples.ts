// Whether two samples of times come from one distribution: the rank test of Mann and Whitney with ties, two-sided, and the
// shift that it would have found. Source: H. B. Mann, D. R. Whitney, Ann. Math. Statist. 18 (1947); asymptotic relative
// efficiency 3/π against the t test.

export type Verdict = {
  readonly n: number;
  /** Probability of a difference at least as large if there is none. */
  readonly p: number;
  /** Chance that a value of the second sample is larger; 0.5 for no difference. */
  readonly larger: number;
  /** The shift that is found with 90 % probability at a level of 1 %, in the unit of the values. */
  readonly detectable: number;
};

/** Compares two samples. */
export function compareSamples(a: readonly number[], b: readonly number[]): Verdict {
  const all = [...a.map((value) => ({ value, own: 0 })), ...b.map((value) => ({ value, own: 1 }))].sort(
    (x, y) => x.value - y.value,
  );
  let [ranks, ties] = [0, 0];
  for (let at = 0; at < all.length; ) {
    let end = at;
    while (end < all.length && all[end]?.value === all[at]?.value) end += 1;
    const tied = end - at;
    ties += tied ** 3 - tied;
    ranks += all.slice(at, end).filter(({ own }) => own === 1).length * ((at + 1 + end) / 2);
    at = end;
  }
  const [n, m] = [a.length, b.length];
  const total = n + m;
  const u = ranks - (m * (m + 1)) / 2;
  const spread = Math.sqrt(((n * m) / 12) * (total + 1 - ties / (total * (total - 1))));
  const z = spread === 0 ? 0 : (u - (n * m) / 2) / spread;
  return {
    n: Math.min(n, m),
    p: 2 * (1 - normal(Math.abs(z))),
    larger: u / (n * m),
    detectable:
      (2.576 + 1.282) * Math.sqrt(1 / n + 1 / m) * Math.sqrt(Math.PI / 3) * robustSpread([...a, ...b]),
  };
}

/** The standard normal distribution (Abramowitz and Stegun 26.2.17, error below 7.5e-8). */
function normal(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const tail =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return 1 - (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * tail;
}

/** Half of the range of the middle 68 %: few slow answers do not make it large. */
function robustSpread(values: readonly number[]): number {
  const sorted = values.toSorted((x, y) => x - y);
  const at = (part: number): number => sorted[Math.floor(part * (sorted.length - 1))] ?? 0;
  return (at(0.84) - at(0.16)) / 2;
}
