// `marsad get WS|PUBLIC KEY`: observations from published releases.

import { join } from 'node:path';
import { type FlatObservation, flowOfKey, getObservations } from '../disseminate/get.ts';
import { RequestFault } from '../disseminate/public/api-error.ts';
import { loadReleases } from '../disseminate/public/release-folder.ts';
import type { PublicRelease } from '../disseminate/public/released.ts';
import { NotFound, Refused } from '../engine/errors.ts';
import { exists, isDirectory } from '../engine/files.ts';
import { type Command, flagOption, textOption } from './command.ts';

export const getCommand: Command = {
  name: 'get',
  usage: 'WS|PUBLIC KEY',
  summary: 'observations from published releases; * for any value, + for or, FLOW:KEY for another dataflow',
  options: {
    'as-of': { type: 'string', help: 'what was public at this instant' },
    period: { type: 'string', help: 'this period alone' },
  },
  run: async ([folder, key], options, { log }) => {
    if (folder === undefined || key === undefined)
      throw new Refused('which key of which folder? `marsad get WS S.MA.W1.ITO.EXPORTS.MAD.2025`');
    const release = openRelease(folder, textOption(options, 'as-of'), log.note);
    const period = textOption(options, 'period');
    const found = lookUp(release, key).filter(
      (each) => period === undefined || each['TIME_PERIOD'] === period,
    );
    if (found.length === 0) throw new NotFound(`no observation matches ${key} in release ${release.id}`);
    if (flagOption(options, 'json')) log.print(JSON.stringify(found, null, 2));
    else for (const line of describe(release, found)) log.print(line);
    return 0;
  },
};

function openRelease(folder: string, asOf: string | undefined, note: (text: string) => void): PublicRelease {
  const inside = join(folder, 'public');
  const root = isDirectory(inside) && exists(join(folder, 'marsad.yaml')) ? inside : folder;
  if (!isDirectory(root)) throw new NotFound(`${root} is not a folder`);
  if (asOf !== undefined && Number.isNaN(Date.parse(asOf)))
    throw new Refused(`--as-of: found ${asOf}, expected an instant such as 2025-10-01T10:00:00+01:00`);
  const releases = loadReleases(root, note);
  const release = asOf === undefined ? releases.latest() : releases.asOf(asOf);
  if (release === undefined)
    throw new NotFound(
      asOf === undefined ? `nothing is published in ${root}` : `nothing was public at ${asOf}`,
    );
  return release;
}

function lookUp(release: PublicRelease, key: string): readonly FlatObservation[] {
  const flow = flowOfKey(release, key);
  if (flow === undefined)
    throw new Refused(`${key} is a key of none of the dataflows ${release.flows.join(', ')}`);
  try {
    return getObservations(release, flow, key.replace(/^[A-Z_]+:/, ''));
  } catch (error) {
    throw error instanceof RequestFault ? new Refused(error.message) : error;
  }
}

function describe(release: PublicRelease, found: readonly FlatObservation[]): readonly string[] {
  const mark = release.synthetic ? ', synthetic' : '';
  const lines = found.map((each) => {
    const { TIME_PERIOD, OBS_VALUE, OBS_STATUS, ...rest } = each;
    const key = Object.values(rest).slice(0, keyLength(release, each)).join('.');
    const unit = rest['UNIT_MULT'] === '0' ? '' : ` × 10^${rest['UNIT_MULT']}`;
    return `${key}  ${TIME_PERIOD}  ${OBS_VALUE ?? '…'}${OBS_VALUE === null ? '' : unit}  ${OBS_STATUS}`;
  });
  return [`release ${release.id}, ${release.vintage}${mark}`, ...lines];
}

function keyLength(release: PublicRelease, each: FlatObservation): number {
  const flow = release.flows
    .map((id) => release.flow(id))
    .find((found) => found?.definition.dimensions.every(({ id }) => id in each));
  return flow?.definition.dimensions.length ?? 0;
}
