// What a release says of its protection: a keyed commitment to the certificate, which stays in the office, and the word of
// the verifier, which found nobody at risk.

import type { ProtectionReport } from '../analyse/protect.ts';
import { commitmentToCertificate } from '../design/disclosure.ts';
import type { Manifest } from '../disseminate/manifest.ts';
import { exists, readText } from '../engine/files.ts';
import { readSecrets } from './protection-facts.ts';
import type { Run } from './runs.ts';
import type { Workspace } from './workspace.ts';

/** The part of a manifest on protection; nothing for a run without a certificate. */
export function protectionWord(workspace: Workspace, run: Run): Pick<Manifest, 'protection'> {
  const path = workspace.layout.runFile(run.id, 'certificate.json');
  const report = run.summary['protected'] as Partial<ProtectionReport> | undefined;
  if (!exists(path) || report?.attackers === undefined) return {};
  const certificate = commitmentToCertificate(readSecrets(workspace), readText(path));
  const { attackers, accepted = [] } = report;
  const passed = accepted.length === 0 ? {} : { accepted: accepted.length };
  return { protection: { certificate, attackers, at_risk: 0, ...passed } };
}

/** What is wrong with the kept certificate of a release; nothing when it is the one that was committed to. */
export function certificateFaults(
  workspace: Workspace,
  run: Run,
  { protection }: Pick<Manifest, 'protection'>,
): readonly string[] {
  if (protection === undefined) return [];
  const kept = protectionWord(workspace, run).protection?.certificate;
  if (kept === protection.certificate) return [];
  const found = kept === undefined ? 'is gone' : 'is not the one that the release is signed with';
  return [`run ${run.id}: the certificate of its protection ${found}`];
}
