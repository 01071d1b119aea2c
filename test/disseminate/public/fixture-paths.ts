// Every page of the site over the fixture, by its address below the language.

export const PATHS: readonly string[] = [
  '',
  'segments',
  'segments/ITO',
  'segments/CRM',
  'segments/KPO',
  'partners',
  'explorer',
  'explorer?indicator=EXPORTS_YOY&freq=S&segment=ITO&segment=CRM&view=chart&across=series',
  'revisions',
  'targets',
  'releases',
  'releases/2025-S1/1',
  'charts/1',
  'segments/charts/1',
  'figures/2025-S1/1/S.MA.W1.ITO.EXPORTS.MAD.2025/2025-S1',
  'calendar',
  'methodology',
  'glossary',
  'about',
];
