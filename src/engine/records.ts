// Records of delimited text, told from the bytes alone: a quoted line break ends none, a blank line is none.
// A quote opens only at the beginning of a field; elsewhere it is a character like any other.

import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { scanFile } from './files.ts';

/** Called with the bytes at which a record begins and ends, its line break left out, and what it looks like. */
export type RecordEnd = (begins: number, ends: number, looks: RecordLooks) => void;
export type RecordLooks = {
  /** Nothing but delimiters. */
  readonly empty: boolean;
  /** Its first byte, or the one before its line feed, is a space or a tabulator. */
  readonly blank: boolean;
};

/** Chunks are looked at in their order and not kept. */
export type RecordReader = {
  readonly look: (chunk: Uint8Array) => void;
  /** Ends the last record; returns the bytes of the one at hand, were it not ended. */
  readonly end: () => void;
  readonly open: () => number;
};

/** Number of a record from 1, and the byte at which it begins. */
export type Milestone = readonly [record: number, byte: number];

/** About so many bytes lie between two milestones. */
const STRETCH = 1 << 18;

/** Reads the records of chunks that begin at a byte of a file, which is the beginning of a record. */
export function readRecords(delimiter: string, from: number, ended: RecordEnd): RecordReader {
  const state: State = {
    delimiter: delimiter.charCodeAt(0),
    ended,
    quoted: false,
    undecided: false,
    previous: NEWLINE,
    before: from,
    begins: from,
    first: undefined,
    empty: true,
  };
  return {
    look: (chunk) => readChunk(state, chunk),
    end: () => endRecord(state, new Uint8Array(), 0),
    open: () => state.before - state.begins,
  };
}

/** Keeps milestones of the records that it is told of. */
export function milestones(): {
  readonly pass: (record: number, byte: number) => void;
  readonly kept: Milestone[];
} {
  const kept: Milestone[] = [];
  return {
    kept,
    pass: (record, byte) => {
      const last = kept.at(-1);
      if (last === undefined || byte - last[1] >= STRETCH) kept.push([record, byte]);
    },
  };
}

/** The milestones of a file whose records begin after some lines. */
export function findMilestones(path: string, delimiter: string, skip: number): readonly Milestone[] {
  const passed = milestones();
  let [record, skipped, before] = [0, 0, 0];
  let reader: RecordReader | undefined;
  for (const chunk of scanFile(path)) {
    let from = 0;
    for (let line = 0; reader === undefined && line !== -1; ) {
      if (skipped === skip) {
        reader = readRecords(delimiter, before + from, (begins) => passed.pass(++record, begins));
        break;
      }
      line = chunk.indexOf(NEWLINE, from);
      if (line === -1) break;
      skipped += 1;
      from = line + 1;
    }
    reader?.look(chunk.subarray(from));
    before += chunk.length;
  }
  reader?.end();
  return passed.kept;
}

/** Hands over the bytes of chosen records of a file, by their rising numbers; the first milestone is that of record 1. */
export function takeRecords(
  path: string,
  delimiter: string,
  marks: readonly Milestone[],
  numbers: readonly number[],
  take: (number: number, bytes: Uint8Array) => void,
): void {
  const file = openSync(path, 'r');
  try {
    for (let at = 0; at < numbers.length; ) {
      const stretch = stretchOf(marks, numbers[at] ?? 0, fstatSync(file).size);
      const taken = takeStretch(readAt(file, stretch), delimiter, stretch, numbers, at, take);
      if (taken === at) throw new Error(`${path} has no record ${numbers[at]}`);
      at = taken;
    }
  } finally {
    closeSync(file);
  }
}

const QUOTE = 0x22;
const NEWLINE = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;
const TAB = 0x09;

type State = {
  readonly delimiter: number;
  readonly ended: RecordEnd;
  quoted: boolean;
  /** The last chunk ended in a quote within quotes: escaped or closing, as the next byte tells. */
  undecided: boolean;
  previous: number;
  /** Bytes of the file before the chunk, and where the record at hand begins. */
  before: number;
  begins: number;
  /** The first byte of the record at hand, when it lies in a chunk before. */
  first: number | undefined;
  /** The record at hand had nothing but delimiters in the chunks before. */
  empty: boolean;
};

