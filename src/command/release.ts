// `marsad release WS --period 2025-S1`: makes the signed folder of a release, not yet where the public server reads.

import { join } from 'node:path';
import { dueVintages } from '../analyse/vintage.ts';
import { commitmentTo } from '../design/disclosure.ts';
import type { Domain } from '../design/domain.ts';
import type { Observation } from '../design/observation.ts';
import { REVISION_CAUSES, type RevisionCause } from '../design/tables.ts';
import { bulletinPages } from '../disseminate/bulletin-page.ts';
import { bulletinPapers } from '../disseminate/bulletin-paper.ts';
import { refuseContradictions } from '../disseminate/coherence.ts';
import { fileEntry, MANIFEST_NAME } from '../disseminate/manifest.ts';
import { receiptsRoot } from '../disseminate/proof.ts';
import { qualityObservations } from '../disseminate/quality.ts';
import { referenceOf, referenceStructure } from '../disseminate/reference.ts';
import {
  makeRelease,
  type ParquetWriter,
  protectedObservation,
  type ReleaseFacts,
} from '../disseminate/release.ts';
import { structureData } from '../disseminate/structure.ts';
import { targetObservations } from '../disseminate/target-observations.ts';
import { type Engine, readParquet } from '../engine/duckdb.ts';
import type { Effects } from '../engine/effects.ts';
import { NotFound, Refused } from '../engine/errors.ts';
import { exists, makeFolder, moveInto, readBytes, readText, remove, writeWhole } from '../engine/files.ts';
import { openSigner } from '../engine/keys.ts';
import { sql } from '../engine/sql.ts';
import { writeParquet } from '../engine/write-parquet.ts';
import { releasePeriodOf } from './analyse.ts';
import { type Command, flagOption, textOption } from './command.ts';
import { inputsCommitment } from './inputs.ts';
import { readSecrets } from './protect.ts';
import { receiptsSeen } from './prove.ts';
import { qualityFacts, qualityReport } from './release-quality.ts';
import { causesSince } from './revision-causes.ts';
import { latestRun, lockFileHash, type Run, refuseStranger, whileHolding } from './runs.ts';
import { assessTargets } from './target-list.ts';
import { openWorkspace, type Workspace, workspaceEngine } from './workspace.ts';

export const releaseCommand: Command = {
  name: 'release',
  usage: 'WS',
  summary: 'make the signed folder of a release from the newest protected run',
  options: {
    period: { type: 'string', help: 'period to release; by default the last one due in the calendar' },
    embargo: { type: 'string', help: 'instant before which it cannot be published, with its offset' },
    cause: { type: 'string', multiple: true, help: `why figures move: ${REVISION_CAUSES.join(', ')}` },
  },
  run: async ([root], options, effects) => {
    if (root === undefined) throw new Refused('which workspace? `marsad release WS --period 2025-S1`');
    const workspace = openWorkspace(root);
    try {
      const drafted = await whileHolding(workspace, () => {
        const run = latestRun(workspace, 'protected');
        refuseStranger(run, workspace);
        const period = releasePeriodOf(workspace, textOption(options, 'period'), effects);
        const embargo = textOption(options, 'embargo') ?? null;
        return draftRelease({ workspace, run, period, embargo, causes: causesOf(options['cause']) }, effects);
      });
      effects.log.print(
        flagOption(options, 'json')
          ? JSON.stringify(drafted, null, 2)
          : `release ${drafted.id} is drafted in ${drafted.folder}\n\`marsad publish ${root} ${drafted.id}\` makes it public`,
      );
      return 0;
    } finally {
      workspace.store.close();
    }
  },
};

export type DraftRequest = {
  readonly workspace: Workspace;
  readonly run: Run;
  readonly period: string;
  readonly embargo: string | null;
  readonly causes?: readonly RevisionCause[];
};
export type Draft = { readonly id: string; readonly folder: string; readonly manifest: string };

