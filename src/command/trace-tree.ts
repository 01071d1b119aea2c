// A trace as a tree on the terminal.

import type { Traced, TracedSum } from '../analyse/trace.ts';
import { grouped } from '../analyse/trace.ts';
import type { Origin } from '../analyse/trace-origin.ts';
import type { Upward } from '../analyse/trace-upward.ts';
import type { Row } from '../engine/duckdb.ts';
import type { Log } from '../engine/effects.ts';
import type { Stamp } from './trace.ts';

export type Branch = { readonly text: string; readonly below: readonly Branch[] };

/** Prints a tree, two columns for each level. */
export function printBranch(branch: Branch, log: Log, head = '', tail = ''): void {
  log.print(`${head}${branch.text}`);
  branch.below.forEach((below, at) => {
    const last = at === branch.below.length - 1;
    printBranch(below, log, `${tail}${last ? '└─ ' : '├─ '}`, `${tail}${last ? '   ' : '│  '}`);
  });
}

/** A figure and what is under it. */
export function tracedBranch(traced: Traced, stamp: Stamp): Branch {
  const figure = figureBranch(traced);
  return { ...figure, below: [...figure.below, stampBranch(stamp)] };
}

/** A line or file and what is over it. */
export function upwardBranch(upward: Upward, stamp: Stamp): Branch {
  const { submission, line } = upward;
  const file = `${submission['name']} (submission ${submission['id']}, ${submission['sender']} ${submission['period']}, ${submission['state']})`;
  const touched = upward.touches.map(({ key, period, printed, conf_status }) =>
    leaf(
      `${key} ${period}  ${printed ?? (conf_status === null ? '' : `suppressed (${conf_status})`)}`.trimEnd(),
    ),
  );
  return {
    text: line === null ? file : lineText(line),
    below: [
      ...(line === null ? [] : [leaf(`file ${file}`)]),
      group(
        'what became of it',
        upward.states.map((row) => leaf(stateText(row))),
      ),
      group(
        'rules not passed',
        upward.findings.map((row) =>
          leaf(
            `${row['ordinal']}: ${row['rule']}@${row['version']} ${row['severity']}, ${row['field']} = ${row['found']}`,
          ),
        ),
      ),
      group(
        'edits',
        upward.edits.map((row) =>
          leaf(
            `${row['ordinal']}: ${row['field']} ${row['before']} → ${row['after']} by ${row['author']} (${row['rule']}: ${row['reason']})`,
          ),
        ),
      ),
      group(
        'links',
        upward.links.map((row) =>
          leaf(`${row['ordinal']}: ${row['kind']} of ${row['to_submission']}/${row['to_ordinal']}`),
        ),
      ),
      group('figures it touches', touched),
      stampBranch(stamp),
    ].filter(({ text }) => text !== ''),
  };
}

const SHOWN = 12;

function figureBranch(traced: Traced, role = ''): Branch {
  const { key, period, value, printed, obs_status, protection, formula } = traced;
  const suppressed = protection?.conf_status === 'C' ? ', suppressed' : '';
  const shown =
    value === null
      ? (traced.attributes['COMMENT_OBS'] ?? 'no value')
      : `${grouped(value)} (printed ${printed}${suppressed})`;
  return {
    text: `${role}${key} ${period} = ${shown} ${obs_status}${traced.agrees ? '' : '  DOES NOT ADD UP'}`,
    below: [
      ...(formula === null ? [] : [leaf(`${formula.kind}: ${formula.text}`)]),
      ...traced.members.map((member) => figureBranch(member)),
      ...traced.sums.map(sumBranch),
      ...(traced.origin === null ? [] : originBranches(traced.origin)),
      group(
        'largest lines',
        traced.lines.map((row) => leaf(lineText(row))),
      ),
    ].filter(({ text }) => text !== ''),
  };
}

function sumBranch({ over, parts, agrees }: TracedSum): Branch {
  const title = `sum over ${over}${agrees ? '' : ', WHICH DOES NOT ADD UP'}`;
  return group(
    title,
    parts.map(({ cell, value }) =>
      leaf(`${cell.split('/').slice(1).join(' ')} = ${value === null ? 'no value' : grouped(value)}`),
    ),
  );
}

function originBranches(origin: Origin): readonly Branch[] {
  return [
    group(
      `contributions of ${origin.holdings} holdings`,
      origin.contributions.map(({ source, status, lines, amount }) =>
        leaf(`${source}, ${status}: ${lines} lines, ${grouped(amount)}`),
      ),
    ),
    group(
      'lines received for this cell',
      origin.states.map((state) => leaf(stateText({ ...state, mad: state.amount }))),
    ),
    group(
      'exchange rates',
      origin.rates.map(({ currency, month, rate, lines, foreign, amount }) =>
        leaf(`${currency} ${month} at ${rate}: ${grouped(foreign)} in ${lines} lines = ${grouped(amount)}`),
      ),
    ),
    group(
      'rules not passed',
      origin.rules.map(({ rule, version, severity, lines }) =>
        leaf(`${rule}@${version} ${severity}: ${lines} lines`),
      ),
    ),
    group(
      'edits',
      origin.edits.map(({ rule, cause, reason, author, edits, example }) =>
        leaf(`${edits} by ${author} (${rule}, ${cause}: ${reason}), such as ${example}`),
      ),
    ),
    group(
      'files',
      origin.files.map(({ submission, name, sha256, sender, period, lines, amount }) =>
        leaf(
          `${submission} ${name} ${sha256.slice(0, 12)}… ${sender} ${period}: ${lines} lines, ${grouped(amount ?? '0')}`,
        ),
      ),
    ),
  ].filter(({ text }) => text !== '');
}

function stampBranch(stamp: Stamp): Branch {
  return group(`run ${stamp.run}, ${stamp.state}, inputs cut at ${stamp.cut_at}`, [
    leaf(`submissions up to ${stamp.cut_submission}, edits up to ${stamp.cut_edit}`),
    leaf(`definitions ${stamp.domain} ${stamp.domain_version} ${stamp.domain_hash.slice(0, 16)}…`),
    leaf(`program ${stamp.program_hash.slice(0, 16)}…`),
    ...(stamp.releases.length === 0 ? [] : [leaf(`released in ${stamp.releases.join(', ')}`)]),
  ]);
}

function stateText(row: Row): string {
  const reason = row['reason'] === null || row['reason'] === undefined ? '' : ` (${row['reason']})`;
  const amount = row['mad'] === null || row['mad'] === undefined ? '' : `, ${grouped(String(row['mad']))}`;
  return `${row['state']}${reason}: ${row['lines']} lines${amount}`;
}

function lineText(row: Row): string {
  const amount =
    row['mad'] === null
      ? 'no amount'
      : `${row['amount']} ${row['currency']} × ${row['rate']} = ${grouped(String(row['mad']))}`;
  const base = `${row['month']} ${row['segment']} ${row['ebops']} ${row['partner']}`;
  return `line ${row['submission']}/${row['ordinal']} of ${row['sender']}: ${row['enterprise']}, ${base}, ${amount}, ${row['state']}, ${row['status']}`;
}

/** A titled group; an empty one has no text and is left out. Long ones say how many more there are. */
function group(title: string, below: readonly Branch[]): Branch {
  if (below.length === 0) return leaf('');
  const more = below.length - SHOWN;
  return {
    text: title,
    below: more > 0 ? [...below.slice(0, SHOWN), leaf(`… and ${more} more: --json shows all`)] : below,
  };
}

function leaf(text: string): Branch {
  return { text, below: [] };
}
