// How releases are protected: the ways that the domain offers with what readers lose under each, the choice, what came or went
// since the release before and why, and the risks that two people accepted.

import { html } from 'hono/html';
import { RISK_STATE_WORDS } from '../../../design/refusal-protecting.ts';
import type { Language } from '../../../design/text.ts';
import type { Markup } from '../../route.ts';
import type { ComparedRow, ProtectionView, RiskRow } from '../desk-protecting.ts';
import { actField, actForm, actPick, may, type Reader } from '../form.ts';
import { code, instant, number, numberText } from '../number.ts';
import { heading } from '../section.ts';
import { type Column, facts, state, table } from '../table.ts';
import { WORDS } from '../words.ts';
import { PROTECTION_CODES, PROTECTION as W } from '../words-protection.ts';
import { RUNS } from '../words-runs.ts';

/** The whole page. */
export function protectionPage(view: ProtectionView, reader: Reader): Markup {
  const { language } = reader;
  return html`${heading(language, 'figures', '/protection', W.title[language], W.lead[language])}
${facts(language, [
  [W.inForce, optionText(view.option, language)],
  [WORDS.run, view.run === null ? null : html`<a href="/runs/${view.run}">${code(view.run)}</a>`],
])}
<section>${comparisonTable(view, language)}${compareForm(view, reader)}</section>
${may(reader, 'compiler', 'reviewer', 'releaser') ? html`<section>${chooseForm(view, reader)}</section>` : ''}
<section>${choicesTable(view, language)}</section>
<section>${changedTable(view, language)}</section>
<section><h2>${W.risks[language]}</h2><p>${W.risksLead[language]}</p>${risksTable(view, reader)}
${may(reader, 'compiler', 'reviewer', 'releaser') ? riskForm(reader) : ''}</section>`;
}

/** `merge:BPO_KPO` in words, with its code. */
function optionText(option: string, language: Language): Markup {
  const [kind = '', detail] = option.split(':');
  const word = PROTECTION_CODES[kind]?.[language] ?? kind;
  return html`${word}${detail === undefined ? '' : html` ${code(detail)}`}`;
}

function codeWord(language: Language, name: string): string {
  return PROTECTION_CODES[name]?.[language] ?? name;
}

function comparisonTable({ comparison }: ProtectionView, language: Language): Markup {
  const columns: readonly Column<ComparedRow>[] = [
    { head: W.option, cell: ({ option }) => optionText(option, language) },
    {
      head: W.atRisk,
      numeric: true,
      cell: ({ at_risk }) => state(numberText(language, at_risk), at_risk === 0 ? 'good' : 'bad'),
    },
    { head: W.levels, numeric: true, cell: ({ levels }) => number(language, levels) },
    { head: W.ratios, numeric: true, cell: ({ ratios }) => number(language, ratios) },
    { head: W.instead, numeric: true, cell: ({ instead }) => number(language, instead) },
    { head: W.value, numeric: true, cell: ({ value }) => number(language, value) },
    { head: W.share, numeric: true, cell: ({ share }) => number(language, (share / 100).toFixed(2)) },
    { head: W.rounding, numeric: true, cell: ({ rounding }) => number(language, rounding) },
  ];
  const rows = comparison?.rows ?? [];
  return html`${table({ language, caption: W.comparison[language], empty: W.notCompared[language], rows, columns })}
${comparison === null ? '' : html`<p class="source"><bdi>${comparison.author}</bdi> · ${instant(comparison.at)}</p>`}`;
}

/** A comparison is a job like a run: it is started here, and its page tells how far it is. */
function compareForm({ job }: ProtectionView, reader: Reader): Markup | '' {
  const { language } = reader;
  if (job !== null) {
    const word = job.kind === 'comparison' ? W.comparing : RUNS.running;
    return html`<p class="told"><a href="/runs/jobs/${job.id}">${word[language]}</a></p>`;
  }
  if (!may(reader, 'compiler', 'reviewer', 'releaser')) return '';
  const action = '/protection/compare';
  return html`<p>${W.compareLead[language]}</p>${actForm(reader, { action, submit: W.compare[language], reason: false, id: 'compare' })}`;
}

