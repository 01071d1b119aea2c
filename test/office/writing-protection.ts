// The requests by which staff choose how releases are protected and accept a residual risk.

import { setTimeout } from 'node:timers/promises';
import { endProcess } from '../../src/engine/program.ts';
import type { Case } from './writing-cases.ts';
import type { WritingOffice } from './writing-office.ts';

const CELL = 'EXPORTS/Q.MA.W1.KPO.EXPORTS.MAD.2025/2024-Q1';
const PAGE = '/protection';

/** One for each route, in the order in which they follow. */
export function protectionCases({ as, store }: WritingOffice): readonly Case[] {
  const [compiler, releaser] = [as('compiler'), as('releaser')];
  const nothing = async () => '';
  const proposal = async () =>
    String(
      store.get<{ n: number }>("SELECT max(seq) AS n FROM two_person_steps WHERE act = 'residual risk'")?.n,
    );
  const risk = { cell: CELL, ground: 'public', source: 'yearbook, table 4', reason: 'printed before' };
  return [
    {
      ...{ route: `POST ${PAGE}`, prepare: nothing },
      send: () => compiler.post(PAGE, { option: 'merge:BPO_KPO', reason: 'one firm' }),
    },
    {
      ...{ route: `POST ${PAGE}/compare`, prepare: nothing },
      send: async () => ended(store, await compiler.post(`${PAGE}/compare`)),
    },
    {
      ...{ route: `POST ${PAGE}/risks`, prepare: nothing },
      send: () => compiler.post(`${PAGE}/risks`, risk),
    },
    {
      ...{ route: `POST ${PAGE}/risks/approve`, prepare: proposal },
      send: (seen) => releaser.post(`${PAGE}/risks/approve`, { cell: CELL, proposal: seen }),
    },
    {
      ...{ route: `POST ${PAGE}/risks/end`, prepare: nothing },
      send: () => compiler.post(`${PAGE}/risks/end`, { cell: CELL, reason: 'no longer printed' }),
    },
  ];
}

/** Ends what was started, so that it writes nothing beside the requests that follow. */
async function ended(store: WritingOffice['store'], answer: Response): Promise<Response> {
  const going = () => store.get<{ pid: number }>('SELECT pid FROM run_jobs WHERE ended_at IS NULL')?.pid;
  for (let turn = 0; answer.status < 400 && turn < 400; turn += 1) {
    const pid = going();
    if (pid === undefined) return answer;
    endProcess(pid);
    await setTimeout(50);
  }
  return answer;
}
