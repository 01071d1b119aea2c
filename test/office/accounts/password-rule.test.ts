import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type PasswordFault, passwordFault } from '../../../src/office/accounts/password-rule.ts';

const NAMES = ['bank.one', 'Aïcha El Fassi'];
const JUDGED: readonly (readonly [password: string, fault: PasswordFault | undefined, why: string])[] = [
  ['herons salé', 'short', 'eleven signs'],
  ['heron s salé', undefined, 'twelve signs, a blank among them'],
  ['سبعة طيور في سلا', undefined, 'letters of any script count as one each'],
  ['h\u0065\u0301rons sale\u0301', 'short', 'a mark is of the letter under it: eleven signs'],
  ['h'.repeat(64) + 'erons'.repeat(12), undefined, '124 signs'],
  ['herons by the sea '.repeat(8), 'long', '144 signs'],
  ['aaaaaaaaaaaaaaaa', 'common', 'one sign all over'],
  ['qwertyuiop123', 'common', 'among those that everybody tries, with digits behind'],
  ['only one key here', undefined, 'parts of a name that are short are words'],
  ['a bank by the sea', 'name', 'a part of the name of the account'],
  ['elfassi and fassi', 'name', 'the name of the person'],
  ['MARSAD of the sea', 'name', 'the name of the product, in capitals'],
];

for (const [password, fault, why] of JUDGED)
  test(`a password that is ${fault ?? 'taken'}: ${why}`, () => {
    assert.equal(passwordFault(password, password, NAMES), fault);
  });

test('the second entry is the first', () => {
  assert.equal(passwordFault('seven herons over', 'seven herons over ', NAMES), 'different');
});
