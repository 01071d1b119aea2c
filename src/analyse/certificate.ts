// GSBPM 6.4, the certificate: what proves that a pattern of suppressions is safe, and its verifier. The verifier uses
// exact whole numbers and no solver, and shares no code with what chose the pattern or found the witnesses.
// A protected cell is proven against an attacker when two tables keep every sum, print every published figure as the
// true one does, levels and ratios, and leave all that the attacker knows, with the cell at least its need above and
// below its true value.

/** What is verified: the facts of the office, as they are. Amounts in hundredths of the unit. */
export type ProvenFacts = {
  /** Σ sign × value is zero in each row. */
  readonly system: {
    readonly rows: readonly { readonly cells: readonly number[]; readonly signs: readonly number[] }[];
  };
  readonly values: readonly bigint[];
  /** How large each can be taken to be beforehand. */
  readonly sizes: readonly bigint[];
  readonly needs: readonly bigint[];
  readonly stakes: readonly (readonly { readonly holding: number; readonly amount: bigint }[])[];
  /** Percent of the p % rule. */
  readonly p: { readonly numerator: bigint; readonly denominator: bigint };
  /** What one printed unit is; 0 for what is known exactly. */
  readonly steps: readonly bigint[];
  readonly ratios: readonly Ratio[];
  /** Never printed, whatever the certificate says: the rest of what is suppressed is blank in the newest release. */
  readonly bounded: ReadonlySet<number>;
  /** The revisions since a figure was printed, by the figure as revised: no more of it can be hidden than they hide. */
  readonly follows?: ReadonlyMap<number, readonly number[]>;
  /** Printed by earlier releases: they cannot be withheld any more. */
  readonly frozen?: ReadonlySet<number>;
  /** Cells whose risk two people accepted, on a ground that holds. */
  readonly residual?: ReadonlyMap<number, unknown>;
};

export type Certificate = {
  readonly suppressed: readonly number[];
  /** Numbers of cells left as they are: proven to nobody, accepted by two people. */
  readonly accepted?: readonly number[];
  /** Numbers of new ratios that are not printed although all their cells are. */
  readonly omitted?: readonly number[];
  readonly witnesses: readonly Witness[];
  /** Why an attacker is nearer to a cell than its need on one side, whatever is withheld: sums and their weights. */
  readonly given?: readonly Given[];
};

type Given = {
  readonly cell: number;
  readonly attacker: number | null;
  readonly side: 1 | -1;
  readonly rows: readonly number[];
  /** In parts of `SCALE`. */
  readonly weights: readonly bigint[];
};

type Ratio = {
  readonly over: readonly { readonly cell: number; readonly factor: bigint }[];
  readonly under: number;
  readonly step: { readonly numerator: bigint; readonly denominator: bigint };
  readonly isNew: boolean;
};

type Witness = {
  readonly movers: readonly number[] | null;
  readonly cells: readonly number[];
  readonly moves: readonly bigint[];
  readonly mirrored: boolean;
};

/** The protected cells that the certificate does not prove: none when all is well. */
export function verifyCertificate(
  facts: ProvenFacts,
  { suppressed, accepted, omitted, witnesses, given = [] }: Certificate,
  attackers: 'public' | 'all',
): readonly number[] {
  const context = contextOf(facts, new Set(suppressed), new Set(omitted));
  const proofs = new Map<number, Proof[]>();
  for (const witness of witnesses) {
    const sides = witness.mirrored ? [1n, -1n] : [1n];
    if (sides.every((side) => agrees(witness, side, context))) addProofs(witness, facts.needs, proofs);
  }
  const holdings =
    attackers === 'all' ? new Set(facts.stakes.flatMap((list) => list.map(({ holding }) => holding))) : [];
  const left = new Map(given.map((each) => [nameOf(each), leftByThePast(each, facts)] as const));
  const residual = new Set(accepted?.filter((cell) => facts.residual?.has(cell) === true));
  return facts.needs.flatMap((need, cell) => {
    if (need === 0n || residual.has(cell)) return [];
    const own = proofs.get(cell) ?? [];
    const isSafe =
      context.blank.has(cell) &&
      [null, ...holdings].every((attacker) => isProven(cell, attacker, own, facts, left));
    return isSafe ? [] : [cell];
  });
}

