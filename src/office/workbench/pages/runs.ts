// Runs: the one that goes on, those before, and one with its cut, its steps, its log and why it failed.

import { html } from 'hono/html';
import { REVISION_CAUSES } from '../../../design/tables.ts';
import { fill as filled, type Language } from '../../../design/text.ts';
import type { Markup } from '../../route.ts';
import type { JobRow, JobView, RunRow, RunsView, RunView } from '../desk-running.ts';
import { actForm, actPick, codeChoices, may, type Reader } from '../form.ts';
import { code, instant, number } from '../number.ts';
import { heading, SECTIONS } from '../section.ts';
import { facts, state, table } from '../table.ts';
import { codeText, WORDS } from '../words.ts';
import { countedText, countText } from '../words-counts.ts';
import { PROTECTION } from '../words-protection.ts';
import { RUNS as W } from '../words-runs.ts';

/** All runs. */
export function runsPage(view: RunsView, reader: Reader): Markup {
  const { language } = reader;
  const mayStart = may(reader, 'compiler', 'reviewer', 'releaser') && view.running === null;
  return html`${heading(language, 'runs', '/runs', W.title[language], W.lead[language])}
${view.running === null ? '' : html`<section class="told"><h2>${W.running[language]}</h2>${jobPart(view.running, reader)}</section>`}
${mayStart ? startForm(view, reader) : ''}
<section>${jobsTable(view.jobs, language)}</section>
<section>${runsTable(view.runs, language)}</section>`;
}

function startForm({ period, periods }: RunsView, reader: Reader): Markup {
  const { language } = reader;
  return html`<section><h2>${W.start[language]}</h2>${actForm(reader, {
    action: '/runs',
    submit: W.start[language],
    reason: false,
    fields: [
      actPick('act', 'period', WORDS.period[language], [...new Set([period, ...periods])], period),
      html`<div class="field grow"><label for="act-embargo">${W.embargo[language]}</label><input id="act-embargo" name="embargo" type="text" class="ltr" autocomplete="off" placeholder="2025-09-30T10:00:00+01:00"></div>`,
      actPick('act', 'cause', W.cause[language], causeChoices(language)),
    ],
  })}</section>`;
}

/** Causes of a revision; by default the one that the records show. */
function causeChoices(language: Language) {
  return [{ value: '', label: W.causeFound[language] }, ...codeChoices(language, REVISION_CAUSES)];
}

const STEP_WORDS = { done: W.stepDone, now: W.stepNow, ahead: W.stepAhead } as const;
const MOODS = { running: 'caution', done: 'good', refused: 'bad', failed: 'bad', stopped: 'bad' } as const;

/** A job with its steps and its log; while it runs the page comes again by itself. */
function jobPart({ job, releases, steps, log, why }: JobView, reader: Reader): Markup {
  const { language } = reader;
  const shown = steps.map(
    ({ step, state: at }) =>
      html`<li class="${`step ${at}`}"><span>${codeText(language, step)}</span> ${STEP_WORDS[at][language]}</li>`,
  );
  return html`${facts(language, [
    [WORDS.period, code(job.period)],
    [WORDS.author, html`<bdi>${job.author}</bdi>`],
    [W.started, instant(job.started_at)],
    [W.ended, job.ended_at === null ? null : instant(job.ended_at)],
    [WORDS.state, state(codeText(language, job.state), MOODS[job.state])],
    [WORDS.run, job.run === null ? null : html`<a href="/runs/${job.run}">${code(job.run)}</a>`],
  ])}
${job.kind === 'comparison' ? html`<p><a href="/protection">${PROTECTION.comparison[language]}</a></p>` : html`<ol class="steps" aria-label="${W.steps[language]}">${shown}</ol>`}
${why === null ? '' : whyPart(why, language)}
${job.state === 'done' ? onward(job.period, releases, language) : ''}
<details${job.state === 'running' ? ' open' : ''}><summary>${W.log[language]}</summary>${logPart(log, language)}</details>
${job.state === 'running' ? html`<p class="source">${W.refreshes[language]}</p>${may(reader, 'compiler', 'reviewer', 'releaser') ? actForm(reader, { action: `/runs/jobs/${job.id}/stop`, submit: W.stop[language], reason: false, grave: true }) : ''}` : ''}`;
}

/** What it said, in the reader's language; the program's own words stand from left to right. */
function logPart(log: JobView['log'], language: Language): Markup {
  const lines = log.map((line) =>
    typeof line === 'string' ? html`<bdi dir="ltr">${line}</bdi>\n` : html`<bdi>${line[language]}</bdi>\n`,
  );
  return html`<pre class="log" tabindex="0">${lines.length === 0 ? '…' : lines}</pre>`;
}

/** What comes after a run that was done. */
function onward(period: string, releases: readonly string[], language: Language): Markup {
  const drafted = releases.map(
    (id) =>
      html`<li><a href="/releases/${id}">${WORDS.release[language]} <bdi class="code">${id}</bdi></a></li>`,
  );
  return html`<p>${W.next[language]}</p><ul class="files"><li><a href="/queue?period=${period}">${SECTIONS.editing[0]?.[1][language]}</a></li>
<li><a href="/figures">${SECTIONS.figures[0]?.[1][language]}</a></li>${drafted}</ul>`;
}

