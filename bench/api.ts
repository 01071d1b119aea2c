// The data API beside its floor: the same bytes from a bare `node:http` handler, interleaved, in the same run.
// `node bench/api.ts PUBLIC`, a public folder with at least one release.

import { spawn } from 'node:child_process';
import { Agent, createServer, get } from 'node:http';
import { join } from 'node:path';

const [folder = 'demo/workspace/public', seconds = '3'] = process.argv.slice(2);
const CONNECTIONS = 20;
const SMALL = '/sdmx/3/data/dataflow/*/EXPORTS/*/S.MA.W1.ITO.EXPORTS.MAD.2025';
const WHOLE = '/sdmx/3/data/dataflow/*/EXPORTS/*/*';

type Timing = { readonly perSecond: number; readonly p99: number };

/** Requests as fast as twenty connections take them, for some seconds. */
async function measure(address: string): Promise<Timing> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const times: number[] = [];
  const end = performance.now() + Number(seconds) * 1000;
  const work = async () => {
    while (performance.now() < end) times.push(await once(address, agent));
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, work));
  agent.destroy();
  times.sort((a, b) => a - b);
  return { perSecond: times.length / Number(seconds), p99: times[Math.floor(times.length * 0.99)] ?? 0 };
}

function once(address: string, agent: Agent): Promise<number> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    get(address, { agent }, (response) => {
      response.resume();
      response.on('end', () => resolve(performance.now() - began));
    }).on('error', reject);
  });
}

async function body(address: string): Promise<Buffer> {
  return Buffer.from(await (await fetch(address)).arrayBuffer());
}

const main = join(import.meta.dirname, '..', 'src', 'main.ts');
const server = spawn(process.execPath, [main, 'serve', folder, '--port', '0', '--limit', '0'], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
const address = await new Promise<string>((resolve) => {
  server.stdout.on('data', (chunk: Buffer) => {
    const found = /at (http:\/\/\S+)/.exec(chunk.toString())?.[1];
    if (found !== undefined) resolve(found);
  });
});
const small = await body(`${address}${SMALL}`);
const floor = createServer((_, response) => response.end(small)).listen(0, '127.0.0.1');
await new Promise((resolve) => floor.once('listening', resolve));
const bound = floor.address();
const floorAddress = `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}/`;
const ratios: number[] = [];
for (let round = 0; round < 3; round += 1) {
  const bare = await measure(floorAddress);
  const ours = await measure(`${address}${SMALL}`);
  ratios.push(ours.perSecond / bare.perSecond);
  console.log(
    `small key: ${ours.perSecond.toFixed(0)}/s, p99 ${ours.p99.toFixed(1)} ms; floor ${bare.perSecond.toFixed(0)}/s; ratio ${ratios.at(-1)?.toFixed(2)}`,
  );
}
for (const format of ['csv', 'json', 'xml', 'xml3']) {
  await body(`${address}${WHOLE}?format=${format}`);
  const began = performance.now();
  const whole = await body(`${address}${WHOLE}?format=${format}`);
  console.log(
    `whole cube as ${format}: ${whole.length} bytes in ${(performance.now() - began).toFixed(0)} ms`,
  );
}
floor.close();
server.kill('SIGTERM');