type Context = {
  readonly facts: ProvenFacts;
  readonly blank: ReadonlySet<number>;
  readonly rowsOf: readonly (readonly number[])[];
  readonly ratiosOf: ReadonlyMap<number, readonly Ratio[]>;
};
type Proof = { readonly movers: ReadonlySet<number> | null; readonly up: bigint; readonly down: bigint };

function contextOf(facts: ProvenFacts, blank: ReadonlySet<number>, omitted: ReadonlySet<number>): Context {
  const rowsOf: number[][] = facts.values.map(() => []);
  facts.system.rows.forEach(({ cells }, row) => {
    for (const cell of cells) rowsOf[cell]?.push(row);
  });
  const ratiosOf = new Map<number, Ratio[]>();
  for (const [at, ratio] of facts.ratios.entries()) {
    if (ratio.isNew && omitted.has(at)) continue;
    const members = new Set([ratio.under, ...ratio.over.map(({ cell }) => cell)]);
    if ([...members].some((cell) => blank.has(cell))) continue;
    for (const cell of members) ratiosOf.set(cell, [...(ratiosOf.get(cell) ?? []), ratio]);
  }
  return { facts, blank, rowsOf, ratiosOf };
}

/** Whether one side of a witness keeps every sum, every printed figure, and what those who do not move know. */
function agrees({ cells, moves, movers, mirrored }: Witness, side: bigint, context: Context): boolean {
  const moveOf = new Map(cells.map((cell, at) => [cell, side * (moves[at] ?? 0n)]));
  if (moveOf.size !== cells.length || cells.length !== moves.length) return false;
  const free = movers === null ? null : new Set(movers);
  const rows = new Set(cells.flatMap((cell) => context.rowsOf[cell] ?? []));
  const ratios = new Set(cells.flatMap((cell) => context.ratiosOf.get(cell) ?? []));
  return (
    [...moveOf].every(([cell, move]) => leavesKnown(cell, move, free, mirrored, context)) &&
    [...moveOf].every(([cell, move]) => context.blank.has(cell) || printsSame(cell, move, context.facts)) &&
    [...ratios].every((ratio) => ratioPrintsSame(ratio, moveOf, context.facts)) &&
    [...rows].every((row) => sumOf(context.facts.system.rows[row], moveOf) === 0n)
  );
}

/** A flow falls no lower than what one holding that stands still is known to be of it. */
function leavesKnown(
  cell: number,
  move: bigint,
  free: ReadonlySet<number> | null,
  mirrored: boolean,
  { facts }: Context,
): boolean {
  const size = facts.sizes[cell] ?? 0n;
  const still = free === null ? [] : (facts.stakes[cell] ?? []).filter(({ holding }) => !free.has(holding));
  const most = still.map(({ amount }) => amount).reduce(larger, 0n);
  if (most >= size) return move === 0n;
  const isAway = (facts.values[cell] ?? 0n) < 0n ? move < 0n : move > 0n;
  return (isAway && !mirrored && !facts.bounded.has(cell)) || absolute(move) <= size - most;
}

function printsSame(cell: number, move: bigint, { values, steps }: ProvenFacts): boolean {
  const [value, step] = [values[cell] ?? 0n, steps[cell] ?? 0n];
  return move === 0n || (step > 0n && rounded(value, step) === rounded(value + move, step));
}

function ratioPrintsSame(ratio: Ratio, moveOf: ReadonlyMap<number, bigint>, facts: ProvenFacts): boolean {
  const printed = (amountOf: (cell: number) => bigint) => {
    const above = ratio.over.reduce((sum, { cell, factor }) => sum + factor * amountOf(cell), 0n);
    return rounded(above * ratio.step.denominator, amountOf(ratio.under) * ratio.step.numerator);
  };
  const before = (cell: number) => facts.values[cell] ?? 0n;
  const after = (cell: number) => before(cell) + (moveOf.get(cell) ?? 0n);
  return before(ratio.under) <= 0n || (after(ratio.under) > 0n && printed(before) === printed(after));
}

/** over ÷ under to the nearest whole number, half away from zero. */
function rounded(over: bigint, under: bigint): bigint {
  const size = (2n * absolute(over) + under) / (2n * under);
  return over < 0n ? -size : size;
}

