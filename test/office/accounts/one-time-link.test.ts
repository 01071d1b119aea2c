import assert from 'node:assert/strict';
import { test } from 'node:test';
import { durationText, LINK_ENDS } from '../../../src/office/accounts/one-time-link.ts';

test('how long a link is good for is told in days where it is more than one', () => {
  const told = (purpose: keyof typeof LINK_ENDS) =>
    (['ar', 'fr', 'en'] as const).map((language) =>
      durationText(language, LINK_ENDS[purpose]).replaceAll(/\s/g, ' '),
    );
  assert.deepEqual(told('invitation'), ['7 أيام', '7 jours', '7 days']);
  assert.deepEqual(told('reset'), ['24 ساعة', '24 heures', '24 hours']);
});
