// GSBPM 7.1 to 7.2: a release is made from the protected table alone, with the public part of the domain and the facts
// of the run. Its files are a pure function of these: the same inputs give the same bytes.

import type { Dataflow } from '../design/domain.ts';
import { type Attributes, compareObservations, type Observation } from '../design/observation.ts';
import { neutralised } from '../design/spreadsheet-text.ts';
import type { Language } from '../design/text.ts';
import { type Fault, Refused } from '../engine/errors.ts';
import { canonicalCsv } from './canonical-csv.ts';
import { csvMetadata } from './csv-metadata.ts';
import { fileEntry, MANIFEST_NAME, type Manifest, manifestText, SIGNATURE_NAME } from './manifest.ts';
import { type SignatureKey, signatureText } from './minisign.ts';
import { provenanceMetadata, provenanceSource } from './provenance.ts';
import type { Reference } from './reference.ts';
import { jsonData } from './sdmx-json-data.ts';
import { type MessageHead, structureMessage } from './sdmx-json-message.ts';
import { codeNames, wholeFlow } from './selection.ts';
import type { StructureData } from './structure.ts';
import { workbook } from './workbook.ts';

/** Everything of the manifest but what follows from the files. */
export type ReleaseFacts = Omit<Manifest, 'marsad' | 'content' | 'files'>;

export type ParquetWriter = (
  flow: Dataflow,
  observations: readonly Observation[],
  metadata: { readonly [name: string]: string },
) => Promise<Uint8Array>;

export type ReleaseInput = {
  readonly facts: ReleaseFacts;
  readonly observations: readonly Observation[];
  readonly reference: Reference;
  readonly structure: StructureData;
  readonly quality: object;
  readonly bulletins: { readonly [L in Language]?: string };
  /** The same bulletins as PDF. */
  readonly papers: { readonly [L in Language]?: Uint8Array };
  readonly parquet: ParquetWriter;
  readonly key: SignatureKey;
};

export type ReleaseContent = {
  readonly manifest: Manifest;
  readonly files: ReadonlyMap<string, string | Uint8Array>;
};

/** The files of a release by name, the signature last. */
export async function makeRelease(input: ReleaseInput): Promise<ReleaseContent> {
  refuseUnknownCodes(input);
  const files = new Map<string, string | Uint8Array>();
  const content: { [flow: string]: string } = {};
  for (const flow of input.reference.dataflows) {
    const observations = input.observations
      .filter(({ dataflow }) => dataflow === flow.id)
      .toSorted(compareObservations);
    if (observations.length === 0) continue;
    const csv = canonicalCsv(input.facts.agency, flow, observations);
    content[flow.id] = fileEntry(csv).sha256;
    files.set(`${flow.id}.csv`, csv);
    for (const [name, bytes] of await otherForms(input, flow, observations)) files.set(name, bytes);
  }
  for (const [name, text] of commonFiles(input)) files.set(name, text);
  const manifest: Manifest = {
    marsad: 1,
    ...input.facts,
    content,
    files: Object.fromEntries([...files].map(([name, bytes]) => [name, fileEntry(bytes)])),
  };
  const text = manifestText(manifest);
  files.set(MANIFEST_NAME, text);
  files.set(SIGNATURE_NAME, signatureText(text, trustedComment(input.facts), input.key));
  return { manifest, files };
}

/** A row of `PROTECTED` as an observation; text that a spreadsheet would take for a formula is made harmless. */
export function protectedObservation(row: { readonly [column: string]: unknown }): Observation {
  const own = JSON.parse(String(row['attributes'])) as Attributes;
  const attributes = {
    OBS_STATUS: String(row['obs_status']),
    CONF_STATUS: String(row['conf_status']),
    ...own,
  };
  return {
    dataflow: String(row['dataflow']),
    key: String(row['key']),
    period: String(row['period']),
    value: row['value'] === null ? null : String(row['value']),
    attributes: Object.fromEntries(Object.entries(attributes).map(([id, text]) => [id, neutralText(text)])),
  };
}

/** The head of the messages of a release. */
function releaseHead({ id, agency, cut, synthetic }: ReleaseFacts, message: string): MessageHead {
  return {
    id: `${message}_${id.replaceAll('/', '_')}`,
    prepared: cut.at,
    sender: agency,
    test: synthetic,
  };
}

