// Which segment leads is said only where no segment that is not shown could be higher.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Observation } from '../../../src/design/observation.ts';
import { type Edition, editionOf } from '../../../src/disseminate/public/edition.ts';
import { quarterLines } from '../../../src/disseminate/public/pages/segment-tables.ts';
import { fixtureObservations, fixtureRelease } from './fixture.ts';

const PERIOD = '2025-Q2';

/** An edition whose last quarter has these values; null is confidential. */
function edition(values: { readonly [segment: string]: number | null }): Edition {
  const changed = fixtureObservations().map((each): Observation => {
    const [freq, , partner, segment = '', indicator] = each.key.split('.');
    const value = values[segment];
    if (each.period !== PERIOD || freq !== 'Q' || partner !== 'W1' || indicator !== 'EXPORTS') return each;
    if (value === undefined) return each;
    const withheld = { ...each.attributes, OBS_STATUS: 'Q', CONF_STATUS: 'C' };
    return value === null
      ? { ...each, value: null, attributes: withheld }
      : { ...each, value: String(value) };
  });
  return editionOf(fixtureRelease({}, 1, changed));
}

const finding = (values: { readonly [segment: string]: number | null }) =>
  String(quarterLines(edition(values), 'en'));
const ALL = { ITO: 90, CRM: 50, ESO: 30, BPO: 20, KPO: 10, _T: 200 };

test('the segment with the highest value leads where all are shown, or what is not shown is lower', () => {
  assert.match(finding(ALL), /leads with \W?90\W? million/);
  assert.match(finding({ ...ALL, KPO: null }), /leads with \W?90\W? million/);
});

test('none leads where a segment that is not shown may be higher, or all are zero', () => {
  for (const values of [
    { ...ALL, ITO: null },
    { ...ALL, KPO: null, _T: null },
    { ITO: 0, CRM: 0, ESO: 0, BPO: 0, KPO: 0, _T: 0 },
  ])
    assert.doesNotMatch(finding(values), /leads with/, JSON.stringify(values));
});
