// GSBPM 6.4, the certificate: what proves that a pattern of suppressions is safe, and its verifier. The verifier uses
// exact whole numbers and no solver, and shares no code with what chose the pattern or found the witnesses.
// A protected cell is proven against an attacker when two tables agree with every published cell and all that the
// attacker knows, with the cell at least its need above and below its true value.

/** What is verified: the facts of the office, as they are. Amounts in hundredths of the unit. */
export type ProvenFacts = {
  /** Σ sign × value is zero in each row. */
  readonly system: {
    readonly rows: readonly { readonly cells: readonly number[]; readonly signs: readonly number[] }[];
  };
  readonly values: readonly bigint[];
  readonly needs: readonly bigint[];
  readonly stakes: readonly (readonly { readonly holding: number; readonly amount: bigint }[])[];
  /** Percent of the p % rule. */
  readonly p: { readonly numerator: bigint; readonly denominator: bigint };
};

export type Certificate = {
  readonly suppressed: readonly number[];
  readonly witnesses: readonly {
    readonly against: readonly number[];
    readonly cells: readonly number[];
    readonly moves: readonly bigint[];
    readonly mirrored: boolean;
  }[];
};

/** The protected cells that the certificate does not prove: none when all is well. */
export function verifyCertificate(
  facts: ProvenFacts,
  { suppressed, witnesses }: Certificate,
  attackers: 'public' | 'all',
): readonly number[] {
  const blank = new Set(suppressed);
  const rowsOf: number[][] = facts.values.map(() => []);
  facts.system.rows.forEach(({ cells }, row) => {
    for (const cell of cells) rowsOf[cell]?.push(row);
  });
  const proofs = new Map<number, Proof[]>();
  for (const witness of witnesses) {
    if (agrees(witness, facts, blank, rowsOf)) addProofs(witness, facts, proofs);
  }
  const holdings = attackers === 'all' ? allHoldings(facts, blank) : [];
  return facts.needs.flatMap((need, cell) => {
    if (need === 0n) return [];
    const own = proofs.get(cell) ?? [];
    return blank.has(cell) &&
      isProven(cell, null, own, facts) &&
      holdings.every((h) => isProven(cell, h, own, facts))
      ? []
      : [cell];
  });
}

type Witness = Certificate['witnesses'][number];
type Proof = {
  readonly against: ReadonlySet<number>;
  /** Holdings with a stake in what moves: nobody else knows more than the public about it. */
  readonly touched: ReadonlySet<number>;
  readonly up: bigint;
  readonly down: bigint;
};

/** Whether the table keeps every sum, moves suppressed cells alone, and leaves no flow below what an attacker knows. */
function agrees(
  { against, cells, moves, mirrored }: Witness,
  { system, values, stakes }: ProvenFacts,
  blank: ReadonlySet<number>,
  rowsOf: readonly (readonly number[])[],
): boolean {
  const moveOf = new Map(cells.map((cell, at) => [cell, moves[at] ?? 0n]));
  const group = new Set(against);
  const keepsKnown = [...moveOf].every(([cell, move]) => {
    if (!blank.has(cell)) return false;
    const size = absolute(values[cell] ?? 0n);
    const known = (stakes[cell] ?? [])
      .filter(({ holding }) => group.has(holding))
      .map(({ amount }) => amount);
    const most = known.reduce(larger, 0n);
    if (most >= size) return move === 0n;
    const falls = mirrored ? absolute(move) : (values[cell] ?? 0n) < 0n ? move : -move;
    return falls <= size - most;
  });
  const touched = new Set(cells.flatMap((cell) => rowsOf[cell] ?? []));
  return keepsKnown && [...touched].every((row) => sumOf(system.rows[row], moveOf) === 0n);
}

function sumOf(
  row: ProvenFacts['system']['rows'][number] | undefined,
  moveOf: ReadonlyMap<number, bigint>,
): bigint {
  let sum = 0n;
  row?.cells.forEach((cell, at) => {
    sum += BigInt(row.signs[at] ?? 0) * (moveOf.get(cell) ?? 0n);
  });
  return sum;
}

function addProofs(witness: Witness, { needs, stakes }: ProvenFacts, proofs: Map<number, Proof[]>): void {
  const against = new Set(witness.against);
  const touched = new Set(
    witness.cells.flatMap((cell) => (stakes[cell] ?? []).map(({ holding }) => holding)),
  );
  witness.cells.forEach((cell, at) => {
    if ((needs[cell] ?? 0n) === 0n) return;
    const move = witness.moves[at] ?? 0n;
    const far = absolute(move);
    const up = witness.mirrored || move > 0n ? far : 0n;
    const down = witness.mirrored || move < 0n ? far : 0n;
    proofs.set(cell, [...(proofs.get(cell) ?? []), { against, touched, up, down }]);
  });
}

function isProven(
  cell: number,
  holding: number | null,
  proofs: readonly Proof[],
  facts: ProvenFacts,
): boolean {
  const need = holding === null ? (facts.needs[cell] ?? 0n) : needFor(cell, holding, facts);
  const usable = proofs.filter(
    ({ against, touched }) => holding === null || against.has(holding) || !touched.has(holding),
  );
  return need === 0n || (usable.some(({ up }) => up >= need) && usable.some(({ down }) => down >= need));
}

/** A contributor is to stay unsure of the largest other by p %; alone in the cell it knows all. */
function needFor(cell: number, holding: number, { needs, stakes, p }: ProvenFacts): bigint {
  const need = needs[cell] ?? 0n;
  const list = stakes[cell] ?? [];
  if (!list.some((stake) => stake.holding === holding)) return need;
  const others = list.filter((stake) => stake.holding !== holding).map(({ amount }) => amount);
  const largest = others.reduce(larger, 0n);
  const [over, under] = [largest * p.numerator, 100n * p.denominator];
  const level = (over + under - 1n) / under;
  return level < need ? level : need;
}

/** Every holding that has a stake in a suppressed cell: whoever has none knows no more than the public. */
function allHoldings({ stakes }: ProvenFacts, blank: ReadonlySet<number>): readonly number[] {
  return [...new Set([...blank].flatMap((cell) => (stakes[cell] ?? []).map(({ holding }) => holding)))];
}

function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}
