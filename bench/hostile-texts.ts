// Texts of a megabyte that are made to be slow to read: nested marks, endless digits, tricks of direction, traps of patterns.

const MEGABYTE = 1_000_000;

function filled(part: string): string {
  return part.repeat(Math.ceil(MEGABYTE / part.length)).slice(0, MEGABYTE);
}

function varied(): string {
  const sentences = Array.from({ length: 60_000 }, (_, at) => `offshoring ${at % 977},${at} %`);
  return sentences.join('. ').slice(0, MEGABYTE);
}

/** Each by its name. */
export const HOSTILE: readonly (readonly [name: string, text: string])[] = [
  ['digits', filled('9')],
  ['groups of digits', filled('1 000 ')],
  ['brackets', filled('(')],
  ['marks of direction', filled('\u202e1\u2066')],
  ['claims', filled('offshoring 13,4 milliards ')],
  ['bare numbers', filled('1,1, ')],
  ['mixed', filled(`offshoring ${'1,1 milliards 2ر2 مليار ((13.4 % \u202e'.repeat(20)} `)],
  ['number words', filled('vingt-six et ')],
  ['ranges', filled('entre 1 et 2 milliards, ')],
  ['different claims', varied()],
  ['addresses', filled('a@')],
  ['lines', filled('\n1 %')],
  ['goals', filled('objectif atteint 2030 ')],
  ['months', filled('juin 2025 ')],
  ['segments', filled('ITO CRM ')],
  ['shares', filled('offshoring part part part 3 points ')],
];
