// GSBPM 6.4, the proof of protection: tables that agree with everything published and differ where it matters.

/** A table told by how far it lies from the true one: each cell listed moves so much, all others stay. */
export type Witness = {
  /** Numbers of the holdings against which it holds, beside the public. */
  readonly against: readonly number[];
  readonly cells: readonly number[];
  /** Hundredths of the unit. */
  readonly moves: readonly bigint[];
  /** Whether the table on the other side (each move negated) is a witness as well. */
  readonly mirrored: boolean;
};

/** A witness of the moves that are not nothing. */
export function witnessOf(
  cells: readonly number[],
  moves: readonly bigint[],
  against: Iterable<number>,
  mirrored: boolean,
): Witness {
  const moving = cells.map((_, at) => at).filter((at) => moves[at] !== 0n);
  return {
    against: [...against].sort((a, b) => a - b),
    cells: moving.map((at) => cells[at] ?? -1),
    moves: moving.map((at) => moves[at] ?? 0n),
    mirrored,
  };
}
