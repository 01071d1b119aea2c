// `marsad office WS`: the server for declarants and staff, on confidential data. One process; it listens to this machine
// alone unless it is told under which https address it is reached.

import { join } from 'node:path';
import type { Hono } from 'hono';
import { loadAssets } from '../design/appearance/assets.ts';
import { FORM_STYLE } from '../design/appearance/style-forms.ts';
import { WORKBENCH_STYLE } from '../design/appearance/style-workbench.ts';
import type { Effects } from '../engine/effects.ts';
import { Refused } from '../engine/errors.ts';
import { remove } from '../engine/files.ts';
import { serveHttp, untilStopped } from '../engine/http.ts';
import type { AccountsMeans } from '../office/accounts/means.ts';
import { accountRoutes } from '../office/accounts/routes.ts';
import { officeApplication } from '../office/application.ts';
import { authorisationTable } from '../office/authorisation.ts';
import { homeRoutes } from '../office/home.ts';
import type { Office } from '../office/office.ts';
import type { Desk as PortalDesk } from '../office/portal/desk.ts';
import { portalRoutes } from '../office/portal/routes.ts';
import { declarantFront } from '../office/portal/routes-read.ts';
import { SEND_SCRIPT } from '../office/portal/send-script.ts';
import { PORTAL_STYLE } from '../office/portal/style.ts';
import { preReleaseRoutes } from '../office/pre-release.ts';
import type { Markup, OfficeRequest, Route } from '../office/route.ts';
import type { Desk } from '../office/workbench/desk.ts';
import { waitingFor, workbenchRoutes } from '../office/workbench/routes.ts';
import { type Command, flagOption, textOption } from './command.ts';
import { type Intake, openIntake } from './intake.ts';
import { accountsMeans, firstLink } from './office-accounts.ts';
import { openDesk } from './office-desk.ts';
import { openPortalDesk } from './office-portal.ts';
import { preReleaseDesk } from './pre-release-copies.ts';
import { type Watching, watchPublication } from './publication-watch.ts';
import { numberOption, originOption } from './serve.ts';
import { WATCH_OPTIONS, type WatchSettings, watchServer, watchSettings } from './server-watch.ts';
import { watchedOffice } from './watched-office.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

export const officeCommand: Command = {
  name: 'office',
  usage: 'WS',
  summary: 'serve the portal for declarants and the workbench for staff',
  options: {
    port: { type: 'string', default: '8081', help: 'port; 0 takes a free one' },
    host: { type: 'string', default: '127.0.0.1', help: 'address to listen on' },
    origin: { type: 'string', help: 'address by which it is reached, such as https://office.example.org' },
    limit: { type: 'string', default: '6000', help: 'requests of one client in a minute; 0 for no limit' },
    ...WATCH_OPTIONS,
    routes: { type: 'boolean', help: 'print who may take which route, and stop' },
    proxied: { type: 'boolean', help: 'a proxy stands in front and writes X-Forwarded-For' },
    deliver: { type: 'string', help: 'program that gets each message to a person on its standard input' },
  },
  run: async ([root], options, effects) => {
    if (root === undefined) throw new Refused('which workspace? `marsad office WS`');
    const settings = {
      port: numberOption(textOption(options, 'port') ?? '8081', 'port', 65535),
      host: textOption(options, 'host') ?? '127.0.0.1',
      limit: numberOption(textOption(options, 'limit') ?? '6000', 'limit', 1e9),
      origin: originOption(textOption(options, 'origin')),
      watch: watchSettings(options),
      proxied: flagOption(options, 'proxied'),
      deliver: textOption(options, 'deliver'),
    };
    refuseOpenPlain(settings);
    const workspace = openWorkspace(root);
    try {
      if (flagOption(options, 'routes')) return await printRoutes(workspace, effects);
      await serveOffice(workspace, settings, effects);
      return 0;
    } finally {
      workspace.store.close();
    }
  },
};

type Settings = {
  readonly port: number;
  readonly host: string;
  readonly limit: number;
  readonly origin: string | undefined;
  readonly watch: WatchSettings;
  readonly proxied: boolean;
  readonly deliver: string | undefined;
};

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];
const MOST_UPLOAD = 2 ** 31;
/** Seconds for the largest file over a slow line. */
const LONGEST_REQUEST = 1800;

