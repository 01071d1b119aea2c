// The data API beside its floor: the same bytes from a bare `node:http` handler, interleaved, in the same run; then the
// whole cube, and the memory of the server over many requests. The server, the floor and this client are three processes.
// `node bench/api.ts PUBLIC [--seconds 3] [--requests 1000000]`, a public folder with at least one release.

import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { confinement, programFolders } from '../src/engine/confined.ts';
import { type Started, started } from './started.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: 'string', default: '3' }, requests: { type: 'string', default: '0' } },
});
const [folder = 'demo/workspace/public'] = positionals;
const CONNECTIONS = 20;
const SMALL = '/sdmx/3/data/dataflow/*/EXPORTS/*/S.MA.W1.ITO.EXPORTS.MAD.2025';
const WHOLE = '/sdmx/3/data/dataflow/*/EXPORTS/*/*';

type Timing = {
  readonly perSecond: number;
  readonly p99: number;
  /** Processor time of the server for a request, in microseconds: a machine busy with other work does not change it. */
  readonly processor: number;
};

/** One connection that asks again as soon as it has its answer; `next` gives the path, or undefined to stop. */
function asking(
  port: number,
  next: () => string | undefined,
  told: (milliseconds: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(port, '127.0.0.1');
    let received = 0;
    let expected = Number.POSITIVE_INFINITY;
    let began = 0;
    const ask = () => {
      const path = next();
      if (path === undefined) return void socket.end(resolve);
      [received, expected, began] = [0, Number.POSITIVE_INFINITY, performance.now()];
      socket.write(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n`);
    };
    socket.on('data', (chunk: Buffer) => {
      received += chunk.length;
      if (expected === Number.POSITIVE_INFINITY) expected = lengthOf(chunk.toString('latin1'));
      if (received < expected) return;
      told(performance.now() - began);
      ask();
    });
    socket.once('connect', ask);
    socket.once('error', reject);
  });
}

/** Bytes of head and body together, told in the first piece. */
function lengthOf(piece: string): number {
  const head = piece.indexOf('\r\n\r\n') + 4;
  const length = /content-length: (\d+)/i.exec(piece.slice(0, head))?.[1];
  if (length === undefined) throw new Error(`no length in ${piece.slice(0, 200)}`);
  return head + Number(length);
}

/** Requests as fast as twenty connections take them, for some seconds. */
async function measure({ port, process: server }: Started, path: string): Promise<Timing> {
  const times: number[] = [];
  const before = processorOf(server);
  const end = performance.now() + Number(values.seconds) * 1000;
  const next = () => (performance.now() < end ? path : undefined);
  await Promise.all(
    Array.from({ length: CONNECTIONS }, () => asking(port, next, (each) => times.push(each))),
  );
  times.sort((a, b) => a - b);
  return {
    perSecond: times.length / Number(values.seconds),
    p99: times[Math.floor(times.length * 0.99)] ?? 0,
    processor: ((processorOf(server) - before) * 1000) / times.length,
  };
}

const FLOOR = `const [, body] = process.argv;
const server = require('node:http').createServer((_, response) => response.end(Buffer.from(body, 'base64')));
server.listen(0, '127.0.0.1', () => console.log('floor at http://127.0.0.1:' + server.address().port));`;

async function body(port: number, path: string): Promise<Buffer> {
  return Buffer.from(await (await fetch(`http://127.0.0.1:${port}${path}`)).arrayBuffer());
}

/** Processor time that a process has used, in milliseconds. */
function processorOf({ pid }: ChildProcess): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Resident memory of a process, in MB. */
function residentOf({ pid }: ChildProcess): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(kilobytes) / 1024);
}

async function ratios(ours: Started, floor: Started): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    const bare = await measure(floor, '/');
    const served = await measure(ours, SMALL);
    const ratio = (served.perSecond / bare.perSecond).toFixed(2);
    console.log(
      `small key: ${served.perSecond.toFixed(0)}/s, p99 ${served.p99.toFixed(1)} ms; floor ${bare.perSecond.toFixed(0)}/s, p99 ${bare.p99.toFixed(1)} ms; ratio ${ratio}; processor ${served.processor.toFixed(0)} µs against ${bare.processor.toFixed(0)} µs, ratio ${(bare.processor / served.processor).toFixed(2)}`,
    );
  }
}

async function wholeCube({ port, process: server }: Started): Promise<void> {
  for (const format of ['csv', 'json', 'xml', 'xml3', 'jsonstat']) {
    const times: number[] = [];
    let bytes = 0;
    const before = processorOf(server);
    for (let at = 0; at < 4; at += 1) {
      const began = performance.now();
      bytes = (await body(port, `${WHOLE}?format=${format}&offset=0&turn=${at}`)).length;
      times.push(performance.now() - began);
    }
    const warm = times.slice(1).sort((a, b) => a - b);
    console.log(
      `whole cube as ${format}: ${bytes} bytes, ${warm[1]?.toFixed(0)} ms made anew (first ${times[0]?.toFixed(0)} ms), ${((processorOf(server) - before) / 4).toFixed(0)} ms of processor time each`,
    );
  }
}

/** Many requests: nine of ten for a key that was asked before, one of ten made anew; memory at every tenth. */
async function memory(ours: Started, requests: number): Promise<void> {
  let asked = 0;
  const segments = ['ITO', 'CRM', 'ESO', 'BPO', 'KPO', '_T'];
  const next = () => {
    if (asked >= requests) return undefined;
    asked += 1;
    if (asked % Math.ceil(requests / 10) === 0)
      console.log(`${asked} requests: ${residentOf(ours.process)} MB`);
    const segment = segments[asked % 6];
    return asked % 10 !== 0
      ? SMALL
      : `/sdmx/3/data/dataflow/*/EXPORTS/*/*.MA.W1.${segment}.EXPORTS.MAD.2025?turn=${asked}`;
  };
  console.log(`before: ${residentOf(ours.process)} MB`);
  await Promise.all(Array.from({ length: CONNECTIONS }, () => asking(ours.port, next, () => {})));
}

const main = join(import.meta.dirname, '..', 'src', 'main.ts');
const serving = [main, 'serve', folder, '--port', '0', '--limit', '0'];
const ours = await started([...confinement([...programFolders(), folder]), ...serving]);
const small = await body(ours.port, SMALL);
const floor = await started(['-e', FLOOR, small.toString('base64')]);
await ratios(ours, floor);
await wholeCube(ours);
if (Number(values.requests) > 0) await memory(ours, Number(values.requests));
for (const each of [ours, floor]) {
  each.process.removeAllListeners('exit');
  each.process.kill('SIGTERM');
}
