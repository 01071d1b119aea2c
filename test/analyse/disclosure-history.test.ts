// Two years of releases with late and corrected declarations: nobody at risk, against the public and every holding, over all
// that was ever printed, and no figure that comes or goes without a cause.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type HistorySpec, protectHistory } from './disclosure-history.ts';
import { PARAMETERS } from './disclosure-parameters.ts';

const SPEC: HistorySpec = {
  size: {
    ...{ partners: 3, holdings: { ITO: 6, CRM: 5, KPO: 3 }, seed: 3 },
    months: ['2023-01', '2024-12'],
  },
  releases: ['2023-S1', '2023', '2024-S1', '2024'],
  months: ['2023-06', '2023-12', '2024-06', '2024-12'],
  ...{ late: 0.02, corrected: 0.01, attackers: 'all' },
  parameters: PARAMETERS,
};

test('24 months in four releases: 0 at risk for all attackers over all vintages, no flicker without cause', async () => {
  let changed = 0;
  for await (const { release, alone, made } of protectHistory(SPEC)) {
    assert.equal(
      alone.report.at_risk,
      alone.report.given.length,
      `${release}: all but what the past gives away`,
    );
    assert.deepEqual([made.report.at_risk, made.report.unprotected], [0, []], release);
    assert.equal(made.report.attackers, 'all');
    assert.ok(made.report.audited > 0, release);
    assert.deepEqual(made.report.changed.withoutCause, [], release);
    changed += made.report.changed.cells;
  }
  assert.ok(changed > 0, 'revisions moved some figures');
});
