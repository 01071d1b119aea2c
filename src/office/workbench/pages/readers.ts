// Who may read a release before it is public: the list in force, the one that waits for another person, and who has read.

import { html } from 'hono/html';
import { fill as filled, LANGUAGE_NAMES, LANGUAGES, type Language } from '../../../design/text.ts';
import type { Markup } from '../../route.ts';
import type { EarlyReader, ReadersView } from '../desk-releasing.ts';
import { actField, actForm, may, type Reader } from '../form.ts';
import { code, instant } from '../number.ts';
import { heading } from '../section.ts';
import { type Column, state, table } from '../table.ts';
import { WORDS } from '../words.ts';
import { RELEASES, READERS as W } from '../words-releases.ts';

/** The readers of one release. */
export function readersPage(view: ReadersView, reader: Reader): Markup {
  const { language } = reader;
  const { release } = view;
  return html`${heading(language, 'releases', '/releases', html`${W.title[language]} ${code(release.id)}`, W.lead[language])}
<p><a href="/releases/${release.id}">${WORDS.release[language]} ${code(release.id)}</a></p>
<section>${listTable(view, reader)}</section>
${view.proposed === null ? '' : html`<section>${proposedPart(view, reader)}</section>`}
${view.open && may(reader, 'reviewer', 'releaser') ? html`<section>${addForm(view, reader)}</section>` : ''}
<section>${readingsTable(view, language)}</section>`;
}

function columnsOf(language: Language): readonly Column<EarlyReader>[] {
  return [
    { head: W.account, cell: ({ reader }) => code(reader) },
    { head: WORDS.name, cell: ({ name }) => html`<bdi>${name}</bdi>` },
    { head: W.post, cell: ({ post }) => post[language] },
    { head: W.from, cell: ({ from }) => instant(from) },
  ];
}

function listTable({ inForce, release, open }: ReadersView, reader: Reader): Markup {
  const { language } = reader;
  const without: Column<EarlyReader> = {
    head: W.remove,
    cell: (row) =>
      actForm(reader, {
        action: `/releases/${release.id}/readers`,
        submit: W.remove[language],
        hidden: { without: row.reader },
        reason: false,
        grave: true,
      }),
  };
  const columns = [...columnsOf(language), ...(open && may(reader, 'reviewer', 'releaser') ? [without] : [])];
  return table({ language, caption: W.inForce[language], empty: W.nobody[language], rows: inForce, columns });
}

function proposedPart({ proposed, release }: ReadersView, reader: Reader): Markup | '' {
  const { language, account } = reader;
  if (proposed === null) return '';
  const said = filled(RELEASES.proposedBy[language], { actor: `\u2066${proposed.actor}\u2069` });
  const approve =
    proposed.actor === account.name || !may(reader, 'reviewer', 'releaser')
      ? state(RELEASES.ownProposal[language], 'caution')
      : actForm(reader, {
          action: `/releases/${release.id}/readers/approve`,
          submit: W.approve[language],
          hidden: { proposal: String(proposed.seq) },
          reason: false,
        });
  return html`${table({ language, caption: W.proposed[language], empty: W.nobody[language], rows: proposed.list, columns: columnsOf(language) })}<p>${said} ${instant(proposed.at)}</p>${approve}`;
}

function addForm({ release }: ReadersView, reader: Reader): Markup {
  const { language } = reader;
  const posts = LANGUAGES.map(
    (each) =>
      html`<div class="field grow"><label for="post-${each}">${W.post[language]} (${LANGUAGE_NAMES[each]})</label><input id="post-${each}" name="post-${each}" type="text" lang="${each}" dir="auto" required maxlength="200" autocomplete="off"></div>`,
  );
  return html`<h2>${W.add[language]}</h2>${actForm(reader, {
    action: `/releases/${release.id}/readers`,
    submit: W.propose[language],
    reason: false,
    fields: [
      actField('act', 'reader', W.account[language]),
      actField('act', 'name', WORDS.name[language]),
      ...posts,
      html`<div class="field grow"><label for="act-from">${W.from[language]}</label><input id="act-from" name="from" type="text" class="ltr" required autocomplete="off" placeholder="2025-09-30T08:00:00+01:00"></div>`,
    ],
  })}`;
}

function readingsTable({ readings }: ReadersView, language: Language): Markup {
  return table({
    language,
    caption: W.readings[language],
    empty: WORDS.none[language],
    rows: readings,
    columns: [
      { head: WORDS.at, cell: ({ at }) => instant(at) },
      { head: W.account, cell: (row) => code(row.reader) },
      { head: W.what, cell: (row) => code(`${row.language} ${row.format}`) },
      { head: W.copy, cell: ({ copy }) => code(copy) },
    ],
  });
}
