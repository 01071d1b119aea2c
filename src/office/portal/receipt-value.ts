// A receipt as a value for programs, the same in the page's download and in the interface.

import type { Declaration, Desk, Respondent } from './desk.ts';

/** What a receipt says. */
export function receiptValue(desk: Desk, respondent: Respondent, declaration: Declaration): object {
  const { receipt, period, sequence, replaces, state, lines, name, bytes, sha256, balance } = declaration;
  return {
    ...{ receipt, declarant_type: respondent.type, sender: respondent.sender, period, sequence },
    ...{ function: declaration.function, replaces, state, superseded_by: declaration.supersededBy },
    ...{ received_at: declaration.receivedAt, created_at: declaration.createdAt },
    ...{ file: name, bytes, sha256, upload: declaration.upload },
    log_mark: desk.logMark(declaration.upload),
    lines: {
      received: lines,
      ...(balance === null
        ? {}
        : { states: Object.fromEntries(balance.states.map((each) => [each.state, each.lines])) }),
      as_of: balance?.from ?? null,
    },
    office: desk.domain.agency,
    synthetic: desk.synthetic,
  };
}
