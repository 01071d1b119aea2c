// Routes of releases and of the audit log.

import { STAFF } from '../accounts/role.ts';
import { download, framed, type OfficeRequest, type Route, redirect } from '../route.ts';
import { numberIn, pageOf, proposalIn, textOf } from './asked.ts';
import type { Desk } from './desk.ts';
import type { ActRequest, ReadersChange } from './desk-releasing.ts';
import { auditPage } from './pages/audit.ts';
import { readersPage } from './pages/readers.ts';
import { releasePage, releasesPage } from './pages/releases.ts';
import { shown } from './routes-collection.ts';
import { SECTIONS } from './section.ts';
import { streamOf } from './stream.ts';
import { WORDS } from './words.ts';
import { AUDIT, READERS, RELEASES } from './words-releases.ts';

const PROPOSERS = ['compiler', 'reviewer', 'releaser'] as const;
const APPROVERS = ['reviewer', 'releaser'] as const;
const RELEASE = '/releases/:period/:number';

/** Pages and acts of releases, and the log. */
export function releasesRoutes(desk: Desk): readonly Route[] {
  return [...releasing(desk), ...deciding(desk), ...auditing(desk)];
}

function releaseIn(request: OfficeRequest): string {
  return `${request.param('period')}/${numberIn(request, 'number')}`;
}

function releasing(desk: Desk): readonly Route[] {
  return [
    shown(
      '/releases',
      async (request) => ({
        title: RELEASES.title[request.language],
        content: releasesPage(await desk.releases(), request),
      }),
      SECTIONS.releases[0]?.[1],
    ),
    shown(RELEASE, async (request) => {
      const id = releaseIn(request);
      const bulletin = textOf(request, 'bulletin') === '' ? request.language : textOf(request, 'bulletin');
      return {
        title: `${WORDS.release[request.language]} ${id}`,
        content: releasePage(await desk.release(id), bulletin, request),
      };
    }),
    {
      ...{ method: 'GET', path: `${RELEASE}/bulletin/:language`, access: STAFF },
      answer: async (request) => {
        const language = request.param('language');
        const bytes = await desk.bulletin(releaseIn(request), language);
        return framed(`bulletin.${language}.html`, 'text/html; charset=utf-8', bytes);
      },
    },
    shown(`${RELEASE}/readers`, async (request) => ({
      title: READERS.title[request.language],
      content: readersPage(await desk.readers(releaseIn(request)), request),
    })),
    {
      ...{ method: 'POST', path: `${RELEASE}/readers`, access: APPROVERS, act: 'propose readers' },
      answer: async (request) => {
        const release = releaseIn(request);
        await desk.proposeReaders(release, readersChange(request), request.account.name, request.record);
        return redirect(`/releases/${release}/readers`, RELEASES.proposedNotice);
      },
    },
    {
      ...{ method: 'POST', path: `${RELEASE}/readers/approve`, access: APPROVERS, act: 'approve readers' },
      answer: async (request) => {
        const release = releaseIn(request);
        await desk.approveReaders(
          { release, proposal: proposalIn(request) },
          request.account.name,
          request.record,
        );
        return redirect(`/releases/${release}/readers`, RELEASES.approvedNotice);
      },
    },
  ];
}

/** What two people decide of a release, and making it public. */
function deciding(desk: Desk): readonly Route[] {
  return [
    {
      ...{ method: 'POST', path: `${RELEASE}/:act/propose`, access: PROPOSERS, act: 'propose release act' },
      answer: async (request) => {
        await desk.propose(actAsked(request), request.account.name, request.record);
        return redirect(`/releases/${releaseIn(request)}`, RELEASES.proposedNotice);
      },
    },
    {
      ...{ method: 'POST', path: `${RELEASE}/:act/approve`, access: APPROVERS, act: 'approve release act' },
      answer: async (request) => {
        const withoutHeadline = request.field('without_headline') === 'yes';
        const approval = { release: releaseIn(request), act: request.param('act'), withoutHeadline };
        await desk.approve(
          { ...approval, proposal: proposalIn(request) },
          request.account.name,
          request.record,
        );
        return redirect('/releases', RELEASES.approvedNotice);
      },
    },
    {
      ...{ method: 'POST', path: `${RELEASE}/publish`, access: ['releaser'], act: 'publish release' },
      answer: async (request) => {
        const release = releaseIn(request);
        await desk.publish(release, request.account.name, request.record);
        return redirect(`/releases/${release}`, RELEASES.publishedNotice);
      },
    },
  ];
}

function actAsked(request: OfficeRequest): ActRequest {
  const { field, param } = request;
  const text = (language: string) => field(`text-${language}`) ?? '';
  return {
    ...{ release: releaseIn(request), act: param('act') },
    ...{ reason: field('reason') ?? '', until: field('until') ?? '' },
    text: { ar: text('ar'), fr: text('fr'), en: text('en') },
    withoutHeadline: field('without_headline') === 'yes',
  };
}

function readersChange({ field }: OfficeRequest): ReadersChange {
  const without = field('without');
  if (without !== undefined) return { without };
  const text = (name: string) => field(name) ?? '';
  const post = { ar: text('post-ar'), fr: text('post-fr'), en: text('post-en') };
  return { add: { reader: text('reader'), name: text('name'), post, from: text('from') } };
}

function auditing(desk: Desk): readonly Route[] {
  return [
    shown('/audit', async (request) => {
      const asked = {
        ...{
          actor: textOf(request, 'actor'),
          action: textOf(request, 'action'),
          text: textOf(request, 'text'),
        },
        ...{ from: textOf(request, 'from'), to: textOf(request, 'to'), page: pageOf(request) },
      };
      const faults = request.query.has('verify') ? await desk.auditFaults() : null;
      return {
        title: AUDIT.title[request.language],
        content: auditPage(await desk.audit(asked), faults, request),
      };
    }),
    {
      ...{ method: 'GET', path: '/audit.jsonl', access: STAFF },
      answer: () => download('audit.jsonl', 'application/jsonl; charset=utf-8', streamOf(desk.auditExport())),
    },
  ];
}
