// What is true of the simulated declarations: every error and look-alike, every arrival, the totals.

import { join } from 'node:path';
import { formatScaled } from '../design/rational.ts';
import { makeFolder } from '../engine/files.ts';
import { openLines } from '../engine/line-file.ts';
import type { Injected, Truth } from './declared-line.ts';
import type { Merger } from './merger.ts';

export type TruthOf = {
  readonly truth: Truth;
  readonly month: string;
  readonly segment: string;
  readonly partner: string;
};
export type Ledger = {
  readonly line: (file: string, ordinal: number, injected: Injected) => void;
  readonly truth: (file: string, ordinal: number, lineId: string, of: TruthOf) => void;
  readonly clean: (lines: number) => void;
  /** An error of a whole file. */
  readonly file: (file: string, error: string, kind: string, treatment: string) => void;
  /** A bank that never declares a month: what it would have declared, in centimes by segment. */
  readonly missing: (file: string, month: string, sums: ReadonlyMap<string, bigint>) => void;
  /** A legitimate event of an enterprise that looks like a break in its series. */
  readonly event: (month: string, error: string, kind: string, enterprise: string) => void;
  /** An enterprise that goes on in another, as the register learns of it. */
  readonly merger: (merger: Merger) => void;
  readonly arrival: (file: string, arrives: string, form: string) => void;
  readonly total: (month: string, segment: string, centimes: bigint) => void;
  /** What enterprises that no survey asks receive otherwise than through banks. */
  readonly unasked: (month: string, segment: string, centimes: bigint) => void;
  readonly counts: () => { readonly lines: number };
  readonly close: () => {
    readonly files: number;
    readonly lines: number;
    readonly errors: number;
    readonly lookAlikes: number;
  };
};

const NOTICE = `# Synthetic declarations

Drawn by \`marsad simulate\`: no declarant, enterprise, bank or amount in this folder exists. The totals meet the published
figures of the domain; everything below them is invented. \`declarations/\` holds the files, \`arrivals.csv\` when each one
arrives and in which form, \`truth.csv\` every error and look-alike that was put in, \`truth-totals.csv\` the totals that the lines add up to,
\`register.csv\` the enterprises that go on in others, for \`marsad register WS --changes\`.
`;

/** Opens the files of truth below a folder. */
export function openLedger(out: string): Ledger {
  makeFolder(join(out, 'declarations'));
  const files = openFiles(out);
  const counts = { files: 0, lines: 0, errors: 0, lookAlikes: 0 };
  const truth: Ledger['truth'] = (file, ordinal, lineId, of) => {
    counts.lines += 1;
    if (of.truth.treatment === 'keep' && of.truth.error !== '17') counts.lookAlikes += 1;
    else counts.errors += 1;
    files.truth.write(truthRow(file, ordinal, lineId, of));
  };
  const clean = (lines: number) => {
    counts.lines += lines;
  };
  return {
    truth,
    clean,
    ...eventsIn(files, counts),
    ...faultsIn(files, counts),
    line: (file, ordinal, { truth: said, line, declared }) => {
      if (said === null) return clean(1);
      const { month, segment, client } = line;
      truth(file, ordinal, declared['line_id'] ?? '', {
        truth: said,
        month,
        segment,
        partner: client.country,
      });
    },
    arrival: (file, arrives, form) => {
      counts.files += 1;
      files.arrivals.write(`${file},${arrives},${form}`);
    },
    total: (month, segment, centimes) => files.totals.write(amountRow(month, segment, centimes)),
    unasked: (month, segment, centimes) => files.unasked.write(amountRow(month, segment, centimes)),
    counts: () => ({ lines: counts.lines }),
    close: () => {
      for (const each of Object.values(files)) each.close();
      return { ...counts };
    },
  };
}

/** The files of truth, each with its heading. */
const HEADINGS = {
  truth: [
    'truth.csv',
    'file,ordinal,line_id,error,kind,field,true_value,true_mad,month,segment,partner,treatment',
  ],
  arrivals: ['arrivals.csv', 'file,arrives_at,form'],
  totals: ['truth-totals.csv', 'month,segment,mad'],
  unasked: ['truth-unasked.csv', 'month,segment,mad'],
  register: ['register.csv', 'enterprise,field,to,from,reason'],
  notice: ['SYNTHETIC.md', NOTICE.trimEnd()],
} as const;
type Files = { readonly [F in keyof typeof HEADINGS]: ReturnType<typeof openLines> };

function openFiles(out: string): Files {
  const open = ([name, heading]: readonly [string, string]) => {
    const lines = openLines(join(out, name));
    lines.write(heading);
    return lines;
  };
  return {
    truth: open(HEADINGS.truth),
    arrivals: open(HEADINGS.arrivals),
    totals: open(HEADINGS.totals),
    unasked: open(HEADINGS.unasked),
    register: open(HEADINGS.register),
    notice: open(HEADINGS.notice),
  };
}

type Counts = { files: number; lines: number; errors: number; lookAlikes: number };

function eventsIn({ truth, register }: Files, counts: Counts): Pick<Ledger, 'event' | 'merger'> {
  const event: Ledger['event'] = (month, error, kind, enterprise) => {
    counts.lookAlikes += 1;
    truth.write(['', '', '', error, kind, 'resident_ice', enterprise, '', month, '', '', 'keep'].join(','));
  };
  return {
    event,
    merger: ({ enterprise, successor, month }) => {
      event(month, '16', 'merged', enterprise);
      register.write([enterprise, 'successor', successor, `${month}-01`, 'merger (synthetic)'].join(','));
    },
  };
}

function faultsIn({ truth }: Files, counts: Counts): Pick<Ledger, 'file' | 'missing'> {
  return {
    file: (file, error, kind, treatment) => {
      counts.errors += 1;
      truth.write([file, '', '', error, kind, '', '', '', '', '', '', treatment].join(','));
    },
    missing: (file, month, sums) => {
      counts.errors += 1;
      for (const [segment, sum] of [...sums].sort()) {
        const place = [file, '', '', '12', 'missing', '', '', formatScaled(sum, 2), month, segment, ''];
        truth.write([...place, 'impute'].join(','));
      }
    },
  };
}

function amountRow(month: string, segment: string, centimes: bigint): string {
  return `${month},${segment},${formatScaled(centimes, 2)}`;
}

function truthRow(
  file: string,
  ordinal: number,
  lineId: string,
  { truth, month, segment, partner }: TruthOf,
): string {
  const { error, kind, field, trueValue, trueMad, treatment } = truth;
  const place = [file, ordinal, lineId, error, kind, field, trueValue];
  return [...place, formatScaled(trueMad, 2), month, segment, partner, treatment].join(',');
}
