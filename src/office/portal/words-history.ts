// The words of receipts, history, cancellations and questions.

import type { Text } from '../../design/text.ts';

export const SENT = {
  sent: { ar: 'ما أرسلتم', fr: 'Vos envois', en: 'What you sent' },
  allSent: {
    ar: 'كل ما أرسلتم، بما فيه المرفوض وما فُحص دون تصريح',
    fr: 'Tous vos envois, refus et contrôles compris',
    en: 'Everything you sent, refusals and checks included',
  },
  lineStates: { ar: 'حالة الأسطر', fr: 'État des lignes', en: 'Line states' },
  notYet: { ar: 'لم تُعالج بعد', fr: 'pas encore traitées', en: 'not processed yet' },
} as const satisfies { readonly [name: string]: Text };

export const RECEIPT = {
  title: { ar: 'وصل استلام تصريح', fr: 'Récépissé de déclaration', en: 'Receipt of a declaration' },
  states: {
    ar: 'يشهد المكتب أنه استلم التصريح التالي. الوصل مرتبط بمحتوى الملف ببصمته (SHA-256): أي تغيير في الملف يغير البصمة.',
    fr: 'L’office atteste avoir reçu la déclaration suivante. Le récépissé est lié au contenu du fichier par son empreinte (SHA-256)\u00a0: tout changement du fichier la changerait.',
    en: 'The office states that it received the following declaration. The receipt is bound to the content of the file by its hash (SHA-256): any change of the file would change it.',
  },
  number: { ar: 'رقم الوصل', fr: 'Numéro du récépissé', en: 'Receipt number' },
  declarant: { ar: 'المصرِّح', fr: 'Déclarant', en: 'Declarant' },
  created: { ar: 'تاريخ إعداد الملف', fr: 'Fichier établi le', en: 'File made' },
  logMark: { ar: 'علامة سجل التدقيق', fr: 'Marque du journal d’audit', en: 'Mark of the audit log' },
  logMarkNote: {
    ar: 'احتفظوا بعلامة سجل التدقيق مع الوصل: من غيّر السجل بعد تسليمه لا يستطيع أن يستخرج العلامة نفسها. يكفي فتح الوصل من جديد لمقارنتها، ويستطيع المكتب أو مدقق أن يتحقق منها على السجل كله.',
    fr: 'Gardez la marque du journal d’audit avec le récépissé\u00a0: quiconque réécrirait le journal par la suite ne pourrait retrouver la même. Rouvrez le récépissé pour la comparer\u00a0; l’office ou un auditeur peut la vérifier sur tout le journal.',
    en: 'Keep the mark of the audit log with the receipt: who rewrote the log since could not make the same one. Open the receipt again to compare it; the office or an auditor can check it against the whole log.',
  },
  hash: {
    ar: 'بصمة الملف (SHA-256)',
    fr: 'Empreinte du fichier (SHA-256)',
    en: 'Hash of the file (SHA-256)',
  },
  replaces: {
    ar: 'يعوِّض أو يلغي الرقم',
    fr: 'Remplace ou annule le numéro',
    en: 'Replaces or cancels number',
  },
  takenBy: { ar: 'حل محله', fr: 'Remplacée par', en: 'Its place was taken by' },
  print: {
    ar: 'للطباعة: استعملوا أمر الطباعة في المتصفح.',
    fr: 'Pour imprimer, utilisez la commande du navigateur.',
    en: 'To print: the browser’s own command.',
  },
  json: { ar: 'الوصل بصيغة JSON', fr: 'Récépissé en JSON', en: 'Receipt as JSON' },
  proof: {
    ar: 'برهان الإدراج في آخر إصدار',
    fr: 'Preuve d’inclusion dans la dernière publication',
    en: 'Proof of inclusion in the last release',
  },
  noProof: {
    ar: 'يُتاح برهان الإدراج بعد أول إصدار يشمل هذا التصريح.',
    fr: 'La preuve d’inclusion sera disponible après la première publication qui couvre cette déclaration.',
    en: 'The proof of inclusion will be there after the first release that covers this declaration.',
  },
  proofNote: {
    ar: 'يُتحقق منه بالأمر ‎marsad verify‎ مع الإصدار والمفتاح العمومي، دون الرجوع إلى المكتب. لا تطلعوا عليه غيركم.',
    fr: 'Elle se vérifie par marsad verify avec la publication et la clé publique, sans l’office. Gardez-la pour vous.',
    en: 'It is verified by `marsad verify` with the release and the public key, without the office. Keep it to yourself.',
  },
  correct: { ar: 'التصحيح', fr: 'Corriger', en: 'To correct' },
  replace: { ar: 'إرسال تصريح معوِّض', fr: 'Envoyer un remplacement', en: 'Send a replacement' },
  cancel: { ar: 'إلغاء هذا التصريح', fr: 'Annuler cette déclaration', en: 'Cancel this declaration' },
  report: { ar: 'تقرير الفحص', fr: 'Rapport de contrôle', en: 'Validation report' },
} as const satisfies { readonly [name: string]: Text };

