// The configuration of a workspace, as a person may have written it: read, and judged with every fault at once.

import { parseDocument } from 'yaml';
import { z } from 'zod';
import { type Fault, Refused } from '../engine/errors.ts';
import { LANGUAGES } from './text.ts';

/**
 * `received`: bytes and lines of declarations, from their receipt; `contact`: accounts that are closed, from their last use;
 * `reports`: what uploads were answered, with values of the lines at fault; `messages`: notices in `outbox/`.
 */
const RETENTION = z.array(
  z.strictObject({
    kind: z.enum(['received', 'contact', 'reports', 'messages']),
    years: z.int().min(1).max(100),
    valid_from: z.iso.date(),
    reference: z.string().min(1),
  }),
);

const CONFIG = z.strictObject({
  domain: z.string(),
  synthetic: z.boolean(),
  languages: z.array(z.enum(LANGUAGES)).min(1),
  ports: z.strictObject({ public: z.int().min(0).max(65535), office: z.int().min(0).max(65535) }),
  memory: z.string().regex(/^\d+(MB|GB)$/),
  created_at: z.string(),
  /** How long what was received is kept; without it, for good. */
  retention: RETENTION.optional(),
});
export type WorkspaceConfig = z.infer<typeof CONFIG>;

/** The configuration in a text; `path` is the name that faults carry. */
export function readConfig(path: string, text: string): WorkspaceConfig {
  const written = parseConfig(path, text);
  const result = CONFIG.safeParse(written);
  if (result.success) return result.data;
  throw new Refused(
    `${path} has faults`,
    result.error.issues.flatMap((issue) => faultsOf(issue, path, written)),
  );
}

function parseConfig(path: string, text: string): unknown {
  const document = parseDocument(text);
  const [fault] = document.errors;
  if (fault === undefined) return document.toJS();
  throw new Refused(`${path} is not YAML`, [
    {
      where: `${path}:${fault.linePos?.[0].line ?? 1}`,
      found: fault.message.split('\n')[0] ?? fault.code,
      expected: 'YAML as `marsad init` writes it',
    },
  ]);
}

/** A fault of one place of the configuration: what stands there, and what should. */
function faultsOf(issue: z.core.$ZodIssue, path: string, written: unknown): readonly Fault[] {
  const where = (keys: readonly PropertyKey[]) =>
    `${path}: ${keys.map(String).join('.') || 'the whole file'}`;
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      where: where([...issue.path, key]),
      found: `the entry ${key}`,
      expected: `only ${Object.keys(CONFIG.shape).join(', ')}`,
    }));
  const found = issue.path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    written,
  );
  const said = found === undefined ? 'nothing' : JSON.stringify(found);
  return [{ where: where(issue.path), found: said, expected: issue.message.replace(/, received .*$/, '') }];
}
