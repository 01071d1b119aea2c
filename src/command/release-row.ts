// A release as the office's store knows it.

import { absence } from '../design/refusal.ts';
import type { Workspace } from './workspace.ts';

export type ReleaseRow = {
  /** Such as `2025-S1/1`. */
  readonly id: string;
  readonly period: string;
  readonly number: number;
  readonly run: number;
  /** drafted, approved (sealed until its hour), published, withdrawn */
  readonly state: string;
  /** Instant before which it stays inside; null for none. */
  readonly embargo: string | null;
  readonly manifest_hash: string;
};

/** The row of a release. Throws NotFound. */
export function releaseRow({ store }: Workspace, id: string): ReleaseRow {
  const row = store.get<ReleaseRow>(
    'SELECT id, period, number, run, state, embargo, manifest_hash FROM releases WHERE id = ?',
    id,
  );
  if (row === undefined) throw absence('no_release', { id });
  return row;
}
