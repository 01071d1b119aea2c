// The report of an upload in words of every language, from the codes and values that are kept of it.

import { FINDINGS, type FileFinding, messageOf } from '../collect/finding.ts';
import type { Rule } from '../design/domain.ts';
import { expectedIn } from '../design/field-texts.ts';
import type { Text } from '../design/text.ts';
import { exists, scanLines } from '../engine/files.ts';
import type { Balance, FileFault, LineFault, Report, RuleSaid } from '../office/portal/desk.ts';
import type { KeptFault, KeptReport, UploadRow } from './upload-row.ts';
import type { Workspace } from './workspace.ts';

/** What an upload is answered. */
export function reportFrom(workspace: Workspace, row: UploadRow): Report {
  const { id, purpose, channel, name, bytes, sha256, at, seq } = row;
  const given = { upload: id, purpose, channel, name, bytes, sha256, at };
  if (row.report === null) return { ...given, ...WAITING, ahead: aheadOf(workspace, seq) };
  const kept = JSON.parse(row.report) as KeptReport;
  return {
    ...given,
    ...{ ahead: null, outcome: kept.outcome, receipt: kept.receipt, envelope: kept.envelope },
    balance: balanceOf(kept),
    findings: kept.findings.map(fileFault),
    rules: kept.rules.map(({ rule, lines }) => ({ ...ruleSaid(workspace, rule), lines })),
    faults: kept.faults,
  };
}

/** Faults of lines from a place on, in the order of the file. */
export function faultsOf(
  workspace: Workspace,
  upload: string,
  from: number,
  count: number,
): readonly LineFault[] {
  const path = workspace.layout.faults(upload);
  if (!exists(path)) return [];
  const found: LineFault[] = [];
  let at = 0;
  for (const text of scanLines(path)) {
    if (at >= from + count) break;
    if (at >= from) {
      const { line, id, rule, found: said } = JSON.parse(text) as KeptFault;
      found.push({ ...ruleSaid(workspace, rule, said), line, lineId: id, found: said });
    }
    at += 1;
  }
  return found;
}

const WAITING = {
  ...{ outcome: null, receipt: null, envelope: null, balance: null, findings: [], rules: [], faults: 0 },
} as const;

function aheadOf({ store }: Workspace, seq: number): number {
  const row = store.get<{ n: number }>(
    "SELECT count(*) AS n FROM uploads WHERE state = 'waiting' AND seq < ?",
    seq,
  );
  return row?.n ?? 0;
}

function balanceOf({ states, received }: KeptReport): Balance | null {
  if (states === null) return null;
  return {
    received,
    states: Object.entries(states).map(([state, lines]) => ({ state, lines })),
    from: 'arrival',
  };
}

function fileFault(finding: FileFinding): FileFault {
  const { code, severity, line, column } = finding;
  // The place stands beside the message, so it is not said again in it.
  const bare = { ...finding, line: null, column: null };
  const message: Text = {
    ar: messageOf(bare, 'ar'),
    fr: messageOf(bare, 'fr'),
    en: messageOf(bare, 'en'),
  };
  return { code: code in FINDINGS ? code : 'unreadable', severity, line, column, message };
}

/** A rule in words; with what was found in a line, where it tells what is to be done. */
function ruleSaid({ domain }: Workspace, id: string, found: string | null = null): RuleSaid {
  const rule: Rule | undefined = domain.rules.find((each) => each.id === id);
  // A rule that the definitions no longer have was said by an earlier version of them.
  if (rule === undefined)
    return {
      ...{ rule: id, field: '', severity: 'info', consequence: null },
      ...{ message: { ar: id, fr: id, en: id }, expected: null },
    };
  const { field, severity, state, message, tier } = rule;
  return { rule: id, field, severity, consequence: state, message, expected: expectedIn(field, tier, found) };
}
