// `marsad risks WS …`: cells whose residual risk two people accept, each on a ground that every run sees again.

import type { AcceptedRisk } from '../analyse/accepted-risk.ts';
import type { Effects } from '../engine/effects.ts';
import { Refused } from '../engine/errors.ts';
import type { Store } from '../engine/store.ts';
import { approveRisk, endRisk, proposeRisk, type RiskStanding, riskStandings } from './accepted-risks.ts';
import { type Command, flagOption, type Options, textOption } from './command.ts';
import { PROPOSAL_OPTION, seenOption } from './seen-proposal.ts';
import { openWorkspace } from './workspace.ts';

export const risksCommand: Command = {
  name: 'risks',
  usage: 'WS [list|propose|approve|end] [CELL]',
  summary: 'cells that stay at risk and are accepted by two people: public already, or with leave',
  options: {
    ground: {
      type: 'string',
      help: 'propose: public (it cannot be unknown any more) or waived (with leave)',
    },
    holdings: { type: 'string', help: 'propose, waived: the holdings that gave leave, with commas' },
    source: { type: 'string', help: 'propose: where it is public, or the reference of the leave' },
    reason: { type: 'string', help: 'propose, end: why' },
    proposal: PROPOSAL_OPTION,
  },
  run: async ([root, word = 'list', cell], options, effects) => {
    if (root === undefined) throw new Refused('which workspace? `marsad risks WS`');
    const workspace = openWorkspace(root);
    try {
      const verb = VERBS[word];
      if (verb === undefined)
        throw new Refused(`found ${word}, expected one of list, ${Object.keys(VERBS).join(', ')}`);
      const said = verb(workspace.store, cell ?? '', options, effects);
      const standings = riskStandings(workspace.store);
      if (flagOption(options, 'json')) effects.log.print(JSON.stringify(standings, null, 2));
      else for (const line of said ?? listed(standings)) effects.log.print(line);
      return 0;
    } finally {
      workspace.store.close();
    }
  },
};

type Verb = (store: Store, cell: string, options: Options, effects: Effects) => readonly string[] | undefined;

const VERBS: { readonly [word: string]: Verb } = {
  list: () => undefined,
  propose: (store, cell, options, effects) => {
    const holdings = (textOption(options, 'holdings') ?? '').split(',').filter((name) => name !== '');
    const ground = (textOption(options, 'ground') ?? '') as AcceptedRisk['ground'];
    const [source = '', reason = ''] = [textOption(options, 'source'), textOption(options, 'reason')];
    proposeRisk(store, { cell, ground, holdings, source, reason }, effects);
    return [
      `the risk of ${cell} is proposed: another person accepts it with \`marsad risks WS approve CELL\``,
    ];
  },
  approve: (store, cell, options, effects) => {
    const { proposer, approver } = approveRisk(store, { cell, seen: seenOption(options) }, effects);
    return [
      `the risk of ${cell} is accepted by ${proposer} and ${approver}: \`marsad protect WS\` counts it`,
    ];
  },
  end: (store, cell, options, effects) => {
    endRisk(store, { cell, reason: textOption(options, 'reason') ?? '' }, effects);
    return [`the risk of ${cell} is no longer accepted`];
  },
};

function listed(standings: readonly RiskStanding[]): readonly string[] {
  if (standings.length === 0) return ['no cell is accepted, and none is proposed'];
  return standings.map(({ cell, state, ground, holdings, source, reason, proposer, approver }) => {
    const whose = holdings.length === 0 ? '' : ` by ${holdings.join(', ')}`;
    const who = approver === null ? proposer : `${proposer}, ${approver}`;
    return `${state.padEnd(9)} ${cell}  ${ground}${whose} (${source}): ${reason}  ${who}`;
  });
}
