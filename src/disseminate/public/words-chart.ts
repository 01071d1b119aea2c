// The words around a chart's files: download, embed, cite.

import type { Text } from '../../design/text.ts';

export const CHART = {
  download: { ar: 'تحميل:', fr: 'Télécharger\u00a0:', en: 'Download:' },
  svg: { ar: 'الرسم صورةً متجهة', fr: 'Graphique en image vectorielle', en: 'Chart as a vector image' },
  png: { ar: 'الرسم صورةً', fr: 'Graphique en image', en: 'Chart as an image' },
  csv: { ar: 'أرقام الرسم', fr: 'Chiffres du graphique', en: 'Figures of the chart' },
  embedAndCite: { ar: 'إدراج واستشهاد', fr: 'Intégrer, citer', en: 'Embed, cite' },
  embed: { ar: 'إدراج الرسم في صفحة أخرى', fr: 'Intégrer ce graphique', en: 'Embed this chart' },
  embedLead: {
    ar: 'انسخ هذا المقطع في صفحتك. يتبع الرسم آخر إصدار، ولا يضع أي متتبّع.',
    fr: 'Copiez ces lignes dans votre page. Le graphique suit la dernière publication et ne pose aucun traceur.',
    en: 'Copy these lines into your page. The chart follows the latest release and sets no tracker.',
  },
  copy: { ar: 'نسخ', fr: 'Copier', en: 'Copy' },
  copied: { ar: 'تم النسخ', fr: 'Copié', en: 'Copied' },
  citations: { ar: 'صيغ الاستشهاد', fr: 'Formats de citation', en: 'Citation styles' },
} as const satisfies { readonly [name: string]: Text };
