// The audit log for the pages of staff: filtered, verified, exported.

import type { StoreRow } from '../engine/store.ts';
import { anchorFaults, auditFaults, auditHead, readAudit } from '../office/audit-log.ts';
import type { AuditAsked, AuditRow, AuditView } from '../office/workbench/desk-releasing.ts';
import { anchorsOf } from './audit-anchors.ts';
import type { Bench } from './office-workbench.ts';
import { recordFaults } from './record-faults.ts';

const PAGE = 100;

/** Entries by what is asked, the newest first. */
export function auditView({ workspace: { store } }: Bench, asked: AuditAsked): AuditView {
  const conditions = [
    { when: asked.actor, sql: 'actor = ?', value: asked.actor },
    { when: asked.action, sql: 'action = ?', value: asked.action },
    { when: asked.from, sql: 'at >= ?', value: asked.from },
    { when: asked.to, sql: 'at < ?', value: `${asked.to}~` },
    { when: asked.text, sql: "instr(lower(subject || ' ' || detail), lower(?)) > 0", value: asked.text },
  ].filter(({ when }) => when !== '');
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}`;
  const values = conditions.map(({ value }) => value);
  const names = (column: string) =>
    store
      .all<StoreRow>(`SELECT DISTINCT ${column} AS name FROM audit ORDER BY 1`)
      .map(({ name }) => String(name));
  return {
    asked,
    rows: store.all<AuditRow>(
      `SELECT seq, at, actor, action, subject, detail, hash FROM audit ${where} ORDER BY seq DESC LIMIT ? OFFSET ?`,
      ...[...values, PAGE, (asked.page - 1) * PAGE],
    ),
    total:
      store.get<{ total: number }>(`SELECT count(*) AS total FROM audit ${where}`, ...values)?.total ?? 0,
    ...{ size: PAGE, actors: names('actor'), actions: names('action'), head: auditHead(store).head },
  };
}

/** What is wrong with the log: its own chain, the heads that releases and notices hold of it, the records that it tells. */
export function logFaults({ workspace: { store, layout } }: Bench): readonly string[] {
  const entries = readAudit(store);
  return [
    ...auditFaults(entries),
    ...anchorFaults(entries, anchorsOf(layout)),
    ...recordFaults(store, entries),
  ];
}

/** All entries in order, one JSON object a line. */
export async function* auditExport({ workspace: { store } }: Bench): AsyncGenerator<Uint8Array> {
  for (let from = 0; ; from += PAGE) {
    const rows = store.all(
      'SELECT seq, at, actor, action, subject, detail, previous, hash FROM audit ORDER BY seq LIMIT ? OFFSET ?',
      PAGE,
      from,
    );
    if (rows.length === 0) return;
    yield Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  }
}
