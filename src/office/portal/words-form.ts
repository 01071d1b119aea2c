// The words of the form for small declarants and of the nil declaration.

import type { Text } from '../../design/text.ts';

export const FORM = {
  title: { ar: 'استمارة التصريح', fr: 'Formulaire de déclaration', en: 'Declaration form' },
  lead: {
    ar: 'سطر لكل شهر وخدمة وبلد زبون. اكتبوا المبالغ كما اعتدتم؛ وما لا يُقرأ يُشار إليه ويبقى كما كتبتموه.',
    fr: 'Une ligne par mois, service et pays du client. Écrivez les montants comme d’habitude\u00a0; ce qui ne peut être lu vous est signalé et reste tel que vous l’avez écrit.',
    en: 'One line for each month, service and client country. Write amounts as you are used to; what cannot be read is said and stays as you wrote it.',
  },
  period: { ar: 'الفصل', fr: 'Trimestre', en: 'Quarter' },
  open: { ar: 'فتح هذا الفصل', fr: 'Ouvrir ce trimestre', en: 'Open this quarter' },
  row: { ar: 'السطر {number}', fr: 'Ligne {number}', en: 'Line {number}' },
  add: { ar: 'إضافة سطر', fr: 'Ajouter une ligne', en: 'Add a line' },
  remove: { ar: 'حذف هذا السطر', fr: 'Retirer cette ligne', en: 'Remove this line' },
  more: { ar: 'حقول أخرى', fr: 'Autres champs', en: 'More fields' },
  none: { ar: '—', fr: '—', en: '—' },
  faults: {
    ar: 'لم يُرسل شيء بعد. صححوا ما يلي:',
    fr: 'Rien n’est encore envoyé. Corrigez ce qui suit\u00a0:',
    en: 'Nothing was sent yet. Correct the following:',
  },
  empty: {
    ar: 'لم يُملأ أي سطر. إذا لم يكن هناك ما يُصرَّح به فاستعملوا «لا شيء للتصريح به».',
    fr: 'Aucune ligne n’est remplie. S’il n’y a rien à déclarer, choisissez «\u00a0état néant\u00a0».',
    en: 'No line is filled in. If there is nothing to declare, use "Nothing to declare".',
  },
  inForce: {
    ar: 'لهذا الفصل تصريح سارٍ ({receipt}): ما ترسلونه هنا يحل محله.',
    fr: 'Ce trimestre a une déclaration en vigueur ({receipt})\u00a0: ce que vous envoyez ici la remplacera.',
    en: 'This quarter has a declaration in force ({receipt}): what you send here takes its place.',
  },
  none_due: {
    ar: 'لا فصل ينتظر تصريحا منكم.',
    fr: 'Aucun trimestre n’attend votre déclaration.',
    en: 'No quarter waits for a declaration of yours.',
  },
} as const satisfies { readonly [name: string]: Text };

export const NIL = {
  title: { ar: 'لا شيء للتصريح به', fr: 'Déclarer un état néant', en: 'Nothing to declare' },
  lead: {
    ar: 'إن لم تصدّروا شيئا ولم تقبضوا شيئا من الخارج في فصل كامل فاضغطوا على زره. ولهذا التصريح وصل كغيره، ويُعوَّض إن تبين خلاف ذلك.',
    fr: 'Si vous n’avez rien exporté ni rien reçu de l’étranger pendant tout un trimestre, appuyez sur son bouton. La déclaration a son récépissé comme toute autre et peut être remplacée.',
    en: 'Nothing was exported and nothing received from abroad in a whole quarter: press its button. The declaration has its receipt like any other and can be replaced.',
  },
  declare: { ar: 'لا شيء في {period}', fr: 'Néant pour le {period}', en: 'Nothing in the {period}' },
  already: {
    ar: 'لهذا الفصل تصريح سارٍ ({receipt}). إن لم يكن فيه ما يُصرَّح به فألغوه أو عوّضوه من صفحته.',
    fr: 'Ce trimestre a déjà une déclaration en vigueur ({receipt}). Annulez-la ou remplacez-la depuis sa page.',
    en: 'This quarter has a declaration in force already ({receipt}). Cancel or replace it from its page.',
  },
} as const satisfies { readonly [name: string]: Text };

export const FORM_FAULTS = {
  unreadable: {
    ar: 'مبلغ غير مقروء: اكتبوه بأرقام، مثل 1234.56 أو 1234,56.',
    fr: 'Montant illisible\u00a0: écrivez-le en chiffres, par exemple 1234,56.',
    en: 'The amount cannot be read: write it in digits, such as 1234.56.',
  },
  ambiguous: {
    ar: 'يُقرأ على وجهين: آلاف أم كسور عشرية؟ اكتبوا 1234 أو 1234.00 إن كانت آلافا.',
    fr: 'Deux lectures possibles\u00a0: des milliers ou des décimales\u00a0? Écrivez 1234 ou 1234,00 pour des milliers.',
    en: 'It can be read in two ways, thousands or decimals: write 1234 or 1234.00 for thousands.',
  },
  decimals: {
    ar: 'أكثر من ثلاث خانات عشرية: لا يُقرَّب شيء، فاكتبوا المبلغ الصحيح.',
    fr: 'Plus de trois décimales\u00a0: rien n’est arrondi, écrivez le montant exact.',
    en: 'More than three decimals: nothing is rounded, write the exact amount.',
  },
  month: {
    ar: 'اختاروا شهرا من هذا الفصل.',
    fr: 'Choisissez un mois de ce trimestre.',
    en: 'Choose a month of this quarter.',
  },
  choose: { ar: 'اختاروا من اللائحة.', fr: 'Choisissez dans la liste.', en: 'Choose from the list.' },
  received: {
    ar: 'المبلغ المقبوض إلزامي؛ اكتبوا 0 إذا لم يُقبض شيء.',
    fr: 'Le montant reçu est nécessaire\u00a0; écrivez 0 si rien n’a été reçu.',
    en: 'The received amount is needed; write 0 when nothing was received.',
  },
  whole: {
    ar: 'عدد صحيح موجب، مثل 42.',
    fr: 'Un nombre entier positif, par exemple 42.',
    en: 'A whole, positive number, such as 42.',
  },
  share: {
    ar: 'عدد بين 0 و1 مثل 0.85، أو نسبة مثل 85 %.',
    fr: 'Un nombre entre 0 et 1, par exemple 0,85, ou 85\u202f%.',
    en: 'A number from 0 to 1, such as 0.85, or 85 %.',
  },
} as const satisfies { readonly [name: string]: Text };
