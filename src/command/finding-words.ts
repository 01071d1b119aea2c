// What was found of a file as a whole, as it is kept, in the language of whoever reads it and not only of who sent it.

import { FINDINGS, type FileFinding, messageOf } from '../collect/finding.ts';
import type { Text } from '../design/text.ts';

export type SaidFinding = { readonly severity: FileFinding['severity']; readonly message: Text };

/** Kept findings, with their places; one that the program no longer knows says what was said when it was found. */
export function keptFindings(json: string): readonly SaidFinding[] {
  const kept = JSON.parse(json) as readonly (FileFinding & { readonly message: string })[];
  return kept.map((finding) => ({ severity: finding.severity, message: wordsOf(finding) }));
}

function wordsOf(finding: FileFinding & { readonly message: string }): Text {
  const { code, message } = finding;
  if (!(code in FINDINGS)) return { ar: message, fr: message, en: message };
  return { ar: messageOf(finding, 'ar'), fr: messageOf(finding, 'fr'), en: messageOf(finding, 'en') };
}
