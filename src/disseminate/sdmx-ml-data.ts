// SDMX-ML data messages: generic 2.1, structure-specific 2.1 and 3.0, piece by piece. Source: sdmx-twg/sdmx-ml.

import type { Observation } from '../design/observation.ts';
import { LANGUAGES } from '../design/text.ts';
import type { MessageHead } from './sdmx-json-message.ts';
import { dimensionsOf, FLAT, groupsAcross, type SelectedSet, type Selection } from './selection.ts';
import { urnOf } from './structure.ts';
import { xmlText } from './xml-text.ts';

export type MlDataFormat = 'generic21' | 'specific21' | 'specific30';

const BASE = 'http://www.sdmx.org/resources/sdmxml/schemas';
const NAMESPACES = {
  generic21: `${BASE}/v2_1`,
  specific21: `${BASE}/v2_1`,
  specific30: `${BASE}/v3_0`,
} as const;

/** The pieces of a data message; together they are one XML text. */
export function* mlData(selection: Selection, head: MessageHead, format: MlDataFormat): Generator<string> {
  const generic = format === 'generic21';
  const root = generic ? 'GenericData' : 'StructureSpecificData';
  const space = NAMESPACES[format];
  const own = generic
    ? `xmlns:gen="${space}/data/generic"`
    : `xmlns:ss="${space}/data/structurespecific" xmlns:ns1="${targetNamespace(selection)}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"`;
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<mes:${root} xmlns:mes="${space}/message" xmlns:com="${space}/common" ${own}>`;
  yield header(selection, head, format);
  for (const set of selection.sets)
    yield* generic ? genericSet(selection, set) : specificSet(selection, set, format === 'specific21');
  yield `</mes:${root}>\n`;
}

/** The namespace of a dataflow's own schema: its URN and the dimension across which it runs. */
export function targetNamespace({
  agency,
  flow,
  across,
}: Pick<Selection, 'agency' | 'flow' | 'across'>): string {
  const { id, version } = flow;
  return `${urnOf('datastructure.Dataflow', { agencyID: agency, id, version })}:ObsLevelDim:${across}`;
}

const STRUCTURE = 'STR1';

function header(
  selection: Selection,
  { id, prepared, sender, test, source }: MessageHead,
  format: MlDataFormat,
): string {
  const { agency, flow, across } = selection;
  const namespace = format === 'generic21' ? '' : ` namespace="${xmlText(targetNamespace(selection))}"`;
  const flowUrn = urnOf('datastructure.Dataflow', { agencyID: agency, id: flow.id, version: flow.version });
  const usage =
    format === 'specific30'
      ? flowUrn
      : `<Ref agencyID="${agency}" id="${flow.id}" version="${flow.version}" class="Dataflow"/>`;
  return `<mes:Header><mes:ID>${xmlText(id)}</mes:ID><mes:Test>${test}</mes:Test><mes:Prepared>${prepared}</mes:Prepared><mes:Sender id="${sender}"/><mes:Structure structureID="${STRUCTURE}"${namespace} dimensionAtObservation="${across}"><com:StructureUsage>${usage}</com:StructureUsage></mes:Structure>${sourceText(source)}</mes:Header>`;
}

/** How to cite the data, and their licence, in every language. */
function sourceText(source: MessageHead['source']): string {
  if (source === undefined) return '';
  return LANGUAGES.map(
    (language) => `<mes:Source xml:lang="${language}">${xmlText(source.citation[language])}</mes:Source>`,
  ).join('');
}

function validity({ validFrom, validTo }: SelectedSet, prefix: string): string {
  const from = validFrom === null ? '' : ` ${prefix}validFromDate="${validFrom}"`;
  return validTo === null ? from : `${from} ${prefix}validToDate="${validTo}"`;
}

function* genericSet(selection: Selection, set: SelectedSet): Generator<string> {
  yield `<mes:DataSet structureRef="${STRUCTURE}" action="${set.action}"${validity(set, '')}>`;
  if (selection.across === FLAT) yield* genericFlat(selection, set);
  else yield* genericSeries(selection, set);
  yield '</mes:DataSet>';
}

function* genericFlat(selection: Selection, { series }: SelectedSet): Generator<string> {
  const dimensions = dimensionsOf(selection);
  for (const { parts, observations } of series) {
    yield observations
      .map((each) => {
        const key = values(dimensions, [...parts, each.period]);
        return `<gen:Obs><gen:ObsKey>${key}</gen:ObsKey>${genericBody(selection, each)}</gen:Obs>`;
      })
      .join('');
  }
}

function* genericSeries(selection: Selection, set: SelectedSet): Generator<string> {
  const others = dimensionsOf(selection).filter((id) => id !== selection.across);
  for (const { parts, observations } of groupsAcross(selection, set)) {
    const body = observations
      .map(
        ({ at, observation }) =>
          `<gen:Obs><gen:ObsDimension id="${selection.across}" value="${xmlText(at)}"/>${genericBody(selection, observation)}</gen:Obs>`,
      )
      .join('');
    yield `<gen:Series><gen:SeriesKey>${values(others, parts)}</gen:SeriesKey>${body}</gen:Series>`;
  }
}

function genericBody(selection: Selection, { value, attributes }: Observation): string {
  const measure = selection.measured && value !== null ? `<gen:ObsValue value="${value}"/>` : '';
  return measure + attributeText(selection, attributes, genericAttributes);
}

function genericAttributes(ids: readonly string[], texts: readonly string[]): string {
  return ids.length === 0 ? '' : `<gen:Attributes>${values(ids, texts)}</gen:Attributes>`;
}

type Write = (ids: readonly string[], texts: readonly string[]) => string;
const WRITTEN = new WeakMap<Selection, WeakMap<Observation['attributes'], string>>();

/** Observations share their sets of attributes: the text of each is made once for an answer. */
function attributeText(selection: Selection, set: Observation['attributes'], write: Write): string {
  const written = WRITTEN.get(selection) ?? new WeakMap<Observation['attributes'], string>();
  WRITTEN.set(selection, written);
  const known = written.get(set);
  if (known !== undefined) return known;
  const present = selection.attributes.filter(({ id }) => set[id] !== undefined).map(({ id }) => id);
  const text = write(
    present,
    present.map((id) => set[id] ?? ''),
  );
  written.set(set, text);
  return text;
}

function values(ids: readonly string[], texts: readonly string[]): string {
  return ids.map((id, at) => `<gen:Value id="${id}" value="${xmlText(texts[at] ?? '')}"/>`).join('');
}

/** Version 3.0 has no scope: the structure says it. */
function* specificSet(selection: Selection, set: SelectedSet, scoped: boolean): Generator<string> {
  const scope = scoped ? ' ss:dataScope="Dataflow"' : '';
  yield `<mes:DataSet ss:structureRef="${STRUCTURE}"${scope} xsi:type="ns1:DataSetType" ss:action="${set.action}"${validity(set, 'ss:')}>`;
  const dimensions = dimensionsOf(selection);
  if (selection.across === FLAT) {
    for (const { parts, observations } of set.series) {
      yield observations
        .map((each) => `<Obs${pairs(dimensions, [...parts, each.period])}${specificBody(selection, each)}/>`)
        .join('');
    }
  } else yield* specificSeries(selection, set);
  yield '</mes:DataSet>';
}

function* specificSeries(selection: Selection, set: SelectedSet): Generator<string> {
  const others = dimensionsOf(selection).filter((id) => id !== selection.across);
  for (const { parts, observations } of groupsAcross(selection, set)) {
    const body = observations
      .map(
        ({ at, observation }) =>
          `<Obs${pairs([selection.across], [at])}${specificBody(selection, observation)}/>`,
      )
      .join('');
    yield `<Series${pairs(others, parts)}>${body}</Series>`;
  }
}

function specificBody(selection: Selection, { value, attributes }: Observation): string {
  const measure = selection.measured && value !== null ? ` OBS_VALUE="${value}"` : '';
  return measure + attributeText(selection, attributes, pairs);
}

function pairs(ids: readonly string[], texts: readonly string[]): string {
  return ids.map((id, at) => ` ${id}="${xmlText(texts[at] ?? '')}"`).join('');
}
