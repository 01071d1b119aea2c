// Parameters of the primary rules, drawn for tests and benches: p % alone, at least three holdings. Real ones are secret.

import type { DisclosureParameters } from '../../src/design/disclosure.ts';
import { ratio } from '../../src/design/rational.ts';

export const PARAMETERS: DisclosureParameters = {
  ...{ validFrom: '2000-01-01', validTo: null, frequency: 3, p: ratio(10n), q: null, dominance: [] },
};
