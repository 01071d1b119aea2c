// The parts of the workbench and the pages of each: the second row of the menu, with keys.

import { html, raw } from 'hono/html';
import type { Language, Text } from '../../design/text.ts';
import type { Markup } from '../route.ts';
import { WORDS } from './words.ts';

export type SectionName = 'collection' | 'editing' | 'definitions' | 'runs' | 'figures' | 'releases';
type Entry = readonly [path: string, name: Text];

export const SECTIONS: { readonly [S in SectionName]: readonly Entry[] } = {
  collection: [
    ['/collection', { ar: 'جمع التصريحات', fr: 'Collecte', en: 'Collection' }],
    ['/submissions', { ar: 'الملفات', fr: 'Envois', en: 'Submissions' }],
    ['/questions', { ar: 'الأسئلة', fr: 'Questions', en: 'Questions' }],
  ],
  editing: [
    ['/queue', { ar: 'المراجعة', fr: 'Contrôle', en: 'Review' }],
    ['/lines', { ar: 'الأسطر', fr: 'Lignes', en: 'Lines' }],
    ['/edits', { ar: 'القرارات', fr: 'Décisions', en: 'Decisions' }],
    ['/adjustments', { ar: 'التعديلات', fr: 'Ajustements', en: 'Adjustments' }],
    ['/recodes', { ar: 'إعادة التصنيف', fr: 'Reclassements', en: 'Recodes' }],
    ['/residuals', { ar: 'الفوارق', fr: 'Écarts', en: 'Residuals' }],
  ],
  definitions: [
    ['/register', { ar: 'السجل', fr: 'Répertoire', en: 'Register' }],
    ['/holdings', { ar: 'المجموعات', fr: 'Groupes', en: 'Holdings' }],
    ['/rates', { ar: 'أسعار الصرف', fr: 'Taux de change', en: 'Rates' }],
    ['/calendar', { ar: 'الرزنامة', fr: 'Calendrier', en: 'Calendar' }],
  ],
  runs: [['/runs', { ar: 'المعالجات', fr: 'Exécutions', en: 'Runs' }]],
  figures: [
    ['/figures', { ar: 'الأرقام', fr: 'Chiffres', en: 'Figures' }],
    ['/reconcile', { ar: 'المطابقة', fr: 'Rapprochement', en: 'Reconcile' }],
    ['/disclosure', { ar: 'السرية', fr: 'Confidentialité', en: 'Disclosure' }],
    ['/protection', { ar: 'طرق الحماية', fr: 'Protection', en: 'Protection' }],
    ['/quality', { ar: 'الجودة', fr: 'Qualité', en: 'Quality' }],
    ['/targets', { ar: 'الأهداف', fr: 'Objectifs', en: 'Targets' }],
  ],
  releases: [
    ['/releases', { ar: 'الإصدارات', fr: 'Publications', en: 'Releases' }],
    ['/audit', { ar: 'سجل التدقيق', fr: 'Journal d’audit', en: 'Audit log' }],
  ],
};

/** The pages beside this one; the keys 1 to 9 lead there. */
function sectionMenu(language: Language, name: SectionName, current: string): Markup | '' {
  const entries = SECTIONS[name];
  if (entries.length < 2) return '';
  const items = entries.map(
    ([path, text], at) =>
      html`<li><a href="${path}" accesskey="${at + 1}"${path === current ? raw(' aria-current="page"') : ''}>${text[language]}</a></li>`,
  );
  return html`<nav class="section-nav" aria-label="${WORDS.section[language]}"><ul class="plain">${items}</ul></nav>`;
}

/** The heading of a page under the menu of its section. */
export function heading(
  language: Language,
  name: SectionName,
  current: string,
  title: Markup | string,
  lead?: Markup | string,
): Markup {
  return html`${sectionMenu(language, name, current)}<h1 class="page">${title}</h1>${lead === undefined ? '' : html`<p class="lead">${lead}</p>`}`;
}
