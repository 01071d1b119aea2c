// What a text is judged on: the words of the glossary, the printed figures public on its day, the goals, hedge widths.

import type { Domain } from '../design/domain.ts';
import { cellId } from '../design/equation.ts';
import type { EquationStructure } from '../design/equations.ts';
import { printedInterval } from '../design/interval.ts';
import type { Observation } from '../design/observation.ts';
import { intervalInMeasure } from '../design/printed-unit.ts';
import { multiply, type Rational, ratio } from '../design/rational.ts';
import { LANGUAGES, type Language } from '../design/text.ts';
import type { CheckGrounds } from './check-text.ts';
import { classOfUnit } from './claim-goal.ts';
import { type Fact, figureCell, type Knowledge, knowledgeOf } from './claim-knowledge.ts';
import { GENERIC_TOTAL, WEAK_TOTAL } from './claim-sentence.ts';
import { plainWord } from './claim-text.ts';
import { lexiconOf, type SubjectTerm } from './claim-token.ts';
import { HEDGE_WIDTHS, type HedgeWidths } from './claim-value.ts';

/** The parts of a domain, or of a release's reference, that texts are judged with. */
export type ClaimReference = Pick<Domain, 'glossary' | 'targets'> &
  Partial<Pick<Domain, 'hedges' | 'unwantedTerms' | 'withheldSegments' | 'sourceNames'>> & {
    readonly published: readonly Omit<Domain['published'][number], 'interval' | 'exact'>[];
  };

/** The grounds for texts of a language written on a day. */
export function groundsFor(
  reference: ClaimReference,
  structure: EquationStructure,
  facts: readonly Fact[],
  language: Language,
  day: string,
): CheckGrounds {
  return groundsOn(reference, knowledgeOf(facts, structure, day), language);
}

/** The grounds for texts of a language on what is known. */
export function groundsOn(reference: ClaimReference, knowledge: Knowledge, language: Language): CheckGrounds {
  return {
    lexicon: lexiconOf(language, [
      ...subjectTerms(reference, knowledge.structure, language),
      ...goalTerms(reference, language),
    ]),
    knowledge,
    targets: reference.targets,
    widths: widthsOf(reference),
  };
}

/** The widths of the domain; those of the program where an older release has none. */
function widthsOf({ hedges = [] }: ClaimReference): HedgeWidths {
  return {
    ...HEDGE_WIDTHS,
    ...Object.fromEntries(hedges.map(({ hedge, below, above }) => [hedge, { below, above }])),
  };
}

/** The figures as they were printed elsewhere. */
export function printedFacts({ published }: ClaimReference, structure: EquationStructure): readonly Fact[] {
  return published.map((figure) => ({
    cell: figureCell(structure, figure),
    interval: intervalInMeasure(printedInterval(figure.value), figure.unit),
    printed: `${figure.value} ${figure.unit}`,
    source: figure.source,
    day: figure.sourceDate,
    role: figure.role,
    obsStatus: figure.obsStatus,
  }));
}

/** The figures of a release for the whole world, at the precision it prints; suppressed ones say nothing. */
export function releasedFacts(
  observations: readonly Observation[],
  release: string,
  day: string,
): readonly Fact[] {
  return observations.flatMap((observation) => {
    const { dataflow, key, period, value, attributes } = observation;
    if (dataflow !== 'EXPORTS' || value === null || !key.includes('.W1.')) return [];
    const factor = powerOfTen(Number(attributes['UNIT_MULT'] ?? '0'));
    const { lower, upper } = printedInterval(value);
    const scaled = (bound: Rational | null) => (bound === null ? null : multiply(bound, factor));
    return [
      {
        cell: cellId(observation),
        interval: { lower: scaled(lower), upper: scaled(upper) },
        printed: `${value} ${printedUnit(observation)}`,
        source: `${release} (${period})`,
        day,
        role: 'constraint' as const,
        obsStatus: attributes['OBS_STATUS'] ?? null,
      },
    ];
  });
}

const SCALES: { readonly [power: string]: string } = { '6': '_MN', '9': '_BN', '3': '_TH' };
const MEASURES: { readonly [measure: string]: string } = { PS: 'PERSONS', PC: 'PERCENT' };

/** The unit of a released figure, as printed figures name theirs: MAD_MN, PERCENT, PERSONS. */
function printedUnit({ key, attributes }: Observation): string {
  const measure = key.split('.')[5] ?? '';
  return `${MEASURES[measure] ?? measure}${SCALES[attributes['UNIT_MULT'] ?? '0'] ?? ''}`;
}

