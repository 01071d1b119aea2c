// The part of the catalogue about what is measured: indicators, targets, printed figures, calendar, dataflows.

import { type Cells, section, table } from './catalogue-table.ts';
import type { Domain } from './domain.ts';
import { formatScaled, parseScaled } from './rational.ts';
import type { Baseline } from './target.ts';

/** Sections on indicators, targets, published figures, calendar, dataflows, metadata and codelists. */
export function catalogueOfFigures(domain: Domain): readonly string[] {
  return [
    section('Indicators', indicatorsOf(domain)),
    section('Targets', targetsOf(domain)),
    section('Bridges between scopes', bridgesOf(domain)),
    section('Figures printed elsewhere', publishedOf(domain)),
    section('Calendar of releases', releasesOf(domain)),
    section('Dataflows', dataflowsOf(domain)),
    section('Reference metadata', metadataOf(domain)),
    section('Codelists', codelistsOf(domain)),
  ];
}

function indicatorsOf({ indicators }: Domain): string {
  return table(
    [
      'Id',
      'English',
      'French',
      'Arabic',
      'Meaning',
      'Unit',
      'Printed',
      'Frequencies',
      'By segment',
      'By partner',
    ],
    indicators.map((each) => [
      each.id,
      each.name.en,
      each.name.fr,
      each.name.ar,
      each.description.en,
      each.unit,
      `10^${each.unitMult}, ${each.decimals} decimals`,
      each.frequencies.join(' '),
      each.bySegment ? 'yes' : 'no',
      each.byPartner ? 'yes' : 'no',
    ]),
  );
}

function targetsOf({ targets }: Domain): string {
  const rows = targets.map(
    (each): Cells => [
      each.id,
      each.name.en,
      `${each.measure}, ${each.form}`,
      each.unit,
      each.scope,
      [each.baseline, ...each.otherBaselines]
        .filter((base) => base !== null)
        .map(baselineText)
        .join('; '),
      each.milestones.map(({ period, value }) => `${period}: ${value}`).join('; '),
      `${each.status}${each.replaces === null ? '' : `, after ${each.replaces}`}`,
      each.comparability.verdict,
      `[${each.tag}] ${each.source}`,
    ],
  );
  return table(
    ['Id', 'Target', 'Kind', 'Unit', 'Scope', 'Baseline', 'Milestones', 'Status', 'Comparability', 'Source'],
    rows,
  );
}

function bridgesOf({ bridges }: Domain): string {
  const rows = bridges.map(
    (each): Cells => [
      each.id,
      each.period,
      `${each.from.value} ${each.unit} (${each.from.scope}, ${each.from.source})`,
      `${each.to.value} ${each.unit} (${each.to.scope}, ${each.to.source})`,
      each.lines.map(({ name, value }) => `${name.en}: ${value}`).join('; ') || 'none',
      `[${each.tag}] ${each.note.en}`,
    ],
  );
  return table(['Id', 'Period', 'From', 'To', 'Named lines', 'Note'], rows);
}

function baselineText({ period, value, note }: Baseline): string {
  return `${period ?? 'no year'}: ${value}${note === null ? '' : ` (${note.en})`}`;
}

function publishedOf({ published }: Domain): string {
  const rows = published.map(
    (each): Cells => [
      each.indicator,
      each.segment,
      each.period,
      each.scope,
      `${each.hedge === null ? '' : `${each.hedge} `}${each.value}`,
      each.unit,
      boundsText(each),
      each.obsStatus,
      each.role,
      `${each.source}${each.sourceDate === null ? '' : `, ${each.sourceDate}`}`,
    ],
  );
  return table(
    ['Indicator', 'Segment', 'Period', 'Scope', 'Value', 'Unit', 'Means', 'Status', 'Role', 'Source'],
    rows,
  );
}

function boundsText({ interval, decimals }: Domain['published'][number]): string {
  if (interval === null || interval.lower === null || interval.upper === null) return '';
  const [lower, upper] = [interval.lower, interval.upper].map(({ numerator, denominator }) => {
    const digits = String(denominator).length - 1;
    return shorten(formatScaled(numerator, digits), decimals);
  });
  return `[${lower}, ${upper}]`;
}

/** Decimal text with no more zeros at its end than one digit past the printed ones needs. */
function shorten(text: string, decimals: number): string {
  const scaled = parseScaled(text, decimals + 1);
  return scaled === undefined ? text : formatScaled(scaled, decimals + 1);
}

function releasesOf({ calendar }: Domain): string {
  return table(
    ['Due', 'Period', 'Vintage'],
    calendar
      .filter(({ kind }) => kind === 'release')
      .map(({ due, period, vintage }) => [due, period, vintage]),
  );
}

function dataflowsOf({ dataflows }: Domain): string {
  return table(
    ['Id', 'Version', 'Name', 'Dimensions', 'Attributes'],
    dataflows.map((flow) => [
      flow.id,
      flow.version,
      flow.name.en,
      flow.dimensions.map(({ id }) => id).join(' . '),
      flow.attributes.map(({ id }) => id).join(', '),
    ]),
  );
}

function metadataOf({ metadata }: Domain): string {
  return table(
    ['Dataflow', 'Concept', 'Text'],
    metadata.map(({ dataflow, title, text }) => [dataflow, title.en, text.en]),
  );
}

function codelistsOf({ codelists }: Domain): string {
  return table(
    ['Id', 'Agency', 'Version', 'Name', 'Codes'],
    codelists.map(({ id, agency, version, name, codes }) => [
      id,
      agency,
      version,
      name.en,
      codes.length > 40 ? `${codes.length} codes` : codes.map((code) => code.id).join(' '),
    ]),
  );
}
