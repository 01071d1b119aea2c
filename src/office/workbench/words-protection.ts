// The words of the page on protection: the ways to protect, what is lost under each, changes, accepted risks.

import type { Text } from '../../design/text.ts';

export const PROTECTION = {
  title: { ar: 'طرق الحماية', fr: 'Modes de protection', en: 'Ways to protect' },
  lead: {
    ar: 'ما يفقده القارئ مع كل طريقة، والطريقة المعمول بها، وما ظهر أو اختفى منذ الإصدار السابق، والمخاطر التي قبلها شخصان.',
    fr: 'Ce que le lecteur perd avec chaque mode, celui qui est en vigueur, ce qui est apparu ou disparu depuis la publication précédente, et les risques acceptés à deux.',
    en: 'What readers lose under each way, the one in force, what came or went since the release before, and the risks that two people accepted.',
  },
  inForce: { ar: 'المعمول بها', fr: 'En vigueur', en: 'In force' },
  comparison: {
    ar: 'ما يفقده القارئ مع كل طريقة',
    fr: 'Ce que le lecteur perd avec chaque mode',
    en: 'What readers lose under each way',
  },
  notCompared: {
    ar: 'لم تُقارن الطرق بعد لهذه المعالجة.',
    fr: 'Aucune comparaison pour cette exécution.',
    en: 'Nothing was compared for this run yet.',
  },
  compare: { ar: 'مقارنة الطرق', fr: 'Comparer les modes', en: 'Compare the ways' },
  compareLead: {
    ar: 'تُحمى آخر معالجة حُسبت أرقامها بكل طريقة على حدة دون أن يتغير فيها شيء، وتظهر النتيجة هنا.',
    fr: 'La dernière exécution analysée est protégée selon chaque mode, sans que rien n’y change\u00a0; le résultat s’affiche ici.',
    en: 'The newest analysed run is protected under each way, and nothing of it changes; the result is shown here.',
  },
  compareStarted: {
    ar: 'بدأت المقارنة.',
    fr: 'La comparaison est lancée.',
    en: 'The comparison has started.',
  },
  comparing: { ar: 'مقارنة جارية', fr: 'Comparaison en cours', en: 'A comparison is going on' },
  option: { ar: 'الطريقة', fr: 'Mode', en: 'Way' },
  atRisk: { ar: 'خانات معرضة', fr: 'Cellules à risque', en: 'Cells at risk' },
  levels: { ar: 'مبالغ مفقودة', fr: 'Niveaux perdus', en: 'Levels lost' },
  ratios: { ar: 'نسب مفقودة', fr: 'Ratios perdus', en: 'Ratios lost' },
  instead: { ar: 'خانات بديلة', fr: 'Cellules en échange', en: 'Cells instead' },
  value: { ar: 'القيمة المفقودة (مليون درهم)', fr: 'Valeur perdue (millions)', en: 'Value lost (millions)' },
  share: { ar: 'من المجموع (%)', fr: 'De l’ensemble (%)', en: 'Of all (%)' },
  rounding: {
    ar: 'هامش التدوير (مليون درهم)',
    fr: 'Marge d’arrondi (millions)',
    en: 'Rounding (millions)',
  },
  choose: { ar: 'اختيار هذه الطريقة', fr: 'Choisir ce mode', en: 'Choose this way' },
  chosen: {
    ar: 'سُجّل الاختيار، وتأخذ به المعالجات الموالية.',
    fr: 'Le choix est enregistré\u00a0; les exécutions suivantes l’appliquent.',
    en: 'The choice is recorded; the runs from now on use it.',
  },
  choices: { ar: 'الاختيارات المسجلة', fr: 'Choix enregistrés', en: 'Recorded choices' },
  changed: {
    ar: 'ما ظهر أو اختفى منذ الإصدار السابق',
    fr: 'Apparus ou disparus depuis la publication précédente',
    en: 'What came or went since the release before',
  },
  was: { ar: 'كان', fr: 'Était', en: 'Was' },
  cause: { ar: 'السبب', fr: 'Cause', en: 'Cause' },
  risks: { ar: 'المخاطر المقبولة', fr: 'Risques acceptés', en: 'Accepted risks' },
  risksLead: {
    ar: 'لا يُقبل إلا رقم صار علنيا بلا رجعة، أو أذن فيه كتابةً كل من تحميه القواعد. يقترح شخص ويقبل آخر، وتتحقق كل معالجة من الأساس من جديد.',
    fr: 'Seul un chiffre irrévocablement public, ou dont les contributeurs protégés ont donné leur accord écrit, peut être accepté. L’un propose, un autre accepte\u00a0; chaque exécution revérifie le motif.',
    en: 'Only a figure that is public for good, or for which the contributors that the rules protect gave leave in writing, can be accepted. One person proposes, another accepts; every run sees the ground again.',
  },
  cell: { ar: 'الخانة', fr: 'Cellule', en: 'Cell' },
  ground: { ar: 'الأساس', fr: 'Motif', en: 'Ground' },
  holdings: { ar: 'المجموعات الآذنة', fr: 'Groupes consentants', en: 'Holdings that gave leave' },
  source: {
    ar: 'المصدر أو مرجع الإذن',
    fr: 'Source ou référence de l’accord',
    en: 'Source, or reference of the leave',
  },
  propose: { ar: 'اقتراح القبول', fr: 'Proposer l’acceptation', en: 'Propose to accept' },
  accept: { ar: 'قبول', fr: 'Accepter', en: 'Accept' },
  end: { ar: 'إنهاء', fr: 'Lever', en: 'End' },
  proposed: {
    ar: 'سُجّل الاقتراح وينتظر شخصا آخر.',
    fr: 'Proposition enregistrée\u00a0: une autre personne décide.',
    en: 'Proposed: another person decides.',
  },
  accepted: { ar: 'قُبل الخطر.', fr: 'Le risque est accepté.', en: 'The risk is accepted.' },
  ended: { ar: 'أُنهي القبول.', fr: 'L’acceptation est levée.', en: 'The acceptance is ended.' },
  people: { ar: 'من قرر', fr: 'Par', en: 'By' },
  none: { ar: 'لا شيء.', fr: 'Rien.', en: 'Nothing.' },
} as const satisfies { readonly [name: string]: Text };

