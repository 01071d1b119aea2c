import assert from 'node:assert/strict';
import { test } from 'node:test';
import { routeName } from '../../src/command/watched-office.ts';
import { errorFields, eventLog } from '../../src/engine/event-log.ts';
import { measuresOf } from '../../src/engine/measures.ts';

test('requests are counted by method, route and status, and their time in growing buckets', () => {
  const measures = measuresOf([{ name: 'marsad_x', help: 'X.', value: () => 7 }]);
  for (const milliseconds of [1, 30, 20_000])
    measures.count({ method: 'GET', route: '/fr', status: 200, milliseconds });
  measures.count({ method: 'BREW"}', route: '/fr', status: 400, milliseconds: 1 });
  const text = measures.text();
  assert.match(text, /^marsad_requests_total\{method="GET",route="\/fr",status="200"\} 3$/m);
  assert.match(text, /^marsad_requests_total\{method="other",route="\/fr",status="400"\} 1$/m);
  assert.match(text, /^marsad_request_seconds_bucket\{le="0.005"\} 2$/m);
  assert.match(text, /^marsad_request_seconds_bucket\{le="0.05"\} 3$/m);
  assert.match(text, /^marsad_request_seconds_bucket\{le="\+Inf"\} 4$/m);
  assert.match(text, /^marsad_x 7$/m);
  for (const line of text.trimEnd().split('\n'))
    assert.match(line, /^(# (HELP|TYPE) \w+ .+|\w+(\{[^}]*\})? [\d.e+-]+)$/, line);
});

test('an event is one line of JSON; an error is its class and its places, never its message', () => {
  const lines: string[] = [];
  eventLog(
    (line) => lines.push(line),
    () => 'T',
  )('request', { status: 200 });
  assert.deepEqual(JSON.parse(lines[0] ?? ''), { at: 'T', level: 'info', event: 'request', status: 200 });
  assert.ok(!JSON.stringify(errorFields(new RangeError('ICE 001561191000066'))).includes('0015'));
});

test('a path is told by its route, whatever stands in it', () => {
  const routes = [{ path: '/declarations/:receipt' }, { path: '/' }];
  assert.equal(routeName(routes, '/declarations/2025-000012-abc'), '/declarations/:receipt');
  assert.equal(routeName(routes, '/declarations/2025/x'), 'other');
  assert.equal(routeName(routes, '/'), '/');
});
