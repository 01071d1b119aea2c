// The queue and a shown line, for people.

import type { EditRow } from '../design/edit.ts';
import type { Row } from '../engine/duckdb.ts';
import type { Effects } from '../engine/effects.ts';
import type { ListedQueue } from './edit-list.ts';
import type { ShownEffect, ShownLine } from './edit-show.ts';

/** The first lines of the queue, the highest score first. */
export function printQueue(queue: ListedQueue, limit: number, { log }: Effects): void {
  const { review, rest, expected_error, threshold, period, run } = queue;
  log.print(
    `run ${run}, ${period}: ${review.length} lines to review, ${rest} more may stay as they are; expected error of the worst cell ${expected_error.before} % before, ${expected_error.after} % after (threshold ${(100 * threshold).toFixed(3)} %)`,
  );
  if (review.length > 0)
    log.print('  line          score      suspicion           effect              MAD  state     why');
  for (const line of review.slice(0, limit))
    log.print(
      `  ${line.line.padEnd(12)} ${line.score.padEnd(10)} ${line.suspicion} ${line.effect.padStart(18)} ${line.mad.padStart(16)}  ${line.state.padEnd(9)} ${line.reason ?? line.failed ?? 'size'}, ${line.segment ?? 'no segment'} ${line.month} ${line.sender}`,
    );
  if (review.length > limit) log.print(`  … ${review.length - limit} more: --limit`);
}

/** A line, what is known of it, and its effects cell by cell. */
export function printShown(shown: ShownLine, { log }: Effects): void {
  const { processed, file, then, decision } = shown;
  const reason = processed['reason'] === null ? '' : ` (${processed['reason']})`;
  log.print(
    `line ${shown.line} of ${file['name']} (${file['sender']} ${file['period']}), run ${shown.run}: ${processed['state'] === undefined ? 'came after it, what follows is how it would be processed' : `${processed['state']}${reason}`}`,
  );
  for (const [title, lines] of knownOf(shown)) section(title, lines, log);
  const what =
    decision.kind === 'correct'
      ? `${decision.field} corrected to ${decision.to ?? 'nothing'}`
      : `a decision to ${decision.kind}`;
  const head = `with ${what}: ${then['state']}, ${then['mad']} dirhams, ${shown.effects.length} cells move`;
  section(head, shown.effects.map(effectText), log);
}

type Section = readonly [title: string, lines: readonly string[]];

function knownOf(shown: ShownLine): readonly Section[] {
  return [
    ['as received', filledOf(shown.collected)],
    ['as processed', filledOf(shown.processed)],
    ['findings', shown.findings.map(findingText)],
    ['matches', shown.matches.map(matchText)],
    ['automatic edits', shown.automatic.map(automaticText)],
    ['history', shown.history.map(historyText)],
    ['questions', shown.questions.map(questionLine)],
  ];
}

function filledOf(row: Row): readonly string[] {
  return Object.entries(row).flatMap(([field, value]) => (value === null ? [] : [`${field} = ${value}`]));
}

function findingText(row: Row): string {
  return `${row['rule']}@${row['version']} ${row['severity']} (${row['outcome']}): ${row['field']} = ${row['found']}`;
}

function matchText(row: Row): string {
  return `${row['submission']}/${row['ordinal']} → ${row['to_submission']}/${row['to_ordinal']} ${row['kind']} ${row['score']}: ${row['evidence']}`;
}

function automaticText(row: Row): string {
  return `${row['rule']}@${row['version']}: ${row['field']} ${row['before'] ?? 'nothing'} → ${row['after'] ?? 'nothing'}, ${row['reason']}; proof ${row['proof']}`;
}

function historyText(edit: EditRow): string {
  return `edit ${edit.seq}: ${edit.field} ${edit.before ?? 'nothing'} → ${edit.after ?? 'nothing'}, ${edit.author} ${edit.at} (${edit.rule}: ${edit.reason})`;
}

function questionLine(row: Row): string {
  return `question ${row['id']} on ${row['field']}, ${row['at']}: ${row['answer'] ?? 'not answered yet'}`;
}

function effectText({ key, period, before, after }: ShownEffect): string {
  return `${key} ${period}  ${before ?? 'no value'} → ${after ?? 'no value'}`;
}

function section(title: string, lines: readonly string[], log: Effects['log']): void {
  if (lines.length === 0) return;
  log.print(`  ${title}`);
  for (const line of lines) log.print(`    ${line}`);
}
