import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refuseTakenPort, serveHttp } from '../../src/engine/http.ts';

const answer = async () => new Response('here');
const settings = { port: 0, host: '127.0.0.1', perMinute: 0 };

test('a port that is taken is refused with what to do, before and at listening; a free one is not', async () => {
  const server = await serveHttp(answer, settings);
  const said = new RegExp(`port ${server.port} of 127\\.0\\.0\\.1 is taken`);
  await assert.rejects(refuseTakenPort(server.port, 'office-port'), /--office-port/);
  await assert.rejects(serveHttp(answer, { ...settings, port: server.port }), said);
  await server.close();
  await refuseTakenPort(server.port);
});
