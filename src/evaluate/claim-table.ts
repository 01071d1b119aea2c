// Tables in a text: rows of cells between bars, tabs or wide spaces, and lists of names with a bare number each. A number
// in a cell is of its row and its column.

import type { Steps } from '../engine/slices.ts';
import type { Token } from './claim-token.ts';

/** A stretch of tokens: first, and one past the last. */
export type Stretch = { readonly from: number; readonly to: number };
export type TableCell = {
  readonly own: Stretch;
  /** What stands over its column, before its row and over the table, nearest first; empty where there is nothing. */
  readonly head: Stretch;
  readonly row: Stretch;
  readonly caption: Stretch;
  /** The first cell of the row that heads the columns. */
  readonly corner: Stretch;
  /** The line below the table. */
  readonly note: Stretch;
  /** The names of all rows of the table. */
  readonly rows: readonly Stretch[];
};
export type Tables = {
  /** By the index of a number's token. */
  readonly cells: ReadonlyMap<number, TableCell>;
  /** Indices of tokens that name rows and columns: no number there claims anything. */
  readonly names: ReadonlySet<number>;
};

type Row = { readonly line: Stretch; readonly cells: readonly Stretch[]; readonly mark: string };

/** The tables of a text; linear in its tokens. */
export function* tablesOf(tokens: readonly Token[]): Steps<Tables> {
  const cells = new Map<number, TableCell>();
  const names = new Set<number>();
  let rows: Row[] = [];
  let caption: Stretch = NOWHERE;
  let above: Stretch = NOWHERE;
  for (const { from, to, blank } of linesOf(tokens)) {
    yield;
    const row = from === to ? undefined : rowOf(tokens, { from, to });
    if (row === undefined || blank || (rows[0] !== undefined && rows[0].mark !== row.mark)) {
      addTable(tokens, rows, { caption, note: row === undefined ? { from, to } : NOWHERE }, cells, names);
      rows = [];
    }
    if (row === undefined)
      above = from === to ? above : isProse(tokens, { from, to }) ? NOWHERE : { from, to };
    else {
      if (rows.length === 0) caption = above;
      rows.push(row);
    }
  }
  addTable(tokens, rows, { caption, note: NOWHERE }, cells, names);
  return { cells, names };
}

const NOWHERE: Stretch = { from: 0, to: 0 };

/** A sentence with a number that has a unit of its own is no title of the table under it. */
function isProse(tokens: readonly Token[], { from, to }: Stretch): boolean {
  const own = tokens.slice(from, to);
  const full = own.at(-1)?.kind === 'break' && own.at(-1)?.value === '.';
  return full && own.some(({ number }) => number !== null);
}

type Line = Stretch & { readonly blank: boolean };

/** The lines of a text; `blank` when an empty one stands before. */
function linesOf(tokens: readonly Token[]): readonly Line[] {
  const lines: Line[] = [];
  let from = 0;
  let blank = false;
  for (let at = 0; at <= tokens.length; at += 1) {
    const token = tokens[at];
    if (token !== undefined && !(token.kind === 'break' && token.value.startsWith('\n'))) continue;
    lines.push({ from, to: at, blank });
    blank = (token?.value.length ?? 0) > 1;
    from = at + 1;
  }
  return lines;
}

function rowOf(tokens: readonly Token[], line: Stretch): Row | undefined {
  for (const mark of ['|', '\t']) {
    const cells = cutAt(tokens, line, mark);
    if (cells.length > 1) return { line, cells, mark };
  }
  for (const mark of [';', '–']) {
    const cells = withName(tokens, cutAt(tokens, line, mark));
    const short =
      cells.length >= LEAST_CELLS && cells.every(({ from, to }) => to > from && to - from <= LONGEST_CELL);
    if (short) return { line, cells, mark };
  }
  return listed(tokens, line);
}

