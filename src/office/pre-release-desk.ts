// What a pre-release reader is told, and given: releases that its post may read before they are public.

import type { Language } from '../design/text.ts';
import type { Change } from './route.ts';

export const COPY_FORMATS = ['html', 'pdf'] as const;
export type CopyFormat = (typeof COPY_FORMATS)[number];

export type ReadableRelease = {
  readonly id: string;
  readonly period: string;
  readonly number: number;
  /** From when to when the reader may read it, in words of the language. */
  readonly from: string;
  readonly until: string;
};
export type CopyRequest = {
  /** The account that reads. */
  readonly reader: string;
  readonly release: string;
  readonly language: Language;
  readonly format: CopyFormat;
  /** Writes the reading into the audit log, within the transaction that records it. */
  readonly record: (change: Change) => void;
};
export type PreReleaseDesk = {
  readonly readable: (reader: string, language: Language) => readonly ReadableRelease[];
  /** A copy of its own for this reader, recorded before it is given; undefined for what the reader may not read now. */
  readonly copy: (request: CopyRequest) => Promise<Uint8Array | undefined>;
};
