// Figures that the press or a former system printed: a ratio alone can give a blank away, and then it is found; what leaves
// the blank its need is kept by every table, and what was revised since says nothing.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { disclosureProblem } from '../../src/analyse/disclosure-problem.ts';
import type { PrintedElsewhere } from '../../src/analyse/printed-elsewhere.ts';
import { type ProtectionInput, precisionOf, protect } from '../../src/analyse/protect.ts';
import { suppress } from '../../src/analyse/suppress.ts';
import { verifyCertificate } from '../../src/analyse/verify-certificate.ts';
import type { DisclosureParameters } from '../../src/design/disclosure.ts';
import { cellId, parseCellId } from '../../src/design/equation.ts';
import { structureOf } from '../../src/design/equations.ts';
import { ratio } from '../../src/design/rational.ts';
import { cellsOf, DOMAIN, INDICATORS, indexOf, row } from './fixture.ts';

const PARAMETERS: DisclosureParameters = {
  ...{ validFrom: '2000-01-01', validTo: null, frequency: 3, p: ratio(10n), q: null, dominance: [] },
};
const MONTHS = ['2024-01', '2024-02', '2024-03', '2025-01', '2025-02', '2025-03'];
const million = (millions: bigint) => millions * 100_000_000n;

/** Eight holdings in ITO and CRM; in KPO of February 2025 one of 40 million in France, eight of 5 elsewhere and before. */
const ROWS = MONTHS.flatMap((month) =>
  ['ITO', 'CRM', 'KPO'].flatMap((segment) =>
    ['FR', 'US'].flatMap((partner) => {
      const alone = segment === 'KPO' && month.startsWith('2025') && partner === 'FR';
      const holdings = alone ? ['A'] : ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];
      const value = million(alone ? 400n : segment === 'KPO' ? 5n : 250n);
      return holdings.map((holding) =>
        row({ month, segment, partner, holding: `${segment}${holding}`, value }),
      );
    }),
  ),
);

const KPO = 'EXPORTS/M.MA.W1.KPO.EXPORTS.MAD.2025/2025-02';
const figure = (id: string, value: bigint, step: bigint, decimals = 1n): PrintedElsewhere => ({
  ...{ cell: parseCellId(id), value: ratio(value, decimals), step: ratio(step, decimals) },
});
/** KPO of February is 440 of 8,440 million, and was 80 of 8,080 a year before. */
const SHARE = figure('EXPORTS/M.MA.W1.KPO.EXPORTS_SHARE.PC.2025/2025-02', 52n, 1n, 10n);
const GROWTH = figure('EXPORTS/M.MA.W1.KPO.EXPORTS_YOY.PC.2025/2025-02', 4500n, 1n, 10n);
const REVISED = figure('EXPORTS/M.MA.W1.KPO.EXPORTS_SHARE.PC.2025/2025-02', 50n, 1n, 10n);
const COARSE = figure(KPO, 0n, 2_000_000_000n);

function inputOf(elsewhere: readonly PrintedElsewhere[]): ProtectionInput {
  return {
    ...{ cells: cellsOf(ROWS), indexes: [indexOf(ROWS)], structure: structureOf(DOMAIN), elsewhere },
    ...{ parameters: PARAMETERS, waived: new Set<string>(), indicators: INDICATORS, attackers: 'public' },
  };
}

test('a printed ratio alone gives a protected cell away: it is found, named, and passes when two people accept it', async () => {
  const without = await protect(inputOf([]));
  assert.equal(without.report.at_risk, 0);
  assert.ok(
    without.suppressed.some((each) => cellId(each) === KPO),
    'the level itself is blank',
  );
  for (const told of [SHARE, GROWTH]) {
    const { report } = await protect(inputOf([told]));
    const exposed = report.unprotected.find(({ cell }) => cell === KPO);
    const { dataflow, key, period } = told.cell;
    assert.ok(exposed?.because.includes(`${dataflow}/${key}/${period}#elsewhere`), key);
    const accepted = report.unprotected.map(({ cell }) => ({
      ...{ cell, ground: 'public' as const, holdings: [] },
    }));
    const { report: passed } = await protect({ ...inputOf([told]), accepted });
    assert.ok(passed.accepted.some(({ cell }) => cell === KPO));
    assert.equal(passed.at_risk, 0, key);
  }
});

test('what was revised since, and what is too coarse to tell, hides as before', async () => {
  for (const told of [REVISED, COARSE]) assert.equal((await protect(inputOf([told]))).report.at_risk, 0);
});

test('the verifier holds a proof against what was printed elsewhere by itself', async () => {
  const problemWith = (elsewhere: readonly PrintedElsewhere[]) =>
    disclosureProblem({ ...inputOf(elsewhere), precision: precisionOf(INDICATORS) });
  const { suppressed, witnesses, omitted } = await suppress(problemWith([]), { attackers: 'public' });
  const certificate = { suppressed: [...suppressed], omitted: [...omitted], witnesses };
  assert.deepEqual(verifyCertificate(problemWith([]), certificate, 'public'), []);
  const told = problemWith([SHARE]);
  const unproven = verifyCertificate(told, certificate, 'public');
  assert.ok(unproven.includes(told.system.numberOf.get(KPO) ?? -1));
});
