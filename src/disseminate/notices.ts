// The public record of what was published, corrected or withdrawn, and when: one signed line each, chained by hash.

import { createHash } from 'node:crypto';
import { z } from 'zod';
import { soleKey, type TrustedKeys, verifyTrusted } from './key-history.ts';
import { type SignatureKey, signatureText } from './minisign.ts';

export const NOTICES_NAME = 'notices.jsonl';

const NOTICE = z.strictObject({
  at: z.iso.datetime({ offset: true }),
  kind: z.enum(['published', 'withdrawn']),
  release: z.string(),
  /** SHA-256 of the manifest. */
  manifest: z.string().regex(/^[0-9a-f]{64}$/),
  reason: z.strictObject({ ar: z.string(), fr: z.string(), en: z.string() }).nullable(),
  /** The posts that could read the release before it was public, and since when. */
  access: z
    .array(
      z.strictObject({
        post: z.strictObject({ ar: z.string(), fr: z.string(), en: z.string() }),
        from: z.iso.datetime({ offset: true }),
      }),
    )
    .optional(),
  /** The audit log of the office as it stood. */
  audit: z.strictObject({ entries: z.int().min(0), head: z.string() }).optional(),
  /** SHA-256 of the line before, empty for the first. */
  previous: z.string(),
});
const SIGNED = NOTICE.extend({ signature: z.string() });
export type Notice = z.infer<typeof NOTICE>;

/** The line that records an event after the lines so far. */
export function noticeLine(event: Omit<Notice, 'previous'>, text: string, key: SignatureKey): string {
  const last = text.trimEnd().split('\n').at(-1) ?? '';
  const notice = { ...event, previous: last === '' ? '' : sha256(last) };
  const signature = signatureText(JSON.stringify(notice), `notice ${event.kind} ${event.release}`, key);
  return `${JSON.stringify({ ...notice, signature })}\n`;
}

/** All notices in order. */
export function parseNotices(text: string): readonly Notice[] {
  return lines(text).map((line) => {
    const { signature: _, ...notice } = SIGNED.parse(JSON.parse(line));
    return notice;
  });
}

/** What is wrong with the record: a broken chain or signature, by line. */
export function noticeFaults(text: string, trusted: string | TrustedKeys): readonly string[] {
  const keys = typeof trusted === 'string' ? soleKey(trusted) : trusted;
  return lines(text).flatMap((line, at, all) => {
    const { signature, ...notice } = SIGNED.parse(JSON.parse(line));
    const verdict = verifyTrusted(JSON.stringify(notice), signature, keys, ({ notices }) => {
      const last = all[notices.lines - 1];
      return at < notices.lines && last !== undefined && sha256(last) === notices.last;
    });
    const before = at === 0 ? '' : sha256(all[at - 1] ?? '');
    return [
      ...(verdict.valid ? [] : [`${NOTICES_NAME}:${at + 1}: ${verdict.fault}`]),
      ...(notice.previous === before
        ? []
        : [`${NOTICES_NAME}:${at + 1}: does not continue the line before it`]),
    ];
  });
}

function lines(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '');
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
