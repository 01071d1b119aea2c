// The answer to "are the numbers of this text right?": claims with verdicts, what is missing, faults of language.

import type { EquationStructure } from '../design/equations.ts';
import type { Language, Text } from '../design/text.ts';
import {
  type CheckedClaim,
  type CheckGrounds,
  checkClaims,
  readText,
  type TextUnderCheck,
} from './check-text.ts';
import { type InternalVerdict, internalVerdicts } from './claim-arithmetic.ts';
import { explain } from './claim-explanation.ts';
import { allowedWords, type ClaimReference } from './claim-grounds.ts';
import { type LanguageFault, languageFaults } from './claim-language.ts';
import { type Omission, omissionsOf } from './claim-omission.ts';
import { originalSpan } from './claim-text.ts';

export type ReportedClaim = Omit<CheckedClaim, 'judgement'> & {
  /** What the text's own numbers say of this one. */
  readonly internal?: string;
  readonly explanation: string;
};
export type CheckReport = {
  readonly language: Language;
  readonly date: string;
  readonly claims: readonly ReportedClaim[];
  readonly omissions: readonly Omission[];
  readonly language_faults: readonly LanguageFault[];
};

const PRELIMINARY = /provisoire|preliminar|préliminaire|أولي|الأولية|مؤقت/i;

/** Judges a text. The same text, figures and day always give the same report. */
export function checkReport(
  under: TextUnderCheck,
  grounds: CheckGrounds,
  reference: ClaimReference,
  nameOf: (segment: string) => Text,
): CheckReport {
  const reading = readText(under, grounds.lexicon);
  const checked = checkClaims(reading, grounds);
  const internal = internalVerdicts(reading.bySentence, reading.sentences, grounds.widths);
  const bySpan = new Map(
    [...internal].map(([claim, verdict]) => [
      originalSpan(reading.plain, claim.candidate.start, claim.candidate.end).start,
      verdict,
    ]),
  );
  const said = { language: under.language, saysPreliminary: PRELIMINARY.test(under.text) };
  return {
    language: under.language,
    date: under.day,
    claims: checked.map((claim) => reported(claim, bySpan.get(claim.start), under.language)),
    omissions: omissionsOf(checked, grounds.knowledge, reference.targets, said, nameOf),
    language_faults: languageFaults(under.text, under.language, allowedWords(reference)),
  };
}

function reported(
  claim: CheckedClaim,
  internal: InternalVerdict | undefined,
  language: Language,
): ReportedClaim {
  const { judgement: _, ...rest } = claim;
  const own = internal === undefined ? {} : { internal: describe(internal) };
  return { ...rest, ...own, explanation: explain(claim, language) };
}

function describe({ consistent, kind, computed }: InternalVerdict): string {
  const what = kind === 'growth' ? 'the two levels give' : 'the parts named as making it up sum to';
  return `${consistent ? 'consistent' : 'contradicted'}: ${what} ${computed}`;
}

/** The segments of a structure with their names. */
export function segmentNames(
  segments: readonly { readonly code: string; readonly name: Text }[],
  { segments: codes }: EquationStructure,
): (segment: string) => Text {
  const names = new Map(
    segments.filter(({ code }) => codes.includes(code)).map(({ code, name }) => [code, name]),
  );
  return (segment) => names.get(segment) ?? { ar: segment, fr: segment, en: segment };
}
