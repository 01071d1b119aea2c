// The intake of uploads: bytes to the disk and a row to the store before anything is answered, then a process beside the
// office receives them. What was kept when the office was killed is received at its next start.

import { dirname, join } from 'node:path';
import { surfeit } from '../design/refusal.ts';
import { type Child, type ChildEvents, startChild } from '../engine/child.ts';
import type { Effects } from '../engine/effects.ts';
import {
  copyFile,
  hashOf,
  listFolder,
  makeFolder,
  moveInto,
  remove,
  syncFile,
  syncFolder,
  writeWhole,
} from '../engine/files.ts';
import type { Sent, Upload } from '../office/portal/desk.ts';
import type { Settled } from './intake-process.ts';
import { addUpload } from './upload-row.ts';
import type { Workspace } from './workspace.ts';

export type Intake = {
  /** `record` writes the entry of the audit log, in the transaction that makes the upload real; returns its number. */
  readonly keep: (upload: Upload, sent: Sent, record: (id: string) => number) => Promise<string>;
  /** Resolves when an upload is answered, or after so many milliseconds. */
  readonly answered: (id: string, patience: number) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Uploads that may wait, of all and of one respondent; more are asked to come back. */
export const MOST_WAITING = 2000;
export const MOST_OF_ONE = 100;
/** Seconds after which a place may be free. */
const COME_BACK = 30;
const RESTART_AFTER = 500;

/** Starts what receives uploads: it settles whatever waits, whenever it is sent anything, and tells what it settled. */
export type Receiver = (events: ChildEvents) => Child;

/** Opens the intake of a workspace and takes up what waited; by default in a process beside this one. */
export function openIntake(
  workspace: Workspace,
  effects: Effects,
  receiver: Receiver = (events) =>
    startChild(new URL('./intake-process.ts', import.meta.url), [workspace.layout.root], events),
): Intake {
  sweep(workspace);
  const waiters = new Map<string, Set<() => void>>();
  let closed = false;
  let child: Child = start();
  function start(): Child {
    return receiver({
      message: (message) => {
        for (const id of (message as Settled).settled) for (const end of waiters.get(id) ?? []) end();
      },
      died: (reason) => {
        effects.log.note(`the intake ended (${reason}) and is started again`);
        setTimeout(() => {
          if (!closed) child = start();
        }, RESTART_AFTER).unref();
      },
    });
  }
  return {
    keep: async (upload, sent, record) => {
      const id = keepUpload({ workspace, effects }, upload, sent, record);
      child.send({ wake: id });
      return id;
    },
    answered: (id, patience) =>
      new Promise((resolve) => {
        const ends = waiters.get(id) ?? new Set();
        const end = () => {
          clearTimeout(timer);
          ends.delete(end);
          if (ends.size === 0) waiters.delete(id);
          resolve();
        };
        const timer = setTimeout(end, patience);
        waiters.set(id, ends.add(end));
        if (isAnswered(workspace, id)) end();
      }),
    close: async () => {
      closed = true;
      await child.stop();
    },
  };
}

/** Keeps an upload on disk and in the store; returns its number. */
function keepUpload(
  { workspace, effects }: { readonly workspace: Workspace; readonly effects: Effects },
  upload: Upload,
  sent: Sent,
  record: Parameters<Intake['keep']>[2],
): string {
  const { store, layout } = workspace;
  refuseMore(workspace, upload.respondent);
  const id = Buffer.from(effects.random(16)).toString('hex');
  const name = plainFileName(upload.name);
  const { type, sender } = upload.respondent;
  const kept = keepSent(sent, layout.intake(id), name);
  try {
    store.transaction(() => {
      addUpload(store, {
        ...{ id, purpose: upload.purpose, channel: upload.channel, declarant_type: type, sender },
        ...{ actor: upload.actor, language: upload.language, name, ...kept, at: effects.clock() },
      });
      store.run('UPDATE uploads SET entry = ? WHERE id = ?', record(id), id);
    });
  } catch (error) {
    remove(layout.intake(id));
    throw error;
  }
  return id;
}

/** One respondent fills its own part of the queue and no more, so that there is always room for the others. */
function refuseMore({ store }: Workspace, { type, sender }: Upload['respondent']): void {
  const waiting = store.get<{ every: number; own: number }>(
    `SELECT count(*) AS every, coalesce(sum(declarant_type = ? AND sender = ?), 0) AS own FROM uploads WHERE state = 'waiting'`,
    ...[type, sender],
  ) ?? { every: 0, own: 0 };
  const seconds = COME_BACK;
  if (waiting.own >= MOST_OF_ONE)
    throw surfeit('own_queue_full', { count: waiting.own, sender, seconds }, seconds);
  if (waiting.every >= MOST_WAITING) throw surfeit('queue_full', { seconds }, seconds);
}

/** Puts what was sent into a folder of its own, flushed to the disk with its name. */
function keepSent(sent: Sent, folder: string, name: string): { bytes: number; sha256: string } {
  makeFolder(folder, 0o700);
  const path = join(folder, name);
  if ('text' in sent) writeWhole(path, sent.text, 0o600);
  else {
    if (sent.envelope !== undefined) copyFile(sent.envelope, `${path}.envelope.json`);
    syncFile(sent.path);
    moveInto(sent.path, path);
  }
  syncFolder(dirname(folder));
  return 'text' in sent
    ? { bytes: Buffer.byteLength(sent.text), sha256: hashOf(sent.text) }
    : { bytes: sent.bytes, sha256: sent.sha256 };
}

/** A file name without folders, control or direction characters, and short enough for any disk. */
export function plainFileName(given: string): string {
  const plain = (given.split(/[/\\]/).at(-1) ?? '')
    .replaceAll(/[\p{Cc}\p{Cf}"'`<>:|?*$]/gu, '')
    .replace(/^\.+/, '')
    .trim();
  const [, stem = plain, extension = ''] = /^(.*?)(\.[A-Za-z0-9]{1,8})?$/.exec(plain) ?? [];
  return `${[...(stem || 'declaration')].slice(0, 50).join('')}${extension}`;
}

function isAnswered({ store }: Workspace, id: string): boolean {
  return store.get("SELECT 1 FROM uploads WHERE id = ? AND state = 'settled'", id) !== undefined;
}

/** Bytes without a row were never acknowledged. */
function sweep({ layout, store }: Workspace): void {
  const rows = store.all<{ id: string }>("SELECT id FROM uploads WHERE state = 'waiting'");
  const waiting = new Set(rows.map(({ id }) => id));
  for (const name of listFolder(layout.intake(''))) if (!waiting.has(name)) remove(layout.intake(name));
  for (const name of listFolder(layout.spill))
    if (name.startsWith('check-')) remove(join(layout.spill, name));
}
