// A list of dated changes of the register, as a file.

import { z } from 'zod';
import { readTable, type TableSpec } from '../design/read-table.ts';
import { NotFound, Refused } from '../engine/errors.ts';
import { exists, readText } from '../engine/files.ts';
import type { RegisterRequest } from '../office/workbench/desk-defining.ts';

const COLUMNS = {
  enterprise: z.string(),
  field: z.string(),
  /** Nothing empties the field. */
  to: z.string().transform((text) => (text === '' ? null : text)),
  from: z.string(),
  reason: z.string(),
};
const CHANGES: TableSpec<typeof COLUMNS, Omit<RegisterRequest, 'author'>> = {
  row: z.strictObject(COLUMNS),
  member: (row) => row,
};

/** Hands over every change of a list in its order; refuses a list with faults, and names the row of a change that is refused. */
export function readChanges(
  path: string,
  author: string,
  record: (request: RegisterRequest) => void,
): number {
  if (!exists(path)) throw new NotFound(`there is no list of changes ${path}`);
  const { items, faults } = readTable(path, readText(path), CHANGES);
  if (faults.length > 0) throw new Refused(`${path} has faults`, faults);
  for (const { where, value } of items) {
    try {
      record({ ...value, author });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      throw new Refused(`${where}: ${error.message}`, error.faults);
    }
  }
  return items.length;
}
