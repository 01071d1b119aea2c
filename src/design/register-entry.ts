// Enterprises and holdings that come to the register after it was written: recorded like changes, added to its entries.

import type { Holding, RegisterEntry } from './domain.ts';
import { EXPECTATIONS, NOTHING, PLACES } from './fault-words.ts';
import { enterpriseOf, isValidIce } from './ice.ts';
import type { RegisterChange } from './register-change.ts';
import { SIZES, sizeOf } from './register-size.ts';
import type { Text } from './text.ts';

/** Fields of `register_changes` that add an enterprise, as JSON, and a holding, by its name. */
export const ENTRY_FIELD = 'entry';
export const HOLDING_FIELD = 'holding_entry';

/** What is said of a new enterprise, as a form sends it. */
export type EntryRequest = {
  readonly ice: string;
  readonly name: string;
  /** Code of the holding; null for none. */
  readonly holding: string | null;
  readonly segment: string;
  readonly otherSegment: string | null;
  readonly size: string;
  readonly exportZone: boolean;
  readonly respondent: boolean;
  readonly from: string;
};
type Known = {
  readonly register: readonly RegisterEntry[];
  readonly holdings: readonly Holding[];
  readonly segments: readonly { readonly code: string }[];
};
type EntryFault = { readonly where: Text; readonly found: string | Text; readonly expected: Text };

/** What is wrong with a new enterprise; nothing when it can be added. */
export function entryFaults(request: EntryRequest, known: Known): readonly EntryFault[] {
  const { ice, name, holding, segment, otherSegment, size, from } = request;
  const isSegment = (code: string) => known.segments.some((each) => each.code === code);
  const isDay = /^\d{4}-\d\d-\d\d$/.test(from) && !Number.isNaN(Date.parse(`${from}T00:00:00Z`));
  const held = isValidIce(ice) && known.register.some((entry) => entry.enterprise === enterpriseOf(ice));
  const checks = [
    [!isValidIce(ice), PLACES.ice, ice, EXPECTATIONS.ice],
    [held, PLACES.ice, ice, EXPECTATIONS.new_enterprise],
    [name.trim() === '' || name.length > 200, PLACES.name, name, EXPECTATIONS.name],
    [
      !(holding === null || known.holdings.some(({ code }) => code === holding)),
      PLACES.holding,
      holding ?? '',
      EXPECTATIONS.holding,
    ],
    [!isSegment(segment), PLACES.segment, segment, EXPECTATIONS.segment],
    [
      !(otherSegment === null || (isSegment(otherSegment) && otherSegment !== segment)),
      PLACES.segment,
      otherSegment ?? '',
      EXPECTATIONS.other_segment,
    ],
    [sizeOf(size) === undefined, PLACES.size, size, EXPECTATIONS.size],
    [!isDay, PLACES.from, from, EXPECTATIONS.day],
  ] as const;
  return checks
    .filter(([bad]) => bad)
    .map(([, where, found, expected]) => ({ where, found: found === '' ? NOTHING : found, expected }));
}

/** What is wrong with a new holding. */
export function holdingFaults(
  { code, name }: Holding,
  { holdings }: Pick<Known, 'holdings'>,
): readonly EntryFault[] {
  const checks = [
    [!/^[A-Z][A-Z0-9]{1,11}$/.test(code), PLACES.code, code, EXPECTATIONS.holding_code],
    [holdings.some((each) => each.code === code), PLACES.code, code, EXPECTATIONS.new_holding],
    [name.trim() === '' || name.length > 200, PLACES.name, name, EXPECTATIONS.name],
  ] as const;
  return checks
    .filter(([bad]) => bad)
    .map(([, where, found, expected]) => ({ where, found: found === '' ? NOTHING : found, expected }));
}

/** A new enterprise as it is recorded. */
export function entryText({ from: _, ...request }: EntryRequest): string {
  return JSON.stringify({ ...request, name: request.name.trim() });
}

/** The enterprises that changes add, in their order. */
export function entriesIn(changes: readonly RegisterChange[]): readonly RegisterEntry[] {
  return changes
    .filter(({ field }) => field === ENTRY_FIELD)
    .map(({ after, valid_from }) => {
      const { holding, size, ...said } = JSON.parse(after ?? '{}') as Omit<EntryRequest, 'from'>;
      const enterprise = enterpriseOf(said.ice);
      return {
        ...said,
        ...{ enterprise, holding: holding ?? enterprise, size: sizeOf(size) ?? SIZES[2] },
        ...{ validFrom: valid_from, validTo: null, reference: 'register change' },
      };
    });
}

/** The holdings with those that changes add. */
export function holdingsWith(
  holdings: readonly Holding[],
  changes: readonly RegisterChange[],
): readonly Holding[] {
  const added = changes.filter(({ field }) => field === HOLDING_FIELD);
  return [
    ...holdings,
    ...added.map(({ enterprise, after }) => ({ code: enterprise, name: after ?? enterprise })),
  ];
}
