// `marsad verify RELEASE [--pubkey K]`: whether a release is what the office signed and agrees with itself. With a
// workspace before it, RELEASE is the id of a published one; nothing is computed again from the archive.

import { dirname, join } from 'node:path';
import { PUBLIC_KEY_NAME } from '../disseminate/public/release-folder.ts';
import { type Verification, verifyRelease } from '../disseminate/verify.ts';
import { NotFound, Refused } from '../engine/errors.ts';
import { exists, isDirectory, listTree, readBytes, readText } from '../engine/files.ts';
import { type Command, flagOption, textOption } from './command.ts';

export const verifyCommand: Command = {
  name: 'verify',
  usage: '[WS] RELEASE',
  summary: 'check signature, hashes, canonical form and arithmetic of a release folder',
  options: {
    pubkey: { type: 'string', help: "the office's public key; by default the one beside the releases" },
  },
  run: async ([first, second], options, { log }) => {
    if (first === undefined) throw new Refused('which release? `marsad verify WS/public/releases/2025-S1/1`');
    const folder = second === undefined ? first : join(first, 'public', 'releases', second);
    if (!isDirectory(folder)) throw new NotFound(`${folder} is not a folder`);
    const given = textOption(options, 'pubkey');
    const keyPath = given ?? join(dirname(dirname(dirname(folder))), PUBLIC_KEY_NAME);
    if (!exists(keyPath)) throw new NotFound(`${keyPath} is not there: name the public key with --pubkey`);
    const result = verifyRelease(
      { names: listTree(folder), read: (name) => readBytes(join(folder, name)) },
      readText(keyPath),
    );
    if (flagOption(options, 'json')) log.print(JSON.stringify(result, null, 2));
    else for (const line of describe(result, folder, given === undefined)) log.print(line);
    return result.ok ? 0 : 1;
  },
};

function describe({ ok, checked, faults }: Verification, folder: string, ownKey: boolean): readonly string[] {
  const counts = Object.entries(checked).map(([kind, count]) => `${count} ${kind}`);
  const warning =
    'The key lay beside the release: get the office’s key by another way and name it with --pubkey.';
  return [
    `${folder}: ${ok ? 'verified' : 'NOT verified'} (${counts.join(', ')})`,
    ...faults.map((fault) => `  ${fault}`),
    ...(ownKey ? [warning] : []),
  ];
}
