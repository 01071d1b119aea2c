// Words of units in three languages: powers of ten, currencies, percent, points, persons.

import type { WordEntry } from './claim-words.ts';

/** Phrases are separated by `|`; Arabic ones are given without the article and without joined particles. */
export const UNIT_WORDS: readonly WordEntry[] = [
  {
    kind: 'scale',
    value: '9',
    words: {
      en: 'billion|billions|bn|bln',
      fr: 'milliard|milliards|md|mds|mrd|mrds|mia',
      ar: 'مليار|مليارا|مليارات|ملايير|بليون',
    },
  },
  {
    kind: 'scale',
    value: '6',
    words: { en: 'million|millions|mn|mln', fr: 'million|millions|mio', ar: 'مليون|مليونا|ملايين' },
  },
  {
    kind: 'scale',
    value: '3',
    words: { en: 'thousand|thousands', fr: 'mille|milliers', ar: 'الف|الفا|الاف' },
  },
  {
    kind: 'scale',
    value: '12',
    words: { en: 'trillion|trillions', fr: 'billion|billions|billiard', ar: 'تريليون|ترليون' },
  },
  {
    kind: 'scale',
    value: '9 MAD',
    words: { en: 'mmdh|mdhs|bndh', fr: 'mmdh|mmdhs|mrddh|mrdsdh|mddh|mdsdh', ar: 'مدهم' },
  },
  { kind: 'scale', value: '6 MAD', words: { en: 'mdh|mmad', fr: 'mdh|mdhs|mmad' } },
  { kind: 'scale', value: '3 MAD', words: { en: 'kdh', fr: 'kdh' } },
  {
    kind: 'currency',
    value: 'MAD',
    words: {
      en: 'dirham|dirhams|moroccan dirhams|mad|dh|dhs',
      fr: 'dirham|dirhams|mad|dh|dhs',
      ar: 'درهم|دراهم|درهما|درهم مغربي',
    },
  },
  {
    kind: 'currency',
    value: 'USD',
    words: {
      en: 'dollar|dollars|us dollars|american dollars|usd',
      fr: 'dollar|dollars|dollars americains|usd',
      ar: 'دولار|دولارا|دولار امريكي|دولارات',
    },
  },
  {
    kind: 'currency',
    value: 'EUR',
    words: { en: 'euro|euros|eur', fr: 'euro|euros|eur', ar: 'يورو|اورو|اورو' },
  },
  {
    kind: 'currency',
    value: 'GBP',
    words: {
      en: 'pound|pounds|pounds sterling|gbp',
      fr: 'livres|livres sterling|gbp',
      ar: 'جنيه|جنيه استرليني',
    },
  },
  {
    kind: 'currency',
    value: 'MAD_CENT',
    words: { en: 'centime|centimes', fr: 'centime|centimes', ar: 'سنتيم|سنتيما|سنتيمات' },
  },
  {
    kind: 'percent',
    value: '1',
    words: {
      en: 'percent|per cent|pct',
      fr: 'pour cent|pourcent|p.c',
      ar: 'في المائه|في المئه|بالمائه|بالمئه|في الميه|فالميه|فالمائه|فالميا|بالميه',
    },
  },
  {
    kind: 'points',
    value: '1',
    words: {
      en: 'percentage point|percentage points|point|points|pts|pt|pp|ppt|ppts|pct pt|pct pts|pct point|pct points|% pts|% points|percent points|percentage pts|p.p',
      fr: 'point de pourcentage|points de pourcentage|point|points|pp|pt|pts|pts de pourcentage|% pts|points de %',
      ar: 'نقطه مئويه|نقاط مئويه|نقطه|نقاط|نقط',
    },
  },
  {
    kind: 'points',
    value: '0.01',
    words: { en: 'basis point|basis points', fr: 'point de base|points de base', ar: 'نقطه اساس|نقاط اساس' },
  },
  {
    kind: 'persons',
    value: 'PERSONS',
    words: {
      en: 'jobs|job|people|persons|employees|workers|staff|posts|positions|talents|talent|professionals|agents|staffers|direct jobs|recruits|salaried|hires|new hires|moroccans|young people|engineers|beneficiaries|trainees|heads|women and men|men and women',
      fr: 'emplois|emploi|personnes|salaries|employes|postes|travailleurs|collaborateurs|talents|emplois directs|postes de travail|agents|actifs|teleconseillers|travailleuses|professionnels|embauches|recrutements|recrues|marocains|jeunes|ingenieurs|beneficiaires',
      ar: 'منصب شغل|مناصب شغل|منصب|مناصب|وظيفه|وظائف|شخص|شخصا|اشخاص|مستخدم|مستخدما|فرصه عمل|فرص عمل|عامل|عاملا|اجير|اجيرا|اجراء|مناصب الشغل|منصب عمل|مناصب عمل|مشتغل|مشتغلا|كفاءه|كفاءات|موظف|موظفا|فرصه شغل|فرص شغل|توظيفا|توظيفات|مغربي|مغربيا|شاب|شابا|مهندس|مهندسا|مستفيد|مستفيدا|مستفيدين',
    },
  },
];
