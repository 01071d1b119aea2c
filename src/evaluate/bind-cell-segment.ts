// Of which segments the numbers of a table are: what the row, the column or the title names, and all that no other row does.

import { hasBetween, WEAK_TOTAL } from './claim-sentence.ts';
import type { Stretch, TableCell } from './claim-table.ts';
import type { Token } from './claim-token.ts';

/** The row names it, else the column, else what stands over the table. */
export function segmentOf(tokens: readonly Token[], { head, row, caption }: TableCell): string | undefined {
  const [ofRow, ofHead, ofCaption] = [row, head, caption].map((place) => segmentsIn(tokens, place));
  const specific = (values: readonly string[] = []) => values.find((value) => value !== '_T');
  const joined = ofRow?.filter((value) => value !== '_T') ?? [];
  if (joined.length > 1) return joined.join('+');
  const whole = isOpenRow(tokens, row) ? specific(ofCaption) : undefined;
  return specific(ofRow) ?? specific(ofHead) ?? whole ?? ofRow?.[0] ?? specific(ofCaption) ?? ofHead?.[0];
}

/** "All others", « Autres », باقي الأصناف: the segments that no other row names. */
export function othersOf(
  tokens: readonly Token[],
  { row, rows }: TableCell,
  all: readonly string[],
): string | undefined {
  const own = tokens.slice(row.from, row.to);
  const said = own.some(({ kind }) => kind === 'others') || isAlone(own);
  if (!said || own.some(({ kind, value }) => kind === 'segment' && !value.startsWith('_T'))) return undefined;
  const named = namedIn(tokens, rows);
  const left = all.filter((code) => !named.has(code));
  return left.length === 0 || left.length === all.length ? undefined : left.join('+');
}

const NAMED = new WeakMap<readonly Stretch[], ReadonlySet<string>>();

/** What the rows of a table name; looked up once for a table. */
function namedIn(tokens: readonly Token[], rows: readonly Stretch[]): ReadonlySet<string> {
  const named = NAMED.get(rows) ?? new Set(rows.flatMap((row) => segmentsIn(tokens, row)));
  NAMED.set(rows, named);
  return named;
}

function isAlone(row: readonly Token[]): boolean {
  const words = row.filter(({ kind }) => kind !== 'break' && kind !== 'segment');
  return words.length > 0 && words.every(({ value }) => OTHERS.test(value));
}

const OTHERS = /^(?:all|other|others|tous|toutes|autre|autres|divers|سائر|(?:ال)?اخري|غيرها)$/;

/** « Recettes 2024 », "share in the sector's receipts": a row that tells what is measured, and not of whom. */
function isOpenRow(tokens: readonly Token[], { from, to }: Stretch): boolean {
  const totals = tokens
    .slice(from, to)
    .filter(({ kind, value }) => kind === 'segment' && value.startsWith('_T'));
  return hasBetween(tokens, from, to, ['share']) || totals.every(({ value }) => value === WEAK_TOTAL);
}

export function segmentsIn(tokens: readonly Token[], { from, to }: Stretch): readonly string[] {
  const named = tokens.slice(from, to).filter(({ kind }) => kind === 'segment');
  return [...new Set(named.map(({ value }) => (value.startsWith('_T') ? '_T' : value)))];
}
