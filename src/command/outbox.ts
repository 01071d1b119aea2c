// Messages to people outside of the office: each a file in `outbox/` of the workspace, in the form of a mail, and handed to
// the operator's program where one is named. They never hold a link or a secret.

import { join } from 'node:path';
import { LANGUAGES } from '../design/text.ts';
import type { Effects } from '../engine/effects.ts';
import { makeFolder, writeWhole } from '../engine/files.ts';
import { handTo } from '../engine/other-program.ts';
import { accountByName } from '../office/accounts/account.ts';
import type { AccountNotice } from '../office/accounts/means.ts';
import type { Workspace } from './workspace.ts';

/** Writes a notice, and has it delivered by a program, which gets the name of the account as its word and the mail as input. */
export function outboxOf(
  { layout, store }: Workspace,
  { random, log }: Effects,
  deliver: string | undefined,
): (notice: AccountNotice) => void {
  const folder = join(layout.root, 'outbox');
  return (notice) => {
    makeFolder(folder, 0o700);
    const language = accountByName(store, notice.to)?.language;
    const mail = mailOf(notice, language === undefined || language === null ? LANGUAGES : [language]);
    const number = Buffer.from(random(4)).toString('hex');
    writeWhole(join(folder, `${notice.at.replaceAll(/\D/g, '')}-${number}.eml`), mail, 0o600);
    if (deliver === undefined) return;
    void handTo(deliver, [notice.to], mail).then((code) => {
      if (code !== 0) log.note(`message ${number} was not delivered: ${deliver} ended with ${code}`);
    });
  };
}

/** A mail (RFC 5322) of plain text in UTF-8, in the person's language, or in all where it is not known. */
function mailOf(notice: AccountNotice, languages: readonly (typeof LANGUAGES)[number][]): string {
  const subject = languages.map((language) => notice.subject[language]).join(' · ');
  const body = languages.map((language) => notice.text[language]).join('\r\n\r\n');
  return [
    `To: ${notice.to}`,
    `Date: ${new Date(notice.at).toUTCString().replace('GMT', '+0000')}`,
    ...encodedSubject(subject),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    ...(Buffer.from(`${body}\r\n`)
      .toString('base64')
      .match(/.{1,76}/g) ?? []),
    '',
  ].join('\r\n');
}

/** The subject in words of at most 75 characters (RFC 2047), each whole characters. */
function encodedSubject(subject: string): readonly string[] {
  const words: string[] = [];
  let word = '';
  for (const character of subject) {
    if (Buffer.byteLength(word + character) > 42) {
      words.push(word);
      word = '';
    }
    word += character;
  }
  const encoded = [...words, word].map((each) => `=?utf-8?B?${Buffer.from(each).toString('base64')}?=`);
  return encoded.map((each, at) => (at === 0 ? `Subject: ${each}` : ` ${each}`));
}