function readChunk(state: State, chunk: Uint8Array): void {
  let at = 0;
  if (state.undecided) {
    state.undecided = false;
    if (chunk[0] === QUOTE) at = 1;
    else state.quoted = false;
  }
  let quote = indexFrom(chunk, QUOTE, at);
  while (at < chunk.length) {
    if (state.quoted) {
      if (quote >= chunk.length) break;
      at = closeQuote(state, chunk, quote);
      quote = indexFrom(chunk, QUOTE, at);
      continue;
    }
    const line = indexFrom(chunk, NEWLINE, at);
    if (quote < line) {
      const before = quote === 0 ? state.previous : (chunk[quote - 1] ?? NEWLINE);
      state.quoted = before === state.delimiter || before === NEWLINE;
      at = quote + 1;
      quote = indexFrom(chunk, QUOTE, at);
      continue;
    }
    if (line >= chunk.length) break;
    endRecord(state, chunk, line);
    at = line + 1;
  }
  state.empty &&= isEmpty(state, chunk, chunk.length);
  state.first = firstByte(state, chunk);
  state.before += chunk.length;
  state.previous = chunk[chunk.length - 1] ?? state.previous;
}

/** After a quote within quotes: past both when it is doubled, past it and out of the quotes otherwise. */
function closeQuote(state: State, chunk: Uint8Array, quote: number): number {
  if (quote + 1 === chunk.length) state.undecided = true;
  else if (chunk[quote + 1] === QUOTE) return quote + 2;
  else state.quoted = false;
  return quote + 1;
}

function endRecord(state: State, chunk: Uint8Array, at: number): void {
  const end = state.before + at;
  const last = at === 0 ? state.previous : chunk[at - 1];
  const ends = last === RETURN ? Math.max(state.begins, end - 1) : end;
  if (ends > state.begins)
    state.ended(state.begins, ends, {
      empty: state.empty && isEmpty(state, chunk, at),
      blank: isBlank(firstByte(state, chunk)) || isBlank(last),
    });
  state.begins = end + 1;
  state.empty = true;
}

/** The byte with which the record at hand begins. */
function firstByte({ begins, before, first }: State, chunk: Uint8Array): number | undefined {
  return begins < before ? first : chunk[begins - before];
}

function isBlank(byte: number | undefined): boolean {
  return byte === SPACE || byte === TAB;
}

/** Whether the part of the record at hand that lies in a chunk is nothing but delimiters. */
function isEmpty({ delimiter, begins, before }: State, chunk: Uint8Array, to: number): boolean {
  for (let at = Math.max(0, begins - before); at < to; at += 1)
    if (chunk[at] !== delimiter && chunk[at] !== RETURN) return false;
  return true;
}

function indexFrom(chunk: Uint8Array, byte: number, from: number): number {
  const found = chunk.indexOf(byte, from);
  return found === -1 ? Number.POSITIVE_INFINITY : found;
}

/** Bytes of a file, and the number of the record that begins with them. */
type Stretch = { readonly record: number; readonly from: number; readonly to: number };

/** The stretch between two milestones in which a record lies. */
function stretchOf(marks: readonly Milestone[], number: number, size: number): Stretch {
  let [low, high] = [0, marks.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((marks[middle]?.[0] ?? 0) <= number) low = middle;
    else high = middle - 1;
  }
  const [record, from] = marks[low] ?? [1, 0];
  return { record, from, to: marks[low + 1]?.[1] ?? size };
}

/** Takes the chosen records of one stretch; returns the place of the first number beyond it. */
function takeStretch(
  bytes: Uint8Array,
  delimiter: string,
  { record, from }: Stretch,
  numbers: readonly number[],
  first: number,
  take: (number: number, bytes: Uint8Array) => void,
): number {
  let at = first;
  let number = record;
  const reader = readRecords(delimiter, from, (begins, ends) => {
    if (numbers[at] === number) {
      take(number, bytes.subarray(begins - from, ends - from));
      at += 1;
    }
    number += 1;
  });
  reader.look(bytes);
  reader.end();
  return at;
}

function readAt(file: number, { from, to }: Stretch): Uint8Array {
  const bytes = Buffer.allocUnsafe(to - from);
  for (let at = 0; at < bytes.length; ) {
    const read = readSync(file, bytes, at, bytes.length - at, from + at);
    if (read === 0) return bytes.subarray(0, at);
    at += read;
  }
  return bytes;
}
