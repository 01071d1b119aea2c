// What `npm run bench:editing` measured, as a section of docs/benchmarks.md: identifiable errors, look-alikes and
// non-response, each by itself.

import type { Judged, Result, RuleRecord, Totals } from './editing-case.ts';
import { PERIOD, REVIEWS } from './editing-case.ts';
import type { Response } from './editing-response.ts';

/** The section on errors and look-alikes. */
export function editingSection(results: readonly Result[]): string {
  const seeds = [...new Set(results.map(({ of }) => of.seed))].join(', ');
  const lines = results[0]?.of.lines.toLocaleString('en') ?? '0';
  return [
    `## Editing, measured against the truth\n\nWritten by \`npm run bench:editing\`. Reporting seeds ${seeds}; seeds 1 to 5 are for tuning and not reported on. About ${lines} settlements over four quarters for each case; totals are those of ${PERIOD}. The second generator was written apart from the rules, with mechanisms that they do not know, and nothing was set on it. "Right" is counted as the truth counts it: amount (within 0.1 % or one dirham), month, segment and partner, or left out where it should be. "Held" is not right yet, but left out for now or flagged for a person. Kinds and rules are counted over all seeds together.`,
    `### Totals: error in percent of the truth\n\n${totalsTable(results)}`,
    ...['first', 'second'].map((generator) => {
      const own = pooled(results.filter(({ of }) => of.generator === generator));
      return `### Identifiable errors, ${generator} generator\n\n${kindsTable(own, false)}\n\n### Look-alikes, ${generator} generator\n\n${kindsTable(own, true)}`;
    }),
    `### Precision of what acted\n\nLines that a rule changed or left out, and how many of them were wrong before and right after. A line with an error beside the one that was corrected is not right.\n\n${rulesTable(pooled(results))}`,
  ].join('\n\n');
}

/** The section on non-response. */
export function responseSection(responses: readonly Response[]): string {
  const head = `## Non-response, measured\n\nWritten by \`npm run bench:editing -- --only response\`. Months of banks taken away at random from declarations without errors, many times; the largest units, which are never imputed, are taken as called back. Mean absolute error in percent of the half-year. Seeds are economies: the register is the same, sizes, clients, banks and months are drawn anew.`;
  return [head, ...responses.map(responseTable), ...(responses.length > 1 ? [together(responses)] : [])].join(
    '\n\n',
  );
}

type Pooled = {
  readonly of: Pick<Result['of'], 'generator' | 'rate'>;
  readonly kinds: readonly Judged[];
  readonly rules: readonly RuleRecord[];
};

/** Counts of the cases of one generator and rate added over their seeds. */
function pooled(results: readonly Result[]): readonly Pooled[] {
  return [...Map.groupBy(results, ({ of }) => `${of.generator} ${of.rate}`).values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const kinds = Map.groupBy(
      own.flatMap((each) => each.kinds),
      ({ kind, lookAlike }) => `${kind} ${lookAlike}`,
    );
    const rules = Map.groupBy(
      own.flatMap((each) => each.rules),
      ({ rule }) => rule,
    );
    return [
      { of: first.of, kinds: [...kinds.values()].flatMap(added), rules: [...rules.values()].flatMap(added) },
    ];
  });
}

/** Rows of one name as one: their numbers added. */
function added<T extends object>(rows: readonly T[]): readonly T[] {
  const [first, ...others] = rows;
  if (first === undefined) return [];
  const sum = (name: string) =>
    rows.reduce((total, row) => total + Number((row as { readonly [key: string]: unknown })[name]), 0);
  if (others.length === 0) return [first];
  return [
    Object.fromEntries(
      Object.entries(first).map(([name, value]) => [name, typeof value === 'number' ? sum(name) : value]),
    ) as T,
  ];
}

function totalsTable(results: readonly Result[]): string {
  const segments = ['_T', 'ITO', 'CRM', 'ESO', 'BPO', 'KPO'];
  const rows = results.flatMap(({ of, truth, before, automatic, reviewed, decisions, reviews }) => {
    const name = `${of.generator}, ${100 * of.rate} %, seed ${of.seed}`;
    const row = (what: string, totals: Totals) =>
      `| ${name} | ${what} | ${segments.map((segment) => deviation(totals, truth, segment)).join(' | ')} |`;
    return [
      row('as declared', before),
      row('after automatic treatment', automatic),
      row(`after the first ${Math.min(reviews, REVIEWS)} reviews (${decisions} decisions)`, reviewed),
    ];
  });
  return [
    `| case | state | ${segments.join(' | ')} |`,
    `|---|---|${segments.map(() => '---:|').join('')}`,
    ...rows,
  ].join('\n');
}