/** « Ensemble : 26 170 ; 26 220 »: the name of the row ends at a colon. */
function withName(tokens: readonly Token[], cells: readonly Stretch[]): readonly Stretch[] {
  const [first, ...others] = cells;
  if (first === undefined || others.length === 0) return cells;
  const colon = tokens
    .slice(first.from, first.to)
    .findIndex(({ kind, value }) => kind === 'break' && value === ':');
  if (colon <= 0) return cells;
  return [
    { from: first.from, to: first.from + colon },
    { from: first.from + colon + 1, to: first.to },
    ...others,
  ];
}

/** Between semicolons or dashes: three cells or more, with a few words each. */
const LEAST_CELLS = 3;
const LONGEST_CELL = 7;

function cutAt(tokens: readonly Token[], { from, to }: Stretch, mark: string): readonly Stretch[] {
  const isMark = (at: number) => tokens[at]?.kind === 'break' && tokens[at]?.value === mark;
  let [start, end] = [from, to];
  if (mark === '|' && isMark(start)) start += 1;
  if (mark === '|' && isMark(end - 1)) end -= 1;
  const cells: Stretch[] = [];
  let first = start;
  for (let at = start; at <= end; at += 1) {
    if (at < end && !isMark(at)) continue;
    cells.push({ from: first, to: at });
    first = at + 1;
  }
  return cells;
}

/** "ITO: 10 578": a name and a number with nothing behind it. */
function listed(tokens: readonly Token[], { from, to }: Stretch): Row | undefined {
  const colon = tokens[to - 2];
  const led = leaders(tokens, { from, to });
  const bare = tokens[to - 1]?.number != null && colon?.kind === 'break' && colon.value === ':';
  if (!(bare || led > 0) || to - from < 3) return undefined;
  return {
    line: { from, to },
    cells: [
      { from, to: to - 1 - Math.max(1, led) },
      { from: to - 1, to },
    ],
    mark: ':',
  };
}

const LEADERS = 3;

/** How many dots lead from a name to the number at the end of a line: "ITO ....... 10 578". */
function leaders(tokens: readonly Token[], { from, to }: Stretch): number {
  if (tokens[to - 1]?.number == null) return 0;
  let dots = 0;
  while (to - 2 - dots > from && tokens[to - 2 - dots]?.value === '.') dots += 1;
  return dots >= LEADERS ? dots : 0;
}

function addTable(
  tokens: readonly Token[],
  all: readonly Row[],
  outside: Pick<TableCell, 'caption' | 'note'>,
  cells: Map<number, TableCell>,
  names: Set<number>,
): void {
  const rows = all.filter(({ line }) => hasWords(tokens, line));
  const [first] = rows;
  const numeric = rows.filter((row) =>
    row.cells.slice(1).some((cell) => numberIn(tokens, cell) !== undefined),
  );
  if (first === undefined || rows.length < 2 || numeric.length === 0) return;
  const header = numeric.includes(first) ? undefined : first;
  if (header !== undefined) markNames(header.line, names);
  const corner = header?.cells.length === numeric[0]?.cells.length ? (header?.cells[0] ?? NOWHERE) : NOWHERE;
  const around = { ...outside, rows: numeric.map(({ cells: [name = NOWHERE] }) => name) };
  for (const row of numeric) {
    const [name = NOWHERE] = row.cells;
    markNames(name, names);
    row.cells.slice(1).forEach((own, index) => {
      const at = numberIn(tokens, own);
      const shift = header !== undefined && header.cells.length < row.cells.length ? index : index + 1;
      if (at !== undefined)
        cells.set(at, { own, head: header?.cells[shift] ?? NOWHERE, row: name, corner, ...around });
    });
  }
}

function markNames({ from, to }: Stretch, names: Set<number>): void {
  for (let at = from; at < to; at += 1) names.add(at);
}

function hasWords(tokens: readonly Token[], { from, to }: Stretch): boolean {
  return tokens.slice(from, to).some(({ kind }) => kind !== 'break');
}

/** The first number of a cell that is written: a unit alone, مليون درهم, is none. */
function numberIn(tokens: readonly Token[], { from, to }: Stretch): number | undefined {
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (token?.number != null && token.end > token.start) return at;
  }
  return undefined;
}
