// Bodies that are too large, never end, stop coming or are broken.

import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { Refused } from '../../src/engine/errors.ts';
import { type BodyBounds, receiveBody } from '../../src/engine/upload.ts';
import { json, type Route } from '../../src/office/route.ts';
import { accountsOffice, taken } from '../office/accounts/accounts-fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'marsad-body-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const BOUNDS: BodyBounds = {
  ...{
    folder,
    files: true,
    mostBytes: 1000,
    mostFormBytes: 100,
    mostFiles: 2,
    stall: 60,
    beforeFile: () => {},
  },
};

function sent(parts: readonly (string | Uint8Array)[], type: string, pause = 0): Request {
  let turn = 0;
  const body = new ReadableStream({
    pull: async (controller) => {
      if (turn > 0 && pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
      const part = parts[turn++];
      if (part === undefined) controller.close();
      else controller.enqueue(Buffer.from(part));
    },
  });
  const init = { method: 'POST', body, duplex: 'half', headers: { 'content-type': type } } as const;
  return new Request('http://office.test/', init);
}

async function sentForm(form: FormData): Promise<Request> {
  const whole = new Response(form);
  const bytes = new Uint8Array(await whole.arrayBuffer());
  return sent([bytes.subarray(0, 150), bytes.subarray(150)], whole.headers.get('content-type') ?? '');
}

function formOf(...files: readonly string[]): FormData {
  const form = new FormData();
  for (const [at, content] of files.entries()) form.append(`f${at}`, new File([content], `${at}.csv`));
  return form;
}

test('a body as it is becomes one file, byte for byte', async () => {
  const { files, discard } = await receiveBody(sent(['a;b\n', '1;2\n'], 'text/csv'), BOUNDS);
  assert.deepEqual(
    files.map(({ name, bytes, path }) => [name, bytes, readFileSync(path, 'utf8')]),
    [['declaration', 8, 'a;b\n1;2\n']],
  );
  discard();
});

const CUT = '--b\r\nContent-Disposition: form-data; name="f"; filename="x.csv"\r\n\r\nabc';
const BAD: readonly (readonly [string, () => Request | Promise<Request>, RegExp])[] = [
  [
    'a file that is too large',
    () => sent(['x'.repeat(800), 'x'.repeat(800)], 'text/csv'),
    /more than 1000 bytes/,
  ],
  ['a form that is too large', () => sentForm(formOf('x'.repeat(2000))), /more than 1000 bytes/],
  ['a body that stops coming', () => sent(['a', 'b'], 'text/csv', 300), /nothing arrived/],
  ['a form that is cut', () => sent([CUT], 'multipart/form-data; boundary=b'), /cannot be read/],
  ['a form without a boundary', () => sent([CUT], 'multipart/form-data'), /cannot be read|[Bb]oundary/],
];
for (const [name, make, says] of BAD) {
  test(`let go, with no file left behind: ${name}`, async () => {
    await assert.rejects(
      receiveBody(await make(), BOUNDS),
      (error) => error instanceof Refused && says.test(error.message),
    );
    assert.deepEqual(readdirSync(folder), []);
  });
}

test('a body that says itself that it is too large is refused before a byte of it is read', async () => {
  let read = 0;
  const pull = (controller: ReadableStreamDefaultController) => {
    read += 1;
    controller.enqueue(Buffer.from('x'));
  };
  const body = new ReadableStream({ pull }, { highWaterMark: 0 });
  const headers = { 'content-type': 'text/csv', 'content-length': '5000' };
  const request = new Request('http://office.test/', { method: 'POST', body, duplex: 'half', headers });
  await assert.rejects(receiveBody(request, BOUNDS), /more than 1000 bytes: found 5000/);
  assert.equal(read, 0);
});

test('fields are bounded, and must be what they say', async () => {
  const form = { ...BOUNDS, files: false };
  const plain = 'application/x-www-form-urlencoded';
  await assert.rejects(receiveBody(sent([`a=${'x'.repeat(200)}`], plain), form), /more than 100 bytes/);
  await assert.rejects(receiveBody(sent(['{'], 'application/json'), form), /not JSON/);
  await assert.rejects(receiveBody(sent(['[1]'], 'application/json'), form), /not a JSON object/);
  await assert.rejects(receiveBody(sent(['x'], 'text/csv'), form), /expected a form/);
  const roomy = { ...form, mostFormBytes: 1000 };
  await assert.rejects(receiveBody(await sentForm(formOf('x')), roomy), /files are not taken/);
  const { fields } = await receiveBody(sent(['{"a":"x","b":[1,2]}'], 'application/json'), form);
  assert.equal(fields.toString(), 'a=x&b=1&b=2');
});

test('the fields of a form with files are bounded together, a form without files as a whole', async () => {
  const many = () => {
    const form = new FormData();
    for (const name of ['a', 'b', 'c']) form.append(name, 'x'.repeat(40));
    return sentForm(form);
  };
  await assert.rejects(receiveBody(await many(), BOUNDS), /more than 100 bytes: found 123/);
  const without = { ...BOUNDS, files: false, mostBytes: 1e9, mostFormBytes: 200 };
  await assert.rejects(receiveBody(await many(), without), /more than 200 bytes/);
  const { fields, discard } = await receiveBody(await many(), { ...BOUNDS, mostFormBytes: 150 });
  discard();
  assert.deepEqual([...fields.keys()], ['a', 'b', 'c']);
});

test('more files than are taken are refused whole, and none is left behind', async () => {
  const bounds = { ...BOUNDS, mostBytes: 10_000 };
  const sending = receiveBody(await sentForm(formOf('1', '2', '3')), bounds);
  await assert.rejects(sending, /more files than one sending takes \(2\)/);
  assert.deepEqual(readdirSync(folder), []);
  const { files, discard } = await receiveBody(await sentForm(formOf('1', '2')), bounds);
  assert.equal(files.length, 2);
  discard();
});

test('an upload without the form’s token is refused before a byte is kept', async () => {
  const reached: string[] = [];
  const uploads = join(folder, 'office');
  const answer: Route['answer'] = () => json({ reached: reached.push('x') });
  const route: Route = {
    method: 'POST',
    path: '/send',
    access: ['declarant'],
    body: 'files',
    act: 'send',
    answer,
  };
  const office = accountsOffice({ uploads }, undefined, [route]);
  const { browser } = await taken(office, { name: 'bank.one', roles: ['declarant'] });
  const request = await sentForm(formOf('x'));
  const init = {
    method: 'POST',
    body: request.body,
    duplex: 'half',
    headers: Object.fromEntries(request.headers),
  };
  assert.equal((await browser.send('/send', init as RequestInit)).status, 400);
  assert.deepEqual([reached, readdirSync(uploads)], [[], []]);
});
