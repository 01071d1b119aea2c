// `marsad verify RELEASE`: whether a release folder is what the office signed and agrees with itself, and whether a
// declaration is bound to it. `marsad verify WS RELEASE`: the same, and the release made again from the archive.

import { dirname, join } from 'node:path';
import { MANIFEST_NAME, parseManifest } from '../disseminate/manifest.ts';
import { proofFaults } from '../disseminate/proof.ts';
import { PUBLIC_KEY_NAME, publicKeys } from '../disseminate/public/release-folder.ts';
import { type Verification, verifyRelease } from '../disseminate/verify.ts';
import type { Effects } from '../engine/effects.ts';
import { NotFound, Refused } from '../engine/errors.ts';
import { exists, hashFile, isDirectory, listTree, readBytes, readText } from '../engine/files.ts';
import { type Command, flagOption, type Options, textOption } from './command.ts';
import { type Recomputation, recomputeRelease } from './recompute.ts';
import { whileHolding } from './runs.ts';
import { openWorkspace } from './workspace.ts';

export const verifyCommand: Command = {
  name: 'verify',
  usage: '[WS] RELEASE',
  summary:
    'check signature, hashes and arithmetic of a release folder; with WS, make it again from the archive',
  options: {
    pubkey: { type: 'string', help: "the office's public key; by default the one beside the releases" },
    receipt: { type: 'string', help: 'a receipt that the release should be bound to' },
    proof: { type: 'string', help: 'the proof for it, a file from `marsad prove`' },
    declaration: {
      type: 'string',
      help: 'the declaration itself, when its bytes are to be compared as well',
    },
  },
  run: async ([first, second], options, effects) => {
    if (first === undefined) throw new Refused('which release? `marsad verify WS/public/releases/2025-S1/1`');
    const result =
      second === undefined
        ? await verifyFolder(first, options)
        : await verifyFromArchive(first, second, options, effects);
    if (flagOption(options, 'json')) effects.log.print(JSON.stringify(result, null, 2));
    else {
      const name = second === undefined ? first : `release ${second} of ${first}`;
      for (const line of describe(result, name)) effects.log.print(line);
    }
    return result.ok ? 0 : 1;
  },
};

type Result = Verification & Partial<Pick<Recomputation, 'compared' | 'notes'>>;

async function verifyFolder(folder: string, options: Options): Promise<Result> {
  if (!isDirectory(folder)) throw new NotFound(`${folder} is not a folder`);
  const given = textOption(options, 'pubkey');
  const published = dirname(dirname(dirname(folder)));
  const keyPath = given ?? join(published, PUBLIC_KEY_NAME);
  if (!exists(keyPath)) throw new NotFound(`${keyPath} is not there: name the public key with --pubkey`);
  const files = { names: listTree(folder), read: (name: string) => readBytes(join(folder, name)) };
  const own = verifyRelease(files, publicKeys(published, readText(keyPath)));
  const result = own.ok ? withProof(own, await bindingFaults(folder, options)) : own;
  return given === undefined ? { ...result, notes: [...(result.notes ?? []), NEAR_KEY] } : result;
}

const NEAR_KEY =
  'The key lay beside the release: get the office’s key by another way and name it with --pubkey.';

async function verifyFromArchive(
  root: string,
  release: string,
  options: Options,
  effects: Effects,
): Promise<Result> {
  if (textOption(options, 'receipt') !== undefined)
    throw new Refused(
      'a receipt is verified against a release folder: `marsad verify RELEASE --receipt R --proof P`',
    );
  const keyPath = textOption(options, 'pubkey');
  const key = keyPath === undefined ? undefined : readText(keyPath);
  const workspace = openWorkspace(root);
  try {
    return await whileHolding(workspace, () => recomputeRelease(workspace, release, key, effects));
  } finally {
    workspace.store.close();
  }
}

/** Undefined when no receipt is asked about. */
async function bindingFaults(folder: string, options: Options): Promise<readonly string[] | undefined> {
  const receipt = textOption(options, 'receipt');
  const proof = textOption(options, 'proof');
  if (receipt === undefined && proof === undefined) return undefined;
  if (receipt === undefined || proof === undefined)
    throw new Refused('--receipt and --proof go together: the receipt and the file from `marsad prove`');
  const content = readProof(proof);
  const manifest = parseManifest(readText(join(folder, MANIFEST_NAME)));
  const declaration = textOption(options, 'declaration');
  const other =
    declaration !== undefined && (await hashFile(declaration)) !== (content as { sha256?: unknown })?.sha256
      ? [`${declaration} is not the declaration that the receipt was given for: its bytes differ`]
      : [];
  return [...proofFaults(content, receipt, manifest), ...other];
}

function readProof(path: string): unknown {
  if (!exists(path)) throw new NotFound(`there is no file ${path}`);
  try {
    return JSON.parse(readText(path));
  } catch {
    throw new Refused(`${path} is not a proof: found no JSON, expected a file from \`marsad prove\``);
  }
}

function withProof(result: Verification, faults: readonly string[] | undefined): Verification {
  if (faults === undefined) return result;
  return { ok: faults.length === 0, checked: { ...result.checked, receipts: 1 }, faults };
}

const COMPARED: { readonly [C in Recomputation['compared']]: string } = {
  bytes: ', made again from the archive with equal bytes',
  content: ', made again from the archive with equal content',
  nothing: '',
};

function describe({ ok, checked, faults, compared, notes }: Result, name: string): readonly string[] {
  const counts = Object.entries(checked).map(([kind, count]) => counted(kind, count));
  const again = ok && compared !== undefined ? COMPARED[compared] : '';
  return [
    `${name}: ${ok ? 'verified' : 'NOT verified'} (${counts.join(', ')})${again}`,
    ...faults.map((fault) => `  ${fault}`),
    ...(notes ?? []),
  ];
}

function counted(kind: string, count: number): string {
  return `${count} ${count === 1 ? (ONE_OF[kind] ?? kind) : kind}`;
}

const ONE_OF: { readonly [kind: string]: string } = {
  signatures: 'signature',
  files: 'file',
  dataflows: 'dataflow',
  equations: 'equation',
  inputs: 'input',
  receipts: 'receipt',
};
