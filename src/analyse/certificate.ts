// GSBPM 6.4, the certificate: what is kept to prove that a pattern of suppressions is safe, the facts of the office that it is
// held against, and both in the one form that `analyse/verify-certificate.ts` checks: tables, and statements that they have to
// agree with. Shares no code with the search. Amounts in hundredths of the unit; cells, holdings, sums, ratios by number.

/** What everybody knows, by the cells that it is about: published sums, printed levels, printed ratios. */
export function statementsOf(
  { system, values, steps, ratios }: ProvenFacts,
  blank: ReadonlySet<number>,
  omitted: ReadonlySet<number>,
): Statements {
  const said = new Map<number, Statement[]>(values.map((_, cell) => [cell, []]));
  const say = ({ over, under, step }: Figure) => {
    const above = over.reduce((sum, { cell, factor }) => sum + factor * (values[cell] ?? 0n), 0n);
    const statement = { over, above, under, step };
    for (const cell of cellsOf({ over, under, step })) said.get(cell)?.push(statement);
  };
  for (const { cells, signs } of system.rows)
    say(exactly(cells.map((cell, at) => ({ cell, factor: BigInt(signs[at] ?? 0) }))));
  for (const [cell, step] of steps.entries())
    if (!blank.has(cell))
      say({ ...exactly([{ cell, factor: 1n }]), step: { numerator: step || 1n, denominator: 1n } });
  for (const [at, ratio] of ratios.entries()) {
    const isPrinted = !(ratio.isNew && omitted.has(at)) && !cellsOf(ratio).some((cell) => blank.has(cell));
    if (isPrinted || ratio.isKnown === true) say(ratio);
  }
  return said;
}

/** One table for each side of a witness; what it does not say of a cell is that it stays. */
export function tablesOf({ witnesses }: Certificate): readonly Table[] {
  return witnesses.flatMap(({ movers, cells, moves, mirrored }) => {
    const free = movers === null ? null : new Set(movers);
    return (mirrored ? [1n, -1n] : [1n]).map((side) => ({
      ...{ movers: free, moves: new Map(cells.map((cell, at) => [cell, side * (moves[at] ?? 0n)])) },
    }));
  });
}

/** Σ factor × cell over a cell, or over one (null), in whole steps; `above` is the sum as it is. */
export type Statement = Figure & { readonly above: bigint };
export type Statements = ReadonlyMap<number, readonly Statement[]>;
export type Table = {
  /** Whose part moves: it holds against all others; null, against the public alone. */
  readonly movers: ReadonlySet<number> | null;
  readonly moves: ReadonlyMap<number, bigint>;
};

function exactly(over: Figure['over']): Figure {
  return { over, under: null, step: { numerator: 1n, denominator: 1n } };
}

function cellsOf({ over, under }: Figure): readonly number[] {
  return [...new Set([...over.map(({ cell }) => cell), ...(under === null ? [] : [under])])];
}

/** What the office knows and no certificate can change. */
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
  readonly p: Fraction;
  /** What all contributions add up to, by cells that the p % rule alone is against. */
  readonly totals?: ReadonlyMap<number, bigint>;
  /** What one printed unit is; 0 for what is known exactly. */
  readonly steps: readonly bigint[];
  readonly ratios: readonly Ratio[];
  /** Never printed, whatever the certificate says: the rest of what is suppressed is blank in the newest release. */
  readonly bounded: ReadonlySet<number>;
  /** The revisions since a figure was printed, by the figure as revised: no more of it can be hidden than they hide. */
  readonly follows?: ReadonlyMap<number, readonly number[]>;
  /** Whether the whole need is asked of those as well. */
  readonly asksWhole?: boolean;
  /** Printed by earlier releases: they cannot be withheld any more. */
  readonly frozen?: ReadonlySet<number>;
  /** Cells whose risk two people accepted, on a ground that holds. */
  readonly residual?: ReadonlyMap<number, unknown>;
};

export type Certificate = {
  readonly suppressed: readonly number[];
  /** Cells left as they are: proven to nobody, accepted by two people. */
  readonly accepted?: readonly number[];
  /** New ratios that are not printed although all their cells are. */
  readonly omitted?: readonly number[];
  /** Tables told by what moves in them; against whoever is not among the movers, or the public alone (null). */
  readonly witnesses: readonly {
    readonly movers: readonly number[] | null;
    readonly cells: readonly number[];
    readonly moves: readonly bigint[];
    /** Whether each move negated is a table too. */
    readonly mirrored: boolean;
  }[];
  /** Why an attacker is nearer to a cell than its need on one side, whatever is withheld: rows and their weights, in parts of 5040. */
  readonly given?: readonly {
    readonly cell: number;
    readonly attacker: number | null;
    readonly side: 1 | -1;
    readonly rows: readonly number[];
    readonly weights: readonly bigint[];
  }[];
};

/** A printed figure: (Σ factor × cell) ÷ under as a multiple of step; `under` null is one. */
type Figure = {
  readonly over: readonly { readonly cell: number; readonly factor: bigint }[];
  readonly under: number | null;
  readonly step: Fraction;
};
type Ratio = Figure & {
  readonly isNew: boolean;
  /** Printed elsewhere: known although cells of it are blank. */
  readonly isKnown?: boolean;
};

type Fraction = { readonly numerator: bigint; readonly denominator: bigint };
