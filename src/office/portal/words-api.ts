// The problems that the interface for programs tells of.

import type { Text } from '../../design/text.ts';

export type Said = { readonly title: Text; readonly detail: Text };

export const API_PROBLEMS = {
  noFile: {
    title: { ar: 'لا ملف', fr: 'Aucun fichier', en: 'No file' },
    detail: {
      ar: 'أرسلوا بايتات الملف جسما للطلب مع X-File-Name، أو نموذجا متعدد الأجزاء بحقل file.',
      fr: 'Envoyez les octets du fichier comme corps de la requête, avec X-File-Name, ou un formulaire multipart avec le champ file.',
      en: 'Send the bytes of the file as the body of the request, with X-File-Name, or a multipart form with the field `file`.',
    },
  },
  refused: {
    title: { ar: 'رُفض التصريح', fr: 'Déclaration refusée', en: 'Declaration refused' },
    detail: {
      ar: 'الأسباب كلها في findings: صححوها وأرسلوا الملف من جديد. لم يُحتسب منه شيء.',
      fr: 'Toutes les raisons sont dans findings. Corrigez-les et renvoyez le fichier\u00a0; rien n’en est compté.',
      en: 'All reasons are in `findings`. Correct them and send the file again; nothing of it counts.',
    },
  },
  failed: {
    title: { ar: 'تعذرت المعالجة', fr: 'Fichier non traité', en: 'The file was not processed' },
    detail: {
      ar: 'العطل من جهة المكتب: اتصلوا به واذكروا رقم upload.',
      fr: 'La faute est du côté de l’office. Contactez-le avec le numéro upload.',
      en: 'The fault is the office’s. Contact it with the number in `upload`.',
    },
  },
  noProof: {
    title: { ar: 'لا برهان بعد', fr: 'Pas encore de preuve', en: 'No proof yet' },
    detail: {
      ar: 'لم يشمل أي إصدار هذا التصريح بعد.',
      fr: 'Aucune publication ne couvre encore cette déclaration.',
      en: 'No release covers this declaration yet.',
    },
  },
  notInForce: {
    title: { ar: 'ليس ساريا', fr: 'Plus en vigueur', en: 'Not in force' },
    detail: {
      ar: 'هذا التصريح لم يعد ساريا، فلا يُعوَّض ولا يُلغى.',
      fr: 'Cette déclaration n’est plus en vigueur\u00a0: elle ne peut être ni remplacée ni annulée.',
      en: 'This declaration is no longer in force: it can be neither replaced nor cancelled.',
    },
  },
  noAnswer: {
    title: { ar: 'الجواب فارغ', fr: 'Réponse vide', en: 'Empty answer' },
    detail: {
      ar: 'أرسلوا {"answer": "…"}.',
      fr: 'Envoyez {"answer": "…"}.',
      en: 'Send {"answer": "…"}.',
    },
  },
  answered: {
    title: { ar: 'سبق الجواب', fr: 'Déjà répondu', en: 'Answered before' },
    detail: {
      ar: 'يُجاب عن السؤال مرة واحدة، وقد سُجل جواب عنه.',
      fr: 'On répond une seule fois à une question, et sa réponse est enregistrée.',
      en: 'A question is answered once, and its answer is recorded.',
    },
  },
} as const satisfies { readonly [name: string]: Said };
