// What the steps of a run count, in three languages.

import type { Language, Text } from '../../design/text.ts';
import { codeText } from './words.ts';

const COUNTS: { readonly [name: string]: Text } = {
  lines: { ar: 'الأسطر المستلَمة', fr: 'Lignes reçues', en: 'Lines received' },
  states: { ar: 'الأسطر', fr: 'Lignes', en: 'Lines' },
  findings: { ar: 'الملاحظات', fr: 'Constats', en: 'Findings' },
  links: { ar: 'الروابط بين الأسطر', fr: 'Liens entre lignes', en: 'Links between lines' },
  edits: { ar: 'التصحيحات المسجلة', fr: 'Corrections enregistrées', en: 'Recorded edits' },
  contributions: { ar: 'المساهمات', fr: 'Contributions', en: 'Contributions' },
  period: { ar: 'الفترة', fr: 'Période', en: 'Period' },
  cells: { ar: 'الخانات', fr: 'Cellules', en: 'Cells' },
  by: { ar: 'الخانات', fr: 'Cellules', en: 'Cells' },
  primary: { ar: 'محجوبة بالقواعد الأولى', fr: 'Supprimées, primaires', en: 'Suppressed, primary' },
  secondary: { ar: 'محجوبة لحماية غيرها', fr: 'Supprimées, secondaires', en: 'Suppressed, secondary' },
  at_risk: { ar: 'معرّضة للكشف', fr: 'À risque', en: 'At risk' },
  audited: { ar: 'خضعت للتدقيق', fr: 'Auditées', en: 'Audited' },
  attackers: { ar: 'أمام من دُقّقت', fr: 'Auditées face à', en: 'Audited against' },
  cost: { ar: 'كلفة الحجب على القراء', fr: 'Coût pour les lecteurs', en: 'Cost to readers' },
  bound: { ar: 'حدّها الأدنى', fr: 'Coût minimal', en: 'Least cost' },
  gap: { ar: 'الفارق بينهما (جزء من الكلفة)', fr: 'Écart (part du coût)', en: 'Gap (share of the cost)' },
  changed: {
    ar: 'خانات حُجبت أو ظهرت منذ الإصدار السابق',
    fr: 'Cellules supprimées ou rendues depuis la publication précédente',
    en: 'Cells that came or went since the release before',
  },
  option: { ar: 'طريقة الحماية', fr: 'Manière de protéger', en: 'Way to protect' },
};

const VALUES: { readonly [value: string]: Text } = {
  public: { ar: 'العموم', fr: 'le public', en: 'the public' },
  all: { ar: 'العموم وكل مجموعة', fr: 'le public et chaque groupe', en: 'the public and every holding' },
  suppression: { ar: 'الحجب وحده', fr: 'suppression seule', en: 'suppression alone' },
};

/** Such as `states.accepted`; a part that has no words stands as it is. */
export function countText(language: Language, name: string): string {
  const [outer = '', inner] = name.split('.');
  const words = COUNTS[outer]?.[language] ?? outer;
  if (inner === undefined || inner === 'cells') return words;
  return `${words}${language === 'fr' ? '\u00a0' : ''}: ${codeText(language, inner)}`;
}

/** A short text that a step left; undefined for one that stands as it is. */
export function countedText(language: Language, value: string): string | undefined {
  return VALUES[value]?.[language];
}
