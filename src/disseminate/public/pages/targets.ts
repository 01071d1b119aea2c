// The targets page: each target with its scope, its path, and what the path asks for.

import { html } from 'hono/html';
import { unitWords } from '../../../design/printed-unit-words.ts';
import { sourceName } from '../../../design/source-name.ts';
import type { Target } from '../../../design/target.ts';
import { fill, type Language } from '../../../design/text.ts';
import { chartFigure } from '../chart-figure.ts';
import type { Markup } from '../chart-frame.ts';
import { drawPath, type PathPoint } from '../chart-path.ts';
import { dataTable } from '../data-table.ts';
import type { Edition } from '../edition.ts';
import { number } from '../figure-markup.ts';
import { numberText } from '../number-text.ts';
import type { Page } from '../page.ts';
import { growthNeeded, knownSteps, type Step, yearOf } from '../target-path.ts';
import { MENU } from '../words.ts';
import { HOME } from '../words-home.ts';
import { TARGETS } from '../words-targets.ts';
import { scopeNote } from './scope-note.ts';
import { targetStanding } from './target-standing.ts';
import { targetPanel } from './targets-panel.ts';

export function targetsPage(edition: Edition, language: Language): Page {
  const { targets } = edition.reference;
  return {
    title: MENU.targets[language],
    description: TARGETS.lead[language],
    current: 'targets',
    content: html`<h1>${HOME.targets[language]}</h1><p class="lead">${TARGETS.lead[language]}</p>
${targets.map((target) => html`<section class="target" id="${target.id}">${targetPanel(edition, language, target, 2)}<div>${targetStanding(edition, language, target)}${path(edition, language, target)}</div></section>`)}
${scopeNote(edition, language)}`,
  };
}

/** The path as a chart where at least one value is known and one is aimed at. */
function path(edition: Edition, language: Language, target: Target): Markup | '' {
  const known = knownSteps(edition, target);
  if (known.length === 0 || target.milestones.length === 0 || target.measure === 'rank') return '';
  if (target.status === 'draft') return '';
  const finding = findingOf(language, target, known);
  const unit = unitWords(target.unit, target.measure)[language];
  const chart = {
    name: finding,
    known: known.map(pointIn(language)),
    goals: target.milestones.map(pointIn(language)),
  };
  return chartFigure(edition, language, {
    finding,
    unit: [unit, scopeOf(edition, language, target)].filter((part) => part !== '').join(' · '),
    drawings: [
      drawPath({ language, form: 'wide', width: 620, height: 300 }, chart),
      drawPath({ language, form: 'narrow', width: 380, height: 260 }, chart),
    ],
    note: TARGETS.pathNote[language],
    source: `${HOME.sourceHead[language]}: \u2068${sourceName(edition.reference.sourceNames, target.baseline?.source ?? target.source)[language]}\u2069`,
    table: dataTable(edition, language, {
      caption: target.name[language],
      subtitle: unit,
      columns: [
        { title: HOME.period[language] },
        { title: TARGETS.known[language], numeric: true },
        { title: TARGETS.aimed[language], numeric: true },
      ],
      rows: [
        ...known.map(({ period, value }) => ({
          head: period,
          cells: [number(numberText(language, value)), ''],
        })),
        ...target.milestones.map(({ period, value }) => ({
          head: period,
          cells: ['', number(numberText(language, value))],
        })),
      ],
    }),
  });
}

function findingOf(language: Language, target: Target, known: readonly Step[]): string {
  const needed = growthNeeded(known, target);
  if (needed === undefined) return target.name[language];
  return fill(TARGETS.needed[language], {
    rate: numberText(language, needed.rate),
    from: yearOf(needed.from.period),
    to: yearOf(needed.to.period),
  });
}

function pointIn(language: Language): (step: Step) => PathPoint {
  return ({ period, value }) => ({
    year: yearOf(period),
    value: Number(value),
    reading: numberText(language, value),
  });
}

function scopeOf({ reference }: Edition, language: Language, { scope, baseline }: Target): string {
  const id = baseline?.scope ?? scope;
  return reference.scopes.find((each) => each.id === id)?.name[language] ?? '';
}
