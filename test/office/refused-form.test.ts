// A refused form comes again with its reason and what was typed, and only where the reader may see the page it was on.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { html } from 'hono/html';
import { Refused } from '../../src/engine/errors.ts';
import { csrfField } from '../../src/office/page.ts';
import { refilled } from '../../src/office/refused-form.ts';
import { page, type Route, redirect } from '../../src/office/route.ts';
import { officeOver } from './office-fixture.ts';

const ROUTES: readonly Route[] = [
  {
    ...{ method: 'GET', path: '/lines/:line', access: ['compiler'] },
    answer: (request) => {
      if (request.query.get('to') === 'nothing') throw new Refused('nothing is decided');
      return page({
        title: 'A line',
        content: html`<h1>Line ${request.param('line')}</h1>
<form method="get" action="/lines/${request.param('line')}"><input name="to" type="text" value=""></form>
<form method="post" action="/lines/${request.param('line')}/decide">${csrfField(request)}
<select name="kind"><option value="confirm" selected>c</option><option value="correct">k</option></select>
<input name="reason" type="text" required><input name="secret" type="password"><textarea name="note"></textarea>
<input type="checkbox" name="sure" value="yes"></form>`,
      });
    },
  },
  {
    ...{ method: 'POST', path: '/lines/:line/decide', access: ['compiler'], act: 'decide' },
    answer: ({ field }) => {
      if (field('reason') !== 'good') throw new Refused('the reason is not good');
      return redirect('/lines/1');
    },
  },
];
const TYPED = { kind: 'correct', reason: 'a "b" <c> $& é', note: 'two\nlines', sure: 'yes', secret: 'pass' };
const from = (path: string) => ({ referer: `http://office.test${path}` });

test('a refused form is shown on its page with the reason above it and what was typed in it', async () => {
  const office = officeOver(ROUTES);
  const visitor = office.as('compiler');
  const first = await visitor.post('/lines/7/decide', TYPED, from('/lines/7?to=x'));
  assert.equal(first.status, 400);
  const text = await first.text();
  assert.match(text, /role="alert"[\s\S]*the reason is not good[\s\S]*<h1>Line 7<\/h1>/);
  assert.match(text, /<option value="confirm">c<\/option><option value="correct" selected>k<\/option>/);
  assert.ok(text.includes('value="a &quot;b&quot; &lt;c&gt; $&amp; é"'), text);
  assert.match(text, /<textarea name="note">two\nlines<\/textarea>/);
  assert.match(text, /<input type="checkbox" name="sure" value="yes" checked>/);
  assert.doesNotMatch(text, /value="pass"/);
  // Refused once more, the browser names the address of the act: the form itself says which page it was on.
  assert.match(text, /name="from" value="\/lines\/7\?to=x"/);
  const fields = { ...TYPED, reason: 'worse', from: '/lines/7?to=x' };
  const second = await visitor.post('/lines/7/decide', fields, from('/lines/7/decide'));
  assert.match(await second.text(), /<h1>Line 7<\/h1>[\s\S]*value="worse"/);
});

test('a filter that is refused stands above the page that asked; without such a page the reason stands alone', async () => {
  const visitor = officeOver(ROUTES).as('compiler');
  const asked = await visitor.get('/lines/7?to=nothing', from('/lines/7'));
  assert.equal(asked.status, 400);
  assert.match(await asked.text(), /nothing is decided[\s\S]*<h1>Line 7<\/h1>[\s\S]*value="nothing"/);
  const alone = await visitor.get('/lines/7?to=nothing');
  assert.equal(alone.status, 400);
  assert.doesNotMatch(await alone.text(), /<h1>Line/);
  const elsewhere = await visitor.post('/lines/7/decide', TYPED, {
    referer: 'http://elsewhere.test/lines/7',
  });
  assert.doesNotMatch(await elsewhere.text(), /<h1>Line/);
});

test('a page that the reader may not see is not shown for a form that says it was there', async () => {
  const office = officeOver([
    ...ROUTES,
    {
      ...{ method: 'GET', path: '/hidden', access: ['administrator'] },
      answer: () => page({ title: 'Hidden', content: html`<h1>Hidden</h1>` }),
    },
  ]);
  const answer = await office.as('compiler').post('/lines/7/decide', { ...TYPED, from: '/hidden' });
  assert.equal(answer.status, 400);
  assert.doesNotMatch(await answer.text(), /Hidden/);
});

test('whatever was typed stands in its field and nowhere else', () => {
  const form =
    '<form method="post" action="/a"><input name="x" type="text" value="old"><input name="y" type="text"></form>';
  fc.assert(
    fc.property(fc.string(), (typed) => {
      const [head, tail] = [
        '<form method="post" action="/a"><input name="x" type="text" value="',
        '"><input name="y"',
      ];
      const text = refilled(form, '/a', new URLSearchParams({ x: typed }), '/a');
      const value = text.slice(head.length, text.indexOf(tail));
      assert.ok(text.startsWith(head) && !/[<>"]/.test(value));
      assert.equal(refilled(form, '/b', new URLSearchParams({ x: typed }), '/a'), form);
    }),
  );
});
