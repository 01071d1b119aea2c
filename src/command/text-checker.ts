// The checker of texts that the public server is given: judges on releases alone, at their disseminated precision.

import type { EquationStructure } from '../design/equations.ts';
import { LANGUAGES, type Language, type Text } from '../design/text.ts';
import type { CheckQuestion, TextChecker } from '../disseminate/public/checked-text.ts';
import type { PublicRelease, PublicReleases } from '../disseminate/public/released.ts';
import { referenceStructure } from '../disseminate/reference.ts';
import { inSlices } from '../engine/slices.ts';
import { openSolver } from '../engine/solver.ts';
import { checkSteps, segmentNames } from '../evaluate/check-report.ts';
import type { CheckGrounds } from '../evaluate/check-text.ts';
import { groundsOn, printedFacts, releasedFacts } from '../evaluate/claim-grounds.ts';
import { type Fact, type Knowledge, knowledgeSteps } from '../evaluate/claim-knowledge.ts';
import { languageOf } from '../evaluate/claim-language.ts';

/** What was worked out for so many languages and states of what is known is kept. */
const MOST_KEPT = 60;

/** A checker over the releases of a public folder; it follows what appears there, and lets others be served meanwhile. */
export async function textChecker(releases: PublicReleases): Promise<TextChecker> {
  const solver = await openSolver();
  const facts = keptValues<readonly Fact[]>(releases);
  const known = keptValues<Promise<Knowledge>>(releases);
  const grounds = keptValues<CheckGrounds>(releases);
  const groundsOf = async (release: PublicRelease, { figures, day }: CheckQuestion, language: Language) => {
    const { id, reference } = release;
    const structure = referenceStructure(reference);
    const all = facts(`${id} ${figures}`, () => factsOf(release, structure, figures));
    const state = `${id} ${figures} ${lastDay(all, day)}`;
    const knowledge = await known(state, () => inSlices(knowledgeSteps(all, structure, day)));
    return grounds(`${state} ${language}`, () => ({ ...groundsOn(reference, knowledge, language), solver }));
  };
  const check: TextChecker = async (question) => {
    const release = releaseFor(releases, question);
    if (release === undefined) return undefined;
    const language = question.language ?? languageOf(question.text);
    const { reference } = release;
    const names = segmentNames(reference.segments, referenceStructure(reference));
    const under = { text: question.text, language, day: question.day };
    return inSlices(checkSteps(under, await groundsOf(release, question, language), reference, names));
  };
  await readied(check);
  return check;
}

/** Two numbers that conflict: what judges them is compiled and worked out before the first reader asks. */
const SAMPLE: Text = {
  ar: 'بلغت صادرات ترحيل الخدمات 13,4 مليار درهم، منها 0,5 مليار درهم لترحيل عمليات الأعمال.',
  fr: 'L’offshoring a rapporté 13,4 milliards de dirhams, dont 0,5 milliard pour le BPO.',
  en: 'Offshoring earned 13.4 billion dirhams, of which 0.5 billion from BPO.',
};

async function readied(check: TextChecker): Promise<void> {
  for (const figures of ['printed', 'released'] as const)
    for (const language of LANGUAGES) await check({ text: SAMPLE[language], day: LATEST, language, figures });
}

/** After all that is printed. */
const LATEST = '9999-12-31';

/** Values by name, made when they are first asked for and again when what is public has changed. */
function keptValues<T>(releases: PublicReleases): (name: string, make: () => T) => T {
  const kept = new Map<string, T>();
  let version = releases.version();
  return (name, make) => {
    if (version !== releases.version()) kept.clear();
    version = releases.version();
    const value = kept.get(name) ?? make();
    if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value ?? '');
    kept.set(name, value);
    return value;
  };
}

/** The day of the newest fact public on a day: between two facts, every day knows the same. */
function lastDay(facts: readonly Fact[], day: string): string {
  return facts.reduce(
    (last, fact) => (fact.day !== null && fact.day <= day && fact.day > last ? fact.day : last),
    '',
  );
}

/** Printed figures carry their own days; released ones are those that were public at the end of the day. */
function releaseFor(releases: PublicReleases, { figures, day }: CheckQuestion): PublicRelease | undefined {
  return figures === 'printed' ? releases.latest() : releases.asOf(`${day}T23:59:59+01:00`);
}

function factsOf(
  release: PublicRelease,
  structure: EquationStructure,
  figures: CheckQuestion['figures'],
): readonly Fact[] {
  if (figures === 'printed') return printedFacts(release.reference, structure);
  return releasedFacts(release.observations(), release.id, release.published.slice(0, 10));
}
