// When declarations are due and releases come out, as `calendar.csv` says.

import { z } from 'zod';
import { DAY, orEmpty, PERIOD } from './definition-fields.ts';
import type { TableSpec } from './read-table.ts';

export type CalendarEntry = {
  readonly period: string;
  readonly due: string;
  readonly kind: 'declarations' | 'release';
  /** Who declares by then; null for releases. */
  readonly declarant: 'bank' | 'enterprise' | null;
  readonly vintage: 'preliminary' | 'revised' | 'final' | null;
};

const COLUMNS = {
  kind: z.enum(['declarations', 'release'], { error: 'declarations or release' }),
  period: PERIOD,
  due: DAY,
  declarant: orEmpty(z.enum(['bank', 'enterprise'], { error: 'bank or enterprise' })),
  vintage: orEmpty(z.enum(['preliminary', 'revised', 'final'], { error: 'preliminary, revised or final' })),
};

/** The columns of `calendar.csv`. */
export const CALENDAR: TableSpec<typeof COLUMNS, CalendarEntry> = {
  row: z.strictObject(COLUMNS),
  member: (row) => row,
};