export const CORRECT = {
  title: { ar: 'تعويض تصريح', fr: 'Remplacer une déclaration', en: 'Replace a declaration' },
  lead: {
    ar: 'أعيدوا إرسال التصريح كاملا، لا التغييرات وحدها، بالظرف التالي. يحل الجديد محل القديم دفعة واحدة، ويبقى القديم محفوظا.',
    fr: 'Renvoyez la déclaration entière, et non les seuls changements, avec l’enveloppe suivante. La nouvelle prend la place de l’ancienne d’un coup\u00a0; l’ancienne reste conservée.',
    en: 'Send the whole declaration again, not the changes alone, with the following envelope. The new one takes the place of the old at once; the old one stays kept.',
  },
  envelope: { ar: 'الظرف الجاهز', fr: 'L’enveloppe prête', en: 'The envelope, ready' },
  envelopeNote: {
    ar: 'يبقى عليكم ملء ‎line_count‎ و‎control_sum‎ من ملفكم.',
    fr: 'Restent à remplir line_count et control_sum, d’après votre fichier.',
    en: 'What remains to be filled in are `line_count` and `control_sum`, from your file.',
  },
  download: {
    ar: 'تنزيل نموذج بهذا الظرف',
    fr: 'Télécharger un modèle avec cette enveloppe',
    en: 'Download a template with this envelope',
  },
  form: {
    ar: 'التصحيح في الاستمارة، بالأسطر السابقة',
    fr: 'Corriger dans le formulaire, avec les lignes précédentes',
    en: 'Correct it in the form, with the lines as they were',
  },
  cancelTitle: { ar: 'إلغاء تصريح', fr: 'Annuler une déclaration', en: 'Cancel a declaration' },
  cancelLead: {
    ar: 'لن تُعدّ أسطر هذا التصريح بعد الآن. يبقى محفوظا ويُسجَّل الإلغاء بوصل خاص به. وللتصحيح استعملوا التعويض لا الإلغاء.',
    fr: 'Les lignes de cette déclaration ne compteront plus. Elle reste conservée et l’annulation reçoit son propre récépissé. Pour corriger, remplacez plutôt que d’annuler.',
    en: 'The lines of this declaration will no longer count. It stays kept, and the cancellation gets a receipt of its own. To correct, replace rather than cancel.',
  },
  cancelNow: {
    ar: 'نعم، إلغاء التصريح',
    fr: 'Oui, annuler la déclaration',
    en: 'Yes, cancel the declaration',
  },
  notInForce: {
    ar: 'هذا التصريح لم يعد ساريا، فلا يُعوَّض ولا يُلغى.',
    fr: 'Cette déclaration n’est plus en vigueur\u00a0: elle ne peut être ni remplacée ni annulée.',
    en: 'This declaration is no longer in force: it can be neither replaced nor cancelled.',
  },
} as const satisfies { readonly [name: string]: Text };

export const ASKED = {
  lead: {
    ar: 'يسأل المكتب حين لا يكفي ما في السطر للحكم عليه. يُحفظ جوابكم باسمكم كما تكتبونه ويقرؤه من سأل؛ ولا يتغير السطر إلا بتصريح معوِّض أو بقرار معلل من المكتب.',
    fr: 'L’office pose une question quand une ligne ne suffit pas à en juger. Votre réponse est conservée telle quelle, à votre nom, et lue par qui a demandé\u00a0; la ligne ne change que par un remplacement ou une décision motivée de l’office.',
    en: 'The office asks where a line does not suffice to judge it. Your answer is kept as you write it, in your name, and read by who asked; the line changes only by a replacement or a reasoned decision of the office.',
  },
  none: { ar: 'لا أسئلة.', fr: 'Aucune question.', en: 'No questions.' },
  answer: { ar: 'جوابكم', fr: 'Votre réponse', en: 'Your answer' },
  send: { ar: 'إرسال الجواب', fr: 'Envoyer la réponse', en: 'Send the answer' },
  once: {
    ar: 'يُجاب عن السؤال مرة واحدة.',
    fr: 'On répond une seule fois.',
    en: 'A question is answered once.',
  },
  empty: {
    ar: 'الجواب فارغ: اكتبوه ثم أرسلوه.',
    fr: 'La réponse est vide\u00a0: écrivez-la, puis envoyez.',
    en: 'The answer is empty: write it, then send it.',
  },
  answered: { ar: 'أجبتم يوم', fr: 'Répondu le', en: 'Answered' },
  about: {
    ar: 'السطر {line}، الحقل «{field}»، {period}',
    fr: 'Ligne {line}, champ «\u00a0{field}\u00a0», {period}',
    en: 'Line {line}, field "{field}", {period}',
  },
  thanks: { ar: 'سُجِّل جوابكم.', fr: 'Votre réponse est enregistrée.', en: 'Your answer is recorded.' },
  taken: {
    ar: 'سبق الجواب عن هذا السؤال.',
    fr: 'Cette question a déjà reçu sa réponse.',
    en: 'This question was answered before.',
  },
} as const satisfies { readonly [name: string]: Text };
