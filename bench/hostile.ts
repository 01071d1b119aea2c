// `npm run bench:claims`, its second part: hostile megabytes, each judged by a process of its own. Seconds of the check
// alone by the clock, of the processor (user and system, with the threads that collect memory), and the most memory of the process. `node bench/hostile.ts NAME` judges one.

import { spawnSync } from 'node:child_process';
import { HOSTILE } from './hostile-texts.ts';

const [only] = process.argv.slice(2);
if (only === undefined) for (const [name] of HOSTILE) printOne(name);
else await measure(only);

function printOne(name: string): void {
  const { stdout, stderr, status } = spawnSync(process.execPath, [import.meta.filename, name], {
    encoding: 'utf8',
  });
  process.stdout.write(status === 0 ? stdout : `hostile, ${name}: failed\n${stderr}`);
}

async function measure(name: string): Promise<void> {
  const text = HOSTILE.find(([each]) => each === name)?.[1] ?? '';
  const { judge } = await import('./printed-judge.ts');
  judge('Offshoring 13,4 milliards.', 'fr', '2026-12-31');
  const [before, began] = [process.cpuUsage(), performance.now()];
  const { claims, complete } = judge(text, 'fr', '2026-12-31');
  const { user, system } = process.cpuUsage(before);
  const clock = (performance.now() - began) / 1000;
  const memory = Math.round(process.resourceUsage().maxRSS / 1000);
  process.stdout.write(
    `hostile, ${name}: ${text.length} characters${complete ? '' : ' (read in part)'}, ${claims.length} claims, ${clock.toFixed(2)} s (processor ${((user + system) / 1e6).toFixed(2)}), ${memory} MB\n`,
  );
}
