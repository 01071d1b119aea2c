// Runs every test below `test/`, names the files that took longest, and prints the closing count alone on the last line.

import { globSync } from 'node:fs';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { COMPILED } from '../src/engine/compiled.ts';

// Each file is a process of its own, and most of them read the same modules.
process.env['NODE_COMPILE_CACHE'] ??= COMPILED;
const names = process.argv.slice(2);
const files = (names.length > 0 ? names : globSync('test/**/*.test.ts')).sort();
const counts = { passed: 0, failed: 0, skipped: 0 };
/** Seconds of each file, the start of its process included. */
const seconds = new Map<string, number>();
const SLOWEST = 15;

const stream = run({ files, concurrency: 2, timeout: 900_000 });
stream.on('test:summary', ({ counts: seen, file }) => {
  if (file !== undefined) return;
  counts.passed = seen.passed;
  counts.failed = seen.tests - seen.passed - seen.skipped - seen.todo;
  counts.skipped = seen.skipped;
});
stream.on('test:complete', ({ name, details: { duration_ms: took } }) => {
  if (files.includes(name)) seconds.set(name, took / 1000);
});
stream.compose(spec).pipe(process.stdout);
stream.on('end', () => {
  if (counts.passed === 0) counts.failed += 1;
  process.exitCode = counts.failed === 0 ? 0 : 1;
});
process.on('exit', () => {
  const slowest = [...seconds].sort(([, one], [, other]) => other - one).slice(0, SLOWEST);
  for (const [name, took] of slowest) process.stdout.write(`${took.toFixed(1).padStart(7)} s  ${name}\n`);
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed${skipped}\n`);
});
