// Addresses of what was published once and is no longer: pages and files of a withdrawn release say so and why; pages of a
// renamed dataset lead to its present name, those of a segment that is published within another code to that code.

import type { Hono } from 'hono';
import { html } from 'hono/html';
import type { Assets } from '../../design/appearance/assets.ts';
import { fill, isLanguage, LANGUAGES, type Language } from '../../design/text.ts';
import type { Notice } from '../notices.ts';
import { CORS } from './api-response.ts';
import { publicAssets } from './assets.ts';
import { editionOf } from './edition.ts';
import { documentOf, linkTo, type Page } from './page.ts';
import { instantText } from './period-text.ts';
import type { PublicReleases } from './released.ts';
import { movedTo } from './renaming.ts';
import { DATA } from './words-data.ts';

const PARTS = ['language', 'period', 'number'] as const;

/** Adds the answers to addresses that were something once; others go on to what is there now. */
export function withdrawnRoutes(app: Hono, releases: PublicReleases, origin: string): void {
  let assets: Assets | undefined;
  const send = (language: Language, notice: Notice): Response => {
    assets ??= publicAssets();
    const frame = {
      edition: editionOrNull(releases),
      assets,
      origin,
      address: { language, path: 'releases' },
    };
    const page = documentOf(frame, withdrawnPage(releases, language, notice)).toString();
    return new Response(page, { status: 410, headers: { 'content-type': 'text/html; charset=utf-8' } });
  };
  for (const path of ['releases/:period/:number', 'figures/:period/:number/*'])
    app.get(`/:language/${path}`, async (context, next) => {
      const [language, period, number] = PARTS.map((name) => context.req.param(name) ?? '');
      const notice = withdrawal(releases, `${period}/${number}`);
      return notice !== undefined && isLanguage(language ?? '')
        ? send(language as Language, notice)
        : await next();
    });
  app.get('/:language/data/:id', async (context, next) => {
    const { language = '', id = '' } = context.req.param();
    const release = releases.latest();
    if (release === undefined || !isLanguage(language) || release.flows.includes(id)) return await next();
    const moved = movedTo(release.reference, `/${id}`, '');
    return moved !== undefined && 'path' in moved
      ? context.redirect(linkTo(language, `data${moved.path}`), 301)
      : await next();
  });
  app.get('/:language/segments/:code', async (context, next) => {
    const { language = '', code = '' } = context.req.param();
    const within = mergedCode(releases, code);
    return within !== undefined && isLanguage(language)
      ? context.redirect(linkTo(language, `segments/${within}`), 302)
      : await next();
  });
}

/** The code that stands for a segment in the latest release, where its own figures are withheld. */
function mergedCode(releases: PublicReleases, segment: string): string | undefined {
  const { reference, structure } = releases.latest() ?? {};
  if (reference?.withheldSegments?.some(({ code }) => code === segment) !== true) return undefined;
  const codes = structure?.codelists.find(({ id }) => id === 'CL_SEGMENT')?.codes ?? [];
  const parent = codes.find(({ id }) => id === segment)?.parent;
  return reference.segments.find(({ code }) => code === parent)?.code;
}

/** The notice by which a release was withdrawn, when it is. */
export function withdrawal(releases: PublicReleases, id: string): Notice | undefined {
  const last = releases.notices().findLast(({ release }) => release === id);
  return last?.kind === 'withdrawn' ? last : undefined;
}

/** The answer to a request for a file of a withdrawn release: for a program, in every language. */
export function withdrawnFile({ release, at, reason }: Notice): Response {
  const told = LANGUAGES.map((language) =>
    fill(DATA.goneLead[language], { release, date: at.slice(0, 10) }).concat(
      reason === null ? '' : ` ${DATA.reason[language]}: ${reason[language]}`,
    ),
  );
  return new Response(`${told.join('\n')}\n`, {
    status: 410,
    headers: { ...CORS, 'content-type': 'text/plain; charset=utf-8' },
  });
}

function editionOrNull(releases: PublicReleases) {
  const latest = releases.latest();
  return latest === undefined ? null : editionOf(latest);
}

function withdrawnPage(releases: PublicReleases, language: Language, { release, at, reason }: Notice): Page {
  const zone = releases.latest()?.reference.timeZone ?? 'UTC';
  const text = fill(DATA.goneLead[language], { release, date: instantText(language, at, zone) });
  const why = reason === null ? '' : html`<h2>${DATA.reason[language]}</h2><p>${reason[language]}</p>`;
  return {
    title: DATA.gone[language],
    description: text,
    current: 'releases',
    index: false,
    content: html`<h1>${DATA.gone[language]}</h1><p class="lead">${text}</p>${why}<p><a href="${linkTo(language, 'releases')}">${DATA.latest[language]}</a></p>`,
  };
}
