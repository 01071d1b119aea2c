// The settlements of the banks on their way into files: one file for each bank and month, more where it grows too long.

import type { Body } from './declaration-body.ts';
import type { Injected } from './declared-line.ts';
import { beginBody, discardBody, fileName, type Sender, sendDeclaration } from './send-declaration.ts';
import { isMissing, type Simulation, senderForm } from './simulation.ts';

export type BankFiles = {
  /** Declares a line in the file of its bank for its month, or for a later one. */
  readonly declare: (line: Injected) => Promise<void>;
  /** Sends the files of a month. */
  readonly close: (month: string) => Promise<void>;
};

/** Lines of a workbook at most: it is made in memory. */
const WORKBOOK_LINES = 20_000;

/** Opens the files of the banks; each is on disk from its first line on. */
export function openBankFiles(simulation: Simulation): BankFiles {
  const open = new Map<string, { readonly sender: Sender; readonly body: Body }>();
  const begin = (code: string, period: string, sequence: number) => {
    const sender: Sender = { type: 'bank', code, period, sequence };
    const file = { sender, body: beginBody(simulation, sender, senderForm(simulation, code)) };
    open.set(`${code} ${period}`, file);
    return file;
  };
  const never = new Map<string, Map<string, bigint>>();
  return {
    declare: async (injected) => {
      const { bank, line, declaredIn = line.month } = injected;
      if (isMissing(simulation, bank, declaredIn)) {
        tally(never, `${bank} ${declaredIn}`, injected);
        return;
      }
      const { sender, body } = open.get(`${bank} ${declaredIn}`) ?? begin(bank, declaredIn, 1);
      const ordinal = body.add(injected.declared);
      simulation.ledger.line(fileName(sender, body.form), ordinal, injected);
      if (ordinal < mostLines(simulation, body)) return;
      await sendDeclaration(simulation, sender, body);
      begin(bank, declaredIn, sender.sequence + 1);
    },
    close: async (month) => {
      for (const code of simulation.bankCodes) {
        const sums = never.get(`${code} ${month}`);
        if (sums === undefined) continue;
        const sender: Sender = { type: 'bank', code, period: month, sequence: 1 };
        simulation.ledger.missing(fileName(sender, senderForm(simulation, code)), month, sums);
        never.delete(`${code} ${month}`);
      }
      const due = [...open].filter(([, { sender }]) => sender.period === month).sort();
      for (const [key, { sender, body }] of due) {
        open.delete(key);
        if (body.lines() > 0) await sendDeclaration(simulation, sender, body);
        else discardBody(body);
      }
    },
  };
}

/** What a line would have counted for, by segment. */
function tally(never: Map<string, Map<string, bigint>>, key: string, { line, truth }: Injected): void {
  const sums = never.get(key) ?? new Map<string, bigint>();
  never.set(key, sums.set(line.segment, (sums.get(line.segment) ?? 0n) + (truth?.trueMad ?? line.mad)));
}

function mostLines({ linesPerFile }: Simulation, { form }: Body): number {
  return form.format === 'xlsx' ? Math.min(WORKBOOK_LINES, linesPerFile) : linesPerFile;
}
