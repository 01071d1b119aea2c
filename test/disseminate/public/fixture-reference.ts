// What a release says of itself, for tests of the pages: plausible, small, complete.

import { EXPORTS_DIMENSIONS } from '../../../src/design/key.ts';
import type { Reference } from '../../../src/disseminate/reference.ts';
import { PUBLISHED } from './fixture-published.ts';

const text = (ar: string, fr: string, en: string) => ({ ar, fr, en });

const SEGMENTS = [
  {
    code: 'ITO',
    name: text(
      'ترحيل خدمات تكنولوجيا المعلومات',
      "Externalisation des services des technologies de l'information",
      'Information technology outsourcing',
    ),
    description: text(
      'التطوير والصيانة وتدبير البنيات التحتية',
      'développement, maintenance, gestion des infrastructures',
      'development, maintenance, infrastructure management',
    ),
  },
  {
    code: 'CRM',
    name: text('إدارة علاقات العملاء', 'Gestion de la relation client', 'Customer relationship management'),
    description: text('مراكز النداء والاتصال', "centres d'appels et de contact", 'call and contact centres'),
  },
  {
    code: 'ESO',
    name: text(
      'ترحيل الخدمات الهندسية',
      "Externalisation des services d'ingénierie",
      'Engineering services outsourcing',
    ),
    description: text('الهندسة والبحث والتطوير', 'ingénierie, R&D', 'engineering, R&D'),
  },
  {
    code: 'BPO',
    name: text(
      'ترحيل عمليات الأعمال',
      "Externalisation des processus d'affaires",
      'Business process outsourcing',
    ),
    description: text(
      'المكاتب الخلفية والمحاسبة وإدخال البيانات',
      'back-office, comptabilité, saisie',
      'back office, accounting, data entry',
    ),
  },
  {
    code: 'KPO',
    name: text(
      'ترحيل عمليات المعرفة',
      'Externalisation des processus de connaissance',
      'Knowledge process outsourcing',
    ),
    description: text(
      'التحليل والخبرة وذكاء الأعمال',
      'analyse, expertise, veille économique',
      'analysis, expertise, business intelligence',
    ),
  },
];

const dated = { validFrom: '2025-01-01', validTo: null, reference: 'fixture' };

const indicator = (
  id: string,
  name: ReturnType<typeof text>,
  kind: Reference['indicators'][number]['kind'],
) => ({
  id,
  name,
  description: name,
  unit: kind === 'level' ? 'MAD' : 'PC',
  unitMult: kind === 'level' ? 6 : 0,
  decimals: kind === 'level' ? 0 : 1,
  kind,
  nature: kind === 'level' ? ('flow' as const) : ('ratio' as const),
  frequencies: ['A', 'S', 'Q', 'M'],
  bySegment: true,
  byPartner: true,
});

const country = (code: string, ar: string, fr: string, en: string) => ({
  code,
  name: text(ar, fr, en),
  region: 'EUR',
});

const component = (id: string) => ({ id, codelist: null, name: text(id, id, id) });

