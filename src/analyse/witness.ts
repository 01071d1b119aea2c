// GSBPM 6.4, the proof of protection: tables that print like the true one and differ where it matters.

/** A table told by how far it lies from the true one: each cell listed moves so much, all others stay. */
export type Witness = {
  /** Numbers of the holdings whose part moves: it holds against all others. Null: against the public alone. */
  readonly movers: readonly number[] | null;
  readonly cells: readonly number[];
  /** Hundredths of the unit. */
  readonly moves: readonly bigint[];
  /** Whether the table on the other side (each move negated) is a witness as well. */
  readonly mirrored: boolean;
};

/** A witness of the moves that are not nothing; it proves nothing against the movers, null for all holdings. */
export function witnessOf(
  moves: Float64Array,
  movers: ReadonlySet<number> | null,
  mirrored: boolean,
): Witness {
  const cells = [...moves.keys()].filter((cell) => moves[cell] !== 0);
  return {
    movers: movers === null ? null : [...movers].sort((a, b) => a - b),
    cells,
    moves: cells.map((cell) => BigInt(moves[cell] ?? 0)),
    mirrored,
  };
}
