// A small release of the real domain, made from protected rows written here, for the tests of what is released.

import { join } from 'node:path';
import type { Domain } from '../../src/design/domain.ts';
import { knownDomain } from '../../src/design/known-definitions.ts';
import { merkleRoot } from '../../src/design/merkle.ts';
import type { Observation } from '../../src/design/observation.ts';
import { fileEntry, MANIFEST_NAME } from '../../src/disseminate/manifest.ts';
import { publicKeyText } from '../../src/disseminate/minisign.ts';
import { noticeLine } from '../../src/disseminate/notices.ts';
import { referenceOf } from '../../src/disseminate/reference.ts';
import { makeRelease, type ReleaseContent, type ReleaseFacts } from '../../src/disseminate/release.ts';
import { structureData } from '../../src/disseminate/structure.ts';
import { exists, readText, writeWhole } from '../../src/engine/files.ts';
import { passingSigner, type Signer } from '../../src/engine/keys.ts';

export const DOMAIN: Domain = knownDomain(join(import.meta.dirname, '..', '..', 'domains', 'ma-digital'));
export const SIGNER: Signer = passingSigner();
export const PUBLIC_KEY = publicKeyText(SIGNER.publicKey);

const HASH = '0'.repeat(64);

export function factsOf(change: Partial<ReleaseFacts> = {}): ReleaseFacts {
  return {
    id: '2025-S1/1',
    period: '2025-S1',
    number: 1,
    agency: DOMAIN.agency,
    synthetic: true,
    vintage: 'preliminary',
    status: 'regular',
    causes: [],
    embargo: null,
    cut: { submission: 4, edit: 0, at: '2025-09-20T09:00:00.000Z' },
    domain: { id: DOMAIN.id, version: DOMAIN.version, sha256: HASH },
    program: { version: '0.1.0', sha256: HASH, lock: HASH },
    disclosure: HASH,
    receipts: { count: 0, root: merkleRoot([]) },
    inputs: HASH,
    previous: null,
    ...change,
  };
}

/** Half-years and years whose quarters add up, in millions; KPO of the last half-year is suppressed with BPO. */
const LEVELS: { readonly [segment: string]: readonly (number | null)[] } = {
  _T: [12900, 13320, 26220, 13410],
  ITO: [5000, 5578, 10578, 5250],
  CRM: [4800, 4997, 9797, 4190],
  ESO: [1900, 1562, 3462, 2580],
  BPO: [1180, 1155, 2335, null],
  KPO: [20, 28, 48, null],
};
const PERIODS = ['2024-S1', '2024-S2', '2024', '2025-S1'];

/** Observations of the dataflow EXPORTS. */
export function observationsOf(
  change: (observation: Observation) => Observation = (each) => each,
): readonly Observation[] {
  const levels = Object.entries(LEVELS).flatMap(([segment, values]) =>
    values.map((value, at) => level(segment, PERIODS[at] ?? '', value)),
  );
  return [...levels, growth('_T', '4.0'), growth('CRM', '-12.7')].map(change);
}

function level(segment: string, period: string, value: number | null): Observation {
  return {
    dataflow: 'EXPORTS',
    key: `${period.includes('S') ? 'S' : 'A'}.MA.W1.${segment}.EXPORTS.MAD.2025`,
    period,
    value: value === null ? null : String(value),
    attributes: {
      OBS_STATUS: value === null ? 'Q' : 'P',
      CONF_STATUS: value === null ? 'C' : 'F',
      UNIT_MULT: '6',
      DECIMALS: '0',
    },
  };
}

function growth(segment: string, value: string): Observation {
  return {
    dataflow: 'EXPORTS',
    key: `S.MA.W1.${segment}.EXPORTS_YOY.PC.2025`,
    period: '2025-S1',
    value,
    attributes: { OBS_STATUS: 'P', CONF_STATUS: 'F', UNIT_MULT: '0', DECIMALS: '1' },
  };
}

/** A release of observations. */
export function releaseContent(
  observations: readonly Observation[] = observationsOf(),
  facts: ReleaseFacts = factsOf(),
  domain: Domain = DOMAIN,
): Promise<ReleaseContent> {
  return makeRelease({
    facts,
    observations,
    reference: referenceOf(domain, facts.synthetic),
    structure: structureData(domain),
    quality: { release: facts.id },
    bulletins: {},
    papers: {},
    parquet: () => Promise.resolve(new Uint8Array([80, 65, 82, 49])),
    key: SIGNER,
  });
}

/** Puts a release into a public folder as `publish` does. */
export function publishInto(folder: string, { manifest, files }: ReleaseContent, at: string): void {
  for (const [name, content] of files)
    writeWhole(join(folder, 'releases', ...manifest.id.split('/'), name), content);
  writeWhole(join(folder, 'marsad.pub'), PUBLIC_KEY);
  const path = join(folder, 'notices.jsonl');
  const text = exists(path) ? readText(path) : '';
  const event = {
    at,
    kind: 'published' as const,
    release: manifest.id,
    manifest: fileEntry(files.get(MANIFEST_NAME) ?? '').sha256,
    reason: null,
  };
  writeWhole(path, text + noticeLine(event, text, SIGNER));
}
