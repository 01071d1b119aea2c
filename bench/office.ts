// `npm run bench:office`: the last day. Uploads at a steady rate to an office in a process of its own, each answered with its
// validation report; how long the answers take, whether any is lost, and what it costs.
//   --rate 200 (uploads a minute)  --lines 5000  --minutes 10

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { initCommand } from '../src/command/init.ts';
import { openWorkspace, type Workspace } from '../src/command/workspace.ts';
import { stillEffects } from '../src/engine/effects.ts';
import { largeDeclaration } from './large-declaration.ts';
import { bankTokens, endOffice, type RunningOffice, sendDeclaration, startOffice } from './office-process.ts';

const { values } = parseArgs({
  options: {
    rate: { type: 'string', default: '200' },
    lines: { type: 'string', default: '5000' },
    minutes: { type: 'string', default: '10' },
  },
});
const [rate, lines, minutes] = [Number(values.rate), Number(values.lines), Number(values.minutes)];
const count = Math.round(rate * minutes);

const folder = mkdtempSync(join(tmpdir(), 'marsad-bench-office-'));
const root = join(folder, 'ws');
await initCommand.run(
  [root],
  { domain: 'ma-digital', synthetic: true, memory: '2GB' },
  stillEffects('2025-07-20T09:00:00.000Z'),
);
const workspace = openWorkspace(root);
const tokens = bankTokens(workspace);
const office = await startOffice(root);

/** Declarations are written before they are due to be sent, so that drawing them is no part of an answer. */
const texts = new Map<number, ReturnType<typeof declarationOf>>();
const AHEAD = 12;

const took: number[] = [];
const faulty: string[] = [];
const receipts = new Set<string>();
const before = processorSeconds(office);
const began = performance.now();
let most = 0;
/** Answered that they are kept and wait: their time is the whole of the waiting, and they must be received all the same. */
let late = 0;
const pending: Promise<void>[] = [];
for (let at = 0; at < count; at += 1) {
  for (let next = at; next < Math.min(count, at + AHEAD); next += 1)
    if (!texts.has(next)) texts.set(next, declarationOf(workspace, next));
  const due = began + (at * 60_000) / rate;
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
  pending.push(one(at, due));
  if (at % 50 === 0) {
    most = Math.max(most, residentMegabytes(office));
    process.stderr.write(`\r  ${took.length} of ${count} answered`);
  }
}
await Promise.all(pending);
const seconds = (performance.now() - began) / 1000;
const spent = processorSeconds(office) - before;
most = Math.max(most, residentMegabytes(office));
for (
  const waiting = 'SELECT 1 FROM uploads WHERE state = ?';
  workspace.store.get(waiting, 'waiting') !== undefined;
)
  await new Promise((resolve) => setTimeout(resolve, 500));
await endOffice(office, 'SIGTERM');

const kept = workspace.store.get<{ n: number; lines: number }>(
  "SELECT count(*) AS n, coalesce(sum(lines), 0) AS lines FROM submissions WHERE state = 'received'",
);
const lost = [...receipts].filter(
  (receipt) => workspace.store.get('SELECT 1 FROM submissions WHERE receipt = ?', receipt) === undefined,
).length;
took.sort((a, b) => a - b);
const at = (share: number) =>
  ((took[Math.min(took.length - 1, Math.floor(share * took.length))] ?? 0) / 1000).toFixed(2);
const report = {
  uploads: count,
  lines_each: lines,
  rate_per_minute: rate,
  seconds: Math.round(seconds),
  p50: at(0.5),
  p95: at(0.95),
  p99: at(0.99),
  slowest: at(1),
  received: kept?.n ?? 0,
  lines: kept?.lines ?? 0,
  /** Of the receipts given, and of what was kept. */
  lost: lost + Math.max(0, count - faulty.length - (kept?.n ?? 0)),
  still_waiting_after_50_s: late,
  faulty: faulty.length,
  processor_seconds: Number(spent.toFixed(1)),
  processor_ms_per_upload: Math.round((spent * 1000) / count),
  most_memory_mb: most,
  cores: cpus().length,
  load: loadavg()[0]?.toFixed(1),
};
process.stderr.write('\r');
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
workspace.store.close();
rmSync(folder, { recursive: true, force: true });
process.exitCode = report.lost + faulty.length === 0 ? 0 : 1;

/** Sends a declaration; its time counts from when it was due, so that a late start is no quick answer. */
async function one(number: number, due: number): Promise<void> {
  const declaration = texts.get(number) ?? declarationOf(workspace, number);
  texts.delete(number);
  const { sender, name, text } = declaration;
  try {
    const answer = await sendDeclaration(office.address, tokens.get(sender) ?? '', name, text);
    took.push(performance.now() - due);
    if (answer.status === 202) late += 1;
    else if (answer.receipt !== null && answer.lines === lines) receipts.add(answer.receipt);
    else faulty.push(`${name}: ${answer.status}`);
  } catch (error) {
    faulty.push(`${name}: ${String(error)}`);
  }
}

function declarationOf({ domain }: Workspace, number: number) {
  const sender = domain.banks[number % domain.banks.length]?.code ?? '';
  const round = Math.floor(number / domain.banks.length);
  // Months of which there are rates; then further files of the same months.
  const month = round % 24;
  const period = `${2023 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  const sequence = Math.floor(round / 24) + 1;
  const text = largeDeclaration(domain, { sender, period, sequence, lines, faulty: 33 });
  return { sender, name: `${sender}-${period}-${sequence}.csv`, text };
}

/** Processes of the office: itself and what it started. */
function processesOf({ process: child }: RunningOffice): readonly number[] {
  const children = execFileSync('ps', ['-o', 'pid=', '--ppid', String(child.pid)], { encoding: 'utf8' });
  return [Number(child.pid), ...children.trim().split(/\s+/).filter(Boolean).map(Number)];
}

function processorSeconds(running: RunningOffice): number {
  return processesOf(running)
    .map((pid) => {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ');
      return (Number(fields[11]) + Number(fields[12])) / 100;
    })
    .reduce((sum, each) => sum + each, 0);
}

function residentMegabytes(running: RunningOffice): number {
  return processesOf(running)
    .map((pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0))
    .reduce((sum, each) => sum + Math.round(each / 1024), 0);
}
