import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jsonStat } from '../../src/disseminate/json-stat.ts';
import { wholeFlow } from '../../src/disseminate/selection.ts';
import { structureData } from '../../src/disseminate/structure.ts';
import { DOMAIN, observationsOf } from './release-fixture.ts';

type Dataset = {
  readonly id: readonly string[];
  readonly size: readonly number[];
  readonly dimension: { readonly [id: string]: { readonly category: { readonly index: readonly string[] } } };
  readonly value: { readonly [place: string]: number };
  readonly status: { readonly [place: string]: string };
};

test('every observation is found again at its place, and a suppressed one has a status without a value', () => {
  const flow = DOMAIN.dataflows.find(({ id }) => id === 'EXPORTS');
  assert.ok(flow);
  const groups = Map.groupBy(observationsOf(), ({ key }) => key);
  const series = [...groups].map(([key, observations]) => ({ parts: key.split('.'), observations }));
  const selection = wholeFlow({ agency: 'XX', flow, structure: structureData(DOMAIN) }, series);
  const head = { id: 'X', prepared: '2025-10-01T00:00:00Z', sender: 'XX', test: true };
  const dataset = JSON.parse([...jsonStat(selection, head)].join('')) as Dataset;
  const placeOf = (values: readonly string[]) =>
    values.reduce(
      (sum, value, at) =>
        sum * (dataset.size[at] ?? 0) +
        (dataset.dimension[dataset.id[at] ?? '']?.category.index.indexOf(value) ?? -1),
      0,
    );
  for (const { key, period, value, attributes } of observationsOf()) {
    const place = String(placeOf([...key.split('.'), period]));
    assert.equal(dataset.value[place], value === null ? undefined : Number(value), `${key} ${period}`);
    assert.equal(dataset.status[place], attributes['OBS_STATUS']);
  }
});
