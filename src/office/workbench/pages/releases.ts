// Releases: their states, and one with what may be proposed, approved or done, its bulletin and its history.

import { html } from 'hono/html';
import { fill as filled, LANGUAGE_NAMES, LANGUAGES, type Language } from '../../../design/text.ts';
import type { Markup } from '../../route.ts';
import type { ActStanding, ReleaseRow, ReleasesView, ReleaseView } from '../desk-releasing.ts';
import { actForm, may, type Reader } from '../form.ts';
import { code, instant, number } from '../number.ts';
import { heading } from '../section.ts';
import { facts, state, table } from '../table.ts';
import { codeText, WORDS } from '../words.ts';
import { READERS, RELEASES as W } from '../words-releases.ts';

const MOODS: { readonly [state: string]: 'good' | 'bad' | 'caution' } = {
  published: 'good',
  withdrawn: 'bad',
  review: 'caution',
  sealed: 'caution',
  approved: 'caution',
};

function stateOf({ state: name }: ReleaseRow, language: Language): Markup {
  return state(codeText(language, name), MOODS[name] ?? '');
}

/** All releases. */
export function releasesPage({ releases }: ReleasesView, { language }: Reader): Markup {
  return html`${heading(language, 'releases', '/releases', W.title[language], W.lead[language])}
${table({
  language,
  caption: W.title[language],
  quiet: true,
  empty: W.none[language],
  rows: releases,
  columns: [
    { head: WORDS.release, cell: ({ id }) => html`<a href="/releases/${id}">${code(id)}</a>` },
    { head: WORDS.state, cell: (row) => stateOf(row, language) },
    { head: W.vintage, cell: ({ vintage }) => codeText(language, vintage) },
    { head: W.hour, cell: ({ embargo }) => (embargo === null ? W.noHour[language] : instant(embargo)) },
    { head: W.published, cell: ({ published_at }) => instant(published_at) },
    { head: WORDS.run, cell: ({ run }) => html`<a href="/runs/${run}">${code(run)}</a>` },
  ],
})}`;
}

/** One release. `shown`: the language of the bulletin that is previewed. */
export function releasePage(view: ReleaseView, shown: string, reader: Reader): Markup {
  const { language } = reader;
  const { release, manifest } = view;
  return html`${heading(language, 'releases', '/releases', html`${WORDS.release[language]} ${code(release.id)}`)}
${facts(language, [
  [WORDS.state, stateOf(release, language)],
  [W.vintage, codeText(language, release.vintage)],
  [W.hour, release.embargo === null ? W.noHour[language] : instant(release.embargo)],
  [W.made, instant(release.made_at)],
  [W.published, release.published_at === null ? null : instant(release.published_at)],
  [WORDS.run, html`<a href="/runs/${release.run}">${code(release.run)}</a>`],
  [W.manifest, code(manifest)],
])}
${view.headline === null || release.published_at !== null ? '' : html`<p class="told bad" role="alert">${filled(W.noHeadline[language], { why: view.headline[language] })}</p>`}
<section><h2>${W.acts[language]}</h2>${view.acts.map((act) => actPart(act, view, reader))}${publishPart(view, reader)}</section>
<p><a href="/releases/${release.id}/readers">${READERS.title[language]}</a></p>
<section id="bulletin">${bulletinPart(view, shown, language)}</section>
<section>${stepsTable(view, language)}</section>
<section>${filesTable(view, language)}</section>`;
}

/** What whoever publishes a release without its headline figure has to say in so many words. */
function headlineBox(act: string, { headline }: ReleaseView, { language }: Reader): readonly Markup[] {
  if (act !== 'publication' || headline === null) return [];
  return [
    html`<div class="field grow"><label><input type="checkbox" name="without_headline" value="yes"> ${W.withoutHeadline[language]}</label></div>`,
  ];
}

