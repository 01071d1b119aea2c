// The answer to "are the numbers of this text right?": claims with verdicts, what is missing, faults of language.

import type { EquationStructure } from '../design/equations.ts';
import { sourceName } from '../design/source-name.ts';
import type { Language, Text } from '../design/text.ts';
import { allAtOnce, type Steps } from '../engine/slices.ts';
import { type CheckedClaim, type CheckGrounds, checkClaims, uncertainClaims } from './check-text.ts';
import { type InternalVerdict, internalVerdicts } from './claim-arithmetic.ts';
import { explain, explainConflict, explainInternal, type Names } from './claim-explanation.ts';
import { readingGrounds } from './claim-fit.ts';
import { allowedWords, type ClaimReference } from './claim-grounds.ts';
import { type LanguageFault, languageFaults } from './claim-language.ts';
import { type Omission, omissionsOf } from './claim-omission.ts';
import { termFaults } from './claim-terms.ts';
import { originalSpan } from './claim-text.ts';
import { jointConflicts, MOST_HELD } from './joint-conflict.ts';
import { type Reading, readText, type TextUnderCheck } from './read-text.ts';

export type ReportedClaim = Omit<CheckedClaim, 'judgement'> & {
  /** What the text's own numbers say of this one. */
  readonly internal?: string;
  readonly explanation: string;
};
/** Claims that can each be true and not all together. */
export type ReportedConflict = {
  readonly claims: readonly { readonly text: string; readonly start: number; readonly end: number }[];
  /** Whether no smaller set of the text's claims conflicts. */
  readonly smallest: boolean;
  readonly explanation: string;
};
export type CheckReport = {
  readonly language: Language;
  readonly date: string;
  readonly claims: readonly ReportedClaim[];
  readonly conflicts: readonly ReportedConflict[];
  /** Whether the whole text was read: a text of too many numbers is read in part. */
  readonly complete: boolean;
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
  return allAtOnce(checkSteps(under, grounds, reference, nameOf));
}

/** The same in steps, none of them long. */
export function* checkSteps(
  under: TextUnderCheck,
  grounds: CheckGrounds,
  reference: ClaimReference,
  nameOf: (segment: string) => Text,
): Steps<CheckReport> {
  const { knowledge, targets, lexicon } = grounds;
  const { segments } = knowledge.structure;
  const reading = yield* readText(under, lexicon, { segments, targets, ...readingGrounds(grounds) });
  yield;
  const checked = yield* checkClaims(reading, grounds);
  const internal = yield* internalVerdicts(reading.bySentence, reading.sentences, {
    widths: grounds.widths,
    segments,
  });
  const bySpan = new Map(
    [...internal].map(([claim, verdict]) => [
      originalSpan(reading.plain, claim.candidate.start, claim.candidate.end).start,
      verdict,
    ]),
  );
  yield;
  const claims: ReportedClaim[] = [];
  const sourceOf = (source: string) => sourceName(reference.sourceNames, source);
  for (const claim of checked) {
    claims.push(reported(claim, bySpan.get(claim.start), under.language, { nameOf, sourceOf }));
    yield;
  }
  const conflicts = yield* conflictsOf(under, reading, checked, grounds);
  const said = { language: under.language, saysPreliminary: PRELIMINARY.test(under.text) };
  yield;
  const omissions = omissionsOf(checked, grounds.knowledge, reference.targets, said, nameOf);
  yield;
  return {
    language: under.language,
    date: under.day,
    claims,
    conflicts,
    complete: reading.complete,
    omissions,
    language_faults: yield* faultsOf(under, reading, reference),
  };
}

function* conflictsOf(
  { language }: TextUnderCheck,
  reading: Reading,
  checked: readonly CheckedClaim[],
  { solver, knowledge, widths }: CheckGrounds,
): Steps<readonly ReportedConflict[]> {
  if (solver === undefined || !reading.covered) return [];
  const uncertain = uncertainClaims(reading, checked, MOST_HELD);
  yield;
  const found = yield* jointConflicts(uncertain, knowledge, widths, solver);
  return found.map(({ claims, smallest }) => {
    const spans = claims.map(({ candidate }) => originalSpan(reading.plain, candidate.start, candidate.end));
    return {
      claims: spans,
      smallest,
      explanation: explainConflict(
        spans.map(({ text }) => text),
        language,
      ),
    };
  });
}

function* faultsOf(
  { text, language }: TextUnderCheck,
  { plain, tokens }: Reading,
  reference: ClaimReference,
): Steps<readonly LanguageFault[]> {
  const { glossary, unwantedTerms = [] } = reference;
  const faults = languageFaults(text, language, allowedWords(reference));
  yield;
  return [...faults, ...termFaults(plain, tokens, language, glossary, unwantedTerms)].sort(
    (a, b) => a.start - b.start,
  );
}

function reported(
  claim: CheckedClaim,
  internal: InternalVerdict | undefined,
  language: Language,
  names: Names,
): ReportedClaim {
  const { judgement: _, ...rest } = claim;
  const own = internal === undefined ? {} : { internal: explainInternal(internal, language) };
  return { ...rest, ...own, explanation: explain(claim, language, names) };
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
