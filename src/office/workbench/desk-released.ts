// What a reader of the ministry is shown: figures of the last public release and what was published of their quality.
// It comes from the public folder alone, so that nothing else can be in it.

import type { Text } from '../../design/text.ts';

export type ReleasedRow = {
  /** `_T` for all. */
  readonly segment: string;
  readonly name: Text | null;
  /** As printed, by period; null where nothing was printed. */
  readonly values: readonly (string | null)[];
};
export type ReleasedView = {
  readonly release: string | null;
  /** The newest first. */
  readonly periods: readonly string[];
  readonly rows: readonly ReleasedRow[];
  readonly quality: readonly { readonly key: string; readonly period: string; readonly value: string }[];
};
export type ReleasedFigures = () => Promise<ReleasedView>;