/** Makes the folder of the next release of a period from a protected run, in place of an earlier draft of it. */
export async function draftRelease(request: DraftRequest, effects: Effects): Promise<Draft> {
  const { workspace, run } = request;
  const causes = await causesFor(request);
  const facts = releaseFacts({ ...request, causes }, await inputsCommitment(workspace, run));
  const engine = await workspaceEngine(workspace);
  try {
    const exported = await readProtected(engine, workspace, run);
    const quality = await qualityFacts(engine, workspace, run, facts, exported);
    const observations = [
      ...exported,
      ...targetObservations(workspace.domain),
      ...qualityObservations(quality),
    ];
    const { domain, config, layout } = workspace;
    const reference = referenceOf(domain, config.synthetic, assessTargets(domain, observations));
    refuseContradictions(observations, referenceStructure(reference));
    const bulletins = bulletinPages({ ...facts, observations, reference });
    const { files } = await makeRelease({
      facts,
      observations,
      reference,
      structure: structureData(domain),
      quality: await qualityReport(engine, workspace, run, facts, { quality, observations }),
      bulletins,
      papers: await bulletinPapers(bulletins, run.cutAt),
      parquet: parquetWriter(engine, workspace, domain),
      key: openSigner(layout.secrets),
    });
    const folder = writeFolder(draftFolder(workspace, facts.period, facts.number), files);
    const manifest = fileEntry(files.get(MANIFEST_NAME) ?? '').sha256;
    recordDraft(request, facts, manifest, effects);
    return { id: facts.id, folder, manifest };
  } finally {
    engine.close();
  }
}

/** Where a release lies before it is public. */
export function draftFolder({ layout }: Workspace, period: string, number: number): string {
  return join(layout.root, 'store', 'drafts', period, String(number));
}

function causesOf(given: unknown): readonly RevisionCause[] {
  const names = Array.isArray(given) ? given.map(String) : [];
  const unknown = names.find((name) => !(REVISION_CAUSES as readonly string[]).includes(name));
  if (unknown !== undefined)
    throw new Refused(`--cause: found ${unknown}, expected one of ${REVISION_CAUSES.join(', ')}`);
  return names as readonly RevisionCause[];
}

function releaseFacts(request: DraftRequest, inputs: string): ReleaseFacts {
  const { workspace, run, period, embargo } = request;
  const { domain, config } = workspace;
  refuseUnfit(request);
  const number = nextNumber(workspace, period);
  const causes = [...(request.causes ?? [])];
  if (number > 1 && causes.length === 0)
    throw new Refused(
      `${period} has been published before: say why its figures move with \`--cause\`, one of ${REVISION_CAUSES.join(', ')}`,
    );
  return {
    id: `${period}/${number}`,
    period,
    number,
    agency: domain.agency,
    synthetic: config.synthetic,
    vintage: vintageOf(domain, { period, number, at: run.cutAt }),
    status: number === 1 || isScheduled(domain, period, number, run.cutAt) ? 'regular' : 'correction',
    causes,
    embargo,
    cut: { submission: run.cutSubmission, edit: run.cutEdit, at: run.cutAt },
    domain: { id: domain.id, version: domain.version, sha256: domain.hash },
    program: { version: programVersion(), sha256: run.programHash, lock: lockFileHash() },
    disclosure: commitmentTo(readSecrets(workspace)),
    receipts: receiptsRoot(receiptsSeen(workspace, run)),
    inputs,
    previous: previousRelease(workspace),
  };
}

function refuseUnfit({ run, period, embargo }: DraftRequest): void {
  if (embargo !== null && !/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(embargo))
    throw new Refused(`--embargo: found ${embargo}, expected an instant such as 2025-09-30T10:00:00+01:00`);
  const analysed = (run.summary['analysed'] as { readonly period?: string } | undefined)?.period;
  if (analysed !== undefined && analysed !== period)
    throw new Refused(
      `run ${run.id} was compiled for ${analysed}, not ${period}: \`marsad run WS --period ${period}\` compiles it`,
    );
  const report = run.summary['protected'] as { readonly at_risk?: number } | undefined;
  if (report?.at_risk !== 0)
    throw new Refused(`run ${run.id} did not pass disclosure control: nothing of it can be released`);
}

function nextNumber({ store }: Workspace, period: string): number {
  const waiting = store.get<{ id: string }>(
    "SELECT id FROM releases WHERE period = ? AND state = 'approved'",
    period,
  );
  if (waiting !== undefined)
    throw new Refused(
      `release ${waiting.id} is approved and waits for its hour: publish or cancel it before another of ${period}`,
    );
  const row = store.get<{ last: number | null }>(
    "SELECT max(number) AS last FROM releases WHERE period = ? AND state <> 'drafted'",
    period,
  );
  return (row?.last ?? 0) + 1;
}

