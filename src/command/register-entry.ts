// A new enterprise or holding: recorded as a change of the register, with who added it and why.

import type { Holding } from '../design/domain.ts';
import { EXPECTATIONS, NOTHING, PLACES } from '../design/fault-words.ts';
import { enterpriseOf } from '../design/ice.ts';
import { refusal } from '../design/refusal.ts';
import {
  ENTRY_FIELD,
  type EntryRequest,
  entryFaults,
  entryText,
  HOLDING_FIELD,
  holdingFaults,
} from '../design/register-entry.ts';
import type { SaidFault } from '../engine/errors.ts';
import { domainNow } from './register.ts';
import type { Workspace } from './workspace.ts';

/** Who adds it, why and when. */
export type EntryGrounds = { readonly author: string; readonly reason: string; readonly at: string };

/** Adds an enterprise to the register from a day on; returns its nine digits. */
export function addEnterprise(workspace: Workspace, request: EntryRequest, grounds: EntryGrounds): string {
  return workspace.store.transaction(() => {
    refuse([...entryFaults(request, domainNow(workspace)), ...reasonFaults(grounds)]);
    const enterprise = enterpriseOf(request.ice);
    insert(workspace, [enterprise, ENTRY_FIELD, entryText(request), request.from], grounds);
    return enterprise;
  });
}

/** Adds a holding, of which enterprises are made members by changes of theirs. */
export function addHolding(workspace: Workspace, holding: Holding, grounds: EntryGrounds): void {
  workspace.store.transaction(() => {
    refuse([...holdingFaults(holding, domainNow(workspace)), ...reasonFaults(grounds)]);
    insert(workspace, [holding.code, HOLDING_FIELD, holding.name.trim(), grounds.at.slice(0, 10)], grounds);
  });
}

function reasonFaults({ reason }: EntryGrounds): readonly SaidFault[] {
  return reason.trim() === '' ? [{ where: PLACES.reason, found: NOTHING, expected: EXPECTATIONS.why }] : [];
}

function refuse(faults: readonly SaidFault[]): void {
  if (faults.length > 0) throw refusal('entry_faults', {}, faults);
}

function insert(
  { store }: Workspace,
  [enterprise, field, after, from]: readonly [string, string, string, string],
  { author, reason, at }: EntryGrounds,
): void {
  store.run(
    `INSERT INTO register_changes (enterprise, field, before, after, valid_from, reason, author, at)
     VALUES (?, ?, NULL, ?, ?, ?, ?, ?)`,
    ...[enterprise, field, after, from, reason.trim(), author, at],
  );
}
