import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { test } from 'node:test';
import { serveHttp } from '../../src/engine/http.ts';

test('a client that asks too often is told when to come back, and is let in again then', async () => {
  let now = 30_000;
  const server = await serveHttp(() => new Response('yes'), { port: 0, perMinute: 2, now: () => now });
  const ask = async () => {
    const response = await fetch(server.address, { headers: { connection: 'close' } });
    await response.text();
    return response;
  };
  const first = await ask();
  assert.deepEqual([first.status, first.headers.get('ratelimit-remaining')], [200, '1']);
  assert.equal((await ask()).status, 200);
  const refused = await ask();
  assert.deepEqual([refused.status, refused.headers.get('retry-after')], [429, '30']);
  now = 60_000;
  assert.equal((await ask()).status, 200);
  await server.close();
});

test('who says of itself that it was forwarded is believed only where a proxy stands in front', async () => {
  const plain = await serveHttp(() => new Response('yes'), { port: 0, perMinute: 1 });
  const ask = async (forwarded: string) =>
    (await fetch(plain.address, { headers: { connection: 'close', 'x-forwarded-for': forwarded } })).status;
  assert.deepEqual([await ask('192.0.2.1'), await ask('192.0.2.2')], [200, 429]);
  await plain.close();
});

test('what is no request, and headers without end, do not stop it', async () => {
  const server = await serveHttp(() => new Response('yes'), { port: 0 });
  const send = (text: string) =>
    new Promise<string>((resolve) => {
      let answer = '';
      const socket = connect(server.port, '127.0.0.1', () => socket.end(text));
      socket.on('data', (chunk: Buffer) => {
        answer += chunk.toString();
      });
      socket.on('close', () => resolve(answer));
      socket.on('error', () => resolve(answer));
    });
  assert.match(await send('\u0000\u0001nonsense\r\n\r\n'), /^HTTP\/1\.1 400/);
  assert.match(
    await send(`GET / HTTP/1.1\r\nHost: x\r\nA: ${'a'.repeat(40_000)}\r\n\r\n`),
    /^HTTP\/1\.1 431/,
  );
  const response = await fetch(server.address, { headers: { connection: 'close' } });
  assert.equal(await response.text(), 'yes');
  await server.close();
});