type Row = ProvenFacts['system']['rows'][number];
function sumOf(row: Row | undefined, moveOf: ReadonlyMap<number, bigint>): bigint {
  let sum = 0n;
  row?.cells.forEach((cell, at) => {
    sum += BigInt(row.signs[at] ?? 0) * (moveOf.get(cell) ?? 0n);
  });
  return sum;
}

function addProofs(witness: Witness, needs: readonly bigint[], proofs: Map<number, Proof[]>): void {
  const movers = witness.movers === null ? null : new Set(witness.movers);
  witness.cells.forEach((cell, at) => {
    if ((needs[cell] ?? 0n) === 0n) return;
    const move = witness.moves[at] ?? 0n;
    const up = witness.mirrored || move > 0n ? absolute(move) : 0n;
    const down = witness.mirrored || move < 0n ? absolute(move) : 0n;
    const own = proofs.get(cell) ?? [];
    own.push({ movers, up, down });
    proofs.set(cell, own);
  });
}

function isProven(
  cell: number,
  attacker: number | null,
  proofs: readonly Proof[],
  facts: ProvenFacts,
  left: ReadonlyMap<string, bigint>,
): boolean {
  const need = attacker === null ? (facts.needs[cell] ?? 0n) : needFor(cell, attacker, facts);
  const isAgainst = ({ movers }: Proof) => attacker === null || (movers !== null && !movers.has(attacker));
  return ([1, -1] as const).every((side) => {
    const most = left.get(nameOf({ cell, attacker, side })) ?? need;
    const asked = most < need ? most : need;
    return (
      asked <= 0n || proofs.some((proof) => (side === 1 ? proof.up : proof.down) >= asked && isAgainst(proof))
    );
  });
}

type Attacked = Pick<Given, 'cell' | 'attacker' | 'side'>;
function nameOf({ cell, attacker, side }: Attacked): string {
  return `${cell} ${attacker} ${side}`;
}

const SCALE = 5040n;

/**
 * What is asked where the past has given a cell away: how far it could move were everything withheld that may be, less a
 * sixty-fourth and a hundred units. Weighted sums that are zero turn the cell's move into moves of others, each of them bounded
 * by what the attacker knows; printed figures stand still. Endless where one of those has no bound.
 */
function leftByThePast({ cell, attacker, side, rows, weights }: Given, facts: ProvenFacts): bigint {
  const moved = new Map([[cell, BigInt(side) * SCALE]]);
  rows.forEach((row, at) => {
    const { cells, signs } = facts.system.rows[row] ?? { cells: [], signs: [] };
    cells.forEach((other, place) => {
      const by = (weights[at] ?? 0n) * BigInt(signs[place] ?? 0);
      moved.set(other, (moved.get(other) ?? 0n) - by);
    });
  });
  let most = 0n;
  for (const [other, factor] of moved) {
    const own = facts.stakes[other]?.find(({ holding }) => holding === attacker)?.amount ?? 0n;
    const room = (facts.sizes[other] ?? 0n) - own;
    if (factor === 0n || room <= 0n || facts.frozen?.has(other) === true) continue;
    const isAway = (facts.values[other] ?? 0n) < 0n ? factor < 0n : factor > 0n;
    if (isAway && !facts.bounded.has(other)) return facts.needs[cell] ?? 0n;
    most += absolute(factor) * room;
  }
  return (most * 63n) / (64n * SCALE) - 10_000n;
}

/** A contributor is to stay unsure of the largest other by p %; alone in the cell it knows all. */
function needFor(cell: number, holding: number, facts: ProvenFacts): bigint {
  const need = facts.needs[cell] ?? 0n;
  const unsure = facts.follows?.get(cell)?.reduce((sum, at) => sum + unsureOf(at, holding, facts), 0n);
  const asked = unsure === undefined || need < unsure ? need : unsure;
  const list = facts.stakes[cell] ?? [];
  if (!list.some((stake) => stake.holding === holding)) return asked;
  const others = list.filter((stake) => stake.holding !== holding).map(({ amount }) => amount);
  const largest = others.reduce(larger, 0n);
  const [over, under] = [largest * facts.p.numerator, 100n * facts.p.denominator];
  const level = (over + under - 1n) / under;
  return level < asked ? level : asked;
}

function unsureOf(revision: number, holding: number, { sizes, stakes }: ProvenFacts): bigint {
  const own = stakes[revision]?.find((stake) => stake.holding === holding)?.amount ?? 0n;
  return (sizes[revision] ?? 0n) - own;
}

function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}