/** Foreign words that the glossary allows inside a language, in lower case. */
export function allowedWords({ glossary }: ClaimReference): ReadonlySet<string> {
  return new Set(
    glossary
      .flatMap((term) => LANGUAGES.flatMap((language) => term[language]))
      .flatMap((words) => words.toLowerCase().split(/\s+/))
      .filter((word) => /^[a-z]{2,5}$/.test(word) && word !== 'processus'),
  );
}

function subjectTerms(
  { glossary, unwantedTerms = [], withheldSegments = [] }: ClaimReference,
  structure: EquationStructure,
  language: Language,
): readonly SubjectTerm[] {
  const segments = [...structure.segments, ...withheldSegments.map(({ code }) => code)];
  const subject = glossary.find(({ id }) => id === 'SUBJECT')?.[language].map(plainWord) ?? [];
  return glossary.flatMap(({ id, ...words }): readonly SubjectTerm[] => {
    const unwanted = unwantedTerms.filter((term) => term.id === id && term.language === language);
    const all = [...words[language], ...unwanted.map(({ term }) => term)];
    const phrases = all.map(plainWord);
    if (segments.includes(id)) return [{ kind: 'segment', value: id, words: withCapitals(all, phrases) }];
    if (id === 'TOTAL') {
      const own = phrases.filter((phrase) => subject.some((word) => phrase.includes(word)));
      const generic = phrases.filter((phrase) => GENERIC.has(phrase));
      const names = phrases.filter((phrase) => !GENERIC.has(phrase));
      return [
        { kind: 'segment', value: GENERIC_TOTAL, words: generic.join('|') },
        { kind: 'segment', value: '_T', words: names.join('|') },
        { kind: 'subject', value: id, words: own.join('|') },
      ];
    }
    if (id === 'EXPORTS') {
      const owned = phrases.filter((phrase) => isOwned(phrase, phrases));
      const free = phrases.filter((phrase) => !owned.includes(phrase));
      return [
        { kind: 'segment', value: WEAK_TOTAL, words: free.join('|') },
        { kind: 'owned', value: '1', words: owned.join('|') },
      ];
    }
    return id === 'SUBJECT' ? [{ kind: 'subject', value: id, words: phrases.join('|') }] : [];
  });
}

/** "The sector", القطاع: of offshoring, or of what the text has just spoken of. */
const GENERIC = new Set(
  'secteur|filiere|branche|la branche|notre secteur|notre filiere|profession|sector|the sector|the industry|our sector|our industry|القطاع|قطاعنا|هذا القطاع|قطاع'.split(
    '|',
  ),
);

/** مداخيلها: a term of the glossary with the ending of "its" or "their". */
function isOwned(phrase: string, phrases: readonly string[]): boolean {
  const [, stem] = OWN_ENDING.exec(phrase) ?? [];
  return stem !== undefined && phrases.includes(stem);
}

const OWN_ENDING = /^(\p{Script=Arabic}+?)(?:ها|هم|هما|هن|ه)$/u;

/** Two letters are a name in capitals alone: IT, not it. */
function withCapitals(words: readonly string[], phrases: readonly string[]): string {
  const capitals = words.filter((word) => /^[A-Z]{2}$/.test(word));
  return [...phrases.filter((word) => !/^[a-z]{2}$/.test(word)), ...capitals].join('|');
}

/** What the goals of the domain are called, each with the class of its numbers. */
function goalTerms({ glossary, targets }: ClaimReference, language: Language): readonly SubjectTerm[] {
  const units = new Map(targets.map(({ indicator, unit }) => [indicator, unit]));
  return glossary.flatMap(({ id, ...words }): readonly SubjectTerm[] => {
    const unit = COMPILED.has(id) ? undefined : units.get(id);
    if (unit === undefined) return [];
    const value = `${id} ${classOfUnit(unit)}`;
    return [{ kind: 'goal', value, words: words[language].map(plainWord).join('|') }];
  });
}

/** Goals of what is compiled are told by words of aiming. */
const COMPILED: ReadonlySet<string> = new Set(['EXPORTS', 'EMPLOYMENT']);

function powerOfTen(power: number): Rational {
  return power >= 0 ? ratio(10n ** BigInt(power)) : ratio(1n, 10n ** BigInt(-power));
}
