// What a run is made from, written down when it begins: received bytes, edits, changes of the register, definitions and
// the parameters of disclosure control, each with its content. A release commits to this list, so that whatever was
// changed afterwards can be named. Definitions and parameters are kept as they were, beside the received bytes.

import { join } from 'node:path';
import type { Effects } from '../engine/effects.ts';
import { Refused } from '../engine/errors.ts';
import {
  exists,
  hashFile,
  hashOf,
  hashTree,
  isDirectory,
  listTree,
  makeFolder,
  moveInto,
  readBytes,
  readText,
  remove,
  writeWhole,
} from '../engine/files.ts';
import type { StoreRow } from '../engine/store.ts';
import type { Run } from './runs.ts';
import type { Workspace } from './workspace.ts';

export const INPUTS_NAME = 'inputs.ndjson';

/** One thing that a run is made from, such as submission 12 or the definition `rates.csv`. */
export type Input = {
  readonly kind:
    | 'definition'
    | 'parameters'
    | 'submission'
    | 'side file'
    | 'refused file'
    | 'edit'
    | 'register change'
    | 'adjustment'
    | 'approval';
  readonly name: string;
  readonly content: StoreRow;
};
export type InputList = {
  /** Makes the hash of the list say nothing about what is in it. */
  readonly salt: string;
  /** Where the run was made: bytes are expected to be equal on the same one. */
  readonly platform: string;
  readonly inputs: readonly Input[];
};

/** Keeps definitions and parameters as they are and writes the list of a run that begins. */
export function recordInputs(workspace: Workspace, run: Run, effects: Effects): void {
  keepDefinitions(workspace);
  keepParameters(workspace);
  const head = { salt: Buffer.from(effects.random(16)).toString('hex'), platform: platformName() };
  const inputs = [...inputsOf(workspace, run, parametersHash(workspace)), ...refusedFiles(workspace, run)];
  const lines = [head, ...inputs];
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  writeWhole(workspace.layout.runFile(run.id, INPUTS_NAME), text, 0o600);
}

/** The commitment of a release to its inputs: the hash of the list, which begins with a salt. */
export function inputsCommitment({ layout }: Workspace, run: Run): Promise<string> {
  return hashFile(layout.runFile(run.id, INPUTS_NAME));
}

/** The list of a run as it was written. */
export function readInputs({ layout }: Workspace, run: Run): InputList {
  const [head = '{}', ...lines] = readText(layout.runFile(run.id, INPUTS_NAME)).trimEnd().split('\n');
  const { salt, platform } = JSON.parse(head) as Pick<InputList, 'salt' | 'platform'>;
  return { salt, platform, inputs: lines.map((line) => JSON.parse(line) as Input) };
}

/** What has changed since the list was written, each as a sentence; reads every archived byte. */
export async function inputFaults(
  workspace: Workspace,
  run: Run,
  { inputs }: InputList,
): Promise<readonly string[]> {
  const parameters = inputs.find(({ kind }) => kind === 'parameters')?.content['sha256'];
  const present = new Map<string, Input>();
  const fixed = inputs.filter(({ kind }) => kind === 'refused file');
  for (const input of [...fixed, ...inputsOf(workspace, run, String(parameters ?? ''))])
    present.set(nameOf(input), await asItLies(workspace, run, input));
  const known = new Set(inputs.map(nameOf));
  const added = [...present.keys()].filter((name) => !known.has(name));
  return [
    ...inputs.flatMap((input) => changesOf(input, present.get(nameOf(input)), workspace, run)),
    ...added.map((name) => `${name} was not there when the run was made: it was added afterwards`),
  ];
}

/** Where the definitions of a run are kept. */
export function keptDefinitions({ layout }: Pick<Workspace, 'layout'>, domainHash: string): string {
  return join(layout.root, 'archive', 'definitions', domainHash);
}

/** Where the parameters of disclosure control of a run are kept, readable by their owner alone. */
export function keptParameters({ layout }: Pick<Workspace, 'layout'>, sha256: string): string {
  return join(layout.secrets, 'kept', `${sha256}.yaml`);
}