function chooseForm({ options, option }: ProtectionView, reader: Reader): Markup {
  return actForm(reader, {
    action: '/protection',
    submit: W.choose[reader.language],
    fields: [actPick('choose', 'option', W.option[reader.language], options, option)],
    id: 'choose',
  });
}

function choicesTable({ choices }: ProtectionView, language: Language): Markup {
  return table({
    language,
    caption: W.choices[language],
    empty: W.none[language],
    rows: choices,
    columns: [
      { head: W.option, cell: ({ option }) => optionText(option, language) },
      { head: WORDS.reason, cell: ({ reason }) => html`<bdi>${reason}</bdi>` },
      { head: WORDS.author, cell: ({ author }) => html`<bdi>${author}</bdi>` },
      { head: WORDS.at, cell: ({ at }) => instant(at) },
    ],
  });
}

function changedTable({ changed }: ProtectionView, language: Language): Markup {
  return table({
    language,
    caption: W.changed[language],
    empty: W.none[language],
    rows: changed,
    columns: [
      { head: W.cell, cell: ({ cell }) => code(cell) },
      { head: W.was, cell: ({ was }) => codeWord(language, was) },
      {
        head: W.cause,
        cell: ({ cause }) =>
          cause === 'none' ? state(codeWord(language, cause), 'bad') : codeWord(language, cause),
      },
    ],
  });
}

const MOODS = { proposed: 'caution', accepted: 'good', ended: '' } as const;

function risksTable({ risks }: ProtectionView, reader: Reader): Markup {
  const { language } = reader;
  return table({
    language,
    caption: W.risks[language],
    quiet: true,
    empty: W.none[language],
    rows: risks,
    columns: [
      { head: W.cell, cell: ({ cell }) => code(cell) },
      {
        head: WORDS.state,
        cell: (risk) => state(RISK_STATE_WORDS[risk.state][language], MOODS[risk.state]),
      },
      {
        head: W.ground,
        cell: ({ ground, holdings }) =>
          html`${codeWord(language, ground)} ${holdings.length === 0 ? '' : code(holdings.join(', '))}`,
      },
      { head: W.source, cell: ({ source }) => html`<bdi>${source}</bdi>` },
      { head: WORDS.reason, cell: ({ reason }) => html`<bdi>${reason}</bdi>` },
      {
        head: W.people,
        cell: ({ proposer, approver }) =>
          html`<bdi>${proposer}</bdi>${approver === null ? '' : html`, <bdi>${approver}</bdi>`}`,
      },
      { head: '', cell: (risk) => html`${riskActs(risk, reader)}` },
    ],
  });
}

function riskActs(risk: RiskRow, reader: Reader): Markup | '' {
  const { language, account } = reader;
  if (risk.state === 'ended') return '';
  const hidden = { cell: risk.cell };
  const mayAccept =
    risk.state === 'proposed' && risk.proposer !== account.name && may(reader, 'reviewer', 'releaser');
  const accept = mayAccept
    ? actForm(reader, {
        ...{ action: '/protection/risks/approve', submit: W.accept[language], reason: false, grave: true },
        hidden: { ...hidden, proposal: String(risk.proposal) },
      })
    : '';
  if (!may(reader, 'compiler', 'reviewer', 'releaser')) return html`${accept}`;
  const id = `end-${risk.proposal}`;
  return html`${accept}${actForm(reader, { action: '/protection/risks/end', submit: W.end[language], hidden, id })}`;
}

function riskForm(reader: Reader): Markup {
  const { language } = reader;
  const grounds = ['public', 'waived'].map((value) => ({ value, label: codeWord(language, value) }));
  return actForm(reader, {
    action: '/protection/risks',
    submit: W.propose[language],
    fields: [
      actField('risk', 'cell', W.cell[language]),
      actPick('risk', 'ground', W.ground[language], grounds),
      actField('risk', 'holdings', W.holdings[language], { required: false }),
      actField('risk', 'source', W.source[language]),
    ],
    id: 'risk',
  });
}
