// `marsad check FILE|- --against WS|PUBLIC`: judges the numbers in a text against what is published.
// `--measure FOLDER` instead of a file: precision and recall on labelled texts.

import { join } from 'node:path';
import { structureOf } from '../design/equations.ts';
import { absence, type RefusalCode, refusal } from '../design/refusal.ts';
import { isLanguage, type Language } from '../design/text.ts';
import { loadReleases } from '../disseminate/public/release-folder.ts';
import type { PublicRelease } from '../disseminate/public/released.ts';
import { referenceOf, referenceStructure } from '../disseminate/reference.ts';
import type { Effects } from '../engine/effects.ts';
import { NotFound, Refused } from '../engine/errors.ts';
import { exists, isDirectory, readStandardInput, readText } from '../engine/files.ts';
import { openSolver } from '../engine/solver.ts';
import { type CheckReport, checkReport, segmentNames } from '../evaluate/check-report.ts';
import { type ClaimReference, groundsFor, printedFacts, releasedFacts } from '../evaluate/claim-grounds.ts';
import type { Fact } from '../evaluate/claim-knowledge.ts';
import { languageOf } from '../evaluate/claim-language.ts';
import type { Solver } from '../evaluate/joint-conflict.ts';
import type { TextUnderCheck } from '../evaluate/read-text.ts';
import { type Command, flagOption, type Options, textOption } from './command.ts';
import { labelledSets, measureSets } from './measure-texts.ts';
import { openWorkspace } from './workspace.ts';

export const checkCommand: Command = {
  name: 'check',
  usage: '[FILE|-] --against WS|PUBLIC [--measure FOLDER]',
  summary: 'judge the numbers in a text against what is published',
  options: {
    against: { type: 'string', help: 'a workspace or a public folder' },
    date: { type: 'string', help: 'day of the text, ISO; by default today' },
    language: { type: 'string', help: 'ar, fr or en; by default as the text looks' },
    figures: {
      type: 'string',
      default: 'printed',
      help: 'printed: figures printed elsewhere; released: those of the newest release',
    },
    measure: { type: 'string', help: 'a folder of labelled texts: prints precision and recall on them' },
  },
  run: async ([file], options, effects) => {
    const against = textOption(options, 'against');
    const folder = textOption(options, 'measure');
    if (against === undefined || (file === undefined) === (folder === undefined))
      throw new Refused('which text, against what? `marsad check FILE --against WS`');
    const text = file === undefined ? '' : textIn(file, textOption(options, 'language'));
    const known = knownIn(against, textOption(options, 'figures') ?? 'printed', effects);
    const solver = await openSolver();
    const judge = (text: string, language: Language, day: string) =>
      reportOn({ text, language, day }, known, solver);
    if (folder !== undefined) {
      const sets = labelledSets(folder);
      measureSets(
        sets,
        ({ text, language, day }) => judge(text, language, day),
        flagOption(options, 'json'),
        effects,
      );
      return 0;
    }
    const report = judge(text, languageChosen(options, text), dayOf(options, effects));
    if (flagOption(options, 'json')) effects.log.print(JSON.stringify(report, null, 2));
    else printReport(report, effects);
    return report.claims.some(({ verdict }) => verdict === 'contradicted') ? 1 : 0;
  },
};

function reportOn(under: TextUnderCheck, known: Known, solver: Solver): CheckReport {
  const { reference, structure, facts, segments } = known;
  const grounds = groundsFor(reference, structure, facts, under.language, under.day);
  return checkReport(under, { ...grounds, solver }, reference, segmentNames(segments, structure));
}

type Known = {
  readonly reference: ClaimReference;
  readonly structure: ReturnType<typeof structureOf>;
  readonly facts: readonly Fact[];
  readonly segments: ReturnType<typeof referenceOf>['segments'];
};

