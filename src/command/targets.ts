// `marsad targets WS|PUBLIC`: where each target stands, and what cannot be said of it.

import { join } from 'node:path';
import type { Target } from '../design/target.ts';
import type { BridgeTable, KnownValue, TargetAssessment } from '../design/target-assessment.ts';
import { loadReleases } from '../disseminate/public/release-folder.ts';
import type { PublicRelease } from '../disseminate/public/released.ts';
import { NotFound, Refused } from '../engine/errors.ts';
import { exists, isDirectory } from '../engine/files.ts';
import { type Command, flagOption } from './command.ts';

export const targetsCommand: Command = {
  name: 'targets',
  usage: 'WS|PUBLIC [TARGET]',
  summary: 'targets by the last release: value now, path, gap, growth required, pace; or why there is none',
  options: {},
  run: async ([folder, id], options, { log }) => {
    if (folder === undefined) throw new Refused('the targets of which folder? `marsad targets WS`');
    const release = latestOf(folder, log.note);
    const { targets, assessments } = release.reference;
    const found = assessments.filter(({ target }) => id === undefined || target === id);
    if (found.length === 0)
      throw new NotFound(
        `${id ?? 'no target'}: release ${release.id} has ${targets.map((each) => each.id).join(', ')}`,
      );
    if (flagOption(options, 'json')) log.print(JSON.stringify(found, null, 2));
    else
      for (const assessment of found) {
        const target = targets.find((each) => each.id === assessment.target);
        if (target !== undefined) for (const line of describe(target, assessment)) log.print(line);
      }
    return 0;
  },
};

function latestOf(folder: string, note: (text: string) => void): PublicRelease {
  const inside = join(folder, 'public');
  const root = exists(join(folder, 'marsad.yaml')) ? inside : folder;
  if (!isDirectory(root)) throw new NotFound(`${root} is not a folder`);
  const release = loadReleases(root, note).latest();
  if (release === undefined) throw new NotFound(`nothing is published in ${root}`);
  return release;
}

function describe(target: Target, assessment: TargetAssessment): readonly string[] {
  const { unit } = target;
  const { verdict, reason, now, gap, required, pace, bridge, beside } = assessment;
  const goals = target.milestones.map(({ period, value }) => `${period}: ${value}`).join(', ');
  const scope = target.scope === null ? '' : `, scope ${target.scope}`;
  return [
    `${target.id}  ${target.name.en} (${unit}, ${target.measure}${scope}, ${target.status}): ${goals}`,
    `  verdict    ${verdict}: ${reason.en}`,
    ...(now === null ? [] : [`  now        ${valueText(now)}`]),
    ...(gap === null
      ? []
      : [`  gap        ${gap} against the path (${target.path}) at ${now?.period ?? ''}`]),
    ...required.map(({ period, value, reached, growth, step }) =>
      growth === null
        ? `  to ${period}    ${value}${reached ? ': reached already' : ''}`
        : `  to ${period}    ${value}: ${growth.rate} % a year (${growth.lower} to ${growth.upper} by the digits printed), or ${step} a year`,
    ),
    ...pace.map(
      ({ years, growth, leads, reached }) =>
        `  pace ${years} y   ${growth.rate} % a year leads to ${leads.map(({ period, value }) => `${value} in ${period}`).join(', ')}; last milestone ${reached ?? 'not within fifty years'}`,
    ),
    ...(bridge === null ? [] : bridgeLines(bridge)),
    ...(beside.length === 0 ? [] : [`  beside, not compared: ${beside.map(valueText).join('; ')}`]),
    '',
  ];
}

function bridgeLines({ from, to, unit, period, difference, lines, unexplained, lower, upper }: BridgeTable) {
  return [
    `  bridge     ${period}: ${from.value} (${from.scope}) → ${to.value} (${to.scope}) ${unit}, difference ${difference}`,
    ...lines.map(({ name, value, source }) => `             ${value}  ${name.en} (${source})`),
    `             ${unexplained}  unexplained (${lower} to ${upper} by the digits printed)`,
  ];
}

function valueText({ period, value, scope, source }: KnownValue): string {
  return `${value} in ${period} (${scope === null ? '' : `scope ${scope}, `}${source})`;
}