export function platformName(): string {
  return `${process.platform}-${process.arch} node ${process.version}`;
}

/** Tables of what the office recorded by hand, and which rows a run sees. */
export const RECORDS = [
  { kind: 'edit', table: 'edits', name: 'seq', seen: 'seq <= ?', cut: 'cutEdit' },
  { kind: 'register change', table: 'register_changes', name: 'seq', seen: 'at <= ?', cut: 'cutAt' },
  { kind: 'adjustment', table: 'adjustments', name: 'seq', seen: 'at <= ?', cut: 'cutAt' },
  { kind: 'approval', table: 'adjustment_approvals', name: 'adjustment', seen: 'at <= ?', cut: 'cutAt' },
] as const;

/** The rows of such a table that a run sees, in order. */
export function recordsOf(
  { store }: Workspace,
  run: Run,
  { table, name, seen, cut }: (typeof RECORDS)[number],
): readonly StoreRow[] {
  return store.all(`SELECT * FROM ${table} WHERE ${seen} ORDER BY ${name}`, run[cut]);
}

/** A state as a run with this cut saw it: what was replaced later was still in force. */
export const STATE_AT_CUT =
  "CASE WHEN state IN ('superseded', 'cancelled') AND superseded_by > ? THEN 'received' ELSE state END";

function keepDefinitions(workspace: Workspace): void {
  const { layout, domain } = workspace;
  const folder = keptDefinitions(workspace, domain.hash);
  if (isDirectory(folder)) return;
  const part = `${folder}.part`;
  remove(part);
  makeFolder(part, 0o700);
  for (const name of listTree(layout.domain))
    writeWhole(join(part, name), readBytes(join(layout.domain, name)));
  if (hashTree(part) !== domain.hash)
    throw new Refused(`${layout.domain} was changed while the run began: begin it again`);
  moveInto(part, folder);
}

function keepParameters(workspace: Workspace): void {
  const path = join(workspace.layout.secrets, 'disclosure.yaml');
  if (!exists(path)) return;
  const kept = keptParameters(workspace, parametersHash(workspace));
  if (!exists(kept)) writeWhole(kept, readBytes(path), 0o600);
}

function parametersHash({ layout }: Workspace): string {
  const path = join(layout.secrets, 'disclosure.yaml');
  return exists(path) ? hashOf(readBytes(path)) : '';
}

const SUBMISSIONS = `SELECT id, sha256, name, bytes, format, declarant_type, sender, period, sequence, function, replaces,
    language, ${STATE_AT_CUT} AS state, lines, receipt, salt, received_at, findings
  FROM submissions WHERE id <= ? AND state <> 'refused' ORDER BY id`;

/** Everything that a run with this cut sees, in a fixed order. */
function inputsOf(workspace: Workspace, run: Run, parameters: string): readonly Input[] {
  const { store } = workspace;
  const rows = (kind: Input['kind'], found: readonly StoreRow[], name: string): readonly Input[] =>
    found.map((content) => ({ kind, name: String(content[name]), content }));
  const submissions = store.all(SUBMISSIONS, run.cutSubmission, run.cutSubmission);
  return [
    ...definitionsOf(workspace, run),
    ...(parameters === ''
      ? []
      : [{ kind: 'parameters', name: 'disclosure.yaml', content: { sha256: parameters } } as const]),
    ...rows('submission', submissions.map(withoutFindings), 'id'),
    ...submissions.flatMap(sideFile),
    ...RECORDS.flatMap((record) => rows(record.kind, recordsOf(workspace, run, record), record.name)),
  ];
}

function definitionsOf(workspace: Workspace, run: Run): readonly Input[] {
  const folder = keptDefinitions(workspace, run.domainHash);
  return listTree(folder).map((name) => ({
    kind: 'definition',
    name,
    content: { sha256: hashOf(readBytes(join(folder, name))) },
  }));
}

function withoutFindings({ findings: _, ...row }: StoreRow): StoreRow {
  return row;
}

