// The requests by which staff choose how releases are protected and accept a residual risk.

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