function actPart({ act, proposal }: ActStanding, view: ReleaseView, reader: Reader): Markup | '' {
  const { release } = view;
  const { language, account } = reader;
  const name = codeText(language, act);
  const address = `/releases/${release.id}/${act}`;
  if (proposal === null) {
    if (!may(reader, 'compiler', 'reviewer', 'releaser')) return '';
    return html`<h3>${name}</h3>${actForm(reader, {
      action: `${address}/propose`,
      submit: filled(W.propose[language], { act: name }),
      fields: [...fieldsOf(act, language), ...headlineBox(act, view, reader)],
      reason: act !== 'withdrawal',
      grave: act !== 'publication',
      id: act,
    })}`;
  }
  const said = html`<h3>${name}</h3><p>${filled(W.proposedBy[language], { actor: `⁨${proposal.actor}⁩` })} · ${instant(proposal.at)} · <bdi>${reasonText(proposal.reason)}</bdi></p>`;
  if (proposal.actor === account.name) return html`${said}<p>${W.ownProposal[language]}</p>`;
  if (!may(reader, 'reviewer', 'releaser')) return said;
  return html`${said}${actForm(reader, { action: `${address}/approve`, submit: filled(W.approve[language], { act: name }), hidden: { proposal: String(proposal.seq) }, fields: headlineBox(act, view, reader), reason: false, grave: act !== 'publication' })}`;
}

/** A reason as text; what is recorded as JSON as its values. */
function reasonText(reason: string): string {
  if (!reason.startsWith('{')) return reason;
  return Object.values(JSON.parse(reason) as object)
    .map(String)
    .join(' · ');
}

function fieldsOf(act: string, language: Language): readonly Markup[] {
  if (act === 'postponement')
    return [
      html`<div class="field grow"><label for="until">${W.until[language]}</label><input id="until" name="until" type="text" class="ltr" required autocomplete="off" placeholder="2025-10-30T10:00:00+01:00"></div>`,
    ];
  if (act !== 'withdrawal') return [];
  return LANGUAGES.map(
    (each) =>
      html`<div class="field grow"><label for="text-${each}">${filled(W.publicText[language], { language: LANGUAGE_NAMES[each] })}</label><input id="text-${each}" name="text-${each}" type="text" lang="${each}" dir="auto" required maxlength="1000" autocomplete="off"></div>`,
  );
}

function publishPart({ publishable, release }: ReleaseView, reader: Reader): Markup | '' {
  const { language } = reader;
  if (!publishable || !may(reader, 'releaser')) return '';
  return html`<h3>${W.publish[language]}</h3><p>${W.publishNote[language]}</p>${actForm(reader, { action: `/releases/${release.id}/publish`, submit: W.publish[language], reason: false, grave: true })}`;
}

function bulletinPart({ release, bulletins }: ReleaseView, shown: string, language: Language): Markup {
  if (bulletins.length === 0)
    return html`<h2>${W.bulletin[language]}</h2><p class="empty">${release.state === 'sealed' ? W.sealedNow[language] : WORDS.none[language]}</p>`;
  const links = LANGUAGES.filter((each) => bulletins.includes(each)).map(
    (each) =>
      html`<a href="/releases/${release.id}?bulletin=${each}#bulletin" lang="${each}">${LANGUAGE_NAMES[each]}</a>`,
  );
  const chosen = bulletins.includes(shown) ? shown : (bulletins[0] ?? 'ar');
  return html`<h2>${W.bulletin[language]}</h2><p class="files">${links}</p>
<iframe class="bulletin" src="/releases/${release.id}/bulletin/${chosen}" title="${W.bulletin[language]}" sandbox="" loading="lazy"></iframe>`;
}

function stepsTable({ steps }: ReleaseView, language: Language): Markup {
  return table({
    language,
    caption: W.steps[language],
    empty: WORDS.none[language],
    rows: steps,
    columns: [
      { head: WORDS.at, cell: ({ at }) => instant(at) },
      { head: W.act, cell: ({ act }) => codeText(language, act) },
      { head: W.step, cell: ({ step }) => codeText(language, step) },
      { head: WORDS.author, cell: ({ actor }) => html`<bdi>${actor}</bdi>` },
      { head: WORDS.reason, cell: ({ reason }) => html`<bdi>${reasonText(reason)}</bdi>` },
    ],
  });
}

function filesTable({ files }: ReleaseView, language: Language): Markup | '' {
  if (files.length === 0) return '';
  return table({
    language,
    caption: W.files[language],
    empty: WORDS.none[language],
    rows: files,
    columns: [
      { head: WORDS.file, cell: ({ name }) => code(name) },
      { head: W.bytes, numeric: true, cell: ({ bytes }) => number(language, bytes) },
    ],
  });
}
