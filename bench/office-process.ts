// An office in a process of its own with one machine for each bank, and uploads sent to it: for the bench and for the test
// that kills it.

import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Workspace } from '../src/command/workspace.ts';
import { secretHash } from '../src/office/accounts/secret.ts';

export type RunningOffice = { readonly process: ChildProcess; readonly address: string };

const MAIN = join(import.meta.dirname, '..', 'src', 'main.ts');
const LONG_AGO = '2025-01-01T00:00:00.000Z';

/** Starts `marsad office` on a free port, in a group of its own, so that it can be killed with all that it started. */
export function startOffice(root: string): Promise<RunningOffice> {
  const child = spawn(process.execPath, [MAIN, 'office', root, '--port', '0', '--limit', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the office ended with ${code}`)));
    child.stdout.on('data', (chunk: Buffer) => {
      const address = /at (http:\/\/[^\s]+)/.exec(chunk.toString())?.[1];
      if (address !== undefined) resolve({ process: child, address });
    });
  });
}

/** Ends an office and everything that it started, at once or after what it is doing; resolves when it has ended. */
export function endOffice({ process: child }: RunningOffice, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  return new Promise((resolve) => {
    child.removeAllListeners('exit');
    child.once('exit', () => resolve());
    if (child.pid === undefined) return;
    // The group only where nothing is to be done to the end: asked politely, the office ends its own child.
    process.kill(signal === 'SIGKILL' ? -child.pid : child.pid, signal);
  });
}

/** A token for each bank, by its code. */
export function bankTokens({ store, domain }: Workspace): ReadonlyMap<string, string> {
  return new Map(
    domain.banks.map(({ code }) => {
      const secret = `marsad_bench_${code}_0123456789abcdef`;
      const account = store.run(
        "INSERT INTO accounts (name, person, declarant_type, sender, state, made_by, made_at) VALUES (?, ?, 'bank', ?, 'active', 'bench', ?)",
        ...[`bench-${code.toLowerCase()}`, code, code, LONG_AGO],
      );
      store.run("INSERT INTO account_roles (account, role) VALUES (?, 'declarant')", account);
      store.run(
        "INSERT INTO tokens (hash, account, label, scopes, made_by, made_at, ends_at) VALUES (?, ?, 'bench', ?, 'bench', ?, '2099-01-01')",
        ...[secretHash(secret), account],
        ...[JSON.stringify(['declarations:read', 'declarations:write']), LONG_AGO],
      );
      return [code, secret] as const;
    }),
  );
}

export type Answered = { readonly status: number; readonly receipt: string | null; readonly lines: number };

/** Sends one declaration and returns the answer with its report; throws when the office is gone. */
export async function sendDeclaration(
  address: string,
  token: string,
  name: string,
  text: string,
): Promise<Answered> {
  const response = await fetch(`${address}/api/v1/declarations?wait=50`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'text/csv', 'x-file-name': name },
    body: text,
  });
  const value = (await response.json()) as { receipt?: string | null; lines?: { received?: number } | null };
  return { status: response.status, receipt: value.receipt ?? null, lines: value.lines?.received ?? 0 };
}
