// The pages of pre-release readers: which releases their post may read now, and a marked copy of the bulletin of each.

import { html } from 'hono/html';
import { fill, isLanguage, LANGUAGES, type Text } from '../design/text.ts';
import { COPY_FORMATS, type CopyFormat, type PreReleaseDesk } from './pre-release-desk.ts';
import { type Answer, download, framed, type OfficeRequest, page, type Route } from './route.ts';
import { REASONS } from './words-frame.ts';

const READERS = ['pre-release reader'] as const;

/** The routes of pre-release readers. */
export function preReleaseRoutes(desk: PreReleaseDesk): readonly Route[] {
  return [
    {
      ...{ method: 'GET', path: '/pre-release', access: READERS, menu: WORDS.title },
      answer: (request) => listPage(desk, request),
    },
    {
      ...{ method: 'GET', path: '/pre-release/:period/:number/:language/:format', access: READERS },
      act: 'read before publication',
      answer: (request) => copyAnswer(desk, request),
    },
  ];
}

function listPage(desk: PreReleaseDesk, { account, language }: OfficeRequest): Answer {
  const releases = desk.readable(account.name, language);
  const rows = releases.map(
    ({ id, period, number, from, until }) => html`<section><h2><bdi>${id}</bdi></h2>
<p>${fill(WORDS.hours[language], { from, until })}</p>
<ul class="files">${LANGUAGES.flatMap((each) =>
      COPY_FORMATS.map(
        (format) =>
          html`<li><a href="/pre-release/${period}/${number}/${each}/${format}" lang="${each}">${NAMES[each]} (${format.toUpperCase()})</a></li>`,
      ),
    )}</ul></section>`,
  );
  return page({
    title: WORDS.title[language],
    content: html`<h1>${WORDS.title[language]}</h1><p class="lead">${WORDS.lead[language]}</p>${releases.length === 0 ? html`<p>${WORDS.none[language]}</p>` : rows}`,
  });
}

async function copyAnswer(desk: PreReleaseDesk, request: OfficeRequest): Promise<Answer> {
  const { account, language: shown, param, record } = request;
  const [language, format] = [param('language'), COPY_FORMATS.find((each) => each === param('format'))];
  const release = `${param('period')}/${param('number')}`;
  const bytes =
    format === undefined || !isLanguage(language)
      ? undefined
      : await desk.copy({ reader: account.name, release, language, format, record });
  if (bytes === undefined || format === undefined) {
    const { title, text } = REASONS[404];
    return page({
      title: title[shown],
      status: 404,
      content: html`<h1>${title[shown]}</h1><p>${text[shown]}</p>`,
    });
  }
  return given(`bulletin-${release.replace('/', '-')}.${language}.${format}`, format, bytes);
}

function given(name: string, format: CopyFormat, bytes: Uint8Array): Answer {
  return format === 'html'
    ? framed(name, 'text/html; charset=utf-8', bytes)
    : download(name, 'application/pdf', bytes);
}

const NAMES = { ar: 'العربية', fr: 'Français', en: 'English' } as const;

const WORDS = {
  title: { ar: 'الاطلاع قبل النشر', fr: 'Lecture avant diffusion', en: 'Reading before publication' },
  lead: {
    ar: 'تحمل كل نسخة اسمكم وصفتكم ووقت تسليمها، ظاهرةً ومخفية، ويُسجَّل كل اطلاع. تُنشر مع الإصدار صفات من اطّلعوا عليه قبل نشره. لا يجوز تداول أي رقم قبل ساعة النشر.',
    fr: 'Chaque exemplaire porte votre nom, votre fonction et l’instant de sa remise, de façon visible et invisible\u00a0; chaque lecture est consignée. Les fonctions qui ont eu accès sont publiées avec les chiffres. Aucun chiffre ne doit circuler avant l’heure.',
    en: 'Every copy bears your name, your post and the instant at which it was given, visibly and invisibly; every reading is recorded. The posts that had access are published with the release. No figure may be passed on before its hour.',
  },
  hours: {
    ar: 'متاح لكم من {from} إلى ساعة النشر: {until}.',
    fr: 'Vous pouvez le lire du {from} jusqu’à sa diffusion, le {until}.',
    en: 'Yours to read from {from} until its publication, {until}.',
  },
  none: {
    ar: 'لا يوجد الآن ما يمكنكم الاطلاع عليه قبل نشره.',
    fr: 'Il n’y a rien que vous puissiez lire avant diffusion en ce moment.',
    en: 'There is nothing that you may read before publication now.',
  },
} as const satisfies { readonly [name: string]: Text };
