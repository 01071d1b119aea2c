// One look at the bytes of a text while they pass: encoding, longest line, records, marks, blanks.
// Records are counted here independently of the reader that later parses them.

import { isAscii, isUtf8 } from 'node:buffer';
import type { Traits } from '../design/canonical.ts';
import { LINE_BYTES } from '../engine/delimited.ts';
import { type Milestone, milestones, readRecords } from '../engine/records.ts';
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
  /** Where some of the records begin. */
  readonly milestones: readonly Milestone[];
  /** The record that is longer than allowed, from 1; null when none is. */
  readonly tooLong: number | null;
};

/** A chunk is looked at and not kept. */
export type Surveyor = { readonly look: (chunk: Uint8Array) => void; readonly result: () => Survey };

/** Begins a survey; records are counted from `offset` bytes on, with fields parted by `delimiter`. */
export function beginSurvey(offset: number, delimiter: string): Surveyor {
  const odd = oddRecords();
  const counter = beginCount(delimiter, offset, odd);
  const edges = edgesOf(delimiter);
  let last: Uint8Array = Buffer.from('\n');
  let bytes = 0;
  let tail: Uint8Array = new Uint8Array();
  const seen = { utf8: true, nul: false, marks: false, blanks: false };
  const lookAtCharacters = (chunk: Uint8Array, before: number) => {
    if (tail.length === 0 && isAscii(chunk)) {
      if (!seen.nul && chunk.includes(0)) seen.nul = true;
      return;
    }
    const whole = tail.length === 0 ? chunk : Buffer.concat([tail, chunk]);
    const cut = whole.length - openTail(whole);
    seen.utf8 &&= isUtf8(whole.subarray(0, cut));
    seen.nul ||= chunk.includes(0);
    if (!seen.marks || !odd.many()) {
      const marks = marksIn(whole, odd.many() ? 1 : Number.POSITIVE_INFINITY);
      seen.marks ||= marks.length > 0;
      odd.found(marks.map((at) => before - tail.length + at));
    }
    tail = Uint8Array.from(whole.subarray(cut));
  };
  const lookAtEdges = (lines: Uint8Array, before: number) => {
    if (seen.blanks && odd.many()) return;
    const most = odd.many() ? 1 : Number.POSITIVE_INFINITY;
    const found = [
      ...edgesIn(edges, [...last, ...lines.subarray(0, 1)], most).map((at) => before - last.length + at),
      ...edgesIn(edges, lines, most).map((at) => before + at),
    ];
    seen.blanks ||= found.length > 0;
    odd.found(found);
  };
  return {
    look: (chunk) => {
      const before = bytes;
      const from = Math.max(0, offset - before);
      bytes += chunk.length;
      lookAtCharacters(chunk, before);
      if (from >= chunk.length) return;
      const lines = from === 0 ? chunk : chunk.subarray(from);
      lookAtEdges(lines, before + from);
      counter.look(lines);
      last = Uint8Array.from(lines.subarray(-1));
    },
    result: () => {
      const end = edgesIn(edges, [...last, NEWLINE], 1).map((at) => bytes - last.length + at);
      odd.found(end);
      return {
        bytes,
        ...seen,
        blanks: seen.blanks || end.length > 0,
        utf8: seen.utf8 && tail.length === 0,
        ...counter.result(),
        odd: odd.kept(),
      };
    },
  };
}

const NEWLINE = 0x0a;
const RETURN = 0x0d;

type Count = {
  readonly records: number;
  readonly trailing: number;
  readonly tooLong: number | null;
  readonly milestones: readonly Milestone[];
};

function beginCount(
  delimiter: string,
  offset: number,
  odd: OddRecords,
): { look: (chunk: Uint8Array) => void; result: () => Count } {
  const passed = milestones();
  let records = 0;
  let trailing = 0;
  let tooLong: number | null = null;
  const reader = readRecords(delimiter, offset, (begins, ends, empty) => {
    records += 1;
    trailing = empty ? trailing + 1 : 0;
    if (ends - begins > LINE_BYTES) tooLong ??= records;
    passed.pass(records, begins);
    odd.ended(records, begins, ends);
  });
  return {
    look: (chunk) => {
      reader.look(chunk);
      if (reader.open() > LINE_BYTES) tooLong ??= records + 1;
    },
    result: () => {
      reader.end();
      return { records: records - trailing, trailing, tooLong, milestones: passed.kept };
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

/** Pairs of bytes, by the rarer of both, without which no value begins or ends with a blank. */
type Edges = readonly { readonly rare: number; readonly pairs: readonly Buffer[] }[];

function edgesOf(delimiter: string): Edges {
  const beside = (rare: string, ends: readonly string[]) => ({
    rare: rare.charCodeAt(0),
    pairs: ends.flatMap((end) => [rare + end, end + rare]).map((pair) => Buffer.from(pair)),
  });
  return [
    beside(' ', [delimiter, '\n']),
    beside('\t', [delimiter, '\n', '"', '\r']),
    beside('"', [' ', '\n', '\r']),
    { rare: RETURN, pairs: [`\r${delimiter}`, '\r ', ' \r'].map((pair) => Buffer.from(pair)) },
  ];
}

/** Where the rarer bytes of pairs stand: within the value, whichever side it ends on. */
function edgesIn(edges: Edges, bytes: Uint8Array | readonly number[], most: number): number[] {
  const view =
    bytes instanceof Uint8Array
      ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
      : Buffer.from(bytes);
  const found: number[] = [];
  for (const { rare, pairs } of edges) {
    if (!view.includes(rare)) continue;
    for (const pair of pairs) {
      const within = pair[0] === rare ? 0 : 1;
      for (let at = view.indexOf(pair); at !== -1 && found.length < most; at = view.indexOf(pair, at + 1))
        found.push(at + within);
    }
  }
  return found;
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
