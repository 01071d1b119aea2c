// A workspace and declarations for tests of collecting.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Answer } from '../../src/collect/receipt.ts';
import { collectFiles } from '../../src/command/collect.ts';
import { initCommand } from '../../src/command/init.ts';
import { openWorkspace, type Workspace } from '../../src/command/workspace.ts';
import { type Engine, openEngine, type Row } from '../../src/engine/duckdb.ts';
import { stillEffects } from '../../src/engine/effects.ts';
import { raw } from '../../src/engine/sql.ts';

export const AT = '2025-07-20T09:00:00.000Z';
export const HEADER =
  'line_id,bank_code,bank_reference,resident_ice,counterparty_country,direction,value_date,currency,amount,nature,free_text';
export const ROWS = [
  'L1,B01,R1,001561191000066,FR,C,2025-06-03,EUR,1234.56,N01,first',
  'L2,B01,R2,002136093000040,US,C,2025-06-04,USD,10.00,N01,second',
  'L3,B01,R3,000036794000036,FR,C,2025-06-05,EUR,100,N01,third',
] as const;
export const ENVELOPE = {
  declarant_type: 'bank',
  sender: 'B01',
  period: '2025-06',
  sequence: 1,
  function: 'original',
  created_at: '2025-07-05T10:00:00Z',
  schema_version: '1',
  language: 'en',
  line_count: 3,
  synthetic: true,
  'control_sum.EUR': '1334.56',
  'control_sum.USD': '10.00',
} as const;

export type Given = { readonly [field: string]: unknown };

/** A CSV declaration. */
export function csv(envelope: Given = {}, rows: readonly string[] = ROWS, header = HEADER): string {
  const lines = Object.entries({ ...ENVELOPE, ...envelope }).map(
    ([key, value]) => `# ${key}: ${String(value)}`,
  );
  return `${[...lines, header, ...rows].join('\n')}\n`;
}

/** The rows as objects. */
export function records(): readonly { readonly [field: string]: string }[] {
  const names = HEADER.split(',');
  return ROWS.map((row) => Object.fromEntries(row.split(',').map((value, at) => [names[at] ?? '', value])));
}

export type Desk = {
  readonly workspace: Workspace;
  readonly folder: string;
  readonly put: (name: string, content: string | Uint8Array) => string;
  readonly collect: (...files: readonly string[]) => Promise<readonly Answer[]>;
  /** One file put and collected. */
  readonly send: (name: string, content: string | Uint8Array) => Promise<Answer>;
  readonly query: (text: string) => Promise<readonly Row[]>;
};

/** A synthetic workspace in a folder of its own, removed after the test. */
export async function openDesk(t: TestContext): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'marsad-collect-'));
  const root = join(folder, 'ws');
  await initCommand.run([root], { domain: 'ma-digital', synthetic: true, memory: '1GB' }, stillEffects(AT));
  const workspace = openWorkspace(root);
  const engine: Engine = await openEngine({ memory: '512MB' });
  t.after(() => {
    engine.close();
    workspace.store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const put = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const collect = (...files: readonly string[]) => collectFiles(workspace, files, AT, stillEffects(AT));
  return {
    workspace,
    folder,
    put,
    collect,
    send: async (name, content) => {
      const [answer] = await collect(put(name, content));
      if (answer === undefined) throw new Error('no answer');
      return answer;
    },
    query: (text) => engine.rows(raw(text.replaceAll('COLLECTED', `'${root}/store/collected/*.parquet'`))),
  };
}

/** The codes of an answer's findings. */
export function codes({ findings }: Answer): readonly string[] {
  return findings.map(({ code }) => code);
}
