// The figures of a selection as a file, and as a question to the data API.

import { EXPORTS_DIMENSIONS, formatKey } from '../../design/key.ts';
import { type Edition, EXPORTS_FLOW } from './edition.ts';
import { keyFor } from './figure.ts';
import { periodsOf, type Selection } from './selection.ts';

/** Released observations of a selection: dimensions, period, value, status; codes and printed values alone. */
export function selectionFile(edition: Edition, selection: Selection): string {
  const periods = new Set(periodsOf(edition, selection));
  const rows = keysOf(edition, selection).flatMap((key) =>
    (edition.release.series(EXPORTS_FLOW, key)?.observations ?? [])
      .filter(({ period }) => periods.has(period))
      .map(({ period, value, attributes }) =>
        [
          ...key.split('.'),
          period,
          value ?? '',
          attributes['OBS_STATUS'] ?? '',
          attributes['UNIT_MULT'] ?? '',
        ].join(','),
      ),
  );
  const head = [...EXPORTS_DIMENSIONS, 'TIME_PERIOD', 'OBS_VALUE', 'OBS_STATUS', 'UNIT_MULT'].join(',');
  return `${[head, ...rows].join('\n')}\n`;
}

/** The address at which the data API answers with the same series. */
export function selectionKey(edition: Edition, selection: Selection): string {
  const { agency, dataflows } = edition.reference;
  const version = dataflows.find(({ id }) => id === EXPORTS_FLOW)?.version ?? '+';
  const keys = keysOf(edition, selection).join(',');
  return `/sdmx/3/data/dataflow/${agency}/${EXPORTS_FLOW}/${version}/${keys}`;
}

function keysOf(edition: Edition, selection: Selection): readonly string[] {
  const { refArea, scope } = edition.reference;
  const { indicator, segments, partners, freq } = selection;
  return segments.flatMap((segment) =>
    partners.map((partner) =>
      formatKey({
        ...keyFor({ indicator, segment, partner, period: edition.period }, { refArea, scope }),
        FREQ: freq,
      }),
    ),
  );
}
