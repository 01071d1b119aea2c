// Which records of a text have unusual marks or blanks at the ends of their values. All others are canonical as they are.

/** What was found, by the byte; then the records that end, each once and in order. */
export type OddRecords = {
  readonly found: (bytes: readonly number[]) => void;
  readonly ended: (record: number, begins: number, ends: number) => void;
  /** More than are worth telling apart: nothing needs to be looked for any more. */
  readonly many: () => boolean;
  /** Numbers of the odd records, rising; null for too many. */
  readonly kept: () => readonly number[] | null;
};

/** Every record that has one of the bytes found is odd; bytes are given before their record has ended. */
export function oddRecords(most = MOST): OddRecords {
  let waiting: number[] = [];
  const kept: number[] = [];
  const many = () => kept.length > most || waiting.length > AT_ONCE;
  return {
    found: (bytes) => {
      if (bytes.length > 0 && !many()) waiting = [...waiting, ...bytes].sort((a, b) => a - b);
    },
    ended: (record, begins, ends) => {
      if (waiting.length === 0 || many()) return;
      const rest = waiting.filter((byte) => byte > ends);
      if (waiting.some((byte) => byte >= begins && byte <= ends)) kept.push(record);
      waiting = rest;
    },
    many,
    kept: () => (many() ? null : kept),
  };
}

/** Odd records that a reading names, and bytes at once: beyond them a file is odd as a whole. */
const MOST = 5000;
const AT_ONCE = 20_000;
