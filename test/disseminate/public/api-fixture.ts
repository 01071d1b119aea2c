// Two releases of the small fixture in a public folder, and the application over it.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { publicApplication } from '../../../src/disseminate/public/application.ts';
import { loadReleases } from '../../../src/disseminate/public/release-folder.ts';
import { factsOf, observationsOf, publishInto, releaseContent } from '../release-fixture.ts';

export const FLOW = '/sdmx/3/data/dataflow/*/EXPORTS/*';
export const ITO = 'S.MA.W1.ITO.EXPORTS.MAD.2025';
/** The second release of the fixture: a correction. */
export const SECOND = factsOf({ id: '2025-S1/2', number: 2, status: 'correction', causes: ['erratum'] });

/** A public folder of its own, removed at the end. */
export function publicFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'marsad-api-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const folder = publicFolder();
publishInto(folder, await releaseContent(), '2025-10-01T09:00:00Z');
const corrected = observationsOf((each) =>
  each.key.includes('.ITO.EXPORTS.') && each.period === '2025-S1' ? { ...each, value: '5251' } : each,
);
publishInto(folder, await releaseContent(corrected, SECOND), '2025-11-01T09:00:00Z');

/** What the application noted: requests that failed. */
export const notes: string[] = [];
export const app = publicApplication(loadReleases(folder), (text) => notes.push(text));
export const get = async (path: string, headers: { [name: string]: string } = {}): Promise<Response> =>
  await app.request(path, { headers });