/** The reason in the reader's language; the program's own words only where it has no others, and said to be so. */
function whyPart(why: NonNullable<JobView['why']>, language: Language): Markup {
  const head = html`<h3>${W.why[language]}</h3>`;
  if ('program' in why)
    return html`${head}<p class="told bad">${W.ownWords[language]}</p><pre class="log" dir="ltr" tabindex="0">${why.program}</pre>`;
  const faults = why.faults[language];
  return html`${head}<div class="told bad" role="alert"><p>${why.said[language]}</p>${faults.length === 0 ? '' : html`<ul>${faults.map((fault) => html`<li>${fault}</li>`)}</ul>`}</div>`;
}

function jobsTable(rows: readonly JobRow[], language: Language): Markup {
  return table({
    language,
    caption: W.jobs[language],
    empty: W.noRuns[language],
    rows,
    columns: [
      {
        head: W.started,
        cell: ({ id, started_at }) => html`<a href="/runs/jobs/${id}">${instant(started_at)}</a>`,
      },
      { head: W.what, cell: ({ kind }) => (kind === 'run' ? WORDS.run : PROTECTION.compare)[language] },
      { head: WORDS.period, cell: ({ period }) => code(period) },
      { head: WORDS.author, cell: ({ author }) => html`<bdi>${author}</bdi>` },
      { head: WORDS.state, cell: (row) => state(codeText(language, row.state), MOODS[row.state]) },
      { head: W.ended, cell: ({ ended_at }) => instant(ended_at) },
      {
        head: WORDS.run,
        cell: ({ run }) => (run === null ? '–' : html`<a href="/runs/${run}">${code(run)}</a>`),
      },
    ],
  });
}

function runsTable(rows: readonly RunRow[], language: Language): Markup {
  return table({
    language,
    caption: W.runs[language],
    empty: W.noRuns[language],
    rows,
    columns: [
      { head: WORDS.run, cell: ({ id }) => html`<a href="/runs/${id}">${code(id)}</a>` },
      { head: WORDS.period, cell: ({ period }) => code(period) },
      {
        head: WORDS.state,
        cell: (row) =>
          state(
            codeText(language, row.state),
            row.state === 'protected' ? 'good' : row.state === 'failed' ? 'bad' : '',
          ),
      },
      { head: W.started, cell: ({ started_at }) => instant(started_at) },
      { head: W.cut, cell: (row) => cutText(row, language) },
      {
        head: WORDS.release,
        cell: ({ releases }) =>
          html`${releases.map((id) => html`<a href="/releases/${id}">${code(id)}</a> `)}`,
      },
    ],
  });
}

function cutText({ cut_submission, cut_edit }: RunRow, language: Language): string {
  return filled(W.cutText[language], { submission: cut_submission, edit: cut_edit });
}

/** One run. */
export function runPage({ run, domain_hash, program_hash, summary, job }: RunView, reader: Reader): Markup {
  const { language } = reader;
  return html`${heading(language, 'runs', '/runs', html`${WORDS.run[language]} ${code(run.id)}`)}
${facts(language, [
  [
    WORDS.state,
    state(
      codeText(language, run.state),
      run.state === 'protected' ? 'good' : run.state === 'failed' ? 'bad' : '',
    ),
  ],
  [WORDS.period, code(run.period)],
  [W.started, instant(run.started_at)],
  [W.ended, instant(run.finished_at)],
  [W.cut, html`${instant(run.cut_at)} · ${cutText(run, language)}`],
  [
    WORDS.release,
    run.releases.length === 0
      ? null
      : html`${run.releases.map((id) => html`<a href="/releases/${id}">${code(id)}</a> `)}`,
  ],
  [W.domain, code(domain_hash)],
  [W.program, code(program_hash)],
])}
<section>${table({
    language,
    caption: W.counts[language],
    empty: WORDS.none[language],
    rows: countsOf(summary),
    columns: [
      { head: W.steps, cell: ({ step }) => codeText(language, step) },
      { head: WORDS.name, cell: ({ name }) => countText(language, name) },
      {
        head: WORDS.found,
        numeric: true,
        cell: ({ value }) =>
          /^-?\d+(\.\d+)?$/.test(value)
            ? number(language, value)
            : (countedText(language, value) ?? code(value)),
      },
    ],
  })}</section>
${job === null ? '' : html`<section><h2>${W.log[language]}</h2>${jobPart(job, reader)}</section>`}`;
}

type Count = { readonly step: string; readonly name: string; readonly value: string };

/** Numbers and short texts of a summary, one level deep. */
function countsOf(summary: RunView['summary']): readonly Count[] {
  return Object.entries(summary).flatMap(([step, counts]) =>
    Object.entries(counts as object).flatMap(([name, value]) => plainCounts(step, name, value)),
  );
}

function plainCounts(step: string, name: string, value: unknown): readonly Count[] {
  if (typeof value === 'number' || typeof value === 'string') return [{ step, name, value: String(value) }];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([inner, each]) =>
    typeof each === 'number' ? [{ step, name: `${name}.${inner}`, value: String(each) }] : [],
  );
}

/** A job by itself. */
export function jobPage(view: JobView, reader: Reader): Markup {
  return html`${heading(reader.language, 'runs', '/runs', html`${W.title[reader.language]} · ${code(view.job.period)}`)}${jobPart(view, reader)}`;
}
