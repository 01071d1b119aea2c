// What a CSV file of a release cannot say in itself: its columns, and where it comes from. Source: W3C "Metadata Vocabulary
// for Tabular Data" (CSV on the Web), found beside the file under its name with `-metadata.json`.

import type { Dataflow } from '../design/domain.ts';
import { LANGUAGES, type Text } from '../design/text.ts';
import { type Provenance, provenanceRows, provenanceSource } from './provenance.ts';
import { TIME } from './selection.ts';
import { STRUCTURE_WORDS } from './structure-words.ts';

/** The metadata of the canonical CSV of a dataflow. */
export function csvMetadata(flow: Dataflow, provenance: Provenance): string {
  const { reference, manifest } = provenance;
  const { citation, licence, facts } = provenanceSource(provenance);
  const described = {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url: `${flow.id}.csv`,
    'dc:title': inLanguages(flow.name),
    'dc:description': inLanguages(flow.description),
    'dc:identifier': `${manifest.agency}:${flow.id}(${flow.version}) ${manifest.id}`,
    'dc:publisher': inLanguages(reference.contact),
    'dc:license': { '@id': licence },
    'dc:bibliographicCitation': inLanguages(citation),
    'dc:provenance': LANGUAGES.map((language) => ({
      '@value': provenanceRows(provenance, language)
        .map((row) => row.join(': '))
        .join('\n'),
      '@language': language,
    })),
    'schema:version': manifest.vintage,
    'schema:creativeWorkStatus': manifest.status,
    'schema:additionalProperty': Object.entries(facts).map(([name, value]) => ({
      '@type': 'schema:PropertyValue',
      'schema:name': name,
      'schema:value': value,
    })),
    dialect: { header: true, encoding: 'utf-8', lineTerminators: ['\n'] },
    tableSchema: {
      columns: columns(flow),
      primaryKey: [...flow.dimensions.map(({ id }) => id), TIME],
    },
  };
  return `${JSON.stringify(described, null, 2)}\n`;
}

function columns({ dimensions, attributes }: Dataflow): readonly object[] {
  const named = (id: string, titles: Text, datatype: string) => ({
    ...{ name: id, titles: id, datatype, null: '' },
    'dc:title': inLanguages(titles),
  });
  const plain = ['STRUCTURE', 'STRUCTURE_ID', 'ACTION'].map((name) => ({
    name,
    titles: name,
    datatype: 'string',
  }));
  return [
    ...plain,
    ...dimensions.map(({ id, name }) => named(id, name, 'string')),
    named(TIME, STRUCTURE_WORDS.timePeriod, 'string'),
    named('OBS_VALUE', STRUCTURE_WORDS.observationValue, 'decimal'),
    ...attributes.map(({ id, name }) => named(id, name, 'string')),
  ];
}

function inLanguages(text: Text): readonly object[] {
  return LANGUAGES.map((language) => ({ '@value': text[language], '@language': language }));
}