/** A negative number is no formula. */
function neutralText(text: string): string {
  return /^-?\d+(\.\d+)?$/.test(text) ? text : neutralised(text);
}

async function otherForms(
  { facts, reference, structure, parquet }: ReleaseInput,
  flow: Dataflow,
  observations: readonly Observation[],
): Promise<readonly (readonly [string, string | Uint8Array])[]> {
  const provenance = { reference, manifest: facts };
  const selection = wholeFlow({ agency: facts.agency, flow, structure }, seriesOf(observations));
  const head = { ...releaseHead(facts, flow.id), source: provenanceSource(provenance) };
  const message = [...jsonData(selection, head, '2.0')].join('');
  const metadata = provenanceMetadata(provenance);
  return [
    [`${flow.id}.csv-metadata.json`, csvMetadata(flow, provenance)],
    [`${flow.id}.sdmx.json`, message],
    [`${flow.id}.xlsx`, await workbook({ flow, structure, observations, provenance })],
    [`${flow.id}.parquet`, await parquet(flow, observations, metadata)],
  ];
}

/** Sorted observations as series. */
function seriesOf(
  observations: readonly Observation[],
): readonly { readonly parts: readonly string[]; readonly observations: readonly Observation[] }[] {
  const groups = Map.groupBy(observations, ({ key }) => key);
  return [...groups].map(([key, list]) => ({ parts: key.split('.'), observations: list }));
}

function commonFiles({
  facts,
  reference,
  structure,
  quality,
  bulletins,
  papers,
}: ReleaseInput): readonly (readonly [string, string | Uint8Array])[] {
  return [
    ['structure.json', structureMessage(structure, releaseHead(facts, 'STRUCTURE'))],
    ['reference.json', `${JSON.stringify(reference)}\n`],
    ['quality.json', `${JSON.stringify(quality, null, 2)}\n`],
    ...Object.entries(bulletins).map(([language, text]) => [`bulletin.${language}.html`, text] as const),
    ...Object.entries(papers).map(([language, bytes]) => [`bulletin.${language}.pdf`, bytes] as const),
  ];
}

function trustedComment({ id, agency, cut }: ReleaseFacts): string {
  const seconds = Math.floor(Date.parse(cut.at) / 1000);
  return `timestamp:${seconds}\tfile:${MANIFEST_NAME}\trelease:${agency} ${id}\thashed`;
}

const FAULTS_SHOWN = 20;

/** Every code of every observation must be explained by the structure that goes out with it. */
function refuseUnknownCodes({ observations, reference, structure }: ReleaseInput): void {
  const names = codeNames(structure);
  const flows = new Map(reference.dataflows.map((flow) => [flow.id, flow]));
  const faults = new Map<string, Fault>();
  for (const { dataflow, key, period, attributes } of observations) {
    const where = `${dataflow} ${key} ${period}`;
    const flow = flows.get(dataflow);
    if (flow === undefined) {
      faults.set(dataflow, { where, found: `dataflow ${dataflow}`, expected: 'a dataflow of the domain' });
      continue;
    }
    const values = [
      ...key.split('.').map((value, at) => [flow.dimensions[at], value] as const),
      ...Object.entries(attributes).map(
        ([id, value]) => [flow.attributes.find((attribute) => attribute.id === id), value] as const,
      ),
    ];
    for (const [component, value] of values) {
      const fault = codeFault(component, value, names);
      if (fault !== undefined) faults.set(`${dataflow} ${component?.id} ${value}`, { where, ...fault });
    }
  }
  if (faults.size === 0) return;
  throw new Refused(
    `${faults.size} codes of the protected table are not in the domain's structure`,
    [...faults.values()].slice(0, FAULTS_SHOWN),
  );
}

function codeFault(
  component: Dataflow['dimensions'][number] | undefined,
  value: string,
  names: ReturnType<typeof codeNames>,
): Omit<Fault, 'where'> | undefined {
  if (component === undefined) return { found: value, expected: 'a component that the dataflow declares' };
  const { id, codelist } = component;
  if (codelist === null || names(codelist, value) !== undefined) return undefined;
  return { found: `${id}=${value}`, expected: `a code of ${codelist}` };
}
