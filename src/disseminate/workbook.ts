// A dataflow as a workbook: the data with numbers as numbers, the names of its codes, and where it comes from.
// Only this file knows the library that writes XLSX; its time stamps are fixed, so the bytes are the same at every run.

import { type CellValue, type WriteSheet, writeXlsx } from 'hucre';
import type { Dataflow } from '../design/domain.ts';
import type { Observation } from '../design/observation.ts';
import { neutralised } from '../design/spreadsheet-text.ts';
import { directionOf, LANGUAGES, type Language } from '../design/text.ts';
import { type Provenance, provenanceRows } from './provenance.ts';
import { codeNames, TIME } from './selection.ts';
import type { StructureData } from './structure.ts';
import { STRUCTURE_WORDS } from './structure-words.ts';

export type WorkbookContent = {
  readonly flow: Dataflow;
  readonly structure: StructureData;
  readonly observations: readonly Observation[];
  readonly provenance: Provenance;
};

/** The bytes of the workbook: the data as codes, the data in words and where they come from in each language, the codes. */
export async function workbook(content: WorkbookContent): Promise<Uint8Array> {
  const { provenance } = content;
  const at = new Date(provenance.manifest.cut.at);
  return await writeXlsx({
    sheets: [
      dataSheet(content),
      ...LANGUAGES.map((language) => namedSheet(content, language)),
      codeSheet(content),
      ...LANGUAGES.map((language) => aboutSheet(provenance, language)),
    ],
    properties: {
      title: provenance.reference.name.en,
      creator: provenance.manifest.agency,
      created: at,
      modified: at,
    },
  });
}

function dataSheet({ flow, observations }: WorkbookContent): WriteSheet {
  const attributes = flow.attributes.map(({ id }) => id);
  const header = [...flow.dimensions.map(({ id }) => id), TIME, 'OBS_VALUE', ...attributes];
  const rows = observations.map(({ key, period, value, attributes: set }): CellValue[] => [
    ...key.split('.').map(neutralised),
    period,
    value === null ? null : Number(value),
    ...attributes.map((id) => (set[id] === undefined ? null : neutralised(set[id]))),
  ]);
  return { name: flow.id, rows: [header, ...rows], freezePane: { rows: 1 } };
}

const DATA_SHEET: { readonly [L in Language]: string } = { ar: 'البيانات', fr: 'Données', en: 'Data' };

/** The data in the words of a language; dimensions that have one value say nothing and are left out. */
function namedSheet({ flow, structure, observations }: WorkbookContent, language: Language): WriteSheet {
  const names = codeNames(structure);
  const keys = new Map(observations.map(({ key }) => [key, key.split('.')]));
  const varying = flow.dimensions.flatMap((dimension, at) =>
    new Set([...keys.values()].map((parts) => parts[at])).size > 1 ? [{ dimension, at }] : [],
  );
  const status = flow.attributes.find(({ id }) => id === 'OBS_STATUS');
  const named = (codelist: string | null, code: string) =>
    neutralised(names(codelist, code)?.names[language] ?? code);
  const rows = observations.map(({ key, period, value, attributes }): CellValue[] => [
    ...varying.map(({ dimension, at }) => named(dimension.codelist, keys.get(key)?.[at] ?? '')),
    period,
    value === null ? null : Number(value),
    named(status?.codelist ?? null, attributes['OBS_STATUS'] ?? ''),
  ]);
  const header = [
    ...varying.map(({ dimension }) => dimension.name[language]),
    STRUCTURE_WORDS.timePeriod[language],
    STRUCTURE_WORDS.observationValue[language],
    status?.name[language] ?? 'OBS_STATUS',
  ];
  return {
    name: DATA_SHEET[language],
    rows: [header, ...rows],
    freezePane: { rows: 1 },
    view: { rightToLeft: directionOf(language) === 'rtl' },
    columns: header.map(() => ({ width: 22 })),
  };
}

function codeSheet({ flow, structure, observations }: WorkbookContent): WriteSheet {
  const names = codeNames(structure);
  const used = flow.dimensions.map(({ codelist }, place) => ({
    codelist,
    values: [...new Set(observations.map(({ key }) => key.split('.')[place] ?? ''))].sort(),
  }));
  const rows = used.flatMap(({ codelist, values }, place) =>
    values.map((value): CellValue[] => {
      const known = names(codelist, value)?.names;
      return [
        flow.dimensions[place]?.id ?? '',
        value,
        ...LANGUAGES.map((language) => known?.[language] ?? value),
      ];
    }),
  );
  return { name: 'CODES', rows: [['DIMENSION', 'CODE', ...LANGUAGES], ...rows], freezePane: { rows: 1 } };
}

const ABOUT: { readonly [L in Language]: string } = { ar: 'بيانات وصفية', fr: 'Métadonnées', en: 'Metadata' };

function aboutSheet(provenance: Provenance, language: Language): WriteSheet {
  return {
    name: ABOUT[language],
    rows: provenanceRows(provenance, language).map(([name, value]) => [name, neutralised(value)]),
    view: { rightToLeft: directionOf(language) === 'rtl' },
    columns: [{ width: 24 }, { width: 96 }],
  };
}
