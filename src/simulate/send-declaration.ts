// A declaration is sent with whatever befalls its file: a broken version before it, a resend after it, a late arrival.

import { join } from 'node:path';
import type { Envelope } from '../design/declaration.ts';
import { daysOf, monthsOf, periodOf } from '../design/period.ts';
import { remove } from '../engine/files.ts';
import { type Body, openBody } from './declaration-body.ts';
import { type Form, formText } from './declaration-form.ts';
import { fileFates } from './file-error.ts';
import type { Simulation } from './simulation.ts';
import { writeDeclaration } from './write-declaration.ts';

export type Sender = {
  readonly type: 'bank' | 'enterprise';
  readonly code: string;
  readonly period: string;
  readonly sequence: number;
};

/** The name of the file in which a sender declares. */
export function fileName({ type, code, period, sequence }: Sender, { format }: Form): string {
  return type === 'bank' ? `${code}-${period}-${sequence}.${format}` : `E${code}-${period}.${format}`;
}

/** Begins the lines of a declaration. */
export function beginBody({ out }: Simulation, sender: Sender, form: Form): Body {
  const kind = sender.type === 'bank' ? 'settlement' : 'enterprise';
  return openBody(join(out, `${fileName(sender, form)}.lines`), kind, form);
}

/** Writes every version of a declaration that is sent, and forgets its lines. */
export async function sendDeclaration(simulation: Simulation, sender: Sender, body: Body): Promise<void> {
  const { out, seed, errors, engine, ledger } = simulation;
  body.flush();
  const name = fileName(sender, body.form);
  const fates = fileFates(name, envelopeOf(sender, body), { seed, errors, period: sender.period });
  for (const version of fates) {
    const path = join(out, 'declarations', version.name);
    await writeDeclaration(version.envelope, body, path, engine);
    version.damage?.(path);
    ledger.arrival(version.name, version.arrives, formText(body.form));
    if (version.error !== null) ledger.file(version.name, version.error, version.kind, version.treatment);
  }
  discardBody(body);
}

/** Forgets the lines of a declaration. */
export function discardBody({ close, path }: Body): void {
  close();
  remove(path);
}

function envelopeOf({ type, code, period, sequence }: Sender, body: Body): Envelope {
  return {
    declarant_type: type,
    sender: code,
    period,
    sequence,
    function: 'original',
    replaces: null,
    created_at: `${daysOf(lastMonthOf(period))[1]}T18:00:00+01:00`,
    schema_version: '1',
    language: body.form.names === 'ar' ? 'ar' : 'fr',
    synthetic: true,
    line_count: body.lines(),
    control_sums: body.sums(),
  };
}

function lastMonthOf(period: string): ReturnType<typeof periodOf> {
  return periodOf(monthsOf(periodOf(period)).at(-1) ?? period);
}
