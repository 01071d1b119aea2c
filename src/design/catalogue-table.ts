// Tables and sections of the catalogue, as Markdown.

import type { Dated } from './domain.ts';

export type Cells = readonly (string | number | null)[];

export function section(title: string, body: string): string {
  return `## ${title}\n\n${body}`;
}

/** A Markdown table; bars and line ends inside cells cannot break it. */
export function table(head: Cells, rows: readonly Cells[]): string {
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}

/** `from 2023-01-01`, or `2007-01-01 to 2009-12-31`. */
export function validity({ validFrom, validTo }: Dated): string {
  return validTo === null ? `from ${validFrom}` : `${validFrom} to ${validTo}`;
}

function row(cells: Cells): string {
  return `| ${cells
    .map((cell) =>
      String(cell ?? '')
        .replace(/\s+/g, ' ')
        .replaceAll('|', '\\|'),
    )
    .join(' | ')} |`;
}
