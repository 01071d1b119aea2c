// One phase in a process of its own: `node bench/phase.ts floor FILES` or the words of a command of marsad.
// Prints, as the last line on standard error, what it took.

import { keepCompiled } from '../src/engine/compiled.ts';
import { openEngine } from '../src/engine/duckdb.ts';
import { systemEffects } from '../src/engine/effects.ts';
import { runCommandLine } from '../src/main.ts';
import { floorStatement } from './floor.ts';

const words = process.argv.slice(2);
keepCompiled();
const began = performance.now();
const spent = process.cpuUsage();
const code =
  words[0] === 'floor' ? await floor(words[1] ?? '') : await runCommandLine(words, systemEffects());
const seconds = (performance.now() - began) / 1000;
const { user, system } = process.cpuUsage(spent);
const processor = (user + system) / 1e6;
const megabytes = process.resourceUsage().maxRSS / 1024;
process.stderr.write(`\n${JSON.stringify({ code, seconds, processor, megabytes })}\n`);
process.exitCode = code;

async function floor(files: string): Promise<number> {
  const engine = await openEngine({ memory: '2GB', threads: 2 });
  const rows = await engine.rows(floorStatement(files));
  process.stdout.write(`${JSON.stringify(rows)}\n`);
  engine.close();
  return rows.length > 0 ? 0 : 2;
}
