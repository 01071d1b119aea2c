// The faults of an upload as a file that can be worked through: CSV or XLSX, in the reader's language.

import { type CellValue, writeXlsx } from 'hucre';
import { neutralised } from '../../design/spreadsheet-text.ts';
import { directionOf, type Language } from '../../design/text.ts';
import type { FileFault, LineFault } from './desk.ts';
import { effectOf } from './pages/report.ts';
import { EFFECTS, REPORT } from './words-send.ts';

/** The rows of the file: heads, then what is about the file, then line by line. */
export function faultRows(
  findings: readonly FileFault[],
  faults: readonly LineFault[],
  language: Language,
): readonly (readonly (string | number)[])[] {
  const heads = ['line', 'yourNumber', 'field', 'found', 'finding', 'expected', 'effect', 'rule'] as const;
  const effect = (of: FileFault | LineFault) => EFFECTS[effectOf(of)]?.[language] ?? '';
  return [
    heads.map((head) => REPORT[head][language]),
    ...findings.map((each) => [
      ...[each.line ?? '', '', each.column ?? '', '', each.message[language], ''],
      ...[effect(each), each.code],
    ]),
    ...faults.map((each) => [
      ...[each.line, each.lineId ?? '', each.field, each.found ?? '', each.message[language]],
      ...[each.expected?.[language] ?? '', effect(each), each.rule],
    ]),
  ];
}

/** UTF-8 with its mark, so that spreadsheets see the Arabic; nothing in it is taken for a formula. */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  const lines = rows.map((row) => row.map((cell) => quoted(safe(cell))).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** The same as a workbook, from right to left in Arabic. */
export function xlsxOf(
  name: string,
  rows: readonly (readonly (string | number)[])[],
  language: Language,
  at: string,
): Promise<Uint8Array> {
  const cells = rows.map((row): CellValue[] => row.map(safe));
  const made = new Date(at);
  return writeXlsx({
    sheets: [
      {
        name,
        rows: cells,
        freezePane: { rows: 1 },
        ...(directionOf(language) === 'rtl' ? { view: { rightToLeft: true } } : {}),
      },
    ],
    properties: { title: name, created: made, modified: made },
  });
}

function safe(cell: string | number): string | number {
  return typeof cell === 'string' ? neutralised(cell) : cell;
}

function quoted(cell: string | number): string {
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