function kindsTable(results: readonly Pooled[], lookAlike: boolean): string {
  const kinds = [
    ...new Set(
      results.flatMap(({ kinds }) =>
        kinds.filter((each) => each.lookAlike === lookAlike).map(({ kind }) => kind),
      ),
    ),
  ].sort();
  const heads = results.map(({ of }) => `${100 * of.rate} %`);
  const cell = ({ kinds: all }: Pooled, kind: string) => {
    const found = all.find((each) => each.kind === kind && each.lookAlike === lookAlike);
    return found === undefined ? '' : judgedText(found);
  };
  const note = lookAlike ? 'Lines left untouched of all.' : 'Recall: right of all, and held.';
  return [
    `${note}\n`,
    `| kind | ${heads.join(' | ')} |`,
    `|---|${heads.map(() => '---:|').join('')}`,
    ...kinds.map((kind) => `| ${kind} | ${results.map((result) => cell(result, kind)).join(' | ')} |`),
  ].join('\n');
}

function judgedText({ lines, right, held, lookAlike }: Judged): string {
  const part = `${right}/${lines} (${((100 * right) / lines).toFixed(1)} %)`;
  return lookAlike || held === 0 ? part : `${part}, held ${held}`;
}

function rulesTable(results: readonly Pooled[]): string {
  const rules = [...new Set(results.flatMap(({ rules: own }) => own.map(({ rule }) => rule)))].sort();
  const heads = results.map(({ of }) => `${of.generator} ${100 * of.rate} %`);
  const cell = ({ rules: own }: Pooled, rule: string) => precision(own.find((each) => each.rule === rule));
  return [
    `| rule | ${heads.join(' | ')} |`,
    `|---|${heads.map(() => '---:|').join('')}`,
    ...rules.map((rule) => `| ${rule} | ${results.map((result) => cell(result, rule)).join(' | ')} |`),
  ].join('\n');
}

function precision(record: RuleRecord | undefined): string {
  if (record === undefined) return '';
  return `${record.right}/${record.acted}`;
}

function responseTable({ seed, rate, draws, segments }: Response): string {
  return [
    `Seed ${seed}, ${100 * rate} % of the months of banks, ${draws} draws:\n`,
    '| segment | draws with something imputed | covered by the 90 % interval | error without estimates | error with them |',
    '|---|---:|---:|---:|---:|',
    ...segments.map(
      ({ segment, imputed, covered, errorWithout, errorWith }) =>
        `| ${segment} | ${imputed} | ${imputed === 0 ? '' : `${((100 * covered) / imputed).toFixed(1)} %`} | ${errorWithout.toFixed(3)} | ${errorWith.toFixed(3)} |`,
    ),
  ].join('\n');
}

/** Coverage over all seeds together. */
function together(responses: readonly Response[]): string {
  const all = Map.groupBy(
    responses.flatMap(({ segments }) => segments),
    ({ segment }) => segment,
  );
  const rows = [...all].map(([segment, own]) => {
    const sum = (of: (each: (typeof own)[number]) => number) =>
      own.reduce((total, each) => total + of(each), 0);
    const [imputed, covered] = [sum((each) => each.imputed), sum((each) => each.covered)];
    return `| ${segment} | ${imputed} | ${imputed === 0 ? '' : `${((100 * covered) / imputed).toFixed(1)} %`} |`;
  });
  return ['All seeds:\n', '| segment | draws | covered |', '|---|---:|---:|', ...rows].join('\n');
}

function deviation(totals: Totals, truth: Totals, segment: string): string {
  const of = Number(truth.get(segment) ?? 0n);
  const value = (100 * (Number(totals.get(segment) ?? 0n) - of)) / of;
  return `${value >= 0 ? '+' : '−'}${Math.abs(value).toFixed(3)}`;
}
