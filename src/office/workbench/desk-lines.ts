// What the workbench is told of lines: a page of them, filtered and sorted, and all of them as CSV.

export const LINE_SORTS = ['value', 'month', 'enterprise', 'sender', 'line'] as const;
export type LineSort = (typeof LINE_SORTS)[number];

export const LINE_FILTERS = [
  'state',
  'sender',
  'enterprise',
  'month',
  'segment',
  'partner',
  'rule',
  'text',
] as const;
export type LineFilter = (typeof LINE_FILTERS)[number];

export type LinesAsked = {
  /** Empty texts are no filter. */
  readonly filters: { readonly [F in LineFilter]: string };
  readonly sort: LineSort;
  readonly falling: boolean;
  readonly page: number;
};
export type LineRow = {
  readonly line: string;
  readonly kind: string;
  readonly sender: string;
  readonly enterprise: string | null;
  readonly month: string;
  readonly segment: string | null;
  readonly partner: string | null;
  readonly nature: string | null;
  readonly currency: string | null;
  readonly amount: string | null;
  readonly mad: string | null;
  readonly state: string;
  readonly reason: string | null;
  readonly failed: string | null;
  readonly invoice_refs: string | null;
  readonly bank_reference: string | null;
};
export type LinesView = {
  readonly run: number | null;
  readonly asked: LinesAsked;
  readonly rows: readonly LineRow[];
  readonly total: number;
  /** Dirhams of the filtered lines that count, as decimal text. */
  readonly value: string;
  readonly size: number;
  /** What the filters may be, where there are few. */
  readonly choices: {
    readonly state: readonly string[];
    readonly month: readonly string[];
    readonly segment: readonly string[];
    readonly sender: readonly string[];
    readonly rule: readonly string[];
  };
};

export type Lining = {
  readonly lines: (asked: LinesAsked) => Promise<LinesView>;
  /** The filtered lines in the order asked for, chunk by chunk, the head first; formulas of spreadsheets are made text. */
  readonly linesCsv: (asked: LinesAsked) => AsyncIterable<Uint8Array>;
};
