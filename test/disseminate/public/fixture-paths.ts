// Every page of the site over the fixture, by its address below the language.

export const PATHS: readonly string[] = [
  '',
  'segments',
  'segments/ITO',
  'segments/CRM',
  'segments/KPO',
  'releases',
  'releases/2025-S1/1',
  'methodology',
];
