// Dated changes of the register: recorded one by one, never written into the entries. What is in force on a day is the
// entries of the definitions with the changes laid over them, in the order in which they were recorded.

import { inForce, type RegisterEntry } from './domain.ts';
import { ENTRY_FIELD, entriesIn, HOLDING_FIELD } from './register-entry.ts';
import { sizeOf } from './register-size.ts';

/** Fields that a change may name; `successor` says in which enterprise another goes on. */
export const REGISTER_FIELDS = [
  'name',
  'holding',
  'segment',
  'other_segment',
  'size',
  'export_zone',
  'respondent',
  'successor',
] as const;
export type RegisterField = (typeof REGISTER_FIELDS)[number];

/** As a row of `register_changes`. */
export type RegisterChange = {
  readonly seq: number;
  readonly enterprise: string;
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
  /** ISO day from which it holds. */
  readonly valid_from: string;
};

/** What changes no field of an entry. */
const APART: readonly string[] = ['successor', ENTRY_FIELD, HOLDING_FIELD];

/** The register with what was added to it and changes laid over it: an entry is split on the day from which a change of it holds. */
export function registerWith(
  register: readonly RegisterEntry[],
  changes: readonly RegisterChange[],
): readonly RegisterEntry[] {
  const fields = changes.filter(({ field }) => !APART.includes(field));
  const byEnterprise = Map.groupBy(fields, ({ enterprise }) => enterprise);
  const added = entriesIn(changes);
  if (byEnterprise.size === 0 && added.length === 0) return register;
  return [...register, ...added].flatMap((entry) =>
    (byEnterprise.get(entry.enterprise) ?? []).reduce<readonly RegisterEntry[]>(
      (parts, change) => parts.flatMap((part) => changed(part, change)),
      [entry],
    ),
  );
}

/** What a field of an entry says, as text of the register's table; null for nothing. */
export function registerText(entry: RegisterEntry, field: RegisterField): string | null {
  return TEXTS[field](entry);
}

const TEXTS: { readonly [F in RegisterField]: (entry: RegisterEntry) => string | null } = {
  name: ({ name }) => name,
  holding: ({ holding, enterprise }) => (holding === enterprise ? null : holding),
  segment: ({ segment }) => segment,
  other_segment: ({ otherSegment }) => otherSegment,
  size: ({ size }) => size,
  export_zone: ({ exportZone }) => String(exportZone),
  respondent: ({ respondent }) => String(respondent),
  successor: () => null,
};

type Changed = (entry: RegisterEntry, after: string | null) => RegisterEntry;
const CHANGED: { readonly [field: string]: Changed } = {
  name: (entry, after) => ({ ...entry, name: after ?? entry.name }),
  holding: (entry, after) => ({ ...entry, holding: after ?? entry.enterprise }),
  segment: (entry, after) => ({ ...entry, segment: after ?? entry.segment }),
  other_segment: (entry, after) => ({ ...entry, otherSegment: after }),
  size: (entry, after) => ({ ...entry, size: sizeOf(after) ?? entry.size }),
  export_zone: (entry, after) => ({ ...entry, exportZone: after === 'true' }),
  respondent: (entry, after) => ({ ...entry, respondent: after === 'true' }),
};

/** The entry before the day and the changed one from it on; an entry that begins on the day or later is changed whole. */
function changed(entry: RegisterEntry, { field, after, valid_from: day }: RegisterChange): RegisterEntry[] {
  const change = CHANGED[field];
  if (change === undefined) throw new RangeError(`not a field of the register: ${field}`);
  if (entry.validTo !== null && entry.validTo < day) return [entry];
  if (entry.validFrom >= day) return [change(entry, after)];
  if (!inForce(entry, day)) return [entry];
  return [
    { ...entry, validTo: dayBefore(day) },
    { ...change(entry, after), validFrom: day },
  ];
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
