// The words of the declarants' portal, in three languages. Arabic is written, not translated; declarants are addressed in
// the plural, as the office's letters do.

import type { Text } from '../../design/text.ts';

export const WORDS = {
  declare: { ar: 'التصريح', fr: 'Déclarer', en: 'Declare' },
  declaringFor: { ar: 'تصرحون باسم', fr: 'Vous déclarez pour', en: 'You declare for' },
  sendFile: { ar: 'إرسال ملف', fr: 'Envoyer un fichier', en: 'Send a file' },
  sendFileHint: {
    ar: 'بأي صيغة مقبولة؛ ويُفحص في الحين.',
    fr: 'Dans tout format admis\u00a0; il est contrôlé pendant que vous attendez.',
    en: 'In any format accepted; it is checked while you wait.',
  },
  fillForm: { ar: 'ملء الاستمارة', fr: 'Remplir le formulaire', en: 'Fill in the form' },
  fillFormHint: {
    ar: 'لبضعة أسطر، دون ملف.',
    fr: 'Pour quelques lignes, sans fichier.',
    en: 'For a few lines, without a file.',
  },
  nil: { ar: 'لا شيء للتصريح به', fr: 'Déclarer un état néant', en: 'Nothing to declare' },
  nilHint: {
    ar: 'بنقرتين، لفصل لم تصدّروا فيه شيئا.',
    fr: 'Deux clics pour un trimestre sans exportation.',
    en: 'Two clicks for a quarter in which nothing was exported.',
  },
  templates: { ar: 'النماذج والحقول', fr: 'Modèles et champs', en: 'Templates and fields' },
  history: { ar: 'تصريحاتي', fr: 'Mes déclarations', en: 'My declarations' },
  questions: { ar: 'أسئلة المكتب', fr: 'Questions de l’office', en: 'Questions from the office' },
  due: { ar: 'آجال التصريح', fr: 'Échéances', en: 'What is due' },
  help: { ar: 'المساعدة والاتصال', fr: 'Aide et contact', en: 'Help and contact' },
  period: { ar: 'الفترة', fr: 'Période', en: 'Period' },
  dueDay: { ar: 'الأجل', fr: 'Échéance', en: 'Due' },
  state: { ar: 'الحالة', fr: 'État', en: 'State' },
  receipt: { ar: 'الوصل', fr: 'Récépissé', en: 'Receipt' },
  lines: { ar: 'الأسطر', fr: 'Lignes', en: 'Lines' },
  file: { ar: 'الملف', fr: 'Fichier', en: 'File' },
  received: { ar: 'تاريخ الاستلام', fr: 'Reçu le', en: 'Received' },
  size: { ar: 'الحجم', fr: 'Taille', en: 'Size' },
  declared: { ar: 'تم التصريح', fr: 'Déclaré', en: 'Declared' },
  overdueBy: { ar: 'تأخر {days}', fr: 'En retard de {days}', en: '{days} late' },
  dueIn: { ar: 'خلال {days}', fr: 'Dans {days}', en: 'In {days}' },
  dueToday: { ar: 'اليوم', fr: 'Aujourd’hui', en: 'Today' },
  noDay: { ar: 'دون أجل محدد', fr: 'Sans date fixée', en: 'No day set' },
  nothingOwed: {
    ar: 'لا تصريح ينتظر منكم الآن. شكرا لكم.',
    fr: 'Aucune déclaration n’est attendue de vous en ce moment. Merci.',
    en: 'No declaration is due from you now. Thank you.',
  },
  notExpected: {
    ar: 'لا يطلب السجل منكم تصريحا في الوقت الراهن؛ ولكم أن تصرحوا إن شئتم، ويُعدّ ما تصرحون به.',
    fr: 'Le répertoire ne vous demande pas de déclaration en ce moment\u00a0; vous pouvez en envoyer une, et elle comptera.',
    en: 'The register asks no declaration of you at present; you may send one, and it will count.',
  },
  lastReceipts: { ar: 'آخر وصولاتكم', fr: 'Vos derniers récépissés', en: 'Your last receipts' },
  nothingDeclared: {
    ar: 'لا وصل لكم بعد.',
    fr: 'Vous n’avez encore aucun récépissé.',
    en: 'You have no receipt yet.',
  },
  reminder: {
    ar: 'تصريحات انقضى أجلها: {count}. ما لم يصل يُقدَّر في الأرقام المنشورة، ويحل تصريحكم محل التقدير حين يصل.',
    fr: 'Déclarations dont l’échéance est passée\u00a0: {count}. Ce qui manque est estimé dans les chiffres publiés\u00a0; votre déclaration remplacera l’estimation.',
    en: 'Declarations whose day has passed: {count}. What is missing is estimated in the published figures; your declaration will replace the estimate.',
  },
  openQuestions: {
    ar: 'أسئلة تنتظر جوابكم: {count}',
    fr: 'Questions en attente de votre réponse\u00a0: {count}',
    en: 'Questions that wait for your answer: {count}',
  },
  recent: {
    ar: 'آخر ما أرسلتم هنا',
    fr: 'Vos derniers envois par ce portail',
    en: 'What you sent here last',
  },
  nothingSent: {
    ar: 'لم يُرسل شيء عبر هذا الفضاء بعد.',
    fr: 'Rien n’a encore été envoyé par ce portail.',
    en: 'Nothing has been sent through this portal yet.',
  },
  all: { ar: 'عرض الكل', fr: 'Tout voir', en: 'Show all' },
  next: { ar: 'التالي', fr: 'Suivant', en: 'Next' },
  previous: { ar: 'السابق', fr: 'Précédent', en: 'Previous' },
  rowsOf: { ar: '{from}–{to} من {total}', fr: '{from}–{to} sur {total}', en: '{from}–{to} of {total}' },
  function: { ar: 'الوظيفة', fr: 'Fonction', en: 'Function' },
  sequence: { ar: 'الرقم التسلسلي', fr: 'Numéro', en: 'Sequence' },
  back: { ar: 'رجوع', fr: 'Retour', en: 'Back' },
  manual: { ar: 'دليل المصرِّح', fr: 'Manuel du déclarant', en: 'Manual for declarants' },
} as const satisfies { readonly [name: string]: Text };