/** Passwords do not travel in the clear: beyond this machine, a proxy with https stands in front. */
function refuseOpenPlain({ host, origin }: Settings): void {
  if (LOOPBACK.includes(host) || origin?.startsWith('https:') === true) return;
  throw new Refused(`--host ${host}: the office would be reached without https`, [
    {
      where: '--origin',
      found: origin ?? 'nothing',
      expected: 'the https address of the proxy that stands in front of it',
    },
  ]);
}

async function serveOffice(workspace: Workspace, settings: Settings, given: Effects): Promise<void> {
  const { port, host, limit: perMinute, proxied, deliver } = settings;
  let office: Office | undefined;
  let publication: Watching | undefined;
  let app: Hono | undefined;
  const watched = watchedOffice(
    workspace,
    () => office?.routes ?? [],
    () => publication?.looked() ?? given.clock(),
  );
  const watch = await watchServer(settings.watch, watched, given);
  const effects = { ...given, log: watch.log };
  const intake = openIntake(workspace, effects);
  const server = await serveHttp(
    (request, client) => app?.fetch(request, { client }) ?? new Response(null, { status: 503 }),
    { port, host, perMinute, proxied, requestSeconds: LONGEST_REQUEST, told: watch.told },
  );
  const origin = settings.origin ?? server.address;
  const means = accountsMeans(workspace, effects, deliver);
  office = officeOf(workspace, { origin, means, intake }, effects);
  remove(office.uploads);
  app = officeApplication(office);
  publication = watchPublication(workspace, effects, ({ release }) => watch.event('published', { release }));
  announce(workspace, origin, watch.address, given);
  await untilStopped();
  publication.stop();
  await Promise.all([server.close(), watch.close()]);
  await intake.close();
}

async function printRoutes(workspace: Workspace, effects: Effects): Promise<0> {
  const intake = openIntake(workspace, effects);
  const means = accountsMeans(workspace, effects, undefined);
  const { routes } = officeOf(workspace, { origin: '', means, intake }, effects);
  effects.log.print(authorisationTable(routes));
  await intake.close();
  return 0;
}

/** Says where it is, and to whom it belongs while nobody administers it. */
function announce(workspace: Workspace, origin: string, measured: string | null, effects: Effects): void {
  const { print } = effects.log;
  const at = measured === null ? '' : `, measured at ${measured}`;
  print(`the office of ${workspace.layout.root} is at ${origin}${at}`);
  const link = firstLink(workspace, origin, effects);
  if (link === undefined) return;
  print(`nobody administers it yet: open this within an hour to make your account\n  ${link}`);
}

/** What stands first: for a declarant what it owes and has sent, for others what waits for them. */
function frontOf(request: OfficeRequest, portal: PortalDesk, desk: Desk): Promise<Markup | ''> {
  return request.account.respondent === null ? waitingFor(desk, request) : declarantFront(portal, request);
}

/** What the parts of an office are made with beside its workspace. */
export type OfficeParts = {
  readonly origin: string;
  readonly means: AccountsMeans;
  readonly intake: Intake;
};

/** The office of a workspace: the routes of all its parts over their desks. */
export function officeOf(
  workspace: Workspace,
  { origin, means, intake }: OfficeParts,
  effects: Effects,
): Office {
  const { clock, random, log } = effects;
  const { layout, store, config } = workspace;
  const desk = openDesk(workspace, effects);
  const portal = openPortalDesk(workspace, intake, effects);
  const parts: readonly Route[] = [
    ...portalRoutes(portal),
    ...workbenchRoutes(desk),
    ...preReleaseRoutes(preReleaseDesk(workspace, effects)),
    ...accountRoutes(means),
  ];
  return {
    routes: [...homeRoutes(parts, (request) => frontOf(request, portal, desk)), ...parts],
    assets: loadAssets([FORM_STYLE, WORKBENCH_STYLE, PORTAL_STYLE], { send: SEND_SCRIPT }),
    ...{ store, clock, random, note: log.note, origin, synthetic: config.synthetic },
    ...{ uploads: join(layout.root, 'store', 'uploads'), mostUpload: MOST_UPLOAD },
  };
}
