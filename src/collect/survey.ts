// One look at the bytes of a text while they pass: encoding, longest line, records, marks, blanks.
// Records are counted here independently of the reader that later parses them.

import { isAscii, isUtf8 } from 'node:buffer';
import type { Traits } from '../design/canonical.ts';
import { LINE_BYTES } from '../engine/delimited.ts';
import { type Milestone, milestones, readRecords } from '../engine/records.ts';
import { edgesIn, edgesOf } from './blank-edges.ts';
import type { OddForms } from './odd-forms.ts';
import { type OddRecords, oddRecords } from './odd-records.ts';

export type Survey = Traits & {
  readonly bytes: number;
  readonly utf8: boolean;
  readonly nul: boolean;
  /** Lines that are not blank, from the given offset; a quoted line break does not end one. */
  readonly records: number;
  /** Lines after them that are nothing but delimiters, as spreadsheets leave them. */
  readonly trailing: number;
  /** Records with marks or blanks, from 1; null for too many. */
  readonly odd: readonly number[] | null;
  /** About how many records write a value otherwise than canonical text does; null when nobody looked. */
  readonly otherwise: number | null;
  /** Where some of the records begin. */
  readonly milestones: readonly Milestone[];
  /** The record that is longer than allowed, from 1; null when none is. */
  readonly tooLong: number | null;
};

/** A chunk is looked at and not kept. */
export type Surveyor = { readonly look: (chunk: Uint8Array) => void; readonly result: () => Survey };

/**
 * Begins a survey; records are counted from `offset` bytes on, with fields parted by `delimiter`; `forms` looks at the form
 * of their values.
 */
export function beginSurvey(offset: number, delimiter: string, forms: OddForms | null = null): Surveyor {
  const odd = oddRecords();
  const counter = beginCount(delimiter, offset, odd, forms);
  const characters = beginCharacters(odd);
  const edges = edgesOf(delimiter);
  let last: Uint8Array = Buffer.from('\n');
  let bytes = 0;
  let blanks = false;
  const lookAtEdges = (lines: Uint8Array, before: number) => {
    if (blanks && odd.many()) return;
    const found = edgesIn(edges, lines, mostOf(odd)).map((at) => before + at);
    blanks ||= found.length > 0;
    odd.found(found);
  };
  return {
    look: (chunk) => {
      const before = bytes;
      const from = Math.max(0, offset - before);
      bytes += chunk.length;
      characters.look(chunk, before);
      if (from >= chunk.length) return;
      const lines = from === 0 ? chunk : chunk.subarray(from);
      lookAtEdges(Uint8Array.of(...last, lines[0] ?? NEWLINE), before + from - last.length);
      lookAtEdges(lines, before + from);
      counter.look(lines);
      last = Uint8Array.from(lines.subarray(-1));
    },
    result: () => {
      lookAtEdges(Uint8Array.of(...last, NEWLINE), bytes - last.length);
      const { blanks: atBreaks, ...counted } = counter.result();
      return { bytes, ...characters.result(), blanks: blanks || atBreaks, ...counted, odd: odd.kept() };
    },
  };
}

const NEWLINE = 0x0a;

/** As many places as are worth looking for. */
function mostOf(odd: OddRecords): number {
  return odd.many() ? 1 : Number.POSITIVE_INFINITY;
}

type Characters = Pick<Survey, 'utf8' | 'nul' | 'marks'>;

/** Looks at what characters the bytes are. */
function beginCharacters(odd: OddRecords): {
  look: (chunk: Uint8Array, before: number) => void;
  result: () => Characters;
} {
  const seen = { utf8: true, nul: false, marks: false };
  let tail: Uint8Array = new Uint8Array();
  return {
    look: (chunk, before) => {
      seen.nul ||= chunk.includes(0);
      if (tail.length === 0 && isAscii(chunk)) return;
      const whole = tail.length === 0 ? chunk : Buffer.concat([tail, chunk]);
      const cut = whole.length - openTail(whole);
      seen.utf8 &&= isUtf8(whole.subarray(0, cut));
      if (!seen.marks || !odd.many()) {
        const marks = marksIn(whole, mostOf(odd));
        seen.marks ||= marks.length > 0;
        odd.found(marks.map((at) => before - tail.length + at));
      }
      tail = Uint8Array.from(whole.subarray(cut));
    },
    result: () => ({ ...seen, utf8: seen.utf8 && tail.length === 0 }),
  };
}

type Count = Pick<Survey, 'records' | 'trailing' | 'tooLong' | 'milestones' | 'blanks' | 'otherwise'>;

function beginCount(
  delimiter: string,
  offset: number,
  odd: OddRecords,
  forms: OddForms | null,
): { look: (chunk: Uint8Array) => void; result: () => Count } {
  let chunk: Uint8Array = new Uint8Array();
  let before = offset;
  const passed = milestones();
  let records = 0;
  let trailing = 0;
  let tooLong: number | null = null;
  let blanks = false;
  const reader = readRecords(delimiter, offset, (begins, ends, { empty, blank }) => {
    records += 1;
    trailing = empty ? trailing + 1 : 0;
    if (ends - begins > LINE_BYTES) tooLong ??= records;
    if (blank) odd.found([begins]);
    blanks ||= blank;
    passed.pass(records, begins);
    odd.ended(records, begins, ends);
    if (begins >= before && forms?.wants(records) === true)
      forms.look(records, chunk.subarray(begins - before, ends - before));
  });
  return {
    look: (lines) => {
      chunk = lines;
      reader.look(lines);
      before += lines.length;
      if (reader.open() > LINE_BYTES) tooLong ??= records + 1;
    },
    result: () => {
      reader.end();
      const otherwise = forms?.count() ?? null;
      return { records: records - trailing, trailing, tooLong, blanks, otherwise, milestones: passed.kept };
    },
  };
}

/** Bytes at the end that begin a character and do not finish it. */
function openTail(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < sequenceLength(byte) ? back : 0;
  }
  return 0;
}

function sequenceLength(lead: number): number {
  if (lead >= 0xf0) return 4;
  return lead >= 0xe0 ? 3 : 2;
}

/** First bytes in UTF-8 of the characters that normalising changes. */
const LEADS = [0xc2, 0xd8, 0xd9, 0xdb, 0xe2, 0xe3, 0xef] as const;
const MARKED =
  /\xC2\xA0|\xD8\x9C|\xD9[\xA0-\xAC]|\xDB[\xB0-\xB9]|\xE2\x80[\x80-\x8B\x8E\x8F\xAA-\xAF]|\xE2\x81[\x9F-\xA9]|\xE3\x80\x80|\xEF\xBB\xBF/g;

function marksIn(bytes: Uint8Array, most: number): number[] {
  if (!LEADS.some((lead) => bytes.includes(lead))) return [];
  const found: number[] = [];
  for (const { index } of Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    .toString('latin1')
    .matchAll(MARKED)) {
    found.push(index);
    if (found.length >= most) break;
  }
  return found;
}
