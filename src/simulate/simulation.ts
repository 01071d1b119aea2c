// What the drawing of declarations shares from its first to its last file.

import type { Domain } from '../design/domain.ts';
import type { Engine } from '../engine/duckdb.ts';
import { type Form, type Format, formOf, plainForm } from './declaration-form.ts';
import type { Exporter } from './exporter.ts';
import type { Merger } from './merger.ts';
import { randomStream } from './random-stream.ts';
import type { Ledger } from './truth-ledger.ts';

export type SimulationRequest = {
  readonly domain: Domain;
  readonly out: string;
  readonly from: string;
  readonly to: string;
  /** Settlements, about. */
  readonly lines: number;
  readonly seed: string;
  /** Rate of errors, 0 to 0.5. */
  readonly errors: number;
  readonly format: Format | 'mixed';
  /** Rate at which a bank never declares a month. */
  readonly missing: number;
  /** Banks that declare. */
  readonly banks: number;
  /** Enterprises that declare. */
  readonly respondents: number;
  /** Enterprises that are asked as a sample of their like and answer; none by default. */
  readonly sampled?: number;
  /** Lines of one file at most. */
  readonly linesPerFile: number;
  /** Which generator puts errors in: the second is for reporting only. The first by default. */
  readonly generator?: 'first' | 'second';
};
export type Simulation = SimulationRequest & {
  readonly engine: Engine;
  readonly ledger: Ledger;
  readonly exporters: readonly Exporter[];
  readonly mergers: readonly Merger[];
  readonly bankCodes: readonly string[];
};

/** The form of a sender's files. */
export function senderForm({ format, seed, bankCodes }: Simulation, sender: string): Form {
  return format === 'mixed' ? formOf(seed, sender, bankCodes) : plainForm(format);
}

/** Whether a bank never declares a month. */
export function isMissing({ seed, missing }: SimulationRequest, bank: string, month: string): boolean {
  return missing > 0 && randomStream(seed, 'missing', bank, month).chance(missing);
}
