// The checker of texts that the public server is given: judges on releases alone, at their disseminated precision.

import type { EquationStructure } from '../design/equations.ts';
import type { Language } from '../design/text.ts';
import type { CheckQuestion, TextChecker } from '../disseminate/public/checked-text.ts';
import type { PublicRelease, PublicReleases } from '../disseminate/public/released.ts';
import { referenceStructure } from '../disseminate/reference.ts';
import { checkReport, segmentNames } from '../evaluate/check-report.ts';
import type { CheckGrounds } from '../evaluate/check-text.ts';
import { groundsFor, printedFacts, releasedFacts } from '../evaluate/claim-grounds.ts';
import type { Fact } from '../evaluate/claim-knowledge.ts';
import { languageOf } from '../evaluate/claim-language.ts';
import { loadJointSolver } from '../evaluate/joint-conflict.ts';

/** What was worked out for so many days and languages is kept. */
const MOST_KEPT = 60;

/** A checker over the releases of a public folder; it follows what appears there. */
export async function textChecker(releases: PublicReleases): Promise<TextChecker> {
  const solver = await loadJointSolver();
  const kept = new Map<string, CheckGrounds>();
  let version = releases.version();
  const groundsOf = (release: PublicRelease, question: CheckQuestion, language: Language): CheckGrounds => {
    if (version !== releases.version()) kept.clear();
    version = releases.version();
    const name = `${release.id} ${question.figures} ${language} ${question.day}`;
    const grounds = kept.get(name) ?? { ...groundsOn(release, question, language), solver };
    if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value ?? '');
    kept.set(name, grounds);
    return grounds;
  };
  return (question) => {
    const release = releaseFor(releases, question);
    if (release === undefined) return undefined;
    const language = question.language ?? languageOf(question.text);
    const { reference } = release;
    const names = segmentNames(reference.segments, referenceStructure(reference));
    const under = { text: question.text, language, day: question.day };
    return checkReport(under, groundsOf(release, question, language), reference, names);
  };
}

/** Printed figures carry their own days; released ones are those that were public at the end of the day. */
function releaseFor(releases: PublicReleases, { figures, day }: CheckQuestion): PublicRelease | undefined {
  return figures === 'printed' ? releases.latest() : releases.asOf(`${day}T23:59:59+01:00`);
}

function groundsOn(
  release: PublicRelease,
  { figures, day }: CheckQuestion,
  language: Language,
): CheckGrounds {
  const structure = referenceStructure(release.reference);
  return groundsFor(release.reference, structure, factsOf(release, structure, figures), language, day);
}

function factsOf(
  release: PublicRelease,
  structure: EquationStructure,
  figures: CheckQuestion['figures'],
): readonly Fact[] {
  if (figures === 'printed') return printedFacts(release.reference, structure);
  return releasedFacts(release.observations(), release.id, release.published.slice(0, 10));
}
