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
  const truths = openLines(join(out, 'truth.csv'));
  const arrivals = openLines(join(out, 'arrivals.csv'));
  const totals = openLines(join(out, 'truth-totals.csv'));
  const register = openLines(join(out, 'register.csv'));
  const notice = openLines(join(out, 'SYNTHETIC.md'));
  notice.write(NOTICE.trimEnd());
  truths.write('file,ordinal,line_id,error,kind,field,true_value,true_mad,month,segment,partner,treatment');
  arrivals.write('file,arrives_at,form');
  totals.write('month,segment,mad');
  register.write('enterprise,field,to,from,reason');
  let [lines, errors, lookAlikes, files] = [0, 0, 0, 0];
  const truth: Ledger['truth'] = (file, ordinal, lineId, of) => {
    lines += 1;
    if (of.truth.treatment === 'keep' && of.truth.error !== '17') lookAlikes += 1;
    else errors += 1;
    truths.write(truthRow(file, ordinal, lineId, of));
  };
  const event: Ledger['event'] = (month, error, kind, enterprise) => {
    lookAlikes += 1;
    truths.write(['', '', '', error, kind, 'resident_ice', enterprise, '', month, '', '', 'keep'].join(','));
  };
  return {
    event,
    merger: ({ enterprise, successor, month }) => {
      event(month, '16', 'merged', enterprise);
      register.write([enterprise, 'successor', successor, `${month}-01`, 'merger (synthetic)'].join(','));
    },
    line: (file, ordinal, { truth: said, line, declared }) => {
      if (said === null) lines += 1;
      else
        truth(file, ordinal, declared['line_id'] ?? '', {
          truth: said,
          month: line.month,
          segment: line.segment,
          partner: line.client.country,
        });
    },
    truth,
    clean: (count) => {
      lines += count;
    },
    file: (file, error, kind, treatment) => {
      errors += 1;
      truths.write([file, '', '', error, kind, '', '', '', '', '', '', treatment].join(','));
    },
    missing: (file, month, sums) => {
      errors += 1;
      for (const [segment, sum] of [...sums].sort())
        truths.write(
          [file, '', '', '12', 'missing', '', '', formatScaled(sum, 2), month, segment, '', 'impute'].join(
            ',',
          ),
        );
    },
    arrival: (file, arrives, form) => {
      files += 1;
      arrivals.write(`${file},${arrives},${form}`);
    },
    total: (month, segment, centimes) => totals.write(`${month},${segment},${formatScaled(centimes, 2)}`),
    counts: () => ({ lines }),
    close: () => {
      for (const each of [truths, arrivals, totals, register, notice]) each.close();
      return { files, lines, errors, lookAlikes };
    },
  };
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
