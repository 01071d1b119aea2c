// The state of a line, the strongest reason first: what a decision may not lift stands above it.
// superseded, rejected, duplicate, then what a person decided, excluded, queried (by a rule, or as an outlier), linked,
// accepted.

import type { LineState } from '../design/tables.ts';
import { type Sql, sql } from '../engine/sql.ts';

/** Over a judged line, whether it is `sound` and what is `marked` of it, such as `repeated` and `outlying`; every state as it is to be said. */
export function stateBy(said: (state: Sql) => Sql): Sql {
  const is = (state: LineState) => said(sql`${state}`);
  return sql`
  CASE WHEN sound AND NOT marked THEN ${is('accepted')}
    WHEN NOT counts THEN ${is('superseded')}
    WHEN rule_state = 'rejected' THEN ${is('rejected')}
    WHEN repeated THEN ${is('duplicate')}
    WHEN decided = 'excluded' THEN ${is('excluded')}
    WHEN decided = 'linked' AND rule_state IS DISTINCT FROM 'excluded' THEN ${is('linked')}
    WHEN rule_state IS NOT NULL AND (decided IS DISTINCT FROM 'accepted' OR mad IS NULL OR segment IS NULL) THEN ${said(sql`rule_state`)}
    WHEN decided = 'queried' THEN ${is('queried')}
    WHEN outlying AND decided IS DISTINCT FROM 'accepted' THEN ${is('queried')}
    WHEN kind = 'settlement' AND mad IS NULL THEN ${is('queried')}
    WHEN kind = 'enterprise' AND coalesce(mad, 0) = 0 THEN ${is('linked')}
    ELSE ${is('accepted')} END`;
}

/** Nearly every line: nothing in itself could give it another state. */
export const SOUND = sql`counts AND rule_state IS NULL AND kind = 'settlement' AND mad IS NOT NULL`;

/** What decided the state, over a line that has one. */
export const REASON = sql`
  CASE state WHEN 'accepted' THEN NULL WHEN 'superseded' THEN 'superseded' WHEN 'duplicate' THEN 'duplicate'
    WHEN 'linked' THEN coalesce(decided_by, CASE WHEN decided = 'linked' THEN 'decision' ELSE 'nothing received abroad' END)
    ELSE CASE WHEN decided = state THEN coalesce(decided_by, 'decision') ELSE coalesce(reason, CASE WHEN mad IS NULL THEN 'no dirhams' ELSE 'outlier' END) END END`;