function sideFile({ id, findings }: StoreRow): readonly Input[] {
  const found = JSON.parse(String(findings)) as readonly SideFinding[];
  return found
    .filter(({ code }) => code === 'side_envelope')
    .map(({ values: { sha256 } }) => ({ kind: 'side file', name: String(id), content: { sha256 } }));
}

type SideFinding = { readonly code: string; readonly values: { readonly sha256: string } };

/** Files that were refused have no lines, but their bytes are kept; one that is sent again gets another number. */
function refusedFiles({ store }: Workspace, run: Run): readonly Input[] {
  return store
    .all(
      "SELECT sha256, name FROM submissions WHERE id <= ? AND state = 'refused' ORDER BY id",
      run.cutSubmission,
    )
    .map((content) => ({ kind: 'refused file', name: String(content['name']), content }));
}

/** An input with the hash that its bytes have now, where it is a file. */
async function asItLies(workspace: Workspace, run: Run, input: Input): Promise<Input> {
  const path = pathOf(workspace, run, input);
  if (path === undefined) return input;
  const sha256 = exists(path) ? await hashFile(path) : null;
  return { ...input, content: { ...input.content, sha256 } };
}

function pathOf(workspace: Workspace, run: Run, { kind, name, content }: Input): string | undefined {
  const sha256 = String(content['sha256']);
  if (RECORDS.some((record) => record.kind === kind)) return undefined;
  if (kind === 'definition') return join(keptDefinitions(workspace, run.domainHash), name);
  return kind === 'parameters' ? keptParameters(workspace, sha256) : workspace.layout.archive(sha256);
}

/** Two refused files may have one name. */
function nameOf({ kind, name, content }: Input): string {
  return kind === 'refused file' ? `${kind} ${name} ${content['sha256']}` : `${kind} ${name}`;
}

function changesOf(input: Input, now: Input | undefined, workspace: Workspace, run: Run): readonly string[] {
  if (now === undefined) return [`${nameOf(input)} is gone`];
  const fields = Object.keys({ ...input.content, ...now.content }).filter(
    (field) => input.content[field] !== now.content[field],
  );
  return fields.map((field) =>
    sentenceOf(input, field, now.content[field], changedLine(input, workspace, run)),
  );
}

function sentenceOf(input: Input, field: string, now: StoreRow[string] | undefined, line: string): string {
  const { kind, content } = input;
  if (field !== 'sha256') {
    const place = kind === 'edit' ? ` (line ${content['submission']}/${content['ordinal']})` : '';
    return `${nameOf(input)}${place}: ${field} is ${told(now)}, the run saw ${told(content[field])}`;
  }
  const lost = now === null ? 'is no longer there' : 'has other bytes than the run saw';
  if (kind === 'definition') return `${nameOf(input)} ${lost}${line}`;
  if (kind === 'parameters') return `the parameters of disclosure control: the kept file ${lost}`;
  const sender =
    kind === 'submission' ? ` (${content['name']} of ${content['sender']}, ${content['period']})` : '';
  return `${nameOf(input)}${sender}: archived file ${content['sha256']} ${lost}`;
}

function told(value: StoreRow[string] | undefined): string {
  return value === null || value === undefined ? 'nothing' : String(value);
}

/** The first line that differs, where the workspace's own copy is still the one that the run saw. */
function changedLine({ kind, name, content }: Input, workspace: Workspace, run: Run): string {
  if (kind !== 'definition') return '';
  const own = join(workspace.layout.domain, name);
  if (!exists(own) || hashOf(readBytes(own)) !== content['sha256']) return '';
  const kept = join(keptDefinitions(workspace, run.domainHash), name);
  if (!exists(kept)) return '';
  return differenceOf(readText(kept), readText(own));
}

/** Where two texts first differ: `, line 3: found …, expected …`. */
export function differenceOf(found: string, expected: string): string {
  const [lines, others] = [found.split('\n'), expected.split('\n')];
  const at = others.findIndex((line, index) => line !== lines[index]);
  const place = at < 0 ? others.length : at;
  return `, line ${place + 1}: found ${lines[place] ?? 'nothing'}, expected ${others[place] ?? 'nothing'}`;
}
