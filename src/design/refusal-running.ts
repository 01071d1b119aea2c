// Why a run that was started on a page ends without a draft, in three languages: what was found, and what to do about it on
// the pages.

import type { Text } from './text.ts';

export const RUNNING_REFUSALS = {
  empty_months: {
    ar: 'لا يمكن نشر شيء من المعالجة {run}: لم يُصرَّح بشيء ولم يُقدَّر شيء عن {months}، فتكون أرقامها أصفارا. اجمعوا التصريحات الناقصة (صفحة «جمع التصريحات»)، أو سجلوا تعديل خبير (صفحة «التعديلات»)، ثم ابدؤوا معالجة أخرى.',
    fr: 'Rien de l’exécution {run} ne peut être publié\u00a0: rien n’a été déclaré ni estimé pour {months}, et ses chiffres seraient nuls. Faites venir les déclarations (page Collecte) ou inscrivez un ajustement d’expert (page Ajustements), puis lancez une autre exécution.',
    en: 'run {run} cannot be released: nothing was declared or imputed for {months}, and its figures would say zero. Collect the declarations, or state an expert’s adjustment, and run again',
  },
  cells_at_risk: {
    ar: 'لم تجد حماية السرية نمطا آمنا (خانات معرضة للكشف: {cells})، فلا يُنشر شيء من المعالجة {run}. تُسمّى هذه الخانات وما يكشفها في صفحة «السرية».',
    fr: 'La protection du secret n’a trouvé aucun schéma sûr (cellules à risque\u00a0: {cells})\u00a0: rien de l’exécution {run} ne peut être publié. La page Confidentialité nomme ces cellules et ce qui les révèle.',
    en: '{cells} cells are at risk: nothing can be released from run {run}. The page of disclosure control names them and what gives them away',
  },
  no_parameters: {
    ar: 'معالم حماية السرية غير محددة: {path} غير موجود. يكتبه المسؤول عن الخادم كما يبين دليل المُعِدّ، ثم تبدؤون معالجة أخرى.',
    fr: 'Les paramètres de la protection du secret manquent\u00a0: {path} n’existe pas. L’exploitant les écrit comme le dit le manuel du compilateur\u00a0; lancez ensuite une autre exécution.',
    en: '{path} is not there: it states the parameters of disclosure control, see the manual',
  },
  parameters_faulty: {
    ar: 'معالم حماية السرية غير محددة أو غير سارية في هذا اليوم. يكتبها المسؤول عن الخادم في ‎secrets/disclosure.yaml‎ كما يبين دليل المُعِدّ، ثم تبدؤون معالجة أخرى.',
    fr: 'Les paramètres de la protection du secret ne sont pas fixés, ou ne sont pas valables à cette date. L’exploitant les écrit dans secrets/disclosure.yaml comme le dit le manuel du compilateur\u00a0; lancez ensuite une autre exécution.',
    en: 'the parameters of disclosure control are not set for this day: the operator writes them to secrets/disclosure.yaml as the manual of compilers says; then start another run',
  },
  not_reached: {
    ar: 'لا يمكن حساب {period}: تصل التصريحات إلى {declared}، وتنتهي الفترة في {needed}. اجمعوا ما ينقص (صفحة «جمع التصريحات»)، أو ابدؤوا معالجة لفترة أسبق.',
    fr: '{period} ne peut être calculé\u00a0: les déclarations vont jusqu’à {declared}, la période finit en {needed}. Faites venir ce qui manque (page Collecte) ou lancez une période antérieure.',
    en: '{period} cannot be compiled: contributions reach {declared}, and the period ends in {needed}. Collect what is missing, or choose an earlier period',
  },
  contradictions: {
    ar: 'أرقام منشورة يناقض بعضها بعضا ({count}): يمكن للقارئ أن يستنتج ذلك. هذا خلل في البرنامج أو التعاريف، لا في التصريحات: أبلغوا المسؤول عن الخادم.',
    fr: 'Des chiffres imprimés se contredisent ({count})\u00a0: un lecteur pourrait le déduire. C’est un défaut du programme ou des définitions, non des déclarations\u00a0: prévenez l’exploitant.',
    en: '{count} printed figures contradict others: a reader could derive it. This is a fault of the program or of the definitions, not of the declarations: tell the operator',
  },
  cause_unknown: {
    ar: 'وُجد السبب {found}، والمطلوب أحد الأسباب {causes}.',
    fr: 'Trouvé la cause {found}, attendu l’une de {causes}.',
    en: 'cause of the revision: found {found}, expected one of {causes}',
  },
  nothing_due: {
    ar: 'لا إصدار في الرزنامة حلّ أجله لما صُرّح به (حتى {declared}): اختاروا الفترة.',
    fr: 'Aucune publication du calendrier n’est due pour ce qui est déclaré (jusqu’à {declared})\u00a0: choisissez la période.',
    en: 'no release of the calendar is due for what was declared (up to {declared}): say which with `--period`',
  },
} as const satisfies { readonly [code: string]: Text };