/** Codes of options, grounds, states and causes. */
export const PROTECTION_CODES: { readonly [code: string]: Text } = {
  suppression: { ar: 'الحجب', fr: 'suppression', en: 'suppression' },
  merge: { ar: 'جمع الرموز', fr: 'fusion de codes', en: 'merged codes' },
  periods: { ar: 'فترات أطول', fr: 'périodes plus longues', en: 'coarser periods' },
  precision: { ar: 'دقة أقل', fr: 'précision moindre', en: 'coarser precision' },
  public: { ar: 'علني', fr: 'public', en: 'public' },
  waived: { ar: 'بإذن', fr: 'avec accord', en: 'with leave' },
  printed: { ar: 'منشورا', fr: 'imprimée', en: 'printed' },
  blank: { ar: 'محجوبا', fr: 'supprimée', en: 'blank' },
  rule: { ar: 'القواعد الأولية', fr: 'règles primaires', en: 'primary rules' },
  revision: { ar: 'روجع', fr: 'révisée', en: 'revised' },
  member: {
    ar: 'تبع رقما يُحسب منه',
    fr: 'suit un chiffre dont elle découle',
    en: 'follows a figure it is made of',
  },
  accepted: { ar: 'قبله شخصان', fr: 'acceptée à deux', en: 'accepted by two people' },
  chosen: { ar: 'رمز آخر ينوب عنه', fr: 'un autre code la remplace', en: 'another code stands for it' },
  none: { ar: 'بلا سبب', fr: 'sans cause', en: 'without cause' },
};
