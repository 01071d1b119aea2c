// The words of sending a file and of the report that it gets.

import type { Text } from '../../design/text.ts';

export const SEND = {
  title: { ar: 'إرسال ملف تصريح', fr: 'Envoyer un fichier de déclaration', en: 'Send a declaration file' },
  lead: {
    ar: 'CSV أو XLSX أو JSON أو NDJSON أو XML أو Parquet. يُحفظ ما وصل كما هو قبل أي جواب، ويُفحص في الحين.',
    fr: 'CSV, XLSX, JSON, NDJSON, XML ou Parquet. Ce qui arrive est conservé tel quel avant toute réponse, puis contrôlé aussitôt.',
    en: 'CSV, XLSX, JSON, NDJSON, XML or Parquet. What arrives is kept as it is before anything is answered, then checked at once.',
  },
  file: { ar: 'ملف التصريح', fr: 'Fichier de la déclaration', en: 'Declaration file' },
  fileHint: {
    ar: 'يضم الظرف (المصرِّح والفترة والمجاميع) والأسطر معا.',
    fr: 'Il porte l’enveloppe (déclarant, période, totaux) et les lignes.',
    en: 'It holds the envelope (sender, period, sums) and the lines.',
  },
  envelope: {
    ar: 'ملف الظرف، إن كان منفصلا',
    fr: 'Fichier de l’enveloppe, s’il est à part',
    en: 'Envelope file, if it is separate',
  },
  envelopeHint: {
    ar: 'ملف ‎.envelope.json للصيغ التي لا تحمل الظرف؛ اتركوه فارغا في غير ذلك.',
    fr: 'Le fichier .envelope.json des formats qui ne portent pas l’enveloppe\u00a0; laissez vide sinon.',
    en: 'The .envelope.json of a format that does not carry it; leave it empty otherwise.',
  },
  send: { ar: 'إرسال التصريح', fr: 'Envoyer la déclaration', en: 'Send the declaration' },
  check: { ar: 'فحص فقط دون تصريح', fr: 'Contrôler sans déclarer', en: 'Check only' },
  checkHint: {
    ar: 'يعطي الفحص وحده التقرير نفسه، ولا يُحتسب شيء ولا يُحفظ الملف.',
    fr: 'Le contrôle seul donne le même rapport\u00a0; rien n’est compté et le fichier n’est pas conservé.',
    en: 'A check alone gives the same report; nothing counts and the file is not kept.',
  },
  noFile: {
    ar: 'لم يُختر أي ملف: اختاروا ملفا ثم أرسلوه.',
    fr: 'Aucun fichier n’a été choisi\u00a0: choisissez-en un, puis envoyez.',
    en: 'No file was chosen: choose one and send it.',
  },
  sending: { ar: 'الإرسال جارٍ', fr: 'Envoi en cours', en: 'Sending' },
  checking: {
    ar: 'وصل الملف كاملا، وهو قيد الفحص…',
    fr: 'Le fichier est arrivé\u00a0; contrôle en cours…',
    en: 'The file has arrived and is being checked…',
  },
  broken: {
    ar: 'انقطع الإرسال قبل نهايته. أعيدوا المحاولة: لم يُستلم شيء.',
    fr: 'L’envoi s’est interrompu. Réessayez\u00a0: rien n’a été reçu.',
    en: 'Sending broke off. Try again: nothing was received.',
  },
} as const satisfies { readonly [name: string]: Text };

