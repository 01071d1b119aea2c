// The state of a line, the strongest reason first: what a decision may not lift stands above it.
// superseded, rejected, duplicate, then what a person decided, excluded, queried (by a rule, or as an outlier), linked,
// accepted.

import { sql } from '../engine/sql.ts';

/** Over a judged line and what is marked of it: `repeated`, `outlying`. */
export const STATE = sql`
  CASE WHEN NOT counts THEN 'superseded'
    WHEN rule_state = 'rejected' THEN 'rejected'
    WHEN repeated THEN 'duplicate'
    WHEN decided = 'excluded' THEN 'excluded'
    WHEN decided = 'linked' AND rule_state IS DISTINCT FROM 'excluded' THEN 'linked'
    WHEN rule_state IS NOT NULL AND (decided IS DISTINCT FROM 'accepted' OR mad IS NULL OR segment IS NULL) THEN rule_state
    WHEN decided = 'queried' THEN 'queried'
    WHEN outlying AND decided IS DISTINCT FROM 'accepted' THEN 'queried'
    WHEN kind = 'settlement' AND mad IS NULL THEN 'queried'
    WHEN kind = 'enterprise' AND coalesce(mad, 0) = 0 THEN 'linked'
    ELSE 'accepted' END`;

/** What decided the state, over a line that has one. */
export const REASON = sql`
  CASE state WHEN 'superseded' THEN 'superseded' WHEN 'duplicate' THEN 'duplicate' WHEN 'accepted' THEN NULL
    WHEN 'linked' THEN coalesce(decided_by, CASE WHEN decided = 'linked' THEN 'decision' ELSE 'nothing received abroad' END)
    ELSE CASE WHEN decided = state THEN coalesce(decided_by, 'decision') ELSE coalesce(reason, CASE WHEN mad IS NULL THEN 'no dirhams' ELSE 'outlier' END) END END`;