export const FUNCTIONS: { readonly [name: string]: Text } = {
  original: { ar: 'تصريح أصلي', fr: 'originale', en: 'original' },
  replace: { ar: 'تصريح معوِّض', fr: 'remplacement', en: 'replacement' },
  cancel: { ar: 'إلغاء', fr: 'annulation', en: 'cancellation' },
};

/** States of declarations and outcomes of uploads. */
export const STATES: { readonly [state: string]: Text } = {
  received: { ar: 'مستلَم', fr: 'reçue', en: 'received' },
  superseded: { ar: 'عُوِّض', fr: 'remplacée', en: 'superseded' },
  cancelled: { ar: 'أُلغي', fr: 'annulée', en: 'cancelled' },
  refused: { ar: 'مرفوض', fr: 'refusée', en: 'refused' },
  'already received': { ar: 'سبق استلامه', fr: 'déjà reçue', en: 'already received' },
  failed: { ar: 'تعذرت المعالجة', fr: 'non traitée', en: 'not processed' },
  waiting: { ar: 'قيد الانتظار', fr: 'en attente', en: 'waiting' },
  checked: { ar: 'فحص دون تصريح', fr: 'contrôle seul', en: 'check only' },
};

/** Every state of a line, and what it means for the declarant. */
export const LINE_STATE_TEXTS: { readonly [state: string]: { readonly name: Text; readonly means: Text } } = {
  accepted: {
    name: { ar: 'مقبول', fr: 'acceptées', en: 'accepted' },
    means: { ar: 'تُعدّ كما هي.', fr: 'Elles comptent telles quelles.', en: 'They count as they are.' },
  },
  queried: {
    name: { ar: 'محل سؤال', fr: 'en question', en: 'queried' },
    means: {
      ar: 'لا تُعدّ إلى أن تُصحَّح أو تُؤكَّد.',
      fr: 'Elles ne comptent pas tant qu’elles ne sont pas corrigées ou confirmées.',
      en: 'They do not count until they are corrected or confirmed.',
    },
  },
  excluded: {
    name: { ar: 'خارج النطاق', fr: 'hors champ', en: 'excluded' },
    means: {
      ar: 'صحيحة لكنها ليست من الصادرات المقيسة.',
      fr: 'Elles sont correctes, mais ne sont pas des exportations mesurées ici.',
      en: 'Right, but they are none of the exports measured here.',
    },
  },
  rejected: {
    name: { ar: 'غير مقروء', fr: 'rejetées', en: 'rejected' },
    means: {
      ar: 'ينقصها ما لا تُعدّ من دونه: صححوها وأرسلوا تصريحا معوِّضا.',
      fr: 'Il y manque ce sans quoi elles ne comptent pas\u00a0: corrigez-les et envoyez une déclaration de remplacement.',
      en: 'They lack what they cannot count without: correct them and send a replacement.',
    },
  },
  duplicate: {
    name: { ar: 'مكرر', fr: 'en double', en: 'duplicate' },
    means: {
      ar: 'سبق التصريح بها في ملف آخر.',
      fr: 'Déjà déclarées dans un autre fichier.',
      en: 'They were declared in another file already.',
    },
  },
  superseded: {
    name: { ar: 'معوَّض', fr: 'remplacées', en: 'superseded' },
    means: {
      ar: 'حل محلها تصريح لاحق.',
      fr: 'Une déclaration ultérieure les remplace.',
      en: 'A later declaration takes their place.',
    },
  },
  linked: {
    name: { ar: 'مرتبط', fr: 'liées', en: 'linked' },
    means: {
      ar: 'العملية نفسها صرح بها مصرِّح آخر: تُعدّ مرة واحدة.',
      fr: 'La même opération est déclarée par un autre\u00a0: elle compte une seule fois.',
      en: 'Another declarant states the same operation: it counts once.',
    },
  },
};
