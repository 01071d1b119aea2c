// Texts of a megabyte that are made to be slow to read: nested marks, endless digits, tricks of direction, traps of patterns.

const MEGABYTE = 1_000_000;

function filled(part: string): string {
  return part.repeat(Math.ceil(MEGABYTE / part.length)).slice(0, MEGABYTE);
}

function varied(): string {
  const sentences = Array.from({ length: 60_000 }, (_, at) => `offshoring ${at % 977},${at} %`);
  return sentences.join('. ').slice(0, MEGABYTE);
}

function table(rows: number, columns: number): string {
  const row = (name: string, cell: (at: number) => string): string =>
    `| ${[name, ...Array.from({ length: columns }, (_, at) => cell(at))].join(' | ')} |`;
  const head = row('Segment', (at) => `${1990 + (at % 40)}`);
  const body = Array.from({ length: rows }, (_, line) =>
    row(CODES[line % 5] ?? '', (at) => `${line},${at % 10}`),
  );
  return ['Offshoring, milliards de dirhams', head, ...body].join('\n');
}

const CODES = ['ITO', 'CRM', 'ESO', 'BPO', 'KPO'];

function oneSentence(): string {
  const clauses = Array.from(
    { length: 30_000 },
    (_, at) => `${CODES[at % 5]} à ${at},${at % 10} milliards en 20${at % 30}`,
  );
  return `L’offshoring compte ${clauses.join(', ')}`.slice(0, MEGABYTE);
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
  ['numbers in words alone', filled('deux milliards cinq cent vingt-trois millions mille dix-sept ')],
  ['hedges alone', filled('environ près de plus de quelque au moins ')],
  ['names of segments', filled('gestion de la relation client, services d’ingénierie et ')],
  ['a table of 100,000 cells', table(1000, 100)],
  ['a sentence of a megabyte', oneSentence()],
  [
    'combining marks',
    filled(`offshoring 1${'\u0301'.repeat(40)}3,4 m\u0308illiards e${'\u0327\u0302'.repeat(40)} `),
  ],
  ['mixed scripts', filled('offshoring 13,٤ milliards درهم ١3.4 мiллиардов 13.4 مليار dirhams １３ ')],
  ['respectively', filled(`ITO, CRM et ESO ${'1,1, 2,2, 3,3, '.repeat(30)}milliards respectivement `)],
  ['bars', filled('|')],
  ['bars and numbers', filled('|1|ITO|\n')],
  ['listed rows', filled('ITO  5,25\nCRM  4,19 %\n')],
  ['wide spaces', filled(`a${' '.repeat(400)}1 %`)],
  ['fractions', filled('offshoring trois quarts de un tiers et demi de la moitié ')],
  ['quotients', filled('offshoring 1/2 de 3/4 sur 4 % ')],
  ['older decimals', filled('offshoring 2ر41 مليار 25ر5 ')],
  ['unwanted terms', filled('processos procesos serviciozzzione délocalisation ')],
  ['questions and answers', filled('ITO ? 5,25 milliards. Et le CRM ? 4,19. ')],
  ['notes', filled('offshoring 5 %¹ et 3 %² (1) ¹ BPO ² KPO\n')],
  ['goals and years', filled('objectif 40 milliards en 2030 et 270 000 emplois, 25 milliards en 2026 ')],
  [
    'shares of many',
    filled('L’ITO pèse 40,3 %, le CRM 37,4 %, l’ESO 13,2 %, le BPO 8,9 % et le KPO 0,2 % en 2024. '),
  ],
  [
    'parts with a rest',
    filled('Offshoring : 9,9 milliards : 1,1 milliard, 2,2 milliards et le reste, 3,3 milliards. '),
  ],
  [
    'names and pronouns',
    filled('cette dernière celle-ci ces deux métiers les autres métiers réunis 3 milliards '),
  ],
  ['months and years', filled('de janvier à juin 2025 contre fin mars 2024 offshoring 3 % ')],
];