/** What is known from a workspace (its domain) or a public folder (its newest release). */
function knownIn(folder: string, figures: string, { log }: Effects): Known {
  if (figures !== 'printed' && figures !== 'released')
    throw new Refused(`--figures: found ${figures}, expected printed or released`);
  const inside = exists(join(folder, 'marsad.yaml'));
  if (inside && figures === 'printed') {
    const { domain, store, config } = openWorkspace(folder);
    store.close();
    const reference = referenceOf(domain, config.synthetic);
    const structure = structureOf(domain);
    return { reference, structure, facts: printedFacts(reference, structure), segments: reference.segments };
  }
  const release = loadReleases(inside ? join(folder, 'public') : folder, log.note).latest();
  if (release === undefined) throw new NotFound(`nothing is published in ${folder}`);
  const { reference } = release;
  const structure = referenceStructure(reference);
  return { reference, structure, facts: factsOf(release, structure, figures), segments: reference.segments };
}

function factsOf(
  release: PublicRelease,
  structure: Known['structure'],
  figures: 'printed' | 'released',
): readonly Fact[] {
  if (figures === 'printed') return printedFacts(release.reference, structure);
  return releasedFacts(release.observations(), release.id, release.published.slice(0, 10));
}

/** The text of a file or of standard input; what is none is refused in the language asked for, else in English. */
function textIn(file: string, language: string | undefined): string {
  if (file !== '-' && !exists(file)) throw told(absence('no_text_file', { file }), language);
  if (file !== '-' && isDirectory(file)) throw told(refusal('folder_for_text', { file }), language);
  const text = file === '-' ? readStandardInput() : readText(file);
  const unread = UNREAD.find(([, holds]) => holds(text))?.[0];
  if (unread !== undefined) throw told(refusal(unread, { file }), language);
  return text;
}

/** What a text begins with or holds that is none; the first that is found is told. */
const UNREAD: readonly (readonly [RefusalCode, (text: string) => boolean])[] = [
  ['empty_text', (text) => text.replace('\ufeff', '').trim() === ''],
  ['pdf_for_text', (text) => text.trimStart().startsWith('%PDF')],
  ['document_for_text', (text) => ['PK\u0003\u0004', '{\\rtf'].some((head) => text.startsWith(head))],
  ['bytes_for_text', (text) => text.includes('\u0000') || text.includes('\ufffd')],
];

/** The same refusal with its words in a language. */
function told<E extends Refused | NotFound>(error: E, language: string | undefined): E {
  const said = error.saying?.said;
  if (said !== undefined && language !== undefined && isLanguage(language)) error.message = said[language];
  return error;
}

function dayOf(options: Options, { clock }: Effects): string {
  const day = textOption(options, 'date') ?? clock().slice(0, 10);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day))
    throw new Refused(`--date: found ${day}, expected a day such as 2025-10-18`);
  return day;
}

function languageChosen(options: Options, text: string): Language {
  const given = textOption(options, 'language');
  if (given === undefined) return languageOf(text);
  if (!isLanguage(given)) throw new Refused(`--language: found ${given}, expected ar, fr or en`);
  return given;
}

const MARKS: { readonly [verdict: string]: string } = {
  entailed: '✓',
  consistent: '✓',
  contradicted: '✗',
  unsupported: '?',
  'not comparable': '≠',
  'not covered': '·',
};

function printReport(
  { claims, conflicts, complete, omissions, language_faults }: CheckReport,
  { log }: Effects,
): void {
  for (const claim of claims) {
    const about = [claim.indicator, claim.segment, claim.period].filter((part) => part !== null).join(' ');
    const low = claim.confidence === 'high' ? '' : ` (${claim.confidence} confidence)`;
    log.print(
      `${MARKS[claim.verdict] ?? ' '} ${claim.text}  ${about}  ${claim.verdict}${claim.slip === undefined ? '' : `, ${claim.slip}`}${low}`,
    );
    log.print(`    ${claim.explanation}${claim.internal === undefined ? '' : ` [${claim.internal}]`}`);
  }
  for (const { explanation } of conflicts) log.print(`✗ ${explanation}`);
  if (!complete) log.note('the text has more numbers than are read at once: only its beginning was judged');
  for (const { text } of omissions) log.print(`+ ${text}`);
  for (const { kind, text } of language_faults) log.print(`! ${kind}: ${text}`);
  log.print(
    `${claims.length} claims, ${claims.filter(({ verdict }) => verdict === 'contradicted').length} contradicted`,
  );
}
