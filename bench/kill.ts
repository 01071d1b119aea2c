// `npm run bench:kill`: `kill -9` at random writes of editing, approving and publishing; nothing half, nothing twice.

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ACTS, prepared } from './kill-acts.ts';
import { actOn, killAt } from './kill-points.ts';

const { values } = parseArgs({
  options: { points: { type: 'string', default: '200' }, act: { type: 'string', default: '' } },
});
const folder = mkdtempSync(join(tmpdir(), 'marsad-kill-'));
try {
  const base = await prepared(folder);
  const sealed = `${base}-sealed`;
  cpSync(base, sealed, { recursive: true });
  const writes = new Map<string, number>();
  for (const act of Object.keys(ACTS).filter((each) => values.act === '' || each === values.act)) {
    const root = act === 'publish' ? sealed : base;
    if (act === 'publish') await actOn(sealed, 'approve', 0);
    const trial = `${root}-trial`;
    cpSync(root, trial, { recursive: true });
    writes.set(act, (await actOn(trial, act, 0)) ?? 0);
    rmSync(trial, { recursive: true, force: true });
  }
  const each = Math.ceil(Number(values.points) / writes.size);
  for (const [act, count] of writes) {
    const faults: string[] = [];
    let killed = 0;
    for (let point = 0; point < each; point += 1) {
      const result = await killAt(
        act === 'publish' ? sealed : base,
        act,
        1 + Math.floor(Math.random() * count),
      );
      killed += result.killed > 0 ? 1 : 0;
      faults.push(...result.faults);
    }
    console.log(`${act}: ${count} writes, killed at ${killed} random ones, ${faults.length} faults`);
    for (const fault of faults) console.log(`  ${fault}`);
    if (faults.length > 0) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