export const REFERENCE: Reference = {
  id: 'ma-digital',
  version: '1.0.0',
  currency: 'MAD',
  earlierSegments: [],
  ebops: [],
  segmentEbops: [],
  rateSource: { text: text('', '', ''), tag: 'prop' },
  dataflows: [
    {
      id: 'EXPORTS',
      version: '1.0.0',
      name: text('الصادرات', 'Exportations', 'Exports'),
      description: text('الصادرات', 'Exportations', 'Exports'),
      dimensions: EXPORTS_DIMENSIONS.map(component),
      attributes: ['OBS_STATUS', 'CONF_STATUS', 'UNIT_MULT', 'DECIMALS'].map(component),
    },
  ],
  agency: 'MA_OC',
  name: text(
    'صادرات الاقتصاد الرقمي',
    "Exportations de l'économie numérique",
    'Exports of the digital economy',
  ),
  refArea: 'MA',
  scope: '2025',
  licence: 'CC BY 4.0',
  contact: text('مكتب الإحصاءات', 'Service des statistiques', 'Statistics desk'),
  timeZone: 'Africa/Casablanca',
  synthetic: true,
  segments: SEGMENTS.map((segment) => ({ ...dated, list: '2025', continuedBy: [], ...segment })),
  scopes: [
    {
      ...dated,
      id: '2025',
      name: text('نطاق 2025', 'Champ 2025', 'Scope 2025'),
      concept: 'receipts',
      rateRule: 'value_date',
      precedence: ['bank', 'enterprise'],
      cutOffDays: 60,
      covers: text(
        'إيرادات بتاريخ القيمة من التسويات البنكية، تكمّلها تصريحات المقاولات',
        'Recettes à la date de valeur, règlements bancaires complétés par les déclarations des entreprises',
        'Receipts at value date from bank settlements, completed by enterprise declarations',
      ),
      comparability: [
        {
          scope: 'LEGACY',
          verdict: 'not comparable',
          note: text('لم يُنشر جسر بين النطاقين.', "Aucun pont n'est publié.", 'No bridge is published.'),
        },
      ],
      tag: 'prop',
    },
    {
      ...dated,
      id: 'LEGACY',
      name: text('النطاق السابق', 'Ancien champ', 'Earlier scope'),
      concept: 'unstated',
      rateRule: 'unstated',
      precedence: [],
      cutOffDays: null,
      covers: text(
        'السلسلة المنشورة قبل 2025',
        'La série publiée avant 2025',
        'The series published before 2025',
      ),
      comparability: [],
      tag: 'pub',
    },
  ],
  indicators: [
    indicator('EXPORTS', text('إيرادات الصادرات', "Recettes d'exportation", 'Export receipts'), 'level'),
    indicator('EXPORTS_YOY', text('التغير السنوي', 'Variation annuelle', 'Annual change'), 'growth'),
    indicator('EXPORTS_SHARE', text('الحصة من المجموع', 'Part du total', 'Share of the total'), 'share'),
    indicator(
      'EXPORTS_CONTRIB',
      text('المساهمة في النمو', 'Contribution à la croissance', 'Contribution to growth'),
      'contribution',
    ),
  ],
  countries: [
    country('FR', 'فرنسا', 'France', 'France'),
    country('US', 'الولايات المتحدة', 'États-Unis', 'United States'),
    country('ES', 'إسبانيا', 'Espagne', 'Spain'),
    country('GB', 'المملكة المتحدة', 'Royaume-Uni', 'United Kingdom'),
    country('DE', 'ألمانيا', 'Allemagne', 'Germany'),
    country('BE', 'بلجيكا', 'Belgique', 'Belgium'),
  ],
  regions: [{ code: 'EUR', name: text('أوروبا', 'Europe', 'Europe') }],
  targets: [
    {
      id: 'EXPORTS_2030',
      indicator: 'EXPORTS',
      name: text(
        'إيرادات صادرات الرقمنة وترحيل الخدمات',
        "Recettes d'exportation du numérique et de l'offshoring",
        'Digital and offshoring export revenue',
      ),
      measure: 'flow',
      form: 'level',
      unit: 'MAD_BN',
      scope: 'LEGACY',
      baseline: {
        period: '2023',
        value: '17.9',
        scope: 'LEGACY',
        vintage: null,
        source: 'Digital Morocco 2030',
        note: null,
      },
      otherBaselines: [],
      milestones: [
        { period: '2026', value: '25' },
        { period: '2030', value: '40' },
      ],
      path: 'milestones',
      source: 'Digital Morocco 2030',
      sourceDate: '2024-09-25',
      status: 'press',
      replaces: null,
      comparability: {
        verdict: 'not comparable',
        reason: text(
          'أُعلن الهدف على النطاق السابق (17,9 مليار درهم سنة 2023)، وهذه السلسلة على نطاق 2025. لا يُقرأ أحدهما بالآخر ما لم يُنشر جسر بينهما.',
          "L'objectif a été annoncé sur l'ancien champ (17,9 milliards en 2023) ; cette série est sur le champ 2025. L'un ne se lit pas avec l'autre tant qu'aucun pont n'est publié.",
          'The target was announced on the earlier scope (17.9 billion in 2023); this series is on scope 2025. One is not read against the other until a bridge is published.',
        ),
      },
      tag: 'pub',
    },
    {
      id: 'EMPLOYMENT_2030',
      indicator: 'EMPLOYMENT',
      name: text('مناصب الشغل في ترحيل الخدمات', "Emplois de l'offshoring", 'Offshoring employment'),
      measure: 'stock',
      form: 'level',
      unit: 'PERSONS',
      scope: '2025',
      baseline: {
        period: '2022',
        value: '130000',
        scope: '2025',
        vintage: null,
        source: 'Digital Morocco 2030',
        note: null,
      },
      otherBaselines: [],
      milestones: [
        { period: '2026', value: '190000' },
        { period: '2030', value: '270000' },
      ],
      path: 'milestones',
      source: 'Digital Morocco 2030',
      sourceDate: '2024-09-25',
      status: 'press',
      replaces: null,
      comparability: {
        verdict: 'comparable',
        reason: text('المفهوم نفسه.', 'Même concept.', 'Same concept.'),
      },
      tag: 'pub',
    },
  ],
  calendar: [
    { period: '2025-S1', due: '2025-10-17', kind: 'release', declarant: null, vintage: 'preliminary' },
    { period: '2025-S2', due: '2026-04-17', kind: 'release', declarant: null, vintage: 'preliminary' },
    { period: '2025', due: '2026-04-17', kind: 'release', declarant: null, vintage: 'preliminary' },
  ],
  metadata: [
    {
      dataflow: 'EXPORTS',
      concept: 'COVERAGE',
      title: text('الشمول', 'Couverture', 'Coverage'),
      text: text('كل المقيمين المصدّرين', 'Tous les exportateurs résidents', 'All resident exporters'),
    },
  ],
  glossary: [{ id: 'offshoring', ar: ['ترحيل الخدمات'], fr: ['offshoring'], en: ['offshoring'] }],
  published: PUBLISHED,
};