/** Causes that were stated, or those that the records give since the last release of the period. */
async function causesFor({
  workspace,
  run,
  period,
  causes,
}: DraftRequest): Promise<readonly RevisionCause[]> {
  return causes !== undefined && causes.length > 0 ? causes : await causesSince(workspace, run, period);
}

/** A revision that the calendar announced is no correction. */
function isScheduled(domain: Domain, period: string, number: number, at: string): boolean {
  return dueVintages(domain.calendar, period, at.slice(0, 10)).length >= number;
}

/** The first release of a period is its first vintage in the calendar, the next one the next, but none before it is due. */
function vintageOf(
  domain: Domain,
  { period, number, at }: { readonly period: string; readonly number: number; readonly at: string },
): ReleaseFacts['vintage'] {
  const due = dueVintages(domain.calendar, period, at.slice(0, 10));
  return due[Math.min(number, due.length) - 1]?.vintage ?? 'preliminary';
}

export function programVersion(): string {
  const text = readText(join(import.meta.dirname, '..', '..', 'package.json'));
  return String((JSON.parse(text) as { readonly version: string }).version);
}

function previousRelease({ store }: Workspace): ReleaseFacts['previous'] {
  const row = store.get<{ id: string; manifest_hash: string }>(
    "SELECT id, manifest_hash FROM releases WHERE state IN ('published', 'withdrawn') ORDER BY published_at DESC, id DESC LIMIT 1",
  );
  return row === undefined ? null : { id: row.id, sha256: row.manifest_hash };
}

async function readProtected(
  engine: Engine,
  { layout }: Workspace,
  run: Run,
): Promise<readonly Observation[]> {
  const path = layout.runFile(run.id, 'protected.parquet');
  if (!exists(path)) throw new NotFound(`run ${run.id} has no protected table: \`marsad protect\` makes it`);
  const rows = await engine.rows(sql`SELECT * FROM ${readParquet(path)} ORDER BY dataflow, key, period`);
  return rows.map(protectedObservation);
}

function parquetWriter(engine: Engine, { layout }: Workspace, domain: Domain): ParquetWriter {
  return async (flow, observations, metadata) => {
    const attributes = flow.attributes.map(({ id }) => id);
    const names = [...flow.dimensions.map(({ id }) => id), 'TIME_PERIOD', 'OBS_VALUE', ...attributes];
    const shape = {
      columns: names.map((name) => ({ name, type: name === 'OBS_VALUE' ? 'DECIMAL(38,6)' : 'VARCHAR' })),
      order: names.slice(0, flow.dimensions.length + 1),
    };
    const rows = observations.map(({ key, period, value, attributes: set }) => [
      ...key.split('.'),
      period,
      value,
      ...attributes.map((id) => set[id] ?? null),
    ]);
    makeFolder(layout.spill);
    const path = join(layout.spill, `${domain.id}-${flow.id}.parquet`);
    await writeParquet(engine, shape, rows, path, metadata);
    const bytes = readBytes(path);
    remove(path);
    return bytes;
  };
}

/** Writes all files and gives the folder its name at the end. */
function writeFolder(folder: string, files: ReadonlyMap<string, string | Uint8Array>): string {
  const temporary = `${folder}.part`;
  remove(temporary);
  makeFolder(temporary);
  for (const [name, content] of files) writeWhole(join(temporary, name), content);
  remove(folder);
  moveInto(temporary, folder);
  return folder;
}

function recordDraft(
  { workspace, run }: DraftRequest,
  { id, period, number, vintage, embargo, causes }: ReleaseFacts,
  manifest: string,
  effects: Effects,
): void {
  const { store } = workspace;
  store.transaction(() => {
    store.run("DELETE FROM releases WHERE id = ? AND state = 'drafted'", id);
    store.run(
      "INSERT INTO releases VALUES (?, ?, ?, ?, 'drafted', ?, ?, ?, ?, ?, NULL)",
      ...[id, period, number, run.id, vintage, embargo, JSON.stringify(causes), manifest, effects.clock()],
    );
  });
}
