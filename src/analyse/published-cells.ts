// GSBPM 6.4: which compiled cells a release publishes under a way to protect: merged codes only where they are in use, nothing
// finer than the finest period; and which of them are withheld, because a merged code stands for them.

import type { CompiledCell } from '../design/compiled-cell.ts';
import type { Domain } from '../design/domain.ts';
import { parseKey } from '../design/key.ts';
import type { Frequency } from '../design/period.ts';
import { isKept, type ProtectionOption, withheldSegments } from '../design/protection-option.ts';

/** The merged codes that some of these options publish. */
export function codesInUse(options: readonly ProtectionOption[]): ReadonlySet<string> {
  return new Set(options.flatMap((option) => (option.kind === 'merge' ? [option.code] : [])));
}

/** The cells without those of merged codes that are not in use. */
export function cellsInUse(
  cells: readonly CompiledCell[],
  { merges = [] }: Pick<Domain, 'merges'>,
  inUse: ReadonlySet<string>,
): readonly CompiledCell[] {
  const unused = new Set(merges.map(({ code }) => code).filter((code) => !inUse.has(code)));
  return unused.size === 0 ? cells : cells.filter((cell) => !unused.has(segmentOf(cell)));
}

/** The cells of a release under an option. */
export function publishedCells(
  cells: readonly CompiledCell[],
  domain: Pick<Domain, 'merges'>,
  option: ProtectionOption,
): readonly CompiledCell[] {
  return cellsInUse(cells, domain, codesInUse([option])).filter(({ key }) =>
    isKept(key.slice(0, key.indexOf('.')) as Frequency, option),
  );
}

/** Whether a merged code stands for a cell under an option. */
export function withholding(
  domain: Pick<Domain, 'merges'>,
  option: ProtectionOption,
): (cell: CompiledCell) => boolean {
  const segments = new Set(withheldSegments(domain, option));
  return (cell) => segments.has(segmentOf(cell));
}

function segmentOf({ dataflow, key }: CompiledCell): string {
  return dataflow === 'EXPORTS' ? (parseKey(key)?.SEGMENT ?? '') : '';
}
