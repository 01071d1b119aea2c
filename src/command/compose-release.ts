// GSBPM 7.1: the content of a release from a protected run: figures, targets, quality, bulletins, signed as a whole.

import { join } from 'node:path';
import type { Domain } from '../design/domain.ts';
import { domainUnder } from '../design/protection-option.ts';
import { bulletinPages } from '../disseminate/bulletin-page.ts';
import { bulletinPapers } from '../disseminate/bulletin-paper.ts';
import { refuseContradictions } from '../disseminate/coherence.ts';
import { definedMeasures, qualityObservations } from '../disseminate/quality.ts';
import { referenceOf, referenceStructure } from '../disseminate/reference.ts';
import {
  makeRelease,
  type ParquetWriter,
  type ReleaseContent,
  type ReleaseFacts,
} from '../disseminate/release.ts';
import { structureData } from '../disseminate/structure.ts';
import { targetObservations } from '../disseminate/target-observations.ts';
import type { Engine } from '../engine/duckdb.ts';
import { makeFolder, readBytes, remove } from '../engine/files.ts';
import { writeParquet } from '../engine/write-parquet.ts';
import { officeSigner } from './office-keys.ts';
import { printedObservations } from './printed-observations.ts';
import { optionOfRun } from './protection-choice.ts';
import { qualityFacts, qualityReport } from './release-quality.ts';
import { releasedRevisions } from './release-revisions.ts';
import type { Run } from './runs.ts';
import { assessTargets } from './target-list.ts';
import { type Workspace, workspaceEngine } from './workspace.ts';

/** The files of a release of a run, as its facts say; nothing is written. */
export async function composeRelease(
  workspace: Workspace,
  run: Run,
  facts: ReleaseFacts,
): Promise<ReleaseContent> {
  const engine = await workspaceEngine(workspace);
  try {
    const exported = await printedObservations(engine, workspace, run.id);
    const revisions = await releasedRevisions(engine, workspace, run, facts.period, exported);
    const quality = await qualityFacts(engine, workspace, run, facts, exported, revisions);
    const observations = [
      ...exported,
      ...targetObservations(workspace.domain),
      ...definedMeasures(qualityObservations(quality), workspace.domain),
    ];
    const { config } = workspace;
    const domain = domainUnder(workspace.domain, optionOfRun(workspace, run));
    const reference = referenceOf(domain, config.synthetic, assessTargets(domain, observations));
    refuseContradictions(observations, referenceStructure(reference));
    const bulletins = bulletinPages({ ...facts, observations, reference });
    return await makeRelease({
      facts,
      observations,
      reference,
      structure: structureData(domain),
      quality: await qualityReport(engine, workspace, run, facts, { quality, observations, revisions }),
      bulletins,
      papers: await bulletinPapers(bulletins, run.cutAt),
      parquet: parquetWriter(engine, workspace, domain),
      key: officeSigner(workspace),
    });
  } finally {
    engine.close();
  }
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
