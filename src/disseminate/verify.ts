// Whether a release is what the office signed, complete, in canonical form, and agrees with itself. GSBPM 6.2, 7.1.

import { createHash } from 'node:crypto';
import { cellId, type Equation, membersOf } from '../design/equation.ts';
import { impliedInterval, ratioValue } from '../design/equation-interval.ts';
import { publishedEquations } from '../design/equations.ts';
import { EVERYTHING, type Interval, intersect, printedInterval, scaleInterval } from '../design/interval.ts';
import type { Observation } from '../design/observation.ts';
import { type Rational, ratio, toDecimal } from '../design/rational.ts';
import { canonicalCsv, parseCanonicalCsv } from './canonical-csv.ts';
import { soleKey, type TrustedKeys, verifyTrusted } from './key-history.ts';
import { MANIFEST_NAME, type Manifest, parseManifest, SIGNATURE_NAME } from './manifest.ts';
import { type Reference, referenceStructure } from './reference.ts';

export type Verification = {
  readonly ok: boolean;
  /** How much of each kind was checked. */
  readonly checked: { readonly [kind: string]: number };
  /** What is wrong, each as a sentence that names the file or the cell. */
  readonly faults: readonly string[];
  /** What a reader should know besides. */
  readonly notes?: readonly string[];
};

export type ReleaseFiles = {
  readonly names: readonly string[];
  readonly read: (name: string) => Uint8Array;
};

/** Verifies a release from its files and the office's public key, or all keys that follow from it. */
export function verifyRelease({ names, read }: ReleaseFiles, trusted: string | TrustedKeys): Verification {
  const missing = [MANIFEST_NAME, SIGNATURE_NAME].filter((name) => !names.includes(name));
  if (missing.length > 0)
    return verdict(
      {},
      missing.map((name) => `${name} is not there`),
    );
  const text = Buffer.from(read(MANIFEST_NAME)).toString();
  const keys = typeof trusted === 'string' ? soleKey(trusted) : trusted;
  const signature = verifyTrusted(text, Buffer.from(read(SIGNATURE_NAME)).toString(), keys, ({ stands }) =>
    stands.has(sha256Of(text)),
  );
  const signed = signature.valid ? [] : [`${MANIFEST_NAME}: ${signature.fault}`];
  const manifest = readManifest(text);
  if (typeof manifest === 'string') return verdict({ signatures: 1 }, [...signed, manifest]);
  const changed = fileFaults(manifest, { names, read });
  const inside = changed.length > 0 ? { equations: 0, faults: [] } : contentFaults(manifest, read);
  const checked = {
    signatures: 1,
    files: Object.keys(manifest.files).length,
    dataflows: Object.keys(manifest.content).length,
    equations: inside.equations,
  };
  const result = verdict(checked, [...signed, ...keys.faults, ...changed, ...inside.faults]);
  return signature.note === undefined ? result : { ...result, notes: [signature.note] };
}

function verdict(checked: Verification['checked'], faults: readonly string[]): Verification {
  return { ok: faults.length === 0, checked, faults };
}

function readManifest(text: string): Manifest | string {
  try {
    return parseManifest(text);
  } catch (error) {
    return `${MANIFEST_NAME} is not a manifest: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function fileFaults(manifest: Manifest, { names, read }: ReleaseFiles): readonly string[] {
  const listed = new Set([...Object.keys(manifest.files), MANIFEST_NAME, SIGNATURE_NAME]);
  const strange = names.filter((name) => !listed.has(name));
  const changed = Object.entries(manifest.files).flatMap(([name, { sha256 }]) => {
    if (!names.includes(name)) return [`${name} is not there`];
    return sha256Of(read(name)) === sha256 ? [] : [`${name} is not what the manifest says: its hash differs`];
  });
  return [...changed, ...strange.map((name) => `${name} is not in the manifest`)];
}

function contentFaults(
  manifest: Manifest,
  read: ReleaseFiles['read'],
): { readonly equations: number; readonly faults: readonly string[] } {
  const reference = JSON.parse(Buffer.from(read('reference.json')).toString()) as Reference;
  const faults: string[] = [];
  const observations: Observation[] = [];
  for (const [id, hash] of Object.entries(manifest.content)) {
    const text = Buffer.from(read(`${id}.csv`)).toString();
    const flow = reference.dataflows.find((each) => each.id === id);
    if (flow === undefined) {
      faults.push(`${id}.csv is of a dataflow that reference.json does not define`);
      continue;
    }
    const parsed = parseCanonicalCsv(text, flow);
    observations.push(...parsed);
    const canonical = canonicalCsv(manifest.agency, flow, parsed);
    if (sha256Of(text) !== hash || canonical !== text) faults.push(`${id}.csv is not in canonical form`);
  }
  const sums = equationFaults(observations, reference);
  return { equations: sums.checked, faults: [...faults, ...sums.faults] };
}

/** Every published equation, judged on the intervals of what was printed. */
function equationFaults(
  observations: readonly Observation[],
  reference: Reference,
): { readonly checked: number; readonly faults: readonly string[] } {
  const known = new Map(observations.map((each) => [cellId(each), printedOf(each)]));
  const equations = publishedEquations(observations, referenceStructure(reference));
  const faults = equations.flatMap((equation) =>
    equationFault(equation, (id) => known.get(id) ?? EVERYTHING),
  );
  return { checked: equations.length, faults };
}

/** What a printed observation says of its exact value, in UNIT_MEASURE. */
function printedOf({ value, attributes }: Observation): Interval {
  if (value === null) return EVERYTHING;
  return scaleInterval(printedInterval(value), ratio(10n ** BigInt(attributes['UNIT_MULT'] ?? '0')));
}

function equationFault(equation: Equation, known: (id: string) => Interval): readonly string[] {
  const member = ratioValue(equation) ?? membersOf(equation)[0];
  if (member === undefined) return [];
  const implied = impliedInterval(equation, member, known);
  if (intersect(implied, known(member)) !== undefined) return [];
  return [
    `${member} (${equation.kind}): printed ${spanOf(known(member))}, the others make it ${spanOf(implied)}`,
  ];
}

function spanOf({ lower, upper }: Interval): string {
  const side = (bound: Rational | null) => (bound === null ? '…' : toDecimal(bound, 2));
  return `[${side(lower)}, ${side(upper)}]`;
}

function sha256Of(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