export const REPORT = {
  column: { ar: 'العمود {column}', fr: 'colonne {column}', en: 'column {column}' },
  title: { ar: 'تقرير الفحص', fr: 'Rapport de contrôle', en: 'Validation report' },
  waiting: {
    ar: 'وصل ملفكم وحُفظ، وهو في الانتظار (عدد الملفات قبله: {ahead}). تُعرض النتيجة هنا حين تجهز؛ يمكنكم إغلاق الصفحة والعودة إليها.',
    fr: 'Votre fichier est arrivé et conservé\u00a0; il attend son tour (fichiers avant lui\u00a0: {ahead}). Le résultat paraîtra ici\u00a0; vous pouvez fermer la page et y revenir.',
    en: 'Your file has arrived and is kept; it waits its turn (files before it: {ahead}). The result will be shown here; you may close the page and come back.',
  },
  lookAgain: { ar: 'تحديث', fr: 'Actualiser', en: 'Look again' },
  received: {
    ar: 'استُلم تصريحكم. رقم الوصل:',
    fr: 'Votre déclaration est reçue. Récépissé\u00a0:',
    en: 'Your declaration is received. Receipt:',
  },
  cancelled: {
    ar: 'استُلم الإلغاء، ولم يعد التصريح الملغى محسوبا. رقم الوصل:',
    fr: 'L’annulation est reçue\u00a0: la déclaration annulée ne compte plus. Récépissé\u00a0:',
    en: 'The cancellation is received: the cancelled declaration no longer counts. Receipt:',
  },
  replaced: {
    ar: 'استُلم التصريح المعوِّض، ويحل محل السابق. رقم الوصل:',
    fr: 'Votre déclaration de remplacement est reçue\u00a0; l’ancienne ne compte plus. Récépissé\u00a0:',
    en: 'Your replacement is received; the former declaration no longer counts. Receipt:',
  },
  again: {
    ar: 'سبق استلام هذا الملف بعينه، ولم يُعدّ مرتين. وصله:',
    fr: 'Ce même fichier a déjà été reçu\u00a0; rien n’est compté deux fois. Son récépissé\u00a0:',
    en: 'Exactly this file was received before; nothing counts twice. Its receipt:',
  },
  refused: {
    ar: 'رُفض الملف كله: إليكم كل الأسباب. صححوها وأرسلوه من جديد؛ لم يُحتسب منه شيء.',
    fr: 'Le fichier est refusé en entier\u00a0; voici toutes les raisons. Corrigez-les et renvoyez-le\u00a0: rien n’en est compté.',
    en: 'The whole file is refused; these are all the reasons. Correct them and send it again: nothing of it counts.',
  },
  failed: {
    ar: 'لم نتمكن من معالجة هذا الملف، والعطل من جهتنا. الملف محفوظ عندنا؛ اتصلوا بالمكتب بهذا الرقم:',
    fr: 'Nous n’avons pas pu traiter ce fichier\u00a0; la faute est de notre côté. Contactez l’office avec ce numéro\u00a0:',
    en: 'We could not process this file; the fault is ours. Contact the office with this number:',
  },
  wouldReceive: {
    ar: 'فحص دون تصريح: لو أُرسل هذا الملف لاستُلم. لم يُحتسب منه شيء.',
    fr: 'Contrôle seul\u00a0: ce fichier serait reçu. Rien n’est compté.',
    en: 'Check only: this file would be received. Nothing counts.',
  },
  wouldRefuse: {
    ar: 'فحص دون تصريح: لو أُرسل هذا الملف لرُفض. إليكم كل الأسباب.',
    fr: 'Contrôle seul\u00a0: ce fichier serait refusé. Voici toutes les raisons.',
    en: 'Check only: this file would be refused. These are all the reasons.',
  },
  declareNow: { ar: 'إرسال التصريح الآن', fr: 'Envoyer la déclaration', en: 'Send the declaration now' },
  balance: { ar: 'أسطر الملف', fr: 'Les lignes du fichier', en: 'The lines of the file' },
  balanceNote: {
    ar: 'بحسب القواعد وحدها، قبل المقارنة بتصريحات الآخرين. مجموع الحالات يساوي ما استُلم.',
    fr: 'D’après les seules règles, avant comparaison avec les autres déclarations. La somme des états est ce qui a été reçu.',
    en: 'By the rules alone, before comparison with other declarations. The states add up to what was received.',
  },
  runNote: {
    ar: 'كما هي في آخر معالجة، إلى جانب سائر التصريحات. مجموع الحالات يساوي ما استُلم.',
    fr: 'Selon le dernier traitement, parmi toutes les déclarations. La somme des états est ce qui a été reçu.',
    en: 'As of the last run, beside all other declarations. The states add up to what was received.',
  },
  receivedLines: { ar: 'مستلَم', fr: 'reçues', en: 'received' },
  fileFindings: { ar: 'عن الملف ككل', fr: 'Sur le fichier', en: 'About the file' },
  byRule: { ar: 'ملخص الملاحظات', fr: 'Les constats en résumé', en: 'Findings in short' },
  byLine: { ar: 'سطرا سطرا', fr: 'Ligne par ligne', en: 'Line by line' },
  noFaults: {
    ar: 'لا ملاحظات على الأسطر.',
    fr: 'Aucun constat sur les lignes.',
    en: 'Nothing to remark about the lines.',
  },
  line: { ar: 'السطر', fr: 'Ligne', en: 'Line' },
  yourNumber: { ar: 'رقمه عندكم', fr: 'Votre numéro', en: 'Your number' },
  field: { ar: 'الحقل', fr: 'Champ', en: 'Field' },
  found: { ar: 'وُجد', fr: 'Trouvé', en: 'Found' },
  expected: { ar: 'المطلوب', fr: 'Attendu', en: 'Expected' },
  finding: { ar: 'الملاحظة', fr: 'Constat', en: 'Finding' },
  effect: { ar: 'الأثر', fr: 'Effet', en: 'Effect' },
  rule: { ar: 'القاعدة', fr: 'Règle', en: 'Rule' },
  nothing: { ar: 'فارغ', fr: 'vide', en: 'empty' },
  download: { ar: 'تنزيل الملاحظات', fr: 'Télécharger les constats', en: 'Download the findings' },
  whole: { ar: 'الملف كله', fr: 'tout le fichier', en: 'the whole file' },
  kept: {
    ar: 'تُعرض الملاحظات الأولى وحدها سطرا سطرا ({count})؛ أما الملخص فيعدّها كلها.',
    fr: 'Au-delà de {count} constats, le détail n’est pas donné\u00a0; le résumé les compte tous.',
    en: 'Beyond {count} findings the detail is not given; the summary counts all.',
  },
} as const satisfies { readonly [name: string]: Text };

/** What a finding does to its line or file. */
export const EFFECTS: { readonly [effect: string]: Text } = {
  fatal: { ar: 'يرفض الملف', fr: 'refuse le fichier', en: 'refuses the file' },
  rejected: { ar: 'السطر غير مقروء', fr: 'ligne rejetée', en: 'line rejected' },
  queried: { ar: 'السطر محل سؤال', fr: 'ligne en question', en: 'line queried' },
  excluded: { ar: 'السطر خارج النطاق', fr: 'ligne hors champ', en: 'line excluded' },
  warning: { ar: 'للتحقق منه', fr: 'à vérifier', en: 'please check' },
  info: { ar: 'للعلم', fr: 'pour information', en: 'for information' },
};
